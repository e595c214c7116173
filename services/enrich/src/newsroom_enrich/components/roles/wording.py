"""The words around a title, as patterns over a text whose names are blanked out (titles.py)."""

from __future__ import annotations

import re

from newsroom_enrich.components.roles.titles import COUNTRY, ORGANIZATION, OTHER, OWNER, PERSON, PLACE

# Forms of address between a title and a name.
_HONORIFIC = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Maj|Lt|Col|Capt|Adm|Hon|Rt|Amb|Sen|Messrs|Eng)\.? |\((?:Dr|Prof|Eng)\.?\) "
    r"|H\.\s?[EMH]\.,? |H\.\s?R\.\s?H\.,? |HE |HRH |HM "
    r"|(?:[Tt]he )?(?:Most |Right |Rt\.? |Very )?(?:Honou?rable|Hon\.?|Revd\.?|Reverend) "
    r"|(?:[Hh]is|[Hh]er|[Tt]heir) (?:Royal |Serene )?(?:Excellency|Excellencies|Highness|Majesty|Holiness"
    r"|Eminence),? "
    r"|(?:Sheikh|Sheikha|Shaikh|Prince|Princess|King|Queen|Sayyid|Sir|Dame|Lord|Lady|Baroness"
    r"|(?:(?:Field|Air|Rear|Vice|Lieutenant|Major|Brigadier|Army|Chief)[- ])?(?:General|Marshal|Admiral"
    r"|Colonel)|Major|Lieutenant|Brigadier|Commodore|Samdech|Sultan|Emir|Amir|Haji|Shri|Smt\.?|Sri|Datuk|Dato|Tan"
    r"|Tun|Madam|Madame|Professor|Doctor|Ambassador|Senator|Engineer|Maulana|Ayatollah|Father) )*"
)
_ACRONYM = rf"(?: \({ORGANIZATION}+\))?"
_NO_ADJECTIVE = (
    "whose|its|his|her|their|and|or|the|by|as|in|at|to|of|on|from|with|for|sent|that|who|is|was|under|met"
    "|when|while|where|which|after|before|until|because|although|since|if|than|but|so|yet|not|had|has|have"
    "|will|would|are|were|about|against|into|over|between|during|through|via|without|like|near|once"
    "|told|hosts|says|said|wants|asked|(?:welcom|receiv|invit|nam|urg|accus|prais|nominat|replac|quot|cit"
    "|criticis|criticiz|congratulat|endors|propos)(?:ed|es)|(?:summon|thank|appoint|host|recall|back|support"
    "|greet|oust|elect|join|condemn|call|arrest|dismiss|sack|award|support|visit|help)(?:ed|s)"
)

OWNER_AFTER = re.compile(
    r"(?:(?:,?| to the (?:[a-z]+ )?government) (?:of|at|for|from|in|with) (?:the |its |his |her |their "
    r"|host |country, |nation, |country |hosts?,? )*"
    rf"(?:[a-z-]+ ){{0,2}}(?:{COUNTRY}+['’]s? |(?:{PLACE}+|{ORGANIZATION}+)['’]s )?"
    rf"| \((?={COUNTRY}+\)))(?:{ORGANIZATION}+ \({ORGANIZATION}+\) (?={ORGANIZATION}))?"
    rf"(?P<owner>{OWNER}){_ACRONYM}"
    r"(?: (?:province|region|state|oblast|governorate|prefecture|county|district|city)\b(?=,| [\ue001A-Z]))?"
    r"(?:['’]s (?:[a-z]+ ){0,2}(?:ministry|government|presidency|military|army|navy|police|parliament)\b)?"
    r"(?: (?P<organ>Executive Committee|Board of Directors|(?:Executive |Management )?Board|delegation)\b)?"
)
"""Of, at or for whom: "of the host country, Kazakhstan", "at the consultancy Energy Aspects"."""

_FOR = (
    rf"(?:^[-–•*\s]*|[.;,:\n] |\band )[Ff]or (?:the )?(?P<for>{COUNTRY}+)"
    r"(?:,? (?:came|signed|spoke|attended|appeared|it was|there was|there were)|,)? "
)
"""Whom the person stands for, before the name: "For Kenya, ...", "; for Qatar the ..."."""

OWNER_BEFORE = re.compile(
    rf"(?P<owner>{OWNER})(?:['’]s?)? "
    rf"(?:(?:newly|recently) (?:elected|appointed|named) )?(?:(?!(?:{_NO_ADJECTIVE})\b)[a-z][a-z-]* )?$"
    rf"|(?P<peer>{OWNER}) (?:counterpart|colleague|opposite number|peer|host|guest),? (?:the )?$"
    rf"|(?P<possessor>{OWNER})['’]s? (?:(?!(?:{_NO_ADJECTIVE})\b)[a-z][a-z-]* ){{2}}$"
    rf"|\bfrom (?:the )?(?P<home>{COUNTRY}+), $"
    rf"|^[-–•*\s]*(?P<entry>{COUNTRY}+)(?: \([^()\n]{{1,30}}\))?: $"
    rf"|{_FOR}(?:the |its )?$",
    re.MULTILINE,
)
"""Whose: "Israel's ", "SCO ", "Kenyan "; "his colleague from Niger, "."""

STATE = re.compile(r"\b(?P<state>(?:[Oo]utgoing|[Ii]ncoming|[Ff]ormer|[Aa]cting|[Ii]nterim|[Cc]aretaker) )$")
_PROCESS = r"(?: (?:peace process|peace|conflict|crisis|settlement|talks|process|issue|affairs))?"
FIELD_PLACE = re.compile(rf" (?:for|to) (?:the )?{PLACE}+{_PROCESS}(?=,| {_HONORIFIC}{PERSON})")
FIELD_COUNTRY = re.compile(
    rf" (?:for|on) (?:the )?{COUNTRY}+(?: and (?:the )?(?:{COUNTRY}+|{PLACE}+))?{_PROCESS}"
)
"""The country that an envoy is for, which is not whose envoy it is."""
ENVOY = re.compile(
    r"(?i)(?:.* )?(?:envoy|rapporteur|coordinator|special adviser"
    r"|special representative(?: of the secretary-general)?)"
)
ORGAN_OF = re.compile(rf" of the {ORGANIZATION}")
BODY = (
    r"council|assembly|commission|committee|board|conference|parliament|house|chamber|senate|congress"
    r"|union|organi[sz]ation|bank|court|agency|bloc|alliance|federation|league|academy|university|institute"
    r"|museum|library|foundation|convention|association|society|party|movement|club|ministry|fund|group"
)
BODY_BEFORE = re.compile(
    r"(?i:(?P<word>council|assembly|commission|committee|board|conference|parliament|senate|house|congress"
    r"|forum|agency|league|court|tribunal|federation))"
    r" (?=(?i:(?:vice[- ]|deputy )?(?:president|chair\w*|secretary|speaker|spokes\w+|director|chief|head))\b)"
)
"""The short form of a body before the head: "Commission President"."""
BODY_AFTER = re.compile(
    rf"(?i) (?:of|at|for|with) (?:the|that|this) (?P<word>{BODY}|meeting|session|department|authority)\b"
)
BODY_OF_POSSESSIVE = re.compile(rf"\b[Tt]he (?P<word>(?i:{BODY}))\b[^.;:\n\ue001-\ue006]*$")
"""Before "its" or "whose", with no other name between: "come before the council on Monday, its president"."""
GENERIC_OWNER = re.compile(
    rf" (?:of|for) the (?P<word>{BODY}|general conference|body|forum|company)$", re.IGNORECASE
)
"""The short form of a body that the report names in full elsewhere: "President of the Council"."""

COMMA_OWNER = re.compile(rf", (?:the )?(?P<owner>{ORGANIZATION}+)(?=[,;.)\n]| and )")
"""After a title in lists: "Ana Silva, Director, World Bank"; "Secretary, Ministry of Finance, Shri X"."""

OWNERS_COUNTRY = re.compile(rf" (?:of|in) (?:the )?(?P<country>{COUNTRY}+)(?=,| {_HONORIFIC}{PERSON})")
"""After the body that has the office: "Secretary of the Security Council of Chad, X"."""

STAFF_OF = re.compile(
    rf" to (?:the )?(?P<owner>{OWNER})(?:['’]s?)? "
    r"(?i:secretary-general|director-general|president|prime minister)\b"
)
"""Whose staff somebody is: "Chef de Cabinet to the UN Secretary-General"."""

ADVISES = re.compile(rf" to (?:the )?(?P<owner>{COUNTRY}+|{ORGANIZATION}+|{PERSON}+)")
"""Whose adviser or aide somebody is."""

ACCREDITED_TO = re.compile(rf" to (?:the )?(?:{OWNER}|{OTHER}+){_ACRONYM}")
"""Where an envoy is sent, which is not whose envoy it is."""

POSSESSIVE = re.compile(
    r"\b(?P<word>its|his|her|their|whose|the country['’]s"
    rf"|the (?:{BODY}|body|forum)['’]s) $",
    re.IGNORECASE,
)
OF_A_PERSON = "'s"
SUPERIOR = re.compile(rf"{PERSON}+['’]s? (?:(?:former|own|new|top|acting|long-time|longtime|outgoing) )?$")
"""Whose staff or cabinet: "Sheinbaum's environment secretary", "Putin's aide"."""
SENDING = re.compile(rf"(?P<owner>{COUNTRY}+)(?: sent| and)? $")
"""Before a possessive: "Egypt sent its Prime Minister", "Egypt its Prime Minister"."""

JOIN = re.compile(r"(?:,? and |, | & | [–—-] |/|, as well as )(?:the |an? |this year['’]s )?(?:also )?")
"""Between two titles of one person."""
DASH = re.compile(r"[–—-]")
"""As in "Deputy Prime Minister – Minister of Trade"."""

DETERMINED = re.compile(rf"(?:\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)|['’]s?) (?:{OTHER}+ )?$")

PERSON_AFTER = re.compile(
    rf"(?P<comma>,)?(?: is| was| named| called)? (?:{COUNTRY}+(?:['’]s)? )?{_HONORIFIC}(?P<person>{PERSON}+)"
)
PERSON_BEFORE = re.compile(
    rf"(?P<person>{PERSON}+)(?:,? (?:MP|MEP|QC|KC))?(?: (?:of|from) (?:the )?(?P<of>{OWNER}))?"
    rf"(?: \((?:[^()\n]{{1,40}}, )?(?P<in>{OWNER})\))?"
    r"(?:,| \(| is| was|,? as|:| becomes| became| will be| will become| remains"
    r"|(?! (?:sent|dispatched|named|appointed|nominated|chose|picked|hailed|described|regard\w+|sees) as)"
    r"(?: [a-z]+){1,2} as|, (?:newly |recently )?(?:appointed|named)|,? (?:who"
    r"|and) (?:(?:is|was|has been|had been|serves as|served as)(?: also| then| now| currently)?"
    r"|(?:has )?(?:became|become)))"
    r" ?(?:this (?:month|year|week)['’]s |(?:(?:then|now|also|current|outgoing|new|later|once|formerly"
    r"|previously|currently|(?:him|her)self|still|again|today|both) )?"
    rf"(?:an? [^,.;:()\n{PERSON}]{{1,40}} and (?:the )?"
    rf"|(?:the|an?)(?: (?:(?:{COUNTRY}+|{PLACE}+)-)?[a-z-]+)? )?)$"
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

COMPARED_BEFORE = re.compile(rf"(?P<of>{OWNER}) (?:counterpart|colleague|opposite number),? {_HONORIFIC}$")
"""Before a name with a title of its own after it: "his Brazilian counterpart, X, the Minister of Ports"."""

NEXT_PERSON = re.compile(
    rf"(?: \([^()\n]*[a-z][^()\n]*\)| in {PLACE}+)?(?:, (?:the|this year['’]s) hosts?)?"
    r"(?:,? and |, |; |,? as well as )"
    rf"{_HONORIFIC}(?P<person>{PERSON}+)"
)

_ROLL = (
    rf"(?:[ ,;:)–—-]|\bfor (?=[{COUNTRY}{ORGANIZATION}{PLACE}])|['’]s\b|\n[-–•*] ?"
    r"|\((?:[^()\n]*[a-z][^()\n]*\)|(?![^()\n]*[a-z]))"
    r"|\b(?:of|from|the|and|both|as well as|namely|respectively|hosts?)\b)"
)
_CLAUSE = rf", wh(?:o|ose|ich|ere)\b[^.;:\n{PERSON}]{{1,160}}(?:, (?:and )?| and )(?={_HONORIFIC}{PERSON})"
LISTED_NAME = re.compile(rf"(?P<joined>{_ROLL}*?(?:{_CLAUSE})?{_HONORIFIC})(?P<name>{PERSON}+|{OWNER})")
"""The next name of a list, with what joins it to the last one, be it a relative clause."""

LIST_LEAD = re.compile(
    r"(?! of (?:the )?(?:\w+ )?(?:delegations?|missions?|state|government)\b)"
    r"[^.:;\n\ue001-\ue006]{0,80}?(?::|,| [–—-]|,? (?:among them|including|namely|such as))"
    rf"(?= {_HONORIFIC}{PERSON})"
)
"""After a plural title: "the presidents of four members: Luis Arce of Bolivia, ..."."""

_FROM = rf"(?: (?:of|from) (?:the )?{OWNER}| \({OWNER}\))?"
_MEMBER = rf"{_HONORIFIC}(?:(?:{COUNTRY}+|{PLACE}+)['’]s? )?{PERSON}+{_FROM}"
_TO_TITLE = (
    r"(?:(?:,| [–—-])? (?P<all>(?:both |all |all (?:three|four|five) |the (?:two |three |four )?|their "
    r"|respectively,? )+)|, )"
)
LISTED_BEFORE = re.compile(rf"(?P<people>{_MEMBER}(?:, {_MEMBER})*,? and {_MEMBER}){_TO_TITLE}$")
"""Before a plural title: "A of X and B of Y, both foreign ministers", "A and B, presidents of X and Y"."""

OF_THE_COUNTRIES = re.compile(
    r" of (?:both|the|the (?:two|three|four|five)|their(?: (?:two|three))?)(?: respective)?"
    r" (?:countries|states|nations|neighbou?rs|sides|parties|republics|delegations)\b"
)
"""After a plural title: "the vice presidents of both countries, A and B"."""

NAMED_TOGETHER = re.compile(
    rf"(?:(?:{COUNTRY}+|{PERSON}+)['’]?s?, (?:the )?)*(?:{COUNTRY}+|{PERSON}+)['’]?s?,?(?: and (?:the )?|-)"
    rf"{_HONORIFIC}(?:{COUNTRY}+|{PERSON}+)"
)
"""Countries or people in one breath: "Nigeria and Brazil on Monday signed"."""

LIST_ENDS = re.compile(rf"{_FROM}{_TO_TITLE}")
"""What stands between the last name of such a list and the title."""

OWNER_ENDS = re.compile(rf"{OWNER}(?:['’]s?)? $")
OWNERS_BEFORE = re.compile(rf"{OWNER}(?:, (?:the )?{OWNER})*,? and (?:the )?{OWNER}(?:['’]s?)? $")
"""Several owners before a title: "the Kazakh and Tajik prime ministers"."""

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
SIGNED_BY = re.compile(
    r"\b(?:signed|initialled|initialed|inked|concluded|exchanged|represented|attended) by\b[^.\n]*$"
)

_HOME = rf"(?:{COUNTRY}+|{ORGANIZATION}+|{PLACE}+)"
_WHOSE = rf"(?:(?P<whose>{PERSON}+)['’]s?|\b(?:[Hh]is|[Hh]er|[Tt]heir))"
# "and Georgian counterpart X", "met with Canadian counterpart X".
_NOBODYS = (
    r"\b(?:and|with|by|to|from|met|hosts?|hosted|welcomed|received|told)"
    rf"(?= {COUNTRY}+ (?:counterpart|opposite))"
)
COUNTERPARTS = re.compile(
    rf"(?:{_WHOSE}|{_NOBODYS}) (?!(?:former|late|then)\b)(?:[a-z]+ )?"
    rf"(?:(?P<each>{_HOME}(?:, {_HOME})*,? and {_HOME}) (?=counterparts|colleagues|peers)"
    rf"|(?P<of>{_HOME}) (?=counterpart|colleague|peer|opposite)|(?=counterpart|opposite))"
    rf"(?:counterpart|colleague|peer|opposite number)(?P<several>s)?,? {_HONORIFIC}(?P<person>{PERSON}+)"
)
"""His Iranian counterpart, his Kazakh and Tajik counterparts, and the names that follow."""

COUNTERPART_OF = re.compile(
    rf"(?P<person>{PERSON}+), (?:(?P<whose>{PERSON}+)['’]s?|his|her"
    rf"|their) (?:[a-z]+ )?(?P<of>{_HOME})? ?"
    rf"(?:counterpart|opposite number|(?<=[{COUNTRY}{ORGANIZATION}{PLACE}] )(?:colleague|peer))\b"
    rf"(?: (?:from|in|of|at) (?:the )?(?P<home>{_HOME}))?"
)
"""A name, and whose counterpart that is."""

COUNTERPARTS_FROM = re.compile(
    rf"{_WHOSE} (?:counterparts?|colleagues?) (?:from|of|in) (?=(?:the )?{COUNTRY}+, {_HONORIFIC}{PERSON})"
)
COUNTRY_AND_PERSON = re.compile(
    rf"(?:,? and |, )?(?:the )?(?P<of>{COUNTRY}+), {_HONORIFIC}(?P<person>{PERSON}+)"
)
"""His counterparts from Malaysia, A, and Laos, B."""
