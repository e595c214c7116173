"""Which words lead from documents to their topics: "covering", "dealing with", "in the fields of", "on"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom_enrich.components.dates.component import is_in_date

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.reading import Reading

_REACH = 6
_COVERING_PARTICIPLES = frozenset("covering concerning regarding spanning addressing encompassing".split())
_WITH_PREPOSITION = {
    ("deal", "with"),
    ("relate", "to"),
    ("pertain", "to"),
    ("devote", "to"),
    ("dedicate", "to"),
    ("range", "from"),
    ("touch", "on"),
    ("touch", "upon"),
    ("focus", "on"),
    ("aim", "at"),
    ("bear", "on"),
    ("refer", "to"),
    ("extend", "to"),
    ("spread", "over"),
    ("spread", "across"),
    ("concentrate", "on"),
    ("link", "to"),
    ("connect", "with"),
    ("center", "on"),
    ("centre", "on"),
}
# What documents are meant to do to their topics.
PROMOTING = frozenset(
    "promote strengthen deepen expand protect target tackle boost facilitate fight combat counter curb "
    "prevent enhance increase improve develop reduce simplify ease encourage support advance ensure "
    "modernise modernize foster broaden cement bolster streamline safeguard regulate cut speed ban limit "
    "tighten".split()
)
COVERING = PROMOTING | frozenset(
    "cover concern deal relate pertain address include span touch range regard govern envisage provide "
    "create establish set foresee aim focus reject restore affect embrace encompass approve name appoint "
    "award open pave make do abolish refer extend involve introduce detail outline".split()
)
HOLDERS = frozenset("subjects topics issues matters areas fields questions themes".split())
FILLERS = frozenset("inter alia among other others things , also mainly both issues matters".split())
# Behind "of them" and these a list begins, as behind the set itself: "most of them on tourism".
_OF_THEM = frozenset({"them", "which", "these"})
# Nouns behind which "on" and "in" lead to what the documents are about.
_FOCUS = frozenset("focus emphasis accent cooperation collaboration ties relation link exchange".split())
_FIELDS = frozenset("field fields area areas sphere spheres sector sectors domain domains".split())
_OF_LISTS = frozenset("NOUN ADJ CCONJ PUNCT".split())
# Behind "in" and the like these tell where and how, not what about.
_CIRCUMSTANCES = frozenset(
    "capital city town region presence order accordance line addition favour favor effect force turn fact "
    "return ceremony margin margins sideline sidelines visit principle occasion behalf basis eve part "
    "total all proposal condition response session meeting agenda table board camera paper stage screen "
    "schedule time site spot arrival departure completion committee plenary reading absentia writing "
    "private public copy language duplicate".split()
)


def lead(reading: Reading, phrase: DocumentPhrase, token: Token, *, near: bool) -> int | None:
    """Where a list of topics begins, if a token leads to one."""
    if token.lower_ in _COVERING_PARTICIPLES or _covers_in_relative(token):
        return list_start(token.i + 1, token.sent.end, token)
    if token.tag_ in {"VBG", "VBN", "VBP", "VBD"} and (preposition := _preposition(token)) is not None:
        known = (token.lemma_, preposition.lower_) in _WITH_PREPOSITION
        return list_start(preposition.i + 1, token.sent.end, token) if known else None
    if _is_of_part(token):
        return list_start(token.i + 1, token.sent.end, token)
    if token.lower_ == "to" and near and token.nbor().tag_ == "VB" and token.nbor().lemma_ in PROMOTING:
        return token.i + 2  # "agreements worth a billion to support small farms"
    if token.lower_ == "for" and near and leads_to_topic(reading, token) and _lists_common_nouns(token):
        return token.i + 1  # "loan agreements worth a billion for roads, ports and farms"
    near = near or _tells_of_set(phrase, token)
    if token.lower_ in {"across", "within"} and near and (field := _field_behind(token)) is not None:
        return _behind_field(field)
    if token.lower_ == "on" and near and leads_to_topic(reading, token):
        return None if _is_of_other_noun(phrase, token) else list_start(token.i + 1, token.sent.end, token)
    if token.lower_ in {"in", "against", "about"} and near and leads_to_topic(reading, token):
        if (field := _field_behind(token)) is not None:
            return _behind_field(field)
        direct = token.i == phrase.end or token.head.i in phrase.outer or token.head.lemma_ in _FOCUS
        direct = direct or token.nbor(-1).lower_ == "understanding" or _lists_common_nouns(token)
        return (
            token.i + 1 if direct and not (token.lower_ == "in" and _is_somewhere(reading, token)) else None
        )
    return None


def _field_behind(preposition: Token) -> Token | None:
    """As "fields" in "in the fields of energy", "in the energy, trade and cultural fields"."""
    for number, token in enumerate(preposition.doc[preposition.i + 1 : preposition.sent.end]):
        if token.lower_ in _FIELDS:
            return token
        if number >= _REACH and token.pos_ not in _OF_LISTS:
            return None
    return None


def _tells_of_set(phrase: DocumentPhrase, preposition: Token) -> bool:
    """As "in" in "ten pacts were signed in the fields of energy and health": it hangs on the passive verb
    whose subject is the set.
    """
    told = (child for child in preposition.head.children if child.dep_ == "nsubjpass")
    return any({child.i, *(word.i for word in child.conjuncts)} & phrase.outer for child in told)


def _lists_common_nouns(preposition: Token) -> bool:
    """As in "were signed in farming, mining and banking": a list of things without an article."""
    behind = preposition.doc[preposition.i + 1 : preposition.sent.end][:_REACH]
    comma = next((at for at, token in enumerate(behind) if token.text == ","), None)
    return bool(comma) and all(t.pos_ in {"NOUN", "ADJ", "CCONJ"} and not t.ent_type_ for t in behind[:comma])


def _is_somewhere(reading: Reading, preposition: Token) -> bool:
    """As in "signed in Hanoi": a place, and no field as in "in ICT"."""
    first = preposition.nbor()
    entity = reading.entity_at(first)
    return entity is not None and entity.type in {"place", "country"} and first.pos_ == "PROPN"


def list_start(at: int, end: int, lead_word: Token) -> int:
    """Behind "inter alia", "among other subjects", "areas such as", "subjects as different as"."""
    field = next((token for token in lead_word.doc[at:end][:_REACH] if token.lower_ in HOLDERS), None)
    example = _behind_example(field) if field is not None else None
    return example or _behind_fillers(at, end, lead_word.doc)


def _behind_fillers(at: int, end: int, doc: Doc) -> int:
    while at < end:
        other = doc[at].lower_ in HOLDERS and doc[at - 1].lower_ == "other"
        if not other and doc[at].lower_ not in FILLERS:
            break
        at += 1
    return at


def _behind_field(field: Token) -> int:
    """Behind "in such areas as", "in fields including"; at the field itself elsewhere."""
    return _behind_example(field) or field.left_edge.i


def _behind_example(field: Token) -> int | None:
    """Behind "such as", "including", "as different as"."""
    behind = field.doc[field.i + 1 : min(field.i + 4, field.sent.end)]
    if len(behind) > 2 and behind[0].lower_ == "as" == behind[2].lower_:
        return field.i + 4
    return next((token.i + 1 for token in behind[:2] if token.lower_ in {"as", "including", "like"}), None)


def _is_of_part(token: Token) -> bool:
    """As "on" in "most of them on tourism", "with" in "four of which have to do with fishing"."""
    if token.i < 3:
        return False
    if token.lower_ == "with":
        return token.doc[token.i - 2 : token.i].text.casefold() == "to do"
    before = token.nbor(-1)
    return token.lower_ in {"on", "about"} and before.lower_ in _OF_THEM and before.nbor(-1).lower_ == "of"


def _covers_in_relative(token: Token) -> bool:
    """As "include" in "on subjects that include migration", "cover" in "which cover tax and trade"."""
    return token.lemma_ in COVERING and token.i > 1 and token.nbor(-1).lower_ in {"that", "which"}


def _is_of_other_noun(phrase: DocumentPhrase, preposition: Token) -> bool:
    """As "on" in "the rules of the committee on tariffs"."""
    noun = preposition.head
    inside = phrase.start <= noun.i < phrase.end or noun.i in phrase.outer or noun.lower_ == "understanding"
    inside = inside or noun.lemma_ in _FOCUS
    return noun.pos_ in {"NOUN", "PROPN"} and noun.i == preposition.i - 1 and not inside


def _preposition(verb: Token) -> Token | None:
    """The word right behind a verb, fillers aside: "pertaining, inter alia, to"."""
    at = _behind_fillers(verb.i + 1, verb.sent.end, verb.doc)
    return verb.doc[at] if at < verb.sent.end else None


def leads_to_topic(reading: Reading, token: Token) -> bool:
    """Whether the words behind a preposition are no day, place or circumstance."""
    first = next(
        (t for t in reading.doc[token.i + 1 : token.sent.end] if t.pos_ not in {"DET", "PUNCT"}), None
    )
    if first is None or is_in_date(first):
        return False
    noun = next((c for c in token.children if c.dep_ == "pobj"), first)
    goes_on = {"that", "which", "ranging"}  # "on subjects that include trade"
    if noun.i + 1 < token.sent.end and noun.nbor().lower_ in goes_on and noun.lower_ in HOLDERS:
        return False
    return not {noun.lemma_.casefold(), noun.lower_, first.lower_} & _CIRCUMSTANCES
