"""Who chaired a meeting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.components.events.attendance import is_to_come, people_in
from newsroom_enrich.components.resolutions.actors import is_legislature

if TYPE_CHECKING:
    from spacy.tokens import Span

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.reading import Reading

_CHAIR = re.compile(
    r"\b(?P<after>chaired by|"
    r"(?:summit|meeting|session|talks|round)(?: in [\w ]{1,25})? (?:was |were )?led by|"
    r"presided over by|presided by|under the (?:joint |co-)?(?:chair(?:man|person|woman)?ship|"
    r"presidency|chair|gavel|direction) of|under (?:his|her|its) (?:chair|president|speaker),|"
    r"the (?:president|chair|chairman|chairperson) of the (?:conference|session|meeting|summit|committee),|"
    r"(?:in the chair|presiding) (?:was|were))\b"
    r"|\b(?:in the chair|as (?:chair|chairman|chairperson|chairwoman)\b(?! of)|"
    r"(?:took|taken|taking|assumed|had|held) (?:over )?the (?:chair|gavel)|"
    r"from the (?:chair|dais of the president)|presid(?:ed|ing|es)(?: over)?|chaired|chairing|who chairs|"
    r"(?:flown in|flew in|travell?ed|came|come) to (?:preside|chair)|"
    r"(?:wield|bang|str[iu]c?k|brought down|bringing down|rapp|sw[iu]ng)(?:ed|ing)? (?:the|his|her) gavel|"
    r"in charge of the [\w ]{0,40}(?:conference|session|meeting|talks)|gavell?ed|chairs (?:the|it|for)|"
    r"holds? the (?:rotating )?presidency of the|"
    r"served as chair(?:man|person)?|acted as chair|under whose (?:chair(?:man|person)?ship|gavel)|"
    r"(?:ran|conducted|steered|moderated|adjourned|directed) the (?:sitting|session|meeting|summit|plenary|"
    r"debate|proceedings)|"
    r"as (?:this month['’]s |the month['’]s )?(?:council|assembly|conference|board|committee) president)\b",
    re.IGNORECASE,
)
# One of them is in whatever the pattern finds, and a plain search is much faster.
_CHAIR_WORDS = (
    "chair",
    "presid",
    "gavel",
    "ran the",
    "conducted",
    "steered",
    "moderated",
    "adjourned",
    "directed the",
    "led by",
    "in charge of",
)
_NOT_YET = re.compile(r"\b(?:will|to|is expected to) $")
_EXECUTIVE = re.compile(r"\b(?:Commission|Bank|Fund|Agency|Authority)$")
_CHAIR_TITLES = re.compile(
    r"^(?:(?:Acting|Interim) )?(?:President|Chair|Chairman|Chairperson|Chairwoman|Council President|"
    r"Assembly President|Speaker)$",
    re.IGNORECASE,
)
_DEPUTY = re.compile(r"^(?:First |Second )?(?:Deputy|Vice|Acting)[- ]Speaker$", re.IGNORECASE)
_PAIR = 2
_PAIR_CHARACTERS = 60


def chair_of(reading: Reading, body: str | None) -> EntityDraft | None:
    """The person said to preside over the meeting, or whose office it is to preside over the body."""
    told = (chair_in(reading, sentence) for sentence in reading.sentences)
    if (found := next((person for person in told if person is not None), None)) is not None:
        return found
    return presiding(reading, body)


def presiding(reading: Reading, body: str | None) -> EntityDraft | None:
    """The person whose office it is to preside over a body or an event: its president before a deputy."""
    people = [entity for entity in reading.notes.entities if entity.type == "person"]
    found = (person for person in people if _presides(reading, person, body))
    deputies = (p for p in people if any(r.of == body and _DEPUTY.match(r.title) for r in p.roles))
    return next(found, None) or (next(deputies, None) if body is not None else None)


def chair_in(reading: Reading, sentence: Span) -> EntityDraft | None:
    """The person of whom a sentence says that he presided."""
    text = reading.words_of(sentence)
    lowered = text.casefold()
    if not any(word in lowered for word in _CHAIR_WORDS) or is_to_come(sentence):
        return None
    for match in _CHAIR.finditer(text):
        coming = _NOT_YET.search(text[: match.start()])
        if not coming and (person := _chair_near(reading, sentence, match)) is not None:
            return person
    return None


def _chair_near(reading: Reading, sentence: Span, match: re.Match[str]) -> EntityDraft | None:
    """The person behind "chaired by", else before "presided", else behind it."""
    start = sentence.start_char + match.start()
    people = [(token.idx, person) for person, token in people_in(reading, sentence)]
    if any(role.title.casefold().startswith("co-chair") for _, person in people for role in person.roles):
        return None
    after = [person for at, person in people if at > start]
    before = [person for at, person in people if at < start]
    if match["after"]:
        return after[0] if after else None
    if before:
        shared = sentence.text[: match.start()].endswith("co-") and _are_paired(reading, people, start)
        return before[-2] if shared else before[-1]
    shared = sentence.text[: match.start()].endswith("co-")
    told = match[0].casefold().startswith(("presid", "chair", "in the chair", "from the chair"))
    return after[0] if after and told and not shared else None


def _are_paired(reading: Reading, people: list[tuple[int, EntityDraft]], start: int) -> bool:
    """As in "A and B co-chaired": the first of the two counts as the chair."""
    ends = [at for at, _ in people if at < start]
    if len(ends) < _PAIR:
        return False
    between = reading.text[ends[-2] : ends[-1]]
    return " and " in between and len(between) <= _PAIR_CHARACTERS


def _presides(reading: Reading, person: EntityDraft, body: str | None) -> bool:
    """As "President of the Security Council", "COP28 President"."""
    if body is not None and _EXECUTIVE.search(body):
        return False  # its president heads an office, and chairs no meeting of states
    events = {entity.name for entity in reading.notes.entities if entity.type == "event"}
    return any(
        _CHAIR_TITLES.match(role.title) and role.of and (role.of == body or role.of in events)
        for role in person.roles
    ) or any(
        role.title.casefold() == "speaker"
        and (body == f"Parliament of {role.of}" or (role.of is None and is_legislature(body)))
        for role in person.roles
    )
