"""Which act of a sentence a document belongs to, where several could have it or none has it yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span

    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.reading import Reading

# The sentence as a whole says what the document does; a participle within it says the same once more.
_WHOLE = frozenset({"joint", "by"})


def shared_out(reading: Reading, sentence: Span, acts: list[Act]) -> list[Act]:
    """The acts with their documents: each at the nearest verb, none forgotten, none told twice."""
    acts = _with_one_more(reading, sentence, _by_nearest(acts))
    done = {act.action for act in acts if act.phrases}
    # "Was rejected: 39 backed it, which left it short".
    return [a for a in _without_doubles(acts) if a.pronoun is None or a.phrases or a.action not in done]


def _by_nearest(acts: list[Act]) -> list[Act]:
    """As in "adopted a statement and approved a roadmap, a concept and a list": what stands behind the second
    verb is done by that one, whatever the syntax coordinates.
    """
    active = [act for act in acts if act.reason == "verb" and not act.passive and act.mood == "done"]
    kept: list[Act] = []
    for act in acts:
        later = [o.verb.i for o in active if o.verb.i > act.verb.i and o.verb.head.i == act.verb.i]
        if act not in active or not later:
            kept.append(act)
        elif own := tuple(p for p in act.phrases if p.start < later[0]):
            kept.append(replace(act, phrases=own))
    return kept


def _with_one_more(reading: Reading, sentence: Span, acts: list[Act]) -> list[Act]:
    """As in "adopted a text on nets, which drift about for years, and another on noise": one more document,
    wherever the syntax hangs it.
    """
    known = {phrase.head for act in acts for phrase in act.phrases}
    acts = list(acts)
    for more in reading.phrases_in(sentence.start, sentence.end) if known else ():
        takers = (index for index, act in enumerate(acts) if _takes(reading, act, more))
        index = next(takers, None) if more.head not in known else None
        if index is not None:
            acts[index] = replace(acts[index], phrases=(*acts[index].phrases, more))
    return acts


def _takes(reading: Reading, act: Act, more: DocumentPhrase) -> bool:
    """Whether "and another", or "and on the Plan" behind "agreed on", goes on with the act's documents."""
    if not act.phrases or act.phrases[-1].head > more.head:
        return False
    led = reading.doc[max(more.start - 2, 0) : more.start].text.casefold()
    if more.one_more and led.endswith("and"):
        return act.phrases[-1].kind == more.kind
    return led == "and on" and more.strong and reading.tokens[act.phrases[0].start - 1].lower_ == "on"


def _is_aside(act: Act) -> bool:
    """As in "ratified the treaty that was signed in May": told of the document beside what was done now."""
    verb = act.verb
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    return act.mood == "done" and verb.dep_ in {"relcl", "acl"} and act.reason in {"verb", "issued"}


def _without_doubles(acts: list[Act]) -> list[Act]:
    """One act for each document, action and mood; a joint statement is told once."""
    whole = {id(phrase) for act in acts if act.reason in _WHOLE for phrase in act.phrases}
    stating = [act for act in acts if (act.action, act.mood) != ("proposed", "done")]
    main = {id(phrase) for act in stating if not _is_aside(act) for phrase in act.phrases}
    kept: list[Act] = []
    for act in sorted(acts, key=lambda a: a.trigger.i):
        covered = whole if act.reason not in _WHOLE else frozenset()
        covered = covered | main if _is_aside(act) else covered
        if any(id(phrase) in covered for phrase in act.phrases):
            continue
        told = [
            p for other in kept if (other.mood, other.action) == (act.mood, act.action) for p in other.phrases
        ]
        rest = tuple(phrase for phrase in act.phrases if phrase not in told)
        if rest or not act.phrases:
            kept.append(replace(act, phrases=rest))
    return kept
