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
    r"(?:(?:,?| to the (?:[a-z]+ )?government) (?:of|at|for|from|in|with) (?:the |its |his |her |their "
    r"|host |country, |nation, |country |hosts?,? )*"
    rf"(?:[a-z]+ ){{0,2}}(?:{COUNTRY}+['’]s? )?| \((?={COUNTRY}+\)))(?P<owner>{OWNER}){_ACRONYM}"
    r"(?: (?P<organ>Executive Committee|Executive Board|Management Board|Board of Directors|Board)\b)?"
)
"""Of, at or for whom: "of the host country, Kazakhstan", "at the consultancy Energy Aspects"."""

_FOR = (
    rf"(?:^[-–•*\s]*|[.;,:\n] |\band )[Ff]or (?:the )?(?P<for>{COUNTRY}+)"
    r"(?:,? (?:came|signed|spoke|attended|appeared|it was|there was|there were)|,)? "
)
"""Whom the person stands for, before the name: "For Kenya, ...", "; for Qatar the ..."."""

OWNER_BEFORE = re.compile(
    rf"(?P<owner>{OWNER})(?:['’]s?)? (?:(?!(?:{_NO_ADJECTIVE})\b)[a-z-]+ )?$"
    rf"|\bfrom (?:the )?(?P<home>{COUNTRY}+), $"
    rf"|^[-–•*\s]*(?P<entry>{COUNTRY}+)(?: \([^()\n]{{1,30}}\))?: $"
    rf"|{_FOR}(?:the |its )?$",
    re.MULTILINE,
)
"""Whose: "Israel's ", "SCO ", "Kenyan "; "his colleague from Niger, "."""

STATE = re.compile(r"\b(?P<state>(?:[Oo]utgoing|[Ii]ncoming|[Ff]ormer|[Aa]cting|[Ii]nterim|[Cc]aretaker) )$")
FIELD_PLACE = re.compile(rf" (?:for|to) (?:the )?{PLACE}+(?=,| {PERSON})")
FIELD_COUNTRY = re.compile(rf" (?:for|on) (?:the )?{COUNTRY}+(?: and (?:the )?(?:{COUNTRY}+|{PLACE}+))?")
"""The country that an envoy is for, which is not whose envoy it is."""
ENVOY = re.compile(r"(?i)(?:.* )?(?:envoy|rapporteur|coordinator|special representative|special adviser)")
ORGAN_OF = re.compile(rf" of the {ORGANIZATION}")
BODY_BEFORE = re.compile(
    r"(?P<word>Council|Assembly|Commission|Committee|Board|Conference|Parliament)"
    r" (?=(?:Vice[- ])?(?:President|Chair\w*|Secretary)\b)"
)
"""The short form of a body before the head: "Commission President"."""
BODY_AFTER = re.compile(
    r" of the (?P<word>council|assembly|commission|committee|board|conference|parliament|meeting|session)\b"
)
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
    r"|the (?:organi[sz]ation|bloc|agency|body|forum|union|group|council|assembly|commission|committee|board"
    r"|bank|court)['’]s) $",
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
    r"(?:,| \(| is| was| as|:| becomes| became| will be| will become| remains"
    r"|(?: [a-z]+){1,2} as|, (?:newly |recently )?(?:appointed|named)|,? (?:who"
    r"|and) (?:(?:is|was|serves as|served as)(?: also| then| now| currently)?|(?:has )?(?:became|become)))"
    r" ?(?:(?:the|an?)(?: [a-z]+)? |then |now |also |current |outgoing |new )?$"
)
ENTRY = re.compile(
    rf"(?m)(?:^[-–•*\s]*(?P<owner>{COUNTRY}+|{ORGANIZATION}+)(?: \([^()\n]{{1,30}}\))?: |{_FOR})"
    rf"{_HONORIFIC}(?:{PERSON}{{1,3}}\. )?$"
)
"""Before the name in a list of delegations: "• Cambodia: Prak Sokhonn, Deputy Prime Minister"."""

PERSON_OF = re.compile(
    rf" (?:of|from) (?:the )?(?P<of>{COUNTRY}+|{ORGANIZATION}+|{PLACE}+)| \((?P<in>{COUNTRY}+"
    rf"|{ORGANIZATION}+)\)"
)
"""After a name: "Wang Yi of China", "Ilham Aliyev (Azerbaijan)"."""

NEXT_PERSON = re.compile(
    rf"(?:, (?:the|this year['’]s) hosts?)?(?:,? and |, |; |,? as well as ){_HONORIFIC}(?P<person>{PERSON}+)"
)

LISTED = re.compile(rf"[^.:;\n\ue001-\ue006]{{0,80}}: {_HONORIFIC}(?P<person>{PERSON}+)")
"""After a plural title: "the presidents of four members: Luis Arce of Bolivia, ..."."""

_MEMBER = (
    rf"(?:(?:{COUNTRY}+|{PLACE}+)['’]s? )?{PERSON}+"
    rf"(?: (?:of|from) (?:the )?{OWNER}| \({OWNER}\))?"
)
_LIST_ENDS = r"(?:both |all |all (?:three|four|five) |the |their )"
LIST_ENDS = re.compile(rf"{_LIST_ENDS}$")
LISTED_BEFORE = re.compile(
    rf"(?P<people>{_MEMBER}(?:, {_MEMBER})*,? and {_MEMBER}),? "
    rf"{_LIST_ENDS}+$"
)
"""Before a plural title: "A of X and B of Y, both foreign ministers"."""
MEMBER = re.compile(
    rf"(?:(?P<whose>{COUNTRY}+|{PLACE}+)['’]s? )?(?P<person>{PERSON}+)"
    rf"(?: (?:of|from) (?:the )?(?P<of>{OWNER})| \((?P<in>{OWNER})\))?"
)

_STANDS = (
    r"signed|initialled|initialed|inked|came|spoke|attended|appeared|stood in|sat|acted|participated"
    r"|took part|was there|was present|put (?:his|her) (?:name|pen|signature) to (?:it|them|the \w+)|did so"
    r"|(?:signed|initialled|inked) (?:it|the \w+(?: \w+)?)"
)
REPRESENTS = re.compile(
    rf",? (?P<verb>{_STANDS}) (?:for|on behalf of|in the name of) (?:the )?"
    rf"(?P<owner>{COUNTRY}+|{ORGANIZATION}+)(?![\w’']| \w+ing\b)"
)
"""After the person: "came for Pakistan", ", signed on behalf of the University of Lima"."""
REPRESENTS_TOO = re.compile(rf",? (?:for|on behalf of) (?:the )?(?P<owner>{COUNTRY}+)(?=[,.;:)\n]| and |$)")
"""The same without the verb, later in the sentence: ", Mahdi Safari for Iran"."""
REPRESENTED = re.compile(rf"\b(?:for|on behalf of|represented) (?:the )?{COUNTRY}+[^.\n]*$")

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
    rf"(?:(?P<whose>{PERSON}+)['’]s|\b(?:[Hh]is|[Hh]er|[Tt]heir)) (?P<of>{COUNTRY}+)? ?"
    rf"counterpart(?P<several>s)?,? {_HONORIFIC}(?P<person>{PERSON}+)"
)
"""His Iranian counterpart, and the names that follow."""

COUNTERPART_OF = re.compile(
    rf"(?P<person>{PERSON}+), (?:(?P<whose>{PERSON}+)['’]s|his|her"
    rf"|their) (?P<of>{COUNTRY}+)? ?counterpart\b"
    rf"(?: (?:from|in|of) (?:the )?(?P<home>{COUNTRY}+))?"
)
"""A name, and whose counterpart that is."""

COUNTERPARTS_FROM = re.compile(
    rf"(?:(?P<whose>{PERSON}+)['’]s|\b(?:[Hh]is|[Hh]er|[Tt]heir)) (?:counterparts|colleagues)"
    rf" (?:from|of) (?=(?:the )?{COUNTRY}+, {_HONORIFIC}{PERSON})"
)
COUNTRY_AND_PERSON = re.compile(
    rf"(?:, |,? and |, and )?(?:the )?(?P<of>{COUNTRY}+), {_HONORIFIC}(?P<person>{PERSON}+)"
)
"""His counterparts from Malaysia, A, and Laos, B."""
