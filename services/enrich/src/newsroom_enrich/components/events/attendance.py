"""Who was at a meeting, and who chaired it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.grammar import climb
from newsroom_enrich.components.resolutions.mood import mood

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.reading import Reading

_ATTENDED = re.compile(
    r"\b(?:attend(?:ed|ing|ance|ees?)|took part|taking part|participat\w+|were present|was present|in attendance|joined|"
    r"around (?:the table|him|her)|beside (?:him|her)|next to (?:him|her)|seated|guests? of honou?r|were guests|as a guest|"
    r"was represented|were represented|represented by|sent|came (?:in person|too|as well)|among those (?:present|in attendance|who)|"
    r"speakers? included|also speaking|taking the floor|was there|were there|looked on|in the chair|chaired|presid(?:ed|ing)|"
    r"co-chaired|the signatories|delegation included|led (?:the|a|his|her) delegation|accompanied|flanked|met with|held talks|"
    r"the following took part|took (?:his|her) (?:place|seat)|filled his seat|host(?:ed)? (?:of )?the|as host|under the chairmanship|"
    r"addressed|closed the|opened the|at (?:\w+'s|his|her) side|received (?:the|his|her)|welcomed (?:the|his|her) guests?|put (?:his|her) name|"
    r"flown in|flew in|travelled to|traveled to|"
    r"whose delegation|his guests?|attending)\b",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    r"\b(?:absen(?:t|ce)|did not (?:attend|travel|come|show)|nor did|stayed (?:away|at home|in)|called off|missed (?:the|a|an) (?:summit|meeting|session)|could not attend|unable to attend|boycott\w*|"
    r"stay(?:ed)? home|skipped|was barred|being barred|warrant|sent regrets|was overthrown|silence for|condolence|in memory|late president|"
    r"are also expected|is expected|expected to)\b",
    re.IGNORECASE,
)
_SPEECH = frozenset(
    "say tell note warn argue add explain stress maintain observe voice urge call thank pledge announce declare deny accuse recall "
    "remark insist affirm reiterate state express describe object speak repeat emphasize emphasise underline complain ask reply "
    "pay introduce present close open present find miss promise propose confirm oppose regret reject contend outline underscore "
    "charge counter point assure demand cite report see charge dismiss claim".split()
)
_FAR = re.compile(
    r"\b(?:wrote|tweeted|posted|in a statement|by (?:phone|telephone)|spokes(?:man|woman|person)|on X\b|social media|on Telegram|in an interview)"
)
_REACTION = frozenset(
    "welcome hail applaud condemn criticize criticise praise congratulate call deplore lament denounce slam expect".split()
)
_AT_MEETING = re.compile(
    r"\b(?:represent|ambassador|envoy|delegat|minister|president|secretary|chair|observer|director|chief|head|commissioner|rapporteur|premier|leader|king|amir|emir|prince)",
    re.IGNORECASE,
)
_CHAIR = re.compile(
    r"\b(?:chaired by|presided over by|presided by|under the chairmanship of|under the presidency of|in the chair|took the chair|had the chair|"
    r"presid(?:ed|ing|es) over|presided|presiding|chaired|chairing|who chairs|co-chaired)\b",
    re.IGNORECASE,
)
_CHAIR_TITLES = re.compile(r"^(?:President|Chair|Chairman|Chairperson|Chairwoman)$", re.IGNORECASE)
_OPENING_CHARACTERS = 120
_CREDIT = re.compile(
    r"^\W*(?:photos?|pictures?|credit|by|reporting|additional reporting|with reporting|media contact|editing|read also|image)\b",
    re.IGNORECASE,
)


def participants(
    reading: Reading, chair: EntityDraft | None, sentences: set[int] | None = None
) -> list[EntityDraft]:
    """The persons said to attend or to have spoken at the meeting that the report covers, in order."""
    found: list[EntityDraft] = [chair] if chair is not None else []
    for index, sentence in enumerate(reading.sentences):
        if (sentences is not None and index not in sentences) or _CREDIT.match(sentence.text):
            continue
        for person, token in _people(reading, sentence):
            if person not in found and _was_there(reading, person, token, sentence):
                found.append(person)
    return found


def _people(reading: Reading, sentence: Span) -> list[tuple[EntityDraft, Token]]:
    """The persons of a sentence with the last token of their name there."""
    found: dict[int, tuple[EntityDraft, Token]] = {}
    for token in sentence:
        entity = reading.entity_at(token)
        if entity is not None and entity.type == "person":
            found[id(entity)] = (entity, token)
    return list(found.values())


def _was_there(reading: Reading, person: EntityDraft, token: Token, sentence: Span) -> bool:
    head = _head(reading, person, token)
    verb = next((h for h in climb(head) if h.pos_ in {"VERB", "AUX"}), None)
    clause = sentence.text
    if _ABSENT.search(clause) or _elsewhere(reading, sentence):
        return False
    listed = _ATTENDED.search(clause) or _in_list(reading, sentence)
    arrived = re.search(r"\b(?:flown in|flew in|travell?ed to)\b", clause)
    if (
        listed
        and not _is_aside(reading, head)
        and (arrived or not (verb is not None and mood(verb) in {"earlier", "planned"}))
    ):
        return True
    if verb is None or (head.dep_ not in {"nsubj", "nsubjpass"} and not _is_apposed_subject(head)):
        return False
    if mood(verb) not in {"done", "earlier"} and verb.tag_ not in {"VBZ", "VBP"}:
        return False
    if _FAR.search(sentence.text):
        return False
    lemma = verb.lemma_.casefold()
    if lemma in _REACTION and not _speaks_for_state(person):
        return False
    return lemma in _SPEECH or (lemma in _REACTION and _speaks_for_state(person))


def _head(reading: Reading, person: EntityDraft, token: Token) -> Token:
    head = token
    while reading.entity_at(head.head) is person and head.head.i != head.i:
        head = head.head
    return head


def _in_list(reading: Reading, sentence: Span) -> bool:
    """Whether the sentence goes on a list of people that its paragraph, or the line before, opens: "Present were:"."""
    text = reading.text
    start = text.rfind("\n", 0, sentence.start_char) + 1
    end = text.find("\n", sentence.end_char)
    paragraph = text[start : end if end >= 0 else len(text)]
    if paragraph.count(";") >= 2 and _ATTENDED.search(paragraph[:_OPENING_CHARACTERS]):
        return True
    before = text[:start].rstrip()
    last = before[before.rfind("\n") + 1 :]
    return last.endswith(":") and bool(_ATTENDED.search(last))


def _is_aside(reading: Reading, head: Token) -> bool:
    """ "Kyrgyz leader X's ...", "accused X", "sent by X": named, but not as somebody who is there."""
    if head.dep_ == "poss" or (head.i + 1 < len(reading.doc) and reading.doc[head.i + 1].tag_ == "POS"):
        return True
    current = head
    while current.dep_ in {"appos", "conj", "compound"}:
        current = current.head
    governor = current.head
    return (
        current.dep_ == "pobj"
        and governor.lower_ in {"against", "about", "behalf", "for", "to"}
        and governor.lower_ != "with"
    )


def _is_apposed_subject(head: Token) -> bool:
    current = head
    while current.dep_ in {"appos", "compound", "conj"}:
        current = current.head
        if current.dep_ in {"nsubj", "nsubjpass"}:
            return True
    return False


def _elsewhere(reading: Reading, sentence: Span) -> bool:
    """ "In Beijing, ...", "From Brussels, ...": said in another city than that of the meeting."""
    words = [t for t in sentence if not t.is_space][:4]
    if not words or words[0].lower_ not in {"in", "from"}:
        return False
    for token in words[1:]:
        entity = reading.entity_at(token)
        if entity is not None and entity.type == "place":
            return entity.name != reading.setting.place
    return False


def _speaks_for_state(person: EntityDraft) -> bool:
    """Whether a role says that the person sits in meetings: an ambassador, a representative."""
    return any(
        re.search(r"represent|ambassador|envoy|delegat|observer", role.title, re.IGNORECASE)
        for role in person.roles
    )


def chair_of(reading: Reading, body: str | None) -> EntityDraft | None:
    """The person said to preside over the meeting."""
    for sentence in reading.sentences:
        for match in _CHAIR.finditer(sentence.text):
            if re.search(r"\b(?:will|to|is expected to) $", sentence.text[: match.start()]):
                continue
            if (person := _chair_near(reading, sentence, match)) is not None:
                return person
    return next(
        (p for p in reading.notes.entities if p.type == "person" and _presides(p, body, reading)), None
    )


def _chair_near(reading: Reading, sentence: Span, match: re.Match[str]) -> EntityDraft | None:
    start = sentence.start_char + match.start()
    people = [(token.idx, person) for person, token in _people(reading, sentence)]
    for person in {id(p): p for _, p in people}.values():
        for role in person.roles:
            if role.title.casefold().startswith("co-chair"):
                return None
    after = [(at, person) for at, person in people if at > start]
    before = [(at, person) for at, person in people if at < start]
    cue = match[0].casefold()
    if cue.endswith("by") or cue.startswith("under") or (cue.startswith("presiding over") and not before):
        return min(after, key=lambda p: p[0])[1] if after else None
    if before:
        return before[-1][1] if cue not in {"took the chair"} else before[-1][1]
    return min(after, key=lambda p: p[0])[1] if after and cue.startswith(("presid", "chair")) else None


def _presides(person: EntityDraft, body: str | None, reading: Reading) -> bool:
    for role in person.roles:
        if not (_CHAIR_TITLES.match(role.title) and role.of):
            continue
        if role.of == body:
            return True
        named = next((e for e in reading.notes.entities if e.name == role.of), None)
        if named is not None and named.type == "event":
            return True
    return False
