"""What a name is by its head noun and by the common noun beside it, whatever a model takes it for.

A convention centre is a place, a games an event, a scheme neither; "the Fidesz party" is an organization.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom_enrich import cities, knowledge
from newsroom_enrich.folding import fold

if TYPE_CHECKING:
    from newsroom_enrich.annotations import Name
    from newsroom_enrich.claims.reading import Reading
    from newsroom_enrich.namelist import NameList

_CENTRE = (
    r"(?:Conventions?|Conference|(?:Conventions? and )?Exhibition|Congress|Expo|Trade|Sports?|Cultural"
    r"|Business)"
)
_SITE = re.compile(
    rf"\w (?:Palace|Hotel|Airport|(?:Air|Airforce|Air Force|Naval|Navy|Military|Army|Space) (?:Base|Station)"
    rf"|Airfield|Cosmodrome|Spaceport|Stadium|Arena|Circuit|{_CENTRE} Cent(?:er|re)|Pavilion|Square|Street"
    r"|Avenue|Boulevard|Tunnel|Dam|Reservoir|(?:Power|Nuclear|Solar|Hydropower) (?:Plant|Station)|Refinery"
    r"|Harbou?r|Canal|Straits?|River|Lake|Sea|Ocean|Bay|Islands?|Peninsula|Mountains?|Valley|Desert|Forest"
    r"|Park|(?:Nature|Biosphere|Game|Marine|Wildlife|Forest) Reserve|Sanctuary|Wetlands?|Gardens?"
    r"|Opera House|Cathedral|Basilica|Mosque|Monastery|Cemetery|Memorial|Mausoleum|Hall|Mansion"
    r"|Residence|Guesthouse|Villa|Castle|Fortress|Tower|Gate|Pools|Falls|Heights|Highlands|Plateau|Basin"
    r"|Delta|Corridor|Crossing|Checkpoint|Prison|Stand|Province|Oblast|Region|District|County|Governorate"
    r"|Prefecture|Municipality|Glacier|Left Bank|Right Bank|Steppe|Coast|Canyon|Theat(?:re|er))$"
    r"|^(?:Hotel|Lake|Mount|Port|Camp|Fort|Cape|Palais|Palazzo|Castel|Château|Villa) [^\W\d_a-z][^\W\d_]+$"
    r"|^(?:Left|Right|West) Bank$"
)
_INSTITUTE = re.compile(
    r"\w (?:Commission|Council|Committee|Secretariat|Organi[sz]ation|Authority|Agency|Ministry|Foundation"
    r"|Institute|Corporation|Company|Party|Association|Assembly|Parliament|Tribunal|Court)$"
)
_PROGRAMME = re.compile(
    r"\w (?:Programme|Program|Commission|Organi[sz]ation|Authority|Agency|Secretariat|Institute)$"
)
_HOUSE_OF_ART = re.compile(r" (?:Museum|Gallery|Library|University)$")
_INTO = re.compile(
    r"\b(?:into|inside|outside|near|(?:guests?|leaders?|spouses|them|him|her|visit|trip|went|came|tour|drove"
    r"|moved|walked|travell?ed) (?:to|of)) (?:the )?$"
)
_EVENT = re.compile(
    r"\w (?:(?:Economic|Investment|Business|Media|Cultural|Diplomacy|International|Energy|Security|Youth"
    r"|Tourism|Water|Policy|Peace|Gas|Industrial|Digital|Humanitarian|Legal|Strategic) Forum"
    r"|Summit|Games|Olympics|Paralympics|Championships?|World Cup|Festival|Biennale|Expo)(?: 20\d\d)?$"
    r"|^[A-Z]{2,}\+?[ -].* (?:Meeting|Ministerial|Conferences|Retreat)$|^Expo(?:-| )20\d\d$"
    r"|^(?:Tour de|Grand Prix of) \w+$"
)
_ORDINAL = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh"
    r"|Twelfth|\w+teenth|Twentieth|Twenty-\w+|Thirtieth|Thirty-\w+|Fortieth|Forty-\w+)"
)
_NUMBERED_EVENT = re.compile(
    rf"{_ORDINAL} (?:[^\W\d_a-z][\w'’-]* ){{0,6}}(?:Conference|Congress|Forum|Assembly|Dialogue"
    r"|Meeting|Consultations?)(?: (?:on|for|of|to|against|in)\b.*)?"
)
_NO_NAME_OF_EVENT = re.compile(
    rf"{_ORDINAL} (?:(?:Regular|Ordinary|Special|Extraordinary|Annual|Plenary|Emergency|Resumed) )*"
    r"(?:Summit|Conference|Congress|(?:Meeting|Session|Sitting|Edition|Round)(?: of .*)?|Anniversary\b.*)"
)
_SUMMIT_ON = re.compile(r"Summit (?:for|on|of the) (?!.*(?:Heads|Leaders))")
_OF_LEADERS = re.compile(r"(?:Summit|Conference|Meeting) of .*Heads of|Heads of (?:State|Government)")
# What a text calls so is neither body nor place: a scheme, a project, the relations of allies.
_THING = re.compile(
    r"\w (?:Scheme|Project|Partnership|Relations|Spirit|Path|Borders?|(?:Settlement|Payment|Missile|Messaging"
    r"|Defen[cs]e|Information) System|Package|Cooperation|Prize|Award|Peoples|Train|Railway|Pipeline|Highway"
    r"|Platform|Index|Instrument|Territory|Formula|Dividend|Revolution|Ceasefire|Deal|Clause|Amendments?|Chapter|Article|Fundamentals"
    r"|(?:Artificial Intelligence|AI|Grain|Road|Peace|Development|Security|Civili[sz]ation) Initiative"
    r"|Neighbou?rhood|Dimension)$"
)
_MATTER = re.compile(
    r"(?:Spirit|Year|Decade|Day|Week|Peoples?|Order|Anniversary|Development|Construction|Establishment"
    r"|Implementation|Promotion|Demarcation|Creation|Support|Protection|Prevention) (?:of|for) "
)
_TITLED = re.compile(
    r"^(?:\w+ ){0,2}(?:Treaty|Recommendation|Agreement|Protocol|Memorandum|Declaration|Pact|Statement"
    r"|Action Plan|Roadmap|Strategy|Communiqu[ée]|Resolution|Appeal|Guidelines|Code|Concept|Principles"
    r"|Opinion|Guide|Regulations?) (?:on|of|for|to|between|against) "
)
_ORGANIZATION_AFTER = re.compile(
    r" (?:political )?(?:party|company|group|corporation|conglomerate|faction|movement|militia|militants"
    r"|newspaper|daily|weekly|magazine|airlines?|bank|news agency|agency|news website|broadcaster|think tank"
    r"|foundation|coalition|bloc|band|insurgents|rebels|club|consortium|website|channel|TV|lawmakers?"
    r"|caucus|trade union|charity|chain|carmaker)\b(?! of (?:the )?(?:countr|state|nation))"
)
_ORGANIZATION_BEFORE = re.compile(
    r"\b(?:company|manufacturer|producer|operator|airline|carrier|newspaper|daily|weekly|magazine|broadcaster"
    r"|party|news agency|agency|group|movement|bank|carmaker|planemaker|giant|retailer|start-up|band|militia"
    r"|think tank|organisers|organizers|developer|contractor|maker|lender|miner|utility|shipbuilder),? $"
)
_SITE_NOT_SURNAME = re.compile(r"\w (?:Falls|Boulevard|Square|Avenue|Street|Airport|Palace|Stadium|Bridge)$")
# Nouns that no person has before the name.
_COMPANY_BEFORE = re.compile(
    r"\b(?:companies,|firms,|(?:company|manufacturer|airline|newspaper|broadcaster|carmaker|planemaker"
    r"|news agency|militia|think tank|start-up|band|retailer|shipbuilder)) $"
)
_SITE_AFTER = re.compile(
    r" (?:convention cent(?:re|er)|conference cent(?:re|er)|stadium|hotel|palace|airport|air base|reservoir"
    r"|dam|border crossing|checkpoint|refugee camp|nuclear plant|power plant|refinery|museum|monastery)\b"
)
_TAIL = re.compile(r" (?:of|for|on|to|against|in) .*")
_BESIDE_REACH = 20
_MARKED = frozenset({"ORG", "EVENT", "GPE", "LOC", "LAW"})


def kinds(reading: Reading, names: NameList) -> None:
    """Relabel what the head noun or the noun beside it tells; a thing is labelled LAW, which is no entity."""
    for name in list(names):
        if name.label == "PERSON" and (label := _no_person(reading.text, name)):
            names.put(replace(name, label=label))
        if name.label not in _MARKED or name.body is not None:
            continue
        label = _by_head(reading.text, name) or _by_neighbour(reading.text, name)
        if label is not None and label != name.label:
            names.put(replace(name, label=label))


def _no_person(text: str, name: Name) -> str | None:
    """What the head noun of a name, or the sort of company before it, tells against a person."""
    if _SITE_NOT_SURNAME.search(text, name.start, name.end):
        return "LOC"
    before = _COMPANY_BEFORE.search(text, max(0, name.start - _BESIDE_REACH), name.start)
    return "ORG" if before else None


def _by_head(text: str, name: Name) -> str | None:
    surface = text[name.start : name.end]
    if _SITE.search(_TAIL.sub("", surface)):
        return "GPE" if name.label == "GPE" else "LOC"
    if name.label in {"GPE", "LOC"} and _INSTITUTE.search(surface):
        return "ORG"
    if name.label == "EVENT" and _PROGRAMME.search(surface):
        return "ORG"
    if name.label in {"ORG", "GPE", "LOC"} and _HOUSE_OF_ART.search(surface):
        return "LOC" if _INTO.search(text, max(0, name.start - _BESIDE_REACH), name.start) else "ORG"
    if _OF_LEADERS.search(surface):
        return "ORG" if name.label == "EVENT" else None
    label = label_of_head(surface)
    somewhere = name.label in {"GPE", "LOC"} and not surface.endswith(" Summit")
    return None if label == "EVENT" and somewhere else label


def label_of_head(surface: str) -> str | None:
    """EVENT or LAW where the head noun of a name is a meeting or a thing."""
    head = _TAIL.sub("", surface)
    if _NO_NAME_OF_EVENT.fullmatch(surface):
        return "LAW"
    if _EVENT.search(head) or _NUMBERED_EVENT.fullmatch(surface) or _SUMMIT_ON.match(surface):
        return "EVENT"
    return "LAW" if _THING.search(head) or _MATTER.match(surface) or _TITLED.search(surface) else None


def _by_neighbour(text: str, name: Name) -> str | None:
    if name.label not in {"GPE", "LOC", "ORG", "EVENT"} or _is_known_place(text[name.start : name.end]):
        return None
    if _SITE_AFTER.match(text, name.end):
        return "LOC"
    if name.label == "ORG":
        return None
    if _ORGANIZATION_AFTER.match(text, name.end):
        return "ORG"
    before = _ORGANIZATION_BEFORE.search(text, max(0, name.start - _BESIDE_REACH), name.start)
    return "ORG" if before else None


def _is_known_place(surface: str) -> bool:
    folded = fold(surface)
    return (
        folded in knowledge.place_by_name()
        or folded in knowledge.country_by_name()
        or cities.country_of_city(folded) is not None
    )
