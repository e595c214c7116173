"""The words around a title, as patterns over a text whose names are blanked out (titles.py)."""

from __future__ import annotations

import re

from newsroom_enrich.components.roles.titles import COUNTRY, ORGANIZATION, OTHER, OWNER, PERSON, PLACE

# Forms of address between a title and a name.
_HONORIFIC = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Hon|Rt)\.? |H\.\s?E\.,? |HE "
    r"|(?:[Tt]he )?(?:Most |Right |Rt\.? |Very )?(?:Honou?rable|Hon\.?|Revd\.?|Reverend) "
    r"|(?:His|Her) (?:Royal )?(?:Excellency|Highness|Majesty),? "
    r"|(?:Sheikh|Sheikha|Prince|Princess|King|Queen|Sayyid|Sir|Dame|Lord|General|Samdech|Sultan|Emir|Amir"
    r"|Haji) )*"
)
_ACRONYM = rf"(?: \({ORGANIZATION}+\))?"
_NO_ADJECTIVE = (
    "whose|its|his|her|their|and|or|the|by|as|in|at|to|of|on|from|with|for|sent|that|who|is|was|under"
)

OWNER_AFTER = re.compile(
    r"(?:,?| to the (?:[a-z]+ )?government) (?:of|at|for|from|in|with) (?:the |its |his |her |their "
    r"|host |country, |nation, |country |hosts?,? )*"
    rf"(?:[a-z]+ ){{0,2}}(?:{COUNTRY}+['’]s? )?(?P<owner>{OWNER}){_ACRONYM}"
    r"(?: (?P<organ>Executive Committee|Executive Board|Management Board|Board of Directors|Board)\b)?"
)
"""Of, at or for whom: "of the host country, Kazakhstan", "at the consultancy Energy Aspects"."""

OWNER_BEFORE = re.compile(
    rf"(?P<owner>{OWNER})(?:['’]s?)? (?:(?!(?:{_NO_ADJECTIVE})\b)[a-z-]+ )?$"
    rf"|\bfrom (?:the )?(?P<home>{COUNTRY}+), $"
    rf"|^[-–•*\s]*(?P<entry>{COUNTRY}+)(?: \([^()\n]{{1,30}}\))?: $",
    re.MULTILINE,
)
"""Whose: "Israel's ", "SCO ", "Kenyan "; "his colleague from Niger, "."""

STATE = re.compile(r"\b(?P<state>(?:outgoing|incoming|former|acting|interim|caretaker) )$")
FIELD_PLACE = re.compile(rf" (?:for|to) (?:the )?{PLACE}+(?=,| {PERSON})")
GENERIC_OWNER = re.compile(
    r" (?:of|for) the (?P<word>Council|Assembly|Commission|Committee|Board|Forum|Conference|Union"
    r"|Organi[sz]ation|Bank|Court|Agency|General Conference|organi[sz]ation|bloc|agency|body|forum|club"
    r"|company|group)$"
)
"""The short form of a body that the report names in full elsewhere: "President of the Council"."""

ACCREDITED_TO = re.compile(rf" to (?:the )?(?:{OWNER}|{OTHER}+){_ACRONYM}")
"""Where an envoy is sent, which is not whose envoy it is."""

POSSESSIVE = re.compile(
    r"\b(?P<word>its|his|her|their|whose|the country['’]s"
    r"|the (?:organi[sz]ation|bloc|agency|body|forum|union|group)['’]s) $",
    re.IGNORECASE,
)
SENDING = re.compile(rf"(?P<owner>{COUNTRY}+)(?: sent| and)? $")
"""Before a possessive: "Egypt sent its Prime Minister", "Egypt its Prime Minister"."""

JOIN = re.compile(r"(?:,? and |, | & |/|, as well as )(?:the |an? |this year['’]s )?(?:also )?")
"""Between two titles of one person."""

DETERMINED = re.compile(r"(?:\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)|['’]s?) $")

PERSON_AFTER = re.compile(
    rf"(?P<comma>,)?(?: is| was)? (?:{COUNTRY}+['’]s )?{_HONORIFIC}(?P<person>{PERSON}+)"
)
PERSON_BEFORE = re.compile(
    rf"(?P<person>{PERSON}+)(?: MP| MEP| QC| KC)?(?: (?:of|from) (?:the )?(?P<of>{OWNER}))?"
    rf"(?: \((?P<in>{OWNER})\))?"
    r"(?:,| \(| is| was| as|:|(?: [a-z]+){1,2} as|, (?:newly |recently )?(?:appointed|named)|,? (?:who"
    r"|and) (?:(?:is|was|serves as|served as)(?: also)?|(?:has )?(?:became|become)))"
    r" ?(?:(?:the|an?)(?: [a-z]+)? |then |now |also |current |outgoing |new )?$"
)
ENTRY = re.compile(
    rf"(?m)^[-–•*\s]*(?P<owner>{COUNTRY}+|{ORGANIZATION}+)(?: \([^()\n]{{1,30}}\))?: {_HONORIFIC}$"
)
"""Before the name in a list of delegations: "• Cambodia: Prak Sokhonn, Deputy Prime Minister"."""

PERSON_OF = re.compile(
    rf" (?:of|from) (?:the )?(?P<of>{COUNTRY}+|{ORGANIZATION}+|{PLACE}+)| \((?P<in>{COUNTRY}+"
    rf"|{ORGANIZATION}+)\)"
)
"""After a name: "Wang Yi of China", "Ilham Aliyev (Azerbaijan)"."""

NEXT_PERSON = re.compile(rf"(?:,? and |, |; |,? as well as ){_HONORIFIC}(?P<person>{PERSON}+)")

RESPECTIVE = re.compile(
    rf" of (?:the )?(?P<owners>{COUNTRY}+(?:, (?:the )?{COUNTRY}+)*,? and (?:the )?{COUNTRY}+),"
    rf" (?P<people>{PERSON}+(?:, {PERSON}+)*,? and {PERSON}+)"
)
"""After a plural title: "the foreign ministers of A and B, X and Y"."""

PEOPLE_BEFORE = re.compile(
    rf"(?P<people>{PERSON}+(?:, {PERSON}+)*,? and {PERSON}+), (?:the |respectively )?$"
)
OWNERS_AFTER = re.compile(
    rf" of (?:the )?(?P<owners>{COUNTRY}+(?:, (?:the )?{COUNTRY}+)*,? and (?:the )?{COUNTRY}+)"
)
"""The same the other way round: "X and Y, the prime ministers of A and B"."""

COUNTERPARTS = re.compile(
    rf"(?:(?P<whose>{PERSON}+)['’]s|\b(?:[Hh]is|[Hh]er|[Tt]heir)) (?P<of>{COUNTRY}+)? ?counterparts?,?"
    rf" {_HONORIFIC}(?P<person>{PERSON}+)"
)
"""His Iranian counterpart, and the names that follow."""

COUNTERPART_OF = re.compile(
    rf"(?P<person>{PERSON}+), (?:(?P<whose>{PERSON}+)['’]s|his|her"
    rf"|their) (?P<of>{COUNTRY}+)? ?counterpart\b"
    rf"(?: (?:from|in|of) (?:the )?(?P<home>{COUNTRY}+))?"
)
"""A name, and whose counterpart that is."""
