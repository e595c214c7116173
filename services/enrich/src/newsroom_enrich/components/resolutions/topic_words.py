"""The topic that one piece of a list names, in the words of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.dates.component import is_in_date
from newsroom_enrich.components.documents.lexicon import is_strong, kind_of
from newsroom_enrich.components.resolutions.topic_leads import PROMOTING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from newsroom_enrich.components.resolutions.reading import Reading

_MAX_CHARACTERS = 60
_LEADS = frozenset("on in with to for about of against upon from at into among between over".split())
# Nouns that stand for what they lead to: "the field of energy", "a partnership in trade".
_TRANSPARENT = frozenset(
    "field area sphere sector domain topic question issue subject range partnership cooperation system "
    "scheme collaboration number framework measure matter theme aspect variety series set "
    "establishment creation mechanism use problem programme program project plan initiative basis "
    "party introduction launch conclusion lot plight tie relation link bond coordination".split()
)
# Whose budget or system it is says nothing of the topic: "the budget of the bureau".
_OWNERS = frozenset(
    "bureau organization organisation agency union bloc group council commission committee secretariat body "
    "community association institution system court parliament assembly fund bank member state country "
    "government party federation authority".split()
)
_TRAILING = frozenset("ADP DET CCONJ PUNCT ADV PRON".split())
_WHERE = frozenset("online abroad offshore overseas".split())
_PLANS = frozenset("future coming planned possible proposed".split())
_SPHERES = frozenset({"field", "area", "sphere", "sector", "domain"})
# Before such a noun these say nothing of its topic.
_EMPTY_MODIFIERS = frozenset(
    "the a an closer close bilateral mutual further new wider greater enhanced strengthened joint several "
    "various many some certain key major strategic all other different two three four five six following "
    "deeper broader practical specific priority future coming planned possible proposed".split()
)
_EMPTY = frozenset(
    "businessman individual official entity person company name list leader minister number range way "
    "time year month day part others addition end framework basis context purpose aim country state "
    "member side party city meeting summit people man woman other one thing motion document agreement "
    "memorandum margin sideline occasion presence accordance line favour favor ceremony inter alia matter "
    "subject topic area field issue session paper text resolution decision principle activity "
    "activities work much more else".split()
)
# Empty where nothing follows: "to deepen bilateral ties", but "ties between regions".
_EMPTY_ALONE = frozenset("tie relation relationship partnership friendship".split())
_SKIPPED = frozenset("inter alia both also namely respectively notably particularly mainly".split())
# "Islamophobia" is a topic, capital and all.
_OF_IDEAS = ("phobia", "semitism", "fascism", "nazism", "racism")
_NOUNS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_CUT = frozenset("between among from under at via over within worth with into".split())
_GERUNDS_OF = frozenset(
    "strengthening expanding deepening promoting enhancing boosting developing improving establishing "
    "providing creating setting opening extending facilitating ensuring fostering supporting increasing "
    "addressing tackling regulating governing making introducing launching encouraging advancing".split()
)


def topic(reading: Reading, part: list[Token], *, bare: bool = False) -> Iterator[str]:
    """The topic of a piece of a list; none for a name, a date or an empty word.

    `bare` tells that the noun of a list of adjectives follows: "the political and trade fields".
    """
    words = _without_lead([t for t in part if (t.tag_ == "POS" or not t.is_quote) and not t.is_space])
    if is_strong(words[-1].text if words else "") and part[0].lower_ in {"a", "an"}:
        return  # "memoranda on ports, and a treaty": another document
    words = _led_to(words)
    words = _without_lead(_common(reading, words))
    words = _without_document(words)
    if not words or not (bare or _has_topic(words)):
        return
    of_kind = words[-1].lower_ == "areas" and len(words) > 1 and not _is_preposition(words[-2])
    told_as_sphere = bare or (words[-1].tag_ == "NNS" and not of_kind)  # not "mountain areas"
    if len(words) > 1 and words[-1].lemma_.casefold() in _SPHERES and told_as_sphere:
        words = words[:-1]
    text = reading.text[words[0].idx : words[-1].idx + len(words[-1])]
    if len(text) <= _MAX_CHARACTERS and text[0].isalnum():
        yield " ".join(text.split()).casefold()


def _without_lead(words: list[Token]) -> list[Token]:
    """Without the prepositions, articles and numbers that a piece opens with, and what trails behind it."""
    at = 0
    while at < len(words) and _is_lead(words[at]):
        at += 1
    while at + 1 < len(words) and words[at].lower_ in _PLANS:
        at += 1
    end = len(words)
    while end > at and words[end - 1].pos_ in _TRAILING and words[end - 1].lower_ not in _WHERE:
        end -= 1
    return words[at:end]


def _is_preposition(token: Token) -> bool:
    """Whether a word is a preposition of its own, and not one within "people-to-people"."""
    if token.pos_ not in {"ADP", "SCONJ"}:
        return False
    return token.i == 0 or token.nbor(-1).whitespace_ != ""


def _is_lead(token: Token) -> bool:
    if token.lower_ in {"year", "month", "point", "day"} and token.i > 1 and token.nbor(-1).tag_ == "HYPH":
        return token.nbor(-2).pos_ == "NUM"  # "a five-year currency swap"
    if token.pos_ in {"DET", "CCONJ", "SCONJ", "PUNCT", "PRON", "AUX"} or token.lower_ in _LEADS | _SKIPPED:
        return True
    if token.pos_ == "NUM" or token.tag_ == "POS":
        return True
    if token.tag_ == "VB" and token.lemma_ in PROMOTING:
        return True  # "to raise trade, ease travel and fight crime"
    return token.lower_ in _GERUNDS_OF and any(child.dep_ in {"dobj", "prep"} for child in token.children)


def _led_to(words: list[Token]) -> list[Token]:
    """Behind a noun that stands for its complement, the complement: "cooperation in legal affairs"."""
    for at, token in enumerate(words[:-1]):
        noun = words[at - 1].lemma_.casefold() if at else ""
        # "Exchanges between news agencies", but "cooperation between regulators" as it stands.
        leads = noun == "exchange" if token.lower_ == "between" else noun in _TRANSPARENT
        leads = leads or (noun == "rule" and token.lower_ in {"for", "on"})  # not "rules of origin"
        if at and _is_preposition(token) and leads:
            empty = all(word.lower_ in _EMPTY_MODIFIERS for word in words[: at - 1])
            if empty or kind_of(words[at - 1].text) is not None:
                return _led_to(_without_lead(words[at + 1 :]))
        if at and token.lower_ == "on" and kind_of(words[at - 1].text) is not None:
            return _led_to(_without_lead(words[at + 1 :]))
        if _is_preposition(token) and token.lower_ not in {"of", "in", "for"}:
            return words
    return words


def _common(reading: Reading, words: list[Token]) -> list[Token]:
    """The words without names, dates and whose they are."""
    for at in range(len(words) - 1, -1, -1):
        if words[at].tag_ == "POS" or words[at].lower_ in {"’s", "'s", "’", "'"}:
            words = words[at + 1 :]
            break
    own = (i for i, word in enumerate(words) if not (_is_name(reading, word) or is_in_date(word)))
    start = next(own, len(words))
    words = words[start:]
    for at, word in enumerate(words):
        cut = _is_preposition(word) and word.lower_ in _CUT and at and not _keeps(reading, words, at)
        cut = cut or (at and _is_owner(words[at:]))
        if cut or _is_name(reading, word) or is_in_date(word):
            return _before_preposition(words, at)
    return words


def _is_owner(words: list[Token]) -> bool:
    """As "of the bureau" in "the budget of the bureau"."""
    led = len(words) > 2 and words[0].lower_ == "of" and words[1].lower_ in {"the", "its", "their"}
    return led and any(word.lemma_.casefold() in _OWNERS for word in words[2:4])


def _keeps(reading: Reading, words: list[Token], at: int) -> bool:
    """Whether a complement in common words belongs to the topic: "incidents at sea"."""
    rest = words[at + 1 :]
    plain = bool(rest) and all(not _is_name(reading, word) and word.pos_ != "DET" for word in rest)
    return plain and words[at].lower_ in {"at", "between", "with"} and not any(is_in_date(w) for w in rest)


def _before_preposition(words: list[Token], at: int) -> list[Token]:
    """The words before the phrase in which the one at `at` stands."""
    for back in range(at, 0, -1):
        if words[back].pos_ in {"ADP", "SCONJ"} or words[back].lower_ == "to":
            return words[:back]
    return words[:at] if words[at].pos_ == "ADP" or is_in_date(words[at]) else []  # "on housing next week"


def _without_document(words: list[Token]) -> list[Token]:
    """As "currency swap" of "a currency swap contract"."""
    last = words[-1] if len(words) > 1 and not any(_is_preposition(word) for word in words[1:]) else None
    documents = last is not None and last.pos_ in {"NOUN", "PROPN"} and is_strong(last.text)
    if documents and words[-1].lower_ == "law":
        return words  # "labour law"
    return words[:-1] if documents and kind_of(words[-1].text) is not None else words


def _has_topic(words: list[Token]) -> bool:
    """Whether the head noun says what it is about."""
    head = next((i for i, word in enumerate(words) if i and _is_preposition(word)), len(words)) - 1
    noun = words[head]
    empty = bool({noun.lemma_.casefold(), noun.lower_} & _EMPTY)
    empty = empty or (head == len(words) - 1 and noun.lemma_.casefold() in _EMPTY_ALONE)
    if empty and all(word.lower_ in _EMPTY_MODIFIERS for word in words[:head]):
        return False
    plain = noun.lower_ == "law" or not is_strong(noun.text)
    return noun.pos_ in _NOUNS and plain and not (noun.pos_ == "ADJ" and len(words) > 1)


def _is_name(reading: Reading, word: Token) -> bool:
    if word.lower_.endswith(_OF_IDEAS):
        return False
    if reading.entity_at(word) is not None:
        return True
    return word.text[0].isupper() and not word.is_sent_start and word.pos_ in {"PROPN", "ADJ", "NOUN"}
