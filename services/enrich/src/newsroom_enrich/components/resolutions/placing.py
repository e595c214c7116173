"""Where an act took place: in the city of its clause, of the scene around it, or of the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich import knowledge
from newsroom_enrich.components.events.setting import is_online
from newsroom_enrich.components.resolutions.grammar import auxiliaries
from newsroom_enrich.components.resolutions.reading.dates import MEETS
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom.contracts import ResolutionStatus
    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.coming import Coming
    from newsroom_enrich.components.resolutions.reading import Reading

_OPENING_TOKENS = 3


def place_of(reading: Reading, ahead: Coming, act: Act, status: ResolutionStatus) -> str | None:
    """The city of the act: of its clause, of the scene that the sentence sets, or of the meeting."""
    own = reading.place_of(act.verb)
    if own is None and act.trigger.i != act.verb.i:
        own = reading.place_of(act.trigger)
    own = (
        own
        or ahead.place_where(act, {"where"})
        or capital_meant(reading, act)
        or _where_they_meet(reading, act)
    )
    if own is not None or status == "planned":
        return own or ahead.place(act)
    sentence = act.verb.sent
    if is_online(reading.words_of(sentence)) or stands_alone(act) or _is_of_offices(reading, act):
        return None
    opening = reading.doc[sentence.start : min(act.verb.i, sentence.start + _OPENING_TOKENS + 1)]
    scene = (_city_at(reading, token) for token in opening)
    return next((city for city in scene if city), None) or _around(reading, act)


def capital_meant(reading: Reading, act: Act) -> str | None:
    """As in "at a ceremony in the Sri Lankan capital": the only city of that country that the report names,
    or that of its dateline.
    """
    sentence = act.verb.sent
    for token, country in reading.named_in(sentence.start, sentence.end, "country"):
        behind = reading.doc[token.i + 1 : token.i + 2].text
        opens = any(word.lower_ == "in" for word in reading.doc[max(sentence.start, token.i - 3) : token.i])
        if behind != "capital" or not opens or reading.doc[token.i + 2 : token.i + 3].text == ",":
            continue
        cities = [e.name for e in reading.notes.entities if e.type == "place" and _lies_in(e, country)]
        if reading.setting.place in cities:
            return reading.setting.place
        return cities[0] if len(cities) == 1 else None
    return None


def _lies_in(place: EntityDraft, country: EntityDraft) -> bool:
    known = knowledge.place_by_name().get(fold(place.name))
    is_city = known is None or known.kind == "city"
    return is_city and place.country is not None and place.country == country.country


def _where_they_meet(reading: Reading, act: Act) -> str | None:
    """As in "will meet in Khujand to sign it", "leaders meeting in Riga issued it"."""
    verb = act.verb
    above = verb.head
    aim = verb.dep_ in {"advcl", "xcomp"} and any(child.lower_ == "to" for child in verb.children)
    if aim and above.lemma_ in MEETS:
        return reading.place_of(above)
    beside = (c for word in act.actors for c in word.children if c.dep_ in {"acl", "relcl"})
    met = (reading.place_of(c) for c in beside if c.lemma_ in MEETS and "had" not in auxiliaries(c))
    return next((city for city in met if city), None)


def _around(reading: Reading, act: Act) -> str | None:
    """The city of the meeting; without one, the only city in which the sentences around set the scene."""
    if reading.meeting_place is not None or reading.is_held_online:
        return reading.meeting_place
    sentence = act.verb.sent
    before, after = reading.sentence_before(sentence), reading.sentence_after(sentence)
    near = [reading.cities_in(sentence, coming=False)]
    near += [reading.cities_of_meetings(told) for told in (after, before) if told is not None]
    ahead = reading.coming_places
    told_in = [[c for c in told if c not in ahead] for told in [*near, reading.cities_in_lead]]
    cities = next((told for told in told_in if told), [])
    return cities[0] if len(cities) == 1 else None


def _city_at(reading: Reading, token: Token) -> str | None:
    """The city in "In Riyadh, ..."."""
    entity = reading.entity_at(token)
    if entity is None or entity.type != "place" or token.i == 0:
        return None
    return entity.name if reading.doc[token.i - 1].lower_ == "in" else None


def _is_of_offices(reading: Reading, act: Act) -> bool:
    """Whether offices made a joint statement, from wherever they are."""
    return act.reason == "joint" and all(reading.is_organization(word) for word in act.actors)


def stands_alone(act: Act) -> bool:
    """As in "Memorandums have been signed as well": done, but not said to be done at the meeting."""
    verb = act.verb
    while verb.dep_ == "conj" and not any(child.dep_ in {"aux", "auxpass"} for child in verb.children):
        verb = verb.head
    perfect = any(child.dep_ == "aux" and child.lower_ in {"has", "have"} for child in verb.children)
    return perfect and act.passive and not act.actors
