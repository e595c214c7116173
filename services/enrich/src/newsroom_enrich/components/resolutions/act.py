"""An act: something that a sentence says is done with documents, before it is judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsroom.contracts import Action
    from newsroom_enrich.components.documents import DocumentPhrase
    from newsroom_enrich.components.resolutions.mood import Mood

Reason = Literal[
    "verb",  # a verb of deciding with a document
    "noun",  # "the signing of"
    "issued",  # a statement made public
    "joint",  # "in a joint statement, ..."
    "taken",  # a decision taken
    "intransitive",  # "the draft fell"
    "put",  # put before a body
    "support",  # "84 countries supported"
    "votes",  # "drew ten votes"
    "thing",  # a decision on something that is no document
    "decided",  # "decided to invite"
    "measure",  # "lifted the ban", "turned down a request"
    "by",  # "by a further resolution, the Council renewed"
    "likely",  # told in no words that a rule knows
]


@dataclass(frozen=True, slots=True)
class Act:
    """Something done with documents.

    `trigger` is the verb or noun that says so, `verb` the verb that carries its time and mood. `phrases`
    are the documents, `pronoun` stands for one, and `thing` is what was decided on where it is no
    document. `actors` are the head words of who did it.
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
    reason: Reason = "verb"
