"""What kind of actor stands by a verb: a body, a group of officials, a state, a person, or somebody else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from newsroom_enrich import knowledge
from newsroom_enrich.components.documents.lexicon import singular
from newsroom_enrich.components.documents.numbers import parse_number
from newsroom_enrich.components.resolutions.grammar import noun_of, noun_phrase_end

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.reading import Reading

ActorClass = Literal["body", "collective", "country", "person", "none", "other"]

MINISTERS = frozenset({"minister", "ministers"})
LEADERS = frozenset(
    "leader leaders president presidents head heads king kings premier premiers pm pms chief chiefs "
    "summit".split()
)
LEGISLATORS = frozenset(
    "lawmaker deputy mp mps mep meps td tds senator legislator parliamentarian peer lord councillor "
    "congressman parliament chamber".split()
)
MEMBERS = frozenset(
    "member delegate delegation state country nation government side party representative participant "
    "partner ally producer envoy ambassador negotiator official diplomat signatory capital neighbour "
    "neighbor governor judge commissioner guest host expert shareholder pair duo trio quartet mayor "
    "bishop faction rebel commander voter elector electorate plenipotentiary".split()
)
# Short forms that stand for the body in force.
GENERIC = frozenset(
    "council assembly parliament board committee commission conference congress senate house cabinet "
    "union forum organization organisation bloc group alliance body organ chamber league community "
    "plenary session meeting summit gathering government court rada duma legislature agency association "
    "synod church authority".split()
)
# Organs of a state: where the report names none of that name, no other body can be meant.
NATIONAL = frozenset("senate house cabinet government court authority".split())
OF_A_STATE = frozenset("government side delegation authority force".split())
_PRONOUNS = frozenset("they it we both all who these those each".split())
_MANY = frozenset("dozens majority most many".split())
OFFICIALS = frozenset(
    "minister president leader king premier head ambassador envoy representative chief official "
    "delegate governor commissioner judge diplomat secretary".split()
)
_COLLECTIVE = MINISTERS | LEADERS | LEGISLATORS | MEMBERS | GENERIC | _PRONOUNS
_NO_BODY = re.compile(
    r"\b(?:Ministry|Police|Times|News|Press|Post|University|Institute|Army|Mission|Force|Office|Department|"
    r"Service|Center|Centre|Laboratory|Team|Bureau|Secretariat|Company|Foundation|Club|Radio|Television|"
    r"Parliament House|White House|Kremlin|Pentagon|Headquarters|Palace|Hotel|Fund for|Bank)\b",
    re.IGNORECASE,
)
# As in "Board of Governors of the World Bank": an organ decides, whatever it is an organ of.
_ORGAN = re.compile(r"^(?:[\w-]+ ){0,3}(?:Council|Board|Committee|Assembly|Conference|Congress|Synod) of ")
_IS_ORGAN = re.compile(
    r"Council|Board|Committee|Assembly|Conference|Congress|Commission|Parliament|Summit|Meeting|Forum|Authority|"
    r"Group|Union|Organi[sz]ation"
)
_NO_BODY_KINDS = frozenset({"news-agency", "un-mission", "party"})
_CANNOT_DECIDE_KINDS = frozenset({"news-agency", "un-mission", "agency", "bank", "party"})
# Movements that fight or stand for election, companies and campaigns take no documents as a body.
_NO_DECIDER = re.compile(
    r"\b(?:Front|Brigades?|Movement|Militia|Rebels?|Fighters|Islamic State|Caliphate|Jihad|Hamas|Hezbollah|"
    r"Hizbullah|Taliban|Houthis?|Ansar\w*|Boko Haram|al-[A-Z]\w+|Al[ -]Qa\w+|Shabaab|ISIS|ISIL|Daesh|Party|"
    r"Democrats|Group PLC|Inc|Ltd|LLC|GmbH|Corp|Corporation|Airlines?|Watch|Amnesty|Greenpeace|Oxfam|Fund|"
    r"Trust|Delegation|Mission|Embassy|Agency|Secretariat|Magazine|Journal|Museum|Observatory|Area|Zone)\b"
)
_DECIDER = re.compile(
    r"Council|Assembly|Parliament|Board|Conference|Committee|Congress|Senate|House|Chamber|Commission|Union|"
    r"Organi[sz]ation|Association|Community|League|Summit|Authority|Forum|Alliance|Group|Cooperation|Meeting|"
    r"Synod|Church|Session|Confederation|Federation|Court|Cabinet|Government|Initiative|Treaty|Convention|"
    r"Commonwealth|States|Nations|Parties|Partnership|^[A-Z]{2,}$"
)
LEGISLATURE = re.compile(
    r"Parliament|Assembly|Congress|Senate|Duma|Rada|Knesset|Diet|Bundes|House|Majlis|Riksdag|"
    r"Folketing|Storting|"
    r"Sejm|Cortes|Seimas|Saeima|Riigikogu|Legislat|Kenesh|Kurultai|Milli|Mejlis|"
    r"Sabha|Eduskunta|Althing|Hural|Khural|Oireachtas|Seanad|Dáil|Shura|Sobranie|Chamber of Deputies|"
    r"Chamber of Representatives|Federation Council|"
    r"Council of (?:States\b|the Federation|Representatives|the Republic)"
)
_WORLD_ASSEMBLY = re.compile(
    r"(?:General|Health|Environment|World|International|Council of Europe|OSCE|NATO|[A-Z]{3,}) .*?Assembly|"
    r"(?:General|Health|Environment) Assembly|^Assembly of (?:States Parties|Heads)"
)


def classify(reading: Reading, act: Act) -> ActorClass:
    """The kind of actor of an act; of several the one that can decide most."""
    if not act.actors:
        return "none"
    classes = {classify_word(reading, word) for word in act.actors}
    ranked: tuple[ActorClass, ...] = ("body", "collective", "country", "person")
    return next((best for best in ranked if best in classes), "other")


_NUMBERED = frozenset("committee commission chamber panel".split())
_ROMAN = frozenset("I II III IV V VI".split())


def classify_word(reading: Reading, word: Token) -> ActorClass:
    """The kind of actor that one head word names."""
    entity = reading.entity_at(word)
    if entity is not None:
        people = word.tag_ == "NNPS" and word.text != entity.name.rpartition(" ")[2]
        return "collective" if people and entity.type == "country" else _classify_entity(entity)
    lemma = noun_of(word)
    if is_central_bank(word):
        return "body"
    if word.i and word.nbor(-1).lower_ in _NUMBERED and (word.text.isdigit() or word.text in _ROMAN):
        return "body"  # "Committee I of the Convention"
    if lemma in OFFICIALS and word.tag_ in {"NN", "NNP"}:
        return "person"
    if lemma in OF_A_STATE and reading.entities_in(word.left_edge.i, noun_phrase_end(word), "country"):
        return "country"
    if (
        {lemma, word.lower_, singular(word.lower_)} & _COLLECTIVE
        or word.lower_ in _MANY
        or parse_number(word.text) is not None
    ):
        return "collective"
    named = reading.entities_in(word.left_edge.i, word.right_edge.i + 1, "person")
    return "person" if named else "other"


def is_central_bank(word: Token) -> bool:
    """As in "the country's central bank", which is no company."""
    return word.lower_ == "bank" and any(child.lower_ in {"central", "reserve"} for child in word.lefts)


def _classify_entity(entity: EntityDraft) -> ActorClass:
    if entity.type == "organization":
        return "body" if is_body(entity) else "other"
    if entity.type == "person":
        return "person"
    # A capital stands for its government: "Moscow and Minsk signed".
    return "collective" if entity.type == "event" else "country"


def is_body(entity: EntityDraft) -> bool:
    """Whether an organization can decide on documents: no newsroom, company, police or ministry."""
    known = knowledge.bodies().get(entity.name)
    if known is not None:
        return known.kind not in _NO_BODY_KINDS
    if _ORGAN.search(entity.name):
        return True
    return not _NO_BODY.search(entity.name)


def can_decide(entity: EntityDraft) -> bool:
    """Whether an organization may be meant where the text names no body: one that is known to decide, or
    whose name says so.
    """
    known = knowledge.bodies().get(entity.name)
    if known is not None and known.kind != "other":
        return known.kind not in _CANNOT_DECIDE_KINDS or entity.name.endswith("Commission")
    if known is not None:
        return not _NO_DECIDER.search(entity.name)
    return (
        is_body(entity)
        and bool(_DECIDER.search(entity.name))
        and not _NO_DECIDER.search(entity.name)
        and not _is_part_of_another(entity)
    )


def _is_part_of_another(entity: EntityDraft) -> bool:
    """As the ASEAN Community: named after a body, and not as an organ of it."""
    owner, _, rest = entity.name.partition(" ")
    return bool(rest) and owner in knowledge.acronyms() and _IS_ORGAN.search(rest) is None


def is_legislature(name: str | None) -> bool:
    """Whether a body is a parliament or one of its chambers; the assemblies of organizations are none."""
    known = knowledge.bodies().get(name or "")
    if known is not None and known.kind == "parliament" and known.country is not None:
        return True
    return name is not None and bool(LEGISLATURE.search(name)) and not _WORLD_ASSEMBLY.search(name)


def belongs(entity: EntityDraft, organization: EntityDraft) -> bool:
    """Whether one body is an organ of the other."""
    if entity.parent == organization.name:
        return True
    known = knowledge.bodies().get(entity.name)
    if known is not None and known.parent is not None:
        return known.parent == organization.name
    acronym = "".join(word[0] for word in organization.name.split() if word[0].isupper())
    return organization.name in entity.name or acronym in entity.name.split()
