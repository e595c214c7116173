"""Idioms of deciding: "the bill squeaked through the Senate", "ministers turned their backs on the accord".

Each is a verb with what must stand by it (a particle, a noun, a chamber) and the place of the document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newsroom_enrich.components.resolutions.grammar import after_preposition, is_passive, lemma_of, objects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from newsroom.contracts import Action

    Role = Literal["subject", "object"]

# The document gets through: verb -> the words of which one must stand by it.
_GETS_THROUGH = {
    verb: frozenset(words.split())
    for verbs, words in (
        ("squeak scrape squeeze edge slip", "through home by past over"),
        ("sail speed breeze glide cruise romp steam race fly coast ease storm zip", "through past home"),
        ("sweep pull win make get go come muddle limp", "through"),
    )
    for verb in verbs.split()
}
# What a document leaves behind it when it passes.
_HURDLES = frozenset("hurdle obstacle stage test bar barrier step reading vote".split())
_CHAMBERS = frozenset(
    "parliament house chamber assembly senate congress committee council legislature reading lords commons "
    "duma rada knesset sabha bundestag bundesrat saeima sejm plenary floor conference board".split()
)
# The document comes to nothing: verb -> the words of which one must stand by it; none for these alone.
_COMES_TO_NOTHING = {
    "run": frozenset({"aground"}),
    "come": frozenset({"grief", "unstuck", "cropper", "nothing", "naught", "nought"}),
    "bite": frozenset({"dust"}),
    "fall": frozenset({"short", "flat"}),
    "suffer": frozenset({"defeat"}),
    "meet": frozenset({"defeat"}),
    "go": frozenset({"down", "under"}),
    "be": frozenset({"short"}),
    "miss": frozenset({"majority", "threshold", "mark", "quorum"}),
    "lack": frozenset({"majority", "support", "votes", "backing"}),
}
_COMES_SHORT_OF = frozenset("vote majority threshold two-third third quorum mark needed required".split())
# What is done to the document behind a preposition: (verb, a word by it, preposition).
_DONE_TO: dict[tuple[str, str, str], Action] = {
    ("turn", "back", "on"): "rejected",
    ("say", "no", "to"): "rejected",
    ("inflict", "defeat", "on"): "rejected",
    ("deal", "defeat", "to"): "rejected",
    ("give", "thumb", "to"): "approved",
    ("say", "yes", "to"): "approved",
    ("say", "aye", "to"): "approved",
    ("throw", "weight", "behind"): "endorsed",
    ("throw", "support", "behind"): "endorsed",
    ("throw", "backing", "behind"): "endorsed",
    ("put", "weight", "behind"): "endorsed",
    ("rally", "", "behind"): "endorsed",
    ("rally", "", "round"): "endorsed",
    ("unite", "", "behind"): "endorsed",
    ("do", "away", "with"): "repealed",
    ("close", "deal", "on"): "agreed",
    ("conclude", "negotiation", "on"): "agreed",
    ("conclude", "talk", "on"): "agreed",
    ("complete", "negotiation", "on"): "agreed",
    ("finish", "negotiation", "on"): "agreed",
    ("put", "initial", "to"): "agreed",
    ("place", "initial", "on"): "agreed",
}
# What is done to the object of a verb with an adverb.
_DONE_WITH: dict[tuple[str, str], Action] = {
    ("let", "through"): "adopted",
    ("get", "through"): "adopted",
    ("brush", "aside"): "rejected",
    ("sweep", "aside"): "rejected",
    ("see", "off"): "rejected",
    ("send", "down"): "rejected",
    ("face", "down"): "rejected",
    ("vote", "through"): "adopted",
    ("vote", "down"): "rejected",
    ("wave", "through"): "approved",
    ("nod", "through"): "approved",
    ("vote", "into"): "adopted",
    ("pass", "into"): "adopted",
    ("write", "into"): "adopted",
    ("sign", "into"): "signed",
    ("strike", "off"): "repealed",
    ("wipe", "off"): "repealed",
}
_INTO_LAW = frozenset({"law"})
_OFF_THE_BOOKS = frozenset({"book", "statute", "roll"})
_OFF = frozenset({"strike", "wipe"})
_HEADS = frozenset(
    [*_GETS_THROUGH, *_COMES_TO_NOTHING, "clear", "pass", "sweep", "lose", "fall", "succumb"]
    + [verb for verb, _, _ in _DONE_TO]
    + [verb for verb, _ in _DONE_WITH]
)
VERBS = _HEADS
_NEAR = 4


def idioms(verb: Token) -> Iterator[tuple[Action, list[Token] | None]]:
    """The action of each idiom of a verb, and the words for its document; None for its subject."""
    lemma = lemma_of(verb)
    if lemma not in _HEADS:
        return
    if not is_passive(verb):
        yield from _of_subject(verb, lemma)
    elif lemma == "lose" and any(child.lower_ == "by" for child in verb.children):
        yield "rejected", None
    yield from _of_object(verb, lemma)


def _of_subject(verb: Token, lemma: str) -> Iterator[tuple[Action, None]]:
    """As in "the bill squeaked home", "cleared the Senate", "ran aground", "fell to a veto"."""
    beside = _beside(verb)
    led = {word.lemma_.casefold() for word in after_preposition(verb)}
    if beside & _GETS_THROUGH.get(lemma, frozenset()) and _is_of_chambers(verb):
        yield "adopted", None
    if lemma in {"clear", "pass", "sweep"}:
        behind = {form for word in objects(verb) for form in (word.lemma_.casefold(), word.lower_)}
        if behind & _CHAMBERS:
            yield "adopted", None
        if behind & {"majority", "threshold"}:
            yield "adopted", None
        if behind & _HURDLES:
            yield "approved", None
    if lemma in {"fall", "be"} and "short" in beside:
        if led & _COMES_SHORT_OF or _counts_votes(verb):
            yield "rejected", None
        return
    if lemma in {"fall", "succumb"} and "veto" in led:
        yield "vetoed", None
    if beside & _COMES_TO_NOTHING.get(lemma, frozenset()):
        yield "rejected", None


def _of_object(verb: Token, lemma: str) -> Iterator[tuple[Action, list[Token] | None]]:
    """As in "turned their backs on the accord", "let the text through", "signed the bill into law"."""
    beside = {*_beside(verb), *(word.lemma_.casefold() for word in verb.children)}
    for (verb_lemma, word, preposition), action in _DONE_TO.items():
        if verb_lemma == lemma and (not word or word in beside):
            nouns = [child for child in verb.children if child.lemma_.casefold() == word]
            found = [item for head in (*nouns, verb) for item in after_preposition(head, preposition)]
            if found:
                yield action, found
    for (head, particle), action in _DONE_WITH.items():
        if head == lemma and particle in beside and _fits(verb, particle):
            yield action, _patients(verb, particle)


def _fits(verb: Token, particle: str) -> bool:
    """Whether "into" leads to law, and "off" to the books."""
    led = {word.lemma_.casefold() for word in after_preposition(verb, particle)}
    if particle == "into":
        return bool(led & _INTO_LAW)
    return lemma_of(verb) not in _OFF or bool(led & _OFF_THE_BOOKS)


def _patients(verb: Token, particle: str) -> list[Token]:
    if is_passive(verb):
        return [child for child in verb.children if child.dep_ in {"nsubjpass", "nsubj"}]
    return objects(verb) or (after_preposition(verb, particle) if particle not in {"into", "off"} else [])


def _beside(verb: Token) -> set[str]:
    """The particles, adverbs, prepositions and nouns that belong to a verb."""
    found = {child.lower_ for child in verb.children if child.dep_ not in {"nsubj", "nsubjpass", "aux"}}
    near = verb.doc[verb.i + 1 : verb.i + _NEAR]
    found |= {t.lower_ for t in near if t.pos_ in {"ADP", "ADV"} and t.head.i in {verb.i, verb.i + 1}}
    return found | {word.lemma_.casefold() for word in after_preposition(verb)}


def _is_of_chambers(verb: Token) -> bool:
    """Whether what is got through is a house or a body: "went through the lawyers" tells nothing."""
    led = after_preposition(verb, "through", "past", "over")
    return all(
        word.pos_ == "PROPN" or {word.lemma_.casefold(), word.lower_} & (_CHAMBERS | _HURDLES | {"line"})
        for word in led
    )


def _counts_votes(verb: Token) -> bool:
    """As in "fell four votes short", "five short of a majority"."""
    return any(token.lemma_ in {"vote", "majority", "supporter", "quorum"} for token in verb.subtree)
