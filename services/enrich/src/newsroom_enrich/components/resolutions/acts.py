"""Acts on documents: which verb or noun of a sentence says that something was done with which documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions import verbs
from newsroom_enrich.components.resolutions.grammar import (
    Mood,
    after_preposition,
    agents,
    climb,
    conjuncts,
    is_passive,
    mood,
    objects,
    particle,
    subject,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from newsroom.contracts import Action
    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.reading import Reading

_SEPARATORS = frozenset({",", "and", ";", "well", "plus", "with", "&", "or", "then", "–", "—"})
_BETWEEN = frozenset(
    {"of", "on", "to", "as", "along", "together", "also", "both", "finally", "lastly", "further"}
)
_ADJACENT_TOKENS = 7
_OPENING_TOKENS = 3
_PASSED_OVER = frozenset(
    "in its the first second third final and reading at session meeting , by consensus acclamation without a vote unanimously public also formally finally today on monday tuesday wednesday thursday friday "
    "saturday sunday overwhelmingly narrowly jointly both the new separately".split()
)
_NAMED = frozenset({"entitle", "title", "call", "name", "dub", "entitled", "titled"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Act:
    """Something done with documents. `trigger` is the verb or noun that says so, `verb` the verb that carries it.

    `phrases` are the documents; `thing` is what was decided on where it is no document. `actors` are the head
    words of who did it.
    """

    trigger: Token
    verb: Token
    action: Action
    mood: Mood
    phrases: tuple[DocumentPhrase, ...] = ()
    thing: Token | None = None
    actors: tuple[Token, ...] = ()
    passive: bool = False
    pronoun: Token | None = None
    reason: str = "verb"


def find_acts(reading: Reading, sentence: Span) -> list[Act]:
    """The acts of one sentence in the order of the text, whatever their mood."""
    acts: list[Act] = []
    for token in sentence:
        if token.pos_ in {"VERB", "AUX"} or (
            token.tag_.startswith("VB") and token.dep_ not in {"amod", "compound"}
        ):
            acts.extend(_verbal(reading, token))
        elif token.pos_ == "NOUN":
            acts.extend(_nominal(reading, token))
    acts.extend(_by_decision(reading, sentence))
    if not any(token.tag_ in _FINITE for token in sentence):
        acts.extend(_verbless(reading, sentence))
    return _without_doubles([*acts, *_joint_statements(reading, sentence)])


def _verbal(reading: Reading, verb: Token) -> Iterator[Act]:
    lemma = verb.lemma_.casefold()
    for action, targets, reason in _readings(verb, lemma):
        phrases = _documents(reading, targets)
        if not phrases and reason in {"verb", "issued"} and not is_passive(verb):
            phrases = _adjacent(reading, verb)
        if not phrases and not targets and is_passive(verb):
            phrases = _leading(reading, verb)
        pronoun = (
            None if phrases else next((t for t in targets if t.lower_ in {"it", "them", "both", "all"}), None)
        )
        if not phrases and pronoun is None:
            continue
        fitting = _fitting(reading, verb, lemma, action, phrases)
        if fitting is None and phrases:
            continue
        yield Act(
            trigger=verb,
            verb=verb,
            action=fitting or action,
            mood=_mood(verb, lemma),
            phrases=tuple(phrases),
            actors=_actors(verb, reason),
            passive=is_passive(verb),
            pronoun=pronoun,
            reason=reason,
        )
        return
    yield from _deciding(reading, verb, lemma)
    yield from _included(reading, verb, lemma)


def _included(reading: Reading, verb: Token, lemma: str) -> Iterator[Act]:
    """ "Documents adopted at the session include the Plan and the Vision": what was done with the subject."""
    if lemma not in {"include", "comprise"} or (mood(verb) == "unreal" and verb.tag_ not in {"VBP", "VBZ"}):
        return
    for child in verb.children:
        done = [
            c
            for c in child.children
            if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_.casefold() in verbs.TRANSITIVE
        ]
        if child.dep_ == "nsubj" and reading.phrase_at(child) is not None and done:
            phrases = tuple(p for p in _documents(reading, objects(verb)) if p.is_named)
            if phrases:
                yield Act(
                    done[0],
                    verb,
                    verbs.TRANSITIVE[done[0].lemma_.casefold()],
                    "done",
                    phrases,
                    actors=tuple(agents(done[0])),
                    passive=True,
                )


def _readings(verb: Token, lemma: str) -> Iterator[tuple[Action, list[Token], str]]:
    """The ways in which a verb can take a document: what it says is done, and the words that it is done to."""
    passive = is_passive(verb)
    down = particle(verb)
    light = _light(verb, lemma)
    if light is not None:
        yield light[0], light[1], "verb"
    if down and (lemma, down) in verbs.PHRASAL:
        yield (
            verbs.PHRASAL[lemma, down],
            _patients(verb, passive=passive) or after_preposition(verb, down),
            "verb",
        )
    for (word, preposition), action in verbs.PREPOSITIONAL.items():
        if word == lemma and (found := after_preposition(verb, preposition)):
            yield action, found, "verb"
    if lemma in verbs.TRANSITIVE and down not in {"down", "off", "out", "up"}:
        yield verbs.TRANSITIVE[lemma], _patients(verb, passive=passive), "verb"
    if lemma in verbs.ISSUED:
        yield "adopted", _patients(verb, passive=passive), "issued"
    if lemma in verbs.TAKEN:
        yield "adopted", _patients(verb, passive=passive), "taken"
    if lemma in verbs.INTRANSITIVE and not passive:
        found = [child for child in verb.children if child.dep_ == "nsubj"] or _inherited_subject(verb)
        yield (
            verbs.INTRANSITIVE[lemma],
            [item for child in found for item in conjuncts(child)],
            "intransitive",
        )
    yield from _put_forward(verb, lemma, passive=passive)
    yield from _votes(verb, lemma, passive=passive)


def _put_forward(verb: Token, lemma: str, *, passive: bool) -> Iterator[tuple[Action, list[Token], str]]:
    if lemma == "vote" and not passive:
        yield "proposed", after_preposition(verb, "on"), "put"
    pairs = {(lemma, child.lower_) for child in verb.children if child.dep_ in {"prep", "prt", "advmod"}}
    if lemma in verbs.PUT_FORWARD or pairs & verbs.PUT_PHRASES:
        yield "proposed", _patients(verb, passive=passive) or _inherited_subject(verb), "put"
    if lemma == "have" and "before" in {child.lower_ for child in verb.children}:
        yield "proposed", objects(verb), "put"


def _votes(verb: Token, lemma: str, *, passive: bool) -> Iterator[tuple[Action, list[Token], str]]:
    """Votes that state the act by themselves: "84 countries supported the resolution", "it drew ten votes"."""
    if lemma in verbs.SUPPORT:
        yield "adopted", _patients(verb, passive=passive), "support"
    if lemma in verbs.GOT_VOTES and any(o.lemma_ in {"vote", "support", "backing"} for o in objects(verb)):
        found = [child for child in verb.children if child.dep_ == "nsubj"] or _inherited_subject(verb)
        yield "adopted", found, "votes"


def _patients(verb: Token, *, passive: bool) -> list[Token]:
    """What the verb is done to: the object, or the subject of the passive."""
    if not passive:
        return objects(verb)
    own = [item for child in verb.children if child.dep_ == "nsubjpass" for item in conjuncts(child)]
    if own and not all(item.tag_ in {"WDT", "WP"} for item in own):
        return own
    if own and own[0].lower_ in {"that", "which"} and verb.dep_ != "relcl":
        return own
    return _inherited_subject(verb) if not own else [t for t in [subject(verb)] if t is not None]


def _inherited_subject(verb: Token) -> list[Token]:
    found = subject(verb)
    return (
        conjuncts(found) if found is not None and verb.dep_ != "acl" else [found] if found is not None else []
    )


def _light(verb: Token, lemma: str) -> tuple[Action, list[Token]] | None:
    """ "put their signatures to X", "gave its approval to X", "voted in favour of X"."""
    nouns = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}] + after_preposition(
        verb
    )
    for noun in nouns:
        action = verbs.LIGHT.get((lemma, noun.lemma_.casefold()))
        if action is None:
            continue
        found = [item for item in after_preposition(verb, "to", "on", "for", "against") if item.i != noun.i]
        if noun.lemma_ == "pen":
            found += [
                c
                for t in verb.subtree
                if t.lower_ in {"to", "on"} and t.i > noun.i
                for c in t.children
                if c.dep_ == "pobj"
            ]
        found += [
            item
            for child in noun.children
            if child.dep_ == "prep" and child.lower_ in {"to", "on", "of", "for", "against"}
            for inner in child.children
            if inner.dep_ == "pobj"
            for item in conjuncts(inner)
        ]
        return action, found
    return None


def _mood(verb: Token, lemma: str) -> Mood:
    """The mood of the verb; votes cast with raised hands and pens put to paper have it from the same verb."""
    del lemma
    return mood(verb)


def _actors(verb: Token, reason: str) -> tuple[Token, ...]:
    if reason in {"intransitive", "votes"}:
        return ()
    if is_passive(verb):
        return tuple(agents(verb))
    found = subject(verb)
    return tuple(conjuncts(found)) if found is not None else ()


def _adjacent(reading: Reading, verb: Token) -> list[DocumentPhrase]:
    """The documents right behind the verb, where the syntax lost them: "adopted, by consensus, the Agreement"."""
    following = reading.phrases_in(verb.i + 1, verb.sent.end)
    if not following or following[0].start - verb.i > _ADJACENT_TOKENS:
        return []
    between = reading.doc[verb.i + 1 : following[0].start]
    if any(token.lower_ not in _PASSED_OVER for token in between) or (
        len(between) and between[-1].pos_ == "ADP"
    ):
        return []
    return [following[0], *_listed_after(reading, following[0], verb.sent)]


def _leading(reading: Reading, verb: Token) -> list[DocumentPhrase]:
    """The document that opens the sentence of a passive whose subject the syntax lost."""
    sentence = verb.sent
    before = reading.phrases_in(sentence.start, verb.i)
    return before[:1] if before and before[0].start - sentence.start <= _OPENING_TOKENS else []


def _documents(reading: Reading, targets: list[Token]) -> list[DocumentPhrase]:
    """The document phrases among the targets, with those that go on the list after the first one."""
    found: list[DocumentPhrase] = []
    for target in targets:
        phrase = reading.phrase_at(target)
        if phrase is None and target.lower_ in {"that", "which"}:
            phrase = _right_before(reading, target)
        if phrase is not None and phrase not in found:
            found.append(phrase)
    if not found:
        return []
    for phrase in _listed_after(reading, found[0], targets[0].sent):
        if phrase not in found:
            found.append(phrase)
    return sorted(found, key=lambda phrase: phrase.start)


def _right_before(reading: Reading, pronoun: Token) -> DocumentPhrase | None:
    """The document just before a relative pronoun: "memorandums of understanding (MoUs) that ..." """
    before = reading.phrases_in(pronoun.sent.start, pronoun.i)
    if not before or pronoun.i - before[-1].end > _ADJACENT_TOKENS:
        return None
    between = reading.doc[before[-1].end : pronoun.i]
    return None if any(token.pos_ in {"VERB", "AUX"} for token in between) else before[-1]


def _listed_after(reading: Reading, first: DocumentPhrase, sentence: Span) -> Iterator[DocumentPhrase]:
    """The documents of the same list, read from the surface, since long lists break the syntax."""
    last = first
    for phrase in reading.phrases_in(first.end, sentence.end):
        if not _same_list(reading, last, phrase):
            if phrase.start > last.end and any(
                t.tag_ in _FINITE for t in reading.doc[last.end : phrase.start]
            ):
                return
            continue
        yield phrase
        last = phrase


def _same_list(reading: Reading, last: DocumentPhrase, phrase: DocumentPhrase) -> bool:
    doc = reading.doc
    at = phrase.start - 1
    while at > last.end and doc[at].lower_ in _BETWEEN:
        at -= 1
    if at < last.end or doc[at].lower_ not in _SEPARATORS:
        return False
    if doc[at].lower_ == "with" and doc[at - 1].lower_ not in {"along", "together"}:
        return False
    if any(token.tag_ in _FINITE for token in doc[last.end : phrase.start]):
        return False
    first = doc[phrase.start]
    opens = (
        first.pos_ in {"DET", "NUM", "ADJ", "PRON"}
        or phrase.title is not None
        or first.lower_ in {"its", "their"}
    )
    head = doc[phrase.head]
    subject_of_its_own = head.dep_ in {"nsubj", "nsubjpass"} and head.head.lemma_.casefold() not in _NAMED
    return opens and not subject_of_its_own


def _fitting(
    reading: Reading, verb: Token, lemma: str, action: Action, phrases: list[DocumentPhrase]
) -> Action | None:
    """The action that fits the kind of document, or None when the verb says nothing about such a document."""
    if not phrases:
        return action
    first = phrases[0]
    issued = first.kind in verbs.ISSUED_KINDS or any(p.title for p in phrases)
    if lemma in verbs.ISSUED and lemma not in verbs.TRANSITIVE | dict.fromkeys(verbs.PUT_FORWARD, "adopted"):
        return "adopted" if issued and _made_public(verb, lemma) else None
    if lemma == "announce":
        return "adopted" if first.kind in verbs.ISSUED_KINDS and first.strong else None
    if lemma in verbs.TAKEN and lemma != "reach":
        return "adopted" if first.kind == "decision" and first.strong else None
    if action == "agreed" and lemma in {
        "reach",
        "strike",
        "seal",
        "clinch",
        "conclude",
        "finalize",
        "finalise",
        "exchange",
    }:
        return (
            "agreed"
            if first.kind in {"agreement", "memorandum", "treaty", "convention", "protocol"}
            or lemma == "exchange"
            else None
        )
    if action in {"extended", "repealed"}:
        if lemma in {"lift", "scrap", "terminate", "abolish"} and first.kind not in {"sanctions", "law"}:
            return None
        return "adopted" if first.kind in {"resolution", "decision"} and action == "extended" else action
    if lemma == "carry":
        return "adopted" if is_passive(verb) else None
    if lemma in {"strike"} and action == "agreed":
        return "agreed" if first.kind == "agreement" else None
    return action


def _made_public(verb: Token, lemma: str) -> bool:
    """ "made public", "made the statement public"; "made" alone says nothing."""
    if lemma not in {"make", "present", "announce"}:
        return True
    return lemma == "make" and any(
        token.lower_ == "public" for token in verb.subtree if abs(token.i - verb.i) <= 6
    )


def _nominal(reading: Reading, noun: Token) -> Iterator[Act]:
    """ "the signing of X", "with the adoption of X", when the verb above says that it happened."""
    lemma = noun.lemma_.casefold()
    lemma = {"signature": "signature", "sign": "signing"}.get(lemma, lemma)
    action = verbs.NOMINAL.get(lemma)
    if lemma == "vote":
        action = "proposed"
    if action is None or noun.tag_ == "NNS":
        return
    targets = [
        item
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ == ("on" if lemma == "vote" else "of")
        for inner in child.children
        for thing in ([inner] if inner.dep_ == "pobj" else [c for c in inner.children if c.dep_ == "dobj"])
        for item in conjuncts(thing)
    ]
    phrases = _documents(reading, targets)
    verb = next((head for head in climb(noun) if head.pos_ in {"VERB", "AUX"}), None)
    if not phrases or verb is None:
        return
    expected = verb.lemma_.casefold() in verbs.EXPECTED or mood(verb) == "planned"
    if expected and noun.dep_ in {"nsubj", "nsubjpass"}:
        yield Act(
            noun,
            verb,
            action,
            "planned",
            tuple(phrases),
            reason="put" if action == "proposed" else "noun",
            actors=_of_agents(noun),
        )
        return
    if action == "proposed":
        return
    if verb.lemma_.casefold() not in verbs.HAPPENING and not (verb.lemma_ == "be" and noun.dep_ == "attr"):
        return
    yield Act(noun, verb, action, mood(verb), tuple(phrases), reason="noun", actors=_of_agents(noun))


def _of_agents(noun: Token) -> tuple[Token, ...]:
    """ "the signing by both presidents of ..."."""
    return tuple(
        inner
        for child in noun.children
        if child.dep_ in {"prep", "agent"} and child.lower_ == "by"
        for inner in child.children
        if inner.dep_ == "pobj"
    )


def _deciding(reading: Reading, verb: Token, lemma: str) -> Iterator[Act]:
    """Decisions on something that is no document: "approved a flag", "agreed on a framework", "decided to invite"."""
    passive = is_passive(verb)
    if lemma in verbs.DECIDING:
        things = [t for t in _patients(verb, passive=passive) if t.pos_ in {"NOUN", "PROPN"}]
        if things:
            yield Act(
                verb,
                verb,
                verbs.DECIDING[lemma],
                mood(verb),
                thing=things[0],
                actors=_actors(verb, "verb"),
                passive=passive,
                reason="thing",
            )
    elif lemma == "agree":
        things = [t for t in after_preposition(verb, "on", "upon") if t.pos_ == "NOUN"]
        if things:
            yield Act(
                verb,
                verb,
                "agreed",
                mood(verb),
                thing=things[0],
                actors=_actors(verb, "verb"),
                reason="thing",
            )
    elif lemma == "decide":
        deeds = [
            child for child in verb.children if child.dep_ in {"xcomp", "ccomp"} and child.pos_ == "VERB"
        ]
        deeds = deeds or [
            t for t in verb.subtree if t.tag_ == "VB" and verb.i < t.i <= verb.i + _ADJACENT_TOKENS
        ]
        documents = deeds and _documents(reading, objects(deeds[0]))
        if (
            deeds
            and deeds[0].i > verb.i
            and not documents
            and deeds[0].lemma_.casefold() not in verbs.DECIDING
        ):
            yield Act(
                verb,
                verb,
                "adopted",
                mood(verb),
                thing=deeds[0],
                actors=_actors(verb, "verb"),
                reason="decided",
            )


def _by_decision(reading: Reading, sentence: Span) -> Iterator[Act]:
    """ "By a separate decision they appointed ...": the verb behind it says what was decided."""
    words = [token for token in sentence if not token.is_space]
    phrases = reading.phrases_in(sentence.start, sentence.end)
    if not phrases or not words or words[0].lower_ not in {"by", "in"} or phrases[0].start - words[0].i > 1:
        return
    phrase = phrases[0]
    if phrase.kind not in {"decision", "resolution"} or phrase.definite or phrase.plural:
        return
    verb = next((token for token in words if token.i >= phrase.end and token.tag_ == "VBD"), None)
    if (
        verb is not None
        and verb.i - phrase.end <= _ADJACENT_TOKENS
        and verb.lemma_.casefold() not in verbs.TRANSITIVE
    ):
        yield Act(verb, verb, "adopted", "done", (phrase,), actors=_actors(verb, "verb"), reason="verb")


def _verbless(reading: Reading, sentence: Span) -> Iterator[Act]:
    """A sentence in which the parser saw no finite verb: "X and its allies, led by Y, extended cuts ..." """
    for token in sentence:
        action = verbs.DECIDING.get(token.lemma_.casefold())
        if token.tag_ != "VBN" or action is None or token.dep_ not in {"amod", "acl", "advcl", "ROOT"}:
            continue
        things = [token.head] if token.dep_ == "amod" and token.head.i > token.i else objects(token)
        actors = tuple(
            t
            for t in sentence
            if t.i < token.i and (e := reading.entity_at(t)) is not None and e.type == "organization"
        )
        if things and actors:
            yield Act(token, token, action, "done", thing=things[0], actors=actors[-1:], reason="thing")


def _joint_statements(reading: Reading, sentence: Span) -> Iterator[Act]:
    """ "In a joint statement released after the meeting, A and B vowed ...": the statement was made."""
    for phrase in reading.phrases_in(sentence.start, sentence.end):
        noun = reading.doc[phrase.head]
        words = {reading.doc[i].lower_ for i in range(phrase.start, phrase.head)}
        if (
            phrase.kind not in verbs.ISSUED_KINDS
            or not words & {"joint", "common", "trilateral"}
            or noun.dep_ != "pobj"
        ):
            continue
        if noun.head.lower_ not in {"in", "by"}:
            continue
        verb = next((head for head in climb(noun) if head.pos_ in {"VERB", "AUX"}), None)
        if verb is None or phrase.definite:
            continue
        found = subject(verb)
        actors = tuple(conjuncts(found)) if found is not None else ()
        yield Act(noun, verb, "adopted", mood(verb), (phrase,), actors=actors, reason="joint")


def _without_doubles(acts: list[Act]) -> list[Act]:
    """One act for each document; the later verb of two ("was put to the vote and adopted") decides."""
    joint = {id(phrase) for act in acts if act.reason == "joint" for phrase in act.phrases}
    acts = [act for act in acts if act.reason == "joint" or not {id(p) for p in act.phrases} & joint]
    kept: list[Act] = []
    for act in sorted(acts, key=lambda a: a.trigger.i):
        rest = tuple(
            phrase
            for phrase in act.phrases
            if not any(
                phrase in other.phrases and other.mood == act.mood and other.action == act.action
                for other in kept
            )
        )
        if act.phrases and not rest:
            continue
        kept.append(act if rest == act.phrases else _with_phrases(act, rest))
    return kept


def _with_phrases(act: Act, phrases: tuple[DocumentPhrase, ...]) -> Act:
    return Act(
        act.trigger,
        act.verb,
        act.action,
        act.mood,
        phrases,
        act.thing,
        act.actors,
        act.passive,
        act.pronoun,
        act.reason,
    )
