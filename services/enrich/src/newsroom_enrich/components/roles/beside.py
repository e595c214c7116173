"""A title with its field and its owner, as far as the words next to it say."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich.annotations import text_of
from newsroom_enrich.components.roles import kinds, wording
from newsroom_enrich.components.roles.bodies import body_called, body_in_force, look_for_body
from newsroom_enrich.components.roles.fields import go_back, go_on
from newsroom_enrich.components.roles.institutions import has_secretariat
from newsroom_enrich.components.roles.reading import Office, country_of, known_country
from newsroom_enrich.components.roles.titles import FIELD_BEHIND, PERSON

if TYPE_CHECKING:
    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.roles.reading import Reading
    from newsroom_enrich.components.roles.titles import Title

# How far back a pattern looks.
_OWNER_REACH = 100
_WORD_REACH = 20
_OF_A_CAPITAL = re.compile(r"(?i)\b(?:envoy|ambassador|foreign minister|diplomat|negotiator)\b")
_ADDRESS = re.compile(r"H\.?[REMH]\.?H?\.?|(?:Two )?Holy Mosques")
# "Speaker of Parliament"
_OF_PARLIAMENT = re.compile(r"(?<![Mm]ember) of (?P<word>Parliament|Congress)$")
_FIELD = re.compile(r" (?:for|on) ")
_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_OF_THE_COMMISSION = re.compile(r"European (?=Commissioner\b)")
_ADVISER = re.compile(r"(?i)(?:.* )?(?:advis[eo]r|aide|consultant|counsel)")


def office_of(reading: Reading, title: Title) -> Office:
    """A title with what the words before and after it say of its field and its owner."""
    office = Office(title, title.start, title.end)
    generic = wording.GENERIC_OWNER.search(title.text)
    if generic and not wording.ORGAN_OF.match(reading.blanked, title.end):
        office.title = replace(title, text=title.text[: generic.start()])
        office.owner = body_in_force(reading, generic["word"], title.start)
        return office
    bare = _OF_PARLIAMENT.search(title.text)
    if bare and (parliament := body_called(reading, bare["word"], title.start)):
        office.title, office.owner = replace(title, text=title.text[: bare.start()]), parliament
        return office
    _without_region(office)
    go_back(reading, office)
    _look_before(reading, office)
    go_on(reading, office)
    _look_after(reading, office)
    if office.owner is None:
        look_for_body(reading, office)
    elif office.owner.type == "country" and kinds.OF_THE_UNITED_NATIONS.fullmatch(office.title.text):
        office.owner = None  # where that representative works
    elif office.owner.type == "place" and _OF_A_CAPITAL.search(office.title.text):
        office.owner = country_of(reading, office.owner) or office.owner
    return office


def _without_region(office: Office) -> None:
    """Take the region from "European Commissioner for Trade": it says whose office it is."""
    if region := _OF_THE_COMMISSION.match(office.title.text):
        start = office.title.start + region.end()
        office.title = replace(office.title, start=start, text=office.title.text[region.end() :])


def _look_before(reading: Reading, office: Office) -> None:
    """Israel's ambassador, the UN envoy, its Prime Minister."""
    start = office.title.start
    if before := wording.OWNER_BEFORE.search(reading.blanked, max(0, start - _OWNER_REACH), start):
        stated = filter(before.group, ("owner", "peer", "possessor", "home", "entry", "for"))
        owner_start = before.start(next(stated))
        if _is_verb_between(reading, owner_start, start):
            return
        office.start = owner_start
        office.owner = _owner_at(reading, owner_start)
        if _is_origin(reading, office):
            office.owner = None
        # "the outgoing Polish president" is an outgoing president
        if state := wording.STATE.search(reading.blanked, max(0, office.start - _WORD_REACH), office.start):
            office.title = replace(office.title, text=state["state"] + office.title.text)
    elif superior := wording.SUPERIOR.search(reading.blanked, max(0, start - _OWNER_REACH), start):
        office.possessive, office.start = wording.OF_A_PERSON, superior.start()
    elif possessive := wording.POSSESSIVE.search(reading.blanked, max(0, start - _WORD_REACH), start):
        office.possessive = possessive["word"].lower()
        office.start = possessive.start()
        reach = max(0, office.start - _OWNER_REACH)
        if beside := wording.SENDING.search(reading.blanked, reach, office.start):
            office.owner = reading.entity(beside.start("owner"))


def _is_verb_between(reading: Reading, owner: int, title: int) -> bool:
    """Whether a finite verb parts a name from a title: "X of Chad becomes Secretary General".

    Not so in "from Chad came Prime Minister X".
    """
    if reading.blanked.endswith("from ", 0, owner):
        return False
    span = reading.doc.char_span(reading.ends[owner], title - 1, alignment_mode="contract")
    return span is not None and any(token.tag_ in _FINITE for token in span)


def _is_origin(reading: Reading, office: Office) -> bool:
    """Whether "the Kenyan Director General" is one of an organization who comes from there."""
    if office.owner is None or office.owner.type != "country":
        return False
    possessive = reading.blanked.startswith(("'s ", "’s "), office.title.start - 3)
    general = kinds.GENERAL.fullmatch(office.title.text) is not None
    return general and not possessive and any(map(has_secretariat, reading.notes.entities))


def _owner_at(reading: Reading, start: int) -> EntityDraft | None:
    """The owner named at an offset; a form of address that passes for a name is none."""
    entity = reading.entity(start)
    return None if entity is not None and _ADDRESS.fullmatch(entity.name) else entity


def _look_after(reading: Reading, office: Office) -> None:
    """President of Iran; Permanent Representative of France to the United Nations."""
    after = (
        None if _is_for_a_place(reading, office) else wording.OWNER_AFTER.match(reading.blanked, office.end)
    )
    accredited = wording.ACCREDITED_TO.match(reading.blanked, office.end)
    if office.owner is None and (staff := wording.STAFF_OF.match(reading.blanked, office.end)):
        office.owner, office.end, office.staff = reading.entity(staff.start("owner")), staff.end(), True
    elif after is not None and not (office.owner and accredited):
        owner = reading.entity(after.start("owner"))
        fits = office.owner is None or (owner is not None and owner.type == "organization")
        if fits and not _is_where(office, owner, after[0]):
            office.owner = owner
        if country := wording.OWNERS_COUNTRY.match(reading.blanked, after.end()):
            _of_a_national_body(reading, office, after, country)
            return
        if after["organ"]:
            office.title = replace(office.title, text=f"{office.title.text} of the {after['organ']}")
        office.end = after.end()
        _add_field_behind(reading, office)
    _look_further(reading, office)


def _add_field_behind(reading: Reading, office: Office) -> None:
    """Lengthen a title by its field behind its owner: "Envoy of the Union for Foreign Affairs"."""
    field = FIELD_BEHIND.match(reading.blanked, office.end)
    if field is None or office.title.plural or _FIELD.search(office.title.text):
        return
    text = office.title.text + text_of(reading.doc)[office.end : field.end()]
    office.title, office.end = replace(office.title, text=text), field.end()


def _is_where(office: Office, owner: EntityDraft | None, words: str) -> bool:
    """Whether "head of research in Geneva" and "its ambassador in Kabul" only say where."""
    if owner is None or not words.startswith(" in "):
        return False
    envoy = office.possessive is not None and _OF_A_CAPITAL.search(office.title.text) is not None
    return envoy or (owner.type == "place" and " of " in office.title.text)


def _is_for_a_place(reading: Reading, office: Office) -> bool:
    """Lengthen an envoy's title by the place that it is for: "envoy for Western Sahara"; say if it is."""
    envoy = wording.ENVOY.fullmatch(office.title.text) is not None
    field = envoy and wording.FIELD_COUNTRY.match(reading.blanked, office.end)
    field = field or wording.FIELD_PLACE.match(reading.blanked, office.end)
    if not field:
        return False
    text = text_of(reading.doc)[office.title.start : field.end()]
    office.title, office.end = replace(office.title, text=text), field.end()
    return True


def _look_further(reading: Reading, office: Office) -> None:
    """To whom somebody is accredited, whom somebody advises, the body after a comma in a list."""
    adviser = _ADVISER.fullmatch(office.title.text) is not None
    if adviser and (advised := wording.ADVISES.match(reading.blanked, office.end)):
        _owned_by_the_advised(reading, office, advised)
    elif accredited := wording.ACCREDITED_TO.match(reading.blanked, office.end):
        office.end = accredited.end()
    elif office.owner is None and (listed := wording.COMMA_OWNER.match(reading.blanked, office.end)):
        _owned_by_the_next(reading, office, listed)


def _owned_by_the_advised(reading: Reading, office: Office, advised: re.Match[str]) -> None:
    """An adviser to a body, or to somebody whose country is known."""
    start, office.end = advised.start("owner"), advised.end()
    entity = reading.entity(start)
    of_person = entity is not None and entity.type == "person"
    office.owner = office.owner or (known_country(reading, start) if of_person else entity)


def _owned_by_the_next(reading: Reading, office: Office, listed: re.Match[str]) -> None:
    """A list of people gives title and body with commas: "Ana Silva, Director, World Bank"."""
    named = reading.blanked[max(0, office.start - 3) : office.start].strip(", ")
    following = wording.PERSON_AFTER.match(reading.blanked, listed.end())
    if named == PERSON or (not named.isalnum() and following is not None and following["comma"]):
        office.owner, office.end = reading.entity(listed.start("owner")), listed.end()


def _of_a_national_body(
    reading: Reading, office: Office, after: re.Match[str], country: re.Match[str]
) -> None:
    """The body with its country behind it; a world body that bears the same name is not meant."""
    owner, office.end = reading.entity(after.start("owner")), country.end()
    if owner is None or owner.type != "organization" or not owner.name.startswith("United Nations "):
        office.owner = owner or office.owner
        return
    text = text_of(reading.doc)[office.title.start : after.end("owner")]
    office.title = replace(office.title, text=text)
    office.owner = reading.entity(country.start("country"))
