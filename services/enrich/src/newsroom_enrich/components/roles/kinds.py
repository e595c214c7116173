"""Kinds of offices: of a state, of a body, of an international organization, of nobody."""

from __future__ import annotations

import re

INTERNATIONAL = re.compile(
    r"(?i)\b(?:secretar(?:y|ies)[- ]general|director[- ]general|executive secretary|high commissioner"
    r"|rapporteur|emergency relief coordinator)\b"
)
OF_THE_UNITED_NATIONS = re.compile(
    r"(?i)(?:under[- ]?secretary[- ]general|emergency relief coordinator|high commissioner for"
    r"|special representative of the secretary-general)\b.*"
)
NATIONAL = re.compile(
    r"(?i)\b(?:president|vice[- ]president|premier|chancellor|ministers?|king|queen|sultan|emir|amir"
    r"|crown prince(?:ss)?|under-?secretary(?![- ]general)"
    r"|(?:foreign|home|treasury|cabinet|finance|defen[cs]e|commerce|interior|energy|health"
    r"|trade|education|transport\w*|agriculture|labou?r|environment|justice|homeland security|war"
    r"|(?:foreign|external|home) affairs|business|culture|housing|tourism) secretary"
    r"|secretary of \w+|(?<!executive )(?<!permanent )secretary for (?!the )\w+|ambassador"
    r"|t[áa]naiste|taoiseach"
    r"|permanent representative|first lady|presidential aide|speaker"
    r"|diplomat|(?:opposition|junta|coup|rebel|military) leader|central bank governor"
    r"|(?:army|police|intelligence|spy|navy|air force|military|security) (?:chief|commander)"
    r"|chief of (?:the )?(?:army|general|defen[cs]e|air|naval)|attorney general|prosecutor general"
    r"|heads? of (?:state|government)|lawmaker|senator|chief of staff|cabinet chief|chief of (?:the )?cabinet"
    r"|(?:presidential|government|(?:foreign|defen[cs]e|interior|health|finance) ministry)"
    r" (?:spokes\w+|aide|advis[eo]r|envoy|negotiator)"
    r"|supreme (?:commander|leader)|national security advis[eo]r)\b"
)
SPEAKER = re.compile(r"(?i)(?:[\w-]+ )*speakers?(?: pro tempore)?|(?:shadow |co-)?rapporteur")
PRESIDENT = re.compile(r"(?i)(?:(?:first|acting|vice|deputy)[- ])*(?:president|chair\w*|rapporteur)")
DIRECTOR = re.compile(r"(?i)director[- ]general")
SPOUSE = re.compile(r"(?i)(?:[a-z]+ )?first (?:lady|gentleman)|(?:king|queen|prince|princess) consort")
# What somebody is by calling; an organization named nearby is seldom that person's.
CALLING = re.compile(
    r"(?i)(?:.* )?(?:economist|analyst|historian|professor|activist|lawyer|researcher|scientist|journalist"
    r"|writer|campaigner|engineer|teacher|lecturer)(?: (?:of|for|on) .*)?"
)
MINISTER = re.compile(r"(?i)\b(?:minister|ambassador|king|queen|emir|amir|sultan)\b")
CHAIR = re.compile(
    r"(?i)(?:(?:outgoing|incoming|former|acting|interim|current|rotating|new) )?"
    r"(?:co-|vice[- ])?chair(?:man|woman|person)?(?: of the .*)?|chair(?:man|person)?-in-office"
    r"|(?:co-?|general )?rapporteur|moderator"
    r"|(?:committee|council|board|assembly|conference) (?:chair\w*|president)|facilitator"
)
"""Offices of a body, which are not those of the country that the person comes from."""


GENERAL = re.compile(r"(?i)(?:secretary|director)[- ]general")
"""Offices of an organization, where a country beside them is mostly that of their holder."""


def is_of_a_body(title: str) -> bool:
    """Whether the owner of an office is a body, whatever country stands next to the person."""
    return CHAIR.fullmatch(title) is not None or GENERAL.fullmatch(title) is not None


def is_minister(title: str) -> bool:
    """Whether an office can only be one of a state, whomever its holder stands for."""
    return MINISTER.search(title) is not None


def is_national(title: str) -> bool:
    """Whether an office is above all one of a state: minister, president, king."""
    return NATIONAL.search(title) is not None


def is_international(title: str) -> bool:
    """Whether an office is mostly one of an international organization."""
    return INTERNATIONAL.search(title) is not None
