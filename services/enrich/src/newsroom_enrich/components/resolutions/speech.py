"""What people say within quotation marks is not what the report states, but for what they say they did."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.components.resolutions.act import Act


def is_own_deed(act: Act) -> bool:
    """As in “We have adopted the Lima Declaration”: what those who speak did, with the name of the
    document.
    """
    told = act.mood == "done" and act.reason == "verb"
    named = bool(act.phrases) and all(phrase.title is not None for phrase in act.phrases)
    return told and named and any(word.lower_ == "we" for word in act.actors)


def is_quoted(token: Token, sentence: Span) -> bool:
    """Whether a token stands within quotation marks."""
    before = [other.text for other in sentence.doc[sentence.start : token.i]]
    opened = sum(text in {"“", "«"} for text in before) - sum(text in {"”", "»"} for text in before)
    return opened > 0 or before.count('"') % 2 == 1


def is_performed(act: Act) -> bool:
    """As in "The Authority lifts the sanctions": the present that does what it says in a communiqué."""
    verb = act.verb
    present = verb.tag_ in {"VBZ", "VBP"} and verb.dep_ == "ROOT" and act.mood == "unreal"
    plain = not any(child.dep_ in {"aux", "neg", "mark"} for child in verb.children)
    return present and plain and act.reason in {"verb", "thing", "decided"}
