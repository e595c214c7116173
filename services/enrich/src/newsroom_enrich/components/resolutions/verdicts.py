"""What an act comes to: its action and status, or nothing where it is no decision of the report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom_enrich.components.resolutions.actors import classify
from newsroom_enrich.components.resolutions.balloting import SECURITY_COUNCIL, by_vote, counts_supporters
from newsroom_enrich.components.resolutions.competence import BODIES, Competence
from newsroom_enrich.components.resolutions.grammar import lemma_of
from newsroom_enrich.components.resolutions.speech import is_performed
from newsroom_enrich.components.resolutions.unreal import is_said_unreal

if TYPE_CHECKING:
    from spacy.tokens import Span

    from newsroom.contracts import Action
    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.act import Act
    from newsroom_enrich.components.resolutions.actors import ActorClass
    from newsroom_enrich.components.resolutions.balloting import Verdict
    from newsroom_enrich.components.resolutions.bodies import Bodies
    from newsroom_enrich.components.resolutions.reading import Reading

_NOT_DONE = frozenset({"signed", "ratified", "agreed"})
_TALKS = frozenset({"consider", "discuss", "examine", "review", "debate"})  # "further measures"
_EACH = frozenset({"every", "each"})


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Judges the acts of one report."""

    reading: Reading
    bodies: Bodies

    def verdict(self, act: Act, sentence: Span) -> Verdict | None:
        """The action and status of an act, or None."""
        if act.reason == "likely":
            return _with_status(act.action, act)
        if self.reading.is_communique and is_performed(act) and classify(self.reading, act) in BODIES:
            act = replace(act, mood="done")
        if (act.mood == "unreal" and not self._is_on_agenda(act)) or self._says_none(act):
            return None
        if act.reason in {"support", "votes"} or counts_supporters(act):
            return by_vote(self.reading, self.bodies, act, sentence)
        if act.reason == "intransitive" and act.mood == "planned" and act.verb.tag_ == "VBG":
            return None  # "is still going through the parliaments"
        if act.reason == "put" or act.action == "proposed":
            told = any(p.strong or p.is_named or p.kind != "document" for p in act.phrases)
            talked = lemma_of(act.trigger) in _TALKS and bool(act.phrases) and not told
            coming = not talked and (act.mood == "planned" or self._is_on_agenda(act))
            return (act.action, "planned") if coming else None
        actor = classify(self.reading, act)
        action = self._action(act, actor)
        if action is None or not Competence(self.reading, self.bodies).may(act, action, actor):
            return None
        return _with_status(action, act)

    def _is_on_agenda(self, act: Act) -> bool:
        """As in "a bill goes before the Chamber on Wednesday": the present with a day to come."""
        verb = act.verb
        if act.reason != "put" or verb.tag_ not in {"VBZ", "VBP"} or is_said_unreal(verb):
            return False
        told = self.reading.date_of(verb)
        return told is not None and told.first > self.reading.setting.day.isoformat()

    def is_settled(self, act: Act) -> bool:
        """Whether the words themselves say that nothing was done now: "should adopt", "had adopted", "no".

        Where an act is left out for other reasons (who acts is not clear), it may be one all the same.
        """
        if self._says_none(act):
            return True
        if _came_to_nothing(act):
            return True
        return act.mood == "earlier" or (act.mood == "unreal" and is_said_unreal(act.verb))

    def _action(self, act: Act, actor: ActorClass) -> Action | None:
        """The action of verbs whose sense hangs on what they act on, and on who acts."""
        lemma = lemma_of(act.trigger)
        kinds = {phrase.kind for phrase in act.phrases}
        if lemma in {"back", "accept"} and kinds & {"resolution", "law", "treaty"}:
            return "adopted"
        if lemma == "accept":
            return act.action if actor == "body" else None
        if lemma == "give" and actor == "person" and kinds == {"law"}:
            return "signed"  # a head of state's assent
        if lemma in {"impose", "slap", "hit"}:
            return "adopted" if "sanctions" in kinds or act.reason == "measure" else None
        if lemma == "block" and act.reason != "measure":
            return self._blocked(act)
        return act.action

    def _blocked(self, act: Act) -> Action | None:
        """What is blocked in the Security Council is vetoed, elsewhere it has failed."""
        if not act.phrases or not all(phrase.strong or phrase.draft for phrase in act.phrases):
            return None
        return "vetoed" if SECURITY_COUNCIL in (self.bodies.last or self.bodies.main or "") else "rejected"

    def _says_none(self, act: Act) -> bool:
        """As in "No declaration was adopted", "nobody signed it"."""
        words = [token for word in act.actors for token in [word, *word.lefts]]
        if act.mood == "earlier" and any(self.reading.doc[p.start].lower_ in _EACH for p in act.phrases):
            return True  # "every document had been agreed beforehand"
        if (
            act.pronoun is not None
            and lemma_of(act.trigger) == "back"
            and classify(self.reading, act) == "body"
        ):
            return True  # "Denmark had put it in and the Union backed it"
        by_none = any(token.lower_ in {"nobody", "none", "neither", "no"} for token in words)
        return by_none or any(self._is_denied(phrase) for phrase in act.phrases)

    def _is_denied(self, phrase: DocumentPhrase) -> bool:
        """As in "No declaration was adopted": there is none."""
        first = self.reading.doc[phrase.start]
        after = self.reading.doc[phrase.start + 1].lower_
        return first.lower_ in {"no", "neither"} and after not in {"-", "fewer", "less"}


def _came_to_nothing(act: Act) -> bool:
    """As in "refused to sign the treaty", "failed to produce a statement": no document was rejected."""
    return act.mood == "failed" and (act.action in _NOT_DONE or act.reason in {"issued", "joint"})


def _with_status(action: Action, act: Act) -> Verdict | None:
    against = action in {"rejected", "vetoed"}
    if act.mood == "planned":
        return None if against else (action, "planned")
    if act.mood == "failed":
        return None if _came_to_nothing(act) else ("rejected", "failed")
    return action, "failed" if against else "done"
