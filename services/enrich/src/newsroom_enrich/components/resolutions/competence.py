"""Who may decide on what: ministers on a treaty, a body on a flag, two sides on anything they sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.actors import is_central_bank
from newsroom_enrich.components.resolutions.balloting import UNCOUNTED
from newsroom_enrich.components.resolutions.grammar import lemma_of, noun_phrase_end
from newsroom_enrich.components.resolutions.timing import stands_alone
from newsroom_enrich.components.votes import read_tally

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom.contracts import Action
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.actors import ActorClass
    from newsroom_enrich.components.resolutions.bodies import Bodies
    from newsroom_enrich.components.resolutions.reading import Reading

BODIES = frozenset({"body", "collective"})
_BODIES_OR_NONE = BODIES | {"none"}
_STATES = _BODIES_OR_NONE | {"country"}
_ANYBODY = _STATES | {"person"}
_MAY: dict[str, frozenset[str]] = {
    "signed": _ANYBODY,
    "agreed": _STATES,
    "ratified": _STATES,
    "adopted": _BODIES_OR_NONE,
    "approved": _STATES,
    "endorsed": _BODIES_OR_NONE,
    "rejected": _BODIES_OR_NONE,
    "vetoed": _ANYBODY,
    "extended": _STATES,
    "repealed": _STATES,
}
# Papers that states and people make together, each for itself.
_PAPERS_OF_SEVERAL = frozenset(
    "statement declaration communique roadmap memorandum agreement protocol charter".split()
)
_STATE_PAPERS = frozenset("law treaty convention agreement memorandum declaration protocol charter".split())
# Objects of "approve" and "agree on" that are no decision to be listed.
_NO_DECISIONS = frozenset(
    "call idea position view stance approach candidate candidacy condolence support cooperation tie "
    "relation thank invitation stay visit deadline contract lead hand welcome greeting wish belief "
    "friendship one ones predecessor action need importance bid request date life career run streak "
    "season record tone posture stance line name practice custom habit rhetoric term language "
    "currency technology technique look style outlook attitude tactic child baby pet slogan partnership "
    "gratitude appreciation congratulation work drug loan vaccine".split()
)
_PROLONGED = frozenset(
    "sanction sanctions embargo ban cut cuts mandate ceasefire truce measure measures restriction "
    "mission moratorium emergency suspension freeze listing listings protection curfew closure exemption "
    "waiver".split()
)
# What a document comes out of: "the visit produced a joint declaration".
_OCCASIONS = frozenset("visit talk trip negotiation consultation dialogue round".split())
# With the name of its state, such a word names one body: "Croatia's parliament".
_OF_STATES = frozenset("parliament cabinet government court senate legislature".split())
_SERIES_CLIMB = 4


@dataclass(frozen=True, slots=True)
class Competence:
    """Judges who decides on what in one report."""

    reading: Reading
    bodies: Bodies

    def may(self, act: Act, action: Action, actor: ActorClass) -> bool:
        """Whether such an actor decides on such things."""
        if act.reason in {"joint", "issued"}:
            return actor in _ANYBODY or any(word.lemma_.casefold() in _OCCASIONS for word in act.actors)
        if actor not in _MAY[action]:
            initialled = lemma_of(act.trigger) in {"put", "place", "initial", "initialise", "initialize"}
            agreed = action == "agreed" and (initialled or self._holds_office(act))
            blocked = lemma_of(act.trigger) == "block"
            return blocked or agreed or self._is_made_together(act) or self._is_joint(act, actor)
        if act.reason == "thing":
            return self._decides_on_thing(act, actor)
        if act.reason == "decided":
            return self._resolves(act, actor)
        if all(phrase.strong for phrase in act.phrases):
            return action != "signed" or actor != "person" or self._signs_for_state(act)
        return self._may_on_weak(act, action, actor)

    def _is_made_together(self, act: Act) -> bool:
        """As in "Presidents A and B adopted a joint statement": what several put their names to is theirs."""
        several = len(act.actors) > 1 and act.reason == "verb"
        named = all(self.reading.entity_at(word) is not None for word in act.actors)
        made = act.action in {"adopted", "endorsed"} or (act.action == "agreed" and named)
        return several and made and all(p.kind in _PAPERS_OF_SEVERAL for p in act.phrases)

    def _is_joint(self, act: Act, actor: ActorClass) -> bool:
        """As in "Korea and Vietnam adopted the charter": several states, or a joint paper of one."""
        if lemma_of(act.trigger) != "adopt" or actor != "country" or not act.phrases:
            return False
        several = len(act.actors) > 1 and all(p.strong or p.is_named for p in act.phrases)
        joint = (self.reading.doc[p.start : p.head] for p in act.phrases)
        return several or all(any(t.lower_ == "joint" for t in span) for span in joint)

    def _resolves(self, act: Act, actor: ActorClass) -> bool:
        """Whether those who decide to do something are a body, or voted on it."""
        if act.action == "agreed" and (actor == "country" or _are_two(act.actors)):
            return len(act.actors) > 1 or actor != "country"
        if actor not in BODIES and not (act.passive and actor == "none"):
            return False
        if self.bodies.body_of(act) is not None or any(self._is_of_body(word) for word in act.actors):
            return True
        return self._is_voted(act)

    def _is_voted(self, act: Act) -> bool:
        """Whether the sentence of an act tells a vote: it is that of a body, whichever it is."""
        sentence = act.verb.sent
        tally = read_tally(self.reading.words_of(sentence), self.reading.voters_in(sentence))
        return tally.in_favour is not None or tally.unanimous

    def _is_of_body(self, word: Token) -> bool:
        """As in "eight OPEC+ producers", "Croatia's parliament": the words name the body."""
        if self.reading.entities_in(word.left_edge.i, word.i, "organization"):
            return True
        of_state = word.lemma_.casefold() in _OF_STATES or is_central_bank(word)
        end = noun_phrase_end(word)
        return of_state and bool(self.reading.entities_in(word.left_edge.i, end, "country"))

    def _may_on_weak(self, act: Act, action: Action, actor: ActorClass) -> bool:
        """Whether it decides on a plan, a report, a list: words that everybody uses."""
        if stands_alone(act):
            return False
        if actor in BODIES:
            return True
        if actor == "country":
            return action in {"signed", "ratified", "agreed", "vetoed"}
        if actor == "person":
            return False
        if action == "signed" and any(phrase.count != 1 for phrase in act.phrases):
            return any(entity.type == "country" for entity in self.reading.notes.entities)
        known = self.bodies.body_of(act) is not None or any(phrase.strong for phrase in act.phrases)
        return known or self._is_voted(act) or bool(UNCOUNTED.search(self.reading.words_of(act.verb.sent)))

    def _signs_for_state(self, act: Act) -> bool:
        """Whether one person's signature is that of a state: several signers, an office, a state paper."""
        if len(act.actors) > 1 or not act.phrases or act.phrases[0].kind in _STATE_PAPERS:
            return True
        return self._holds_office(act)

    def _holds_office(self, act: Act) -> bool:
        entity = self.reading.entity_at(act.actors[0]) if act.actors else None
        return entity is not None and bool(entity.roles)

    def _decides_on_thing(self, act: Act, actor: ActorClass) -> bool:
        thing = act.thing
        if (
            thing is None
            or (act.action == "endorsed" and not self._is_voted(act))
            or (self.reading.entity_at(thing) is not None and act.action != "approved")
        ):
            return False
        if act.action == "extended":
            words = [
                thing,
                *(inner for child in thing.children if child.lower_ == "of" for inner in child.children),
            ]
            return any({word.lemma_.casefold(), word.lower_} & _PROLONGED for word in words)
        # "A general approach" is what ministers agree on a draft law.
        is_general = any(child.lower_ == "general" for child in thing.lefts)
        idle = thing.lemma_.casefold() in _NO_DECISIONS and not is_general
        if idle or actor not in BODIES:
            return False
        by_body = self.bodies.body_of(act) is not None or self._is_voted(act)
        return by_body and not self._is_inside_series(act)

    def _is_inside_series(self, act: Act) -> bool:
        """As in "By these decisions they approved a flag": the set of decisions is listed, not its parts."""
        current = act.verb
        for _ in range(_SERIES_CLIMB):
            leads = [
                c for c in current.children if c.dep_ == "prep" and c.lower_ in {"by", "under", "with", "in"}
            ]
            phrases = [self.reading.phrase_at(inner) for child in leads for inner in child.children]
            if any(phrase is not None and phrase.plural and phrase.kind == "decision" for phrase in phrases):
                return True
            if current.dep_ != "conj":
                return False
            current = current.head
        return False


def _are_two(actors: tuple[Token, ...]) -> bool:
    """As in "the two sides", "both leaders"."""
    return any(child.lower_ in {"two", "both"} for word in actors for child in word.lefts)
