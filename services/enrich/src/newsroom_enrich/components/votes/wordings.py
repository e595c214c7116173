"""The wordings of votes, as patterns over the reduced line of a sentence (see words.py).

A group `n` is the number of the role; `list` groups hold names of voters, to be counted.
"""

from __future__ import annotations

import re

SEATS = "members|states|countries|nations|delegations|governments|capitals|delegates|parties|council members"
PEOPLE = (
    "lawmakers|deputies|legislators|mps|meps|parliamentarians|senators|representatives|ministers|judges|"
    "ambassadors|directors|governors|envoys|people|others?|cardinals|councillors|commissioners"
)
WHO = (
    r"(?:(?: of (?:its|the|their) (?:#\d+ )?)?(?: (?:other|remaining|member|council|european|un|u n))*"
    rf" (?:{SEATS}|{PEOPLE}))"
)
OF = r"(?: (?:of|on) (?:(?!favou?r |against |abst)[^#%;,]){0,90}?)?"
VOTES = r"(?: (?:affirmative|positive|yes|negative|no))? (?:votes?|ballots?|ayes|voices)"
NONE = r"(?:none|no|nil|zero|nobody|no one|not one)"
N = rf"(?P<n>#\d+|{NONE})"
AUX = r"(?: (?:were|was|had|have|has|is|are|all|also|both|then|again|formally))*"

_FOR = [
    (
        rf" {N}(?:{VOTES}|{WHO})?(?: (?:were|was))? (?:in favou?r|for|in support)(?= [^a-z]| (?:and|to|"
        rf"it|the|with|while|against|versus|of|on|by|a)\b)"
    ),
    rf" {N} (?:yes|affirmative|positive|aye)(?: votes?)?",
    rf" {N} ayes ",
    (
        rf" {N}{WHO}{OF}{AUX} (?:support(?:ed|ing)?|back(?:ed|ing)|endors(?:ed|ing)|approv(?:ed|ing)|"
        rf"favou?r(?:ed|ing)"
        r"|said yes|vot(?:ed|ing) (?:in favou?r|for|yes|to (?!reject|oppose))|rais(?:ed|ing) their hands? "
        r"(?:for|in favou?r)"
        r"|lined up behind|cast(?:ing)? (?:their )?(?:votes? )?(?:in favou?r|for))"
    ),
    rf" {N}{AUX} (?:voted|voting) (?:in favou?r|for|yes)",
    rf" {N} (?:supported|backed|approved|favou?red)(?= it| the)",
    (
        rf" (?:got|won|drew|received|gained|garnered|secured|attracted|obtained|mustered|gathered|"
        rf"collected|earned)"
        rf"(?: (?:only|just|a total of|the support of|the backing of|votes of))* {N}(?:{VOTES}|{WHO})"
        r"(?! (?:against|opposed|opposing|abst|not|needed|required|it needed))"
    ),
    (
        rf" (?:with|by)(?: (?:only|just|a total of|a vote of|the votes of|the support of|the backing of))* "
        rf"{N}{VOTES}"
        r"(?! (?:against|opposed|opposing|abst|not|needed|required|it needed))"
    ),
    rf" (?:with|by) (?:the (?:support|backing|approval|consent)|the votes) of {N}(?:{WHO})",
    rf" (?:favou?rable|affirmative|positive|yes) votes? (?:of|from|:) {N}(?:{WHO})?",
    rf" (?:in favou?r|for|yes|ayes?) (?::|-) {N}",
]
_AGAINST = [
    rf" {N}(?:{VOTES}|{WHO})?{AUX} (?:against|opposed|opposing|in opposition)(?! by)",
    rf" {N} (?:no|negative) votes?",
    rf" {N} no(?= [,;.]| while| and| with)",
    rf" {N} (?:noes|nays) ",
    (
        rf" {N}(?:{WHO})?{OF}{AUX} (?:opposed|rejected|balked|said no|sh[oe]t (?:it |the [a-z]+ )?down|"
        rf"turned (?:it |the [a-z]+ )?down|voted (?:it|the [a-z]+) down|vot(?:ed|ing) (?:against|no)|"
        rf"cast(?:ing)? (?:their )?(?:votes? )?against)"
    ),
    rf" (?:against|noes?|nays|no) (?::|-) {N}",
    rf" {N} (?:cast|casting) (?:a )?(?:single )?votes? against",
    rf" {N} hands? (?:raised |went up )?against",
    rf" {N} dissent(?:ing|ed)?(?: votes?| voices?)?",
]
_ABSTAINED = [
    rf" {N} (?:abstentions?|abstainers?|abstaining)",
    (
        rf" {N}(?:{VOTES}|{WHO})?{OF}{AUX} (?:abstain(?:ed|ing)|abstentions?|withh(?:eld|olding) "
        rf"their votes?|sat (?:it )?out|sat on the fence|stayed out|stayed neutral|declined to take sides)"
    ),
    rf" {N}(?:{VOTES})? ?(?:,[^#;]{{0,120}},)? (?:were|was) withheld",
    rf" (?:abstentions?|abstaining|abstained) (?::|-|by) {N}",
    rf" {N} (?:blank|declining to vote)",
]
FOR = [re.compile(pattern) for pattern in _FOR]
AGAINST = [re.compile(pattern) for pattern in _AGAINST]
ABSTAINED = [re.compile(pattern) for pattern in _ABSTAINED]
PAIR = re.compile(
    rf" (?P<for>#\d+)(?:{VOTES}|{WHO})?(?: (?:in favou?r|for))?(?: \( [^)]*\))? (?:to|against|versus|v|vs) "
    rf"(?P<against>#\d+|{NONE})(?:{VOTES})?(?! (?:percent|per cent|billion|million|years|months|days|"
    rf"p m|a m))"
)
DASH = re.compile(r" %(?P<i>\d+)")
# Before figures with a dash: a range of days, years or ages, a score.
NO_TALLY = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|ages?|"
    r"aged|articles?|pages?|paragraphs?|chapters?|items?|scores? of|season|seasons|won|lost|beat|drew|"
    r"between|from|days?|hours|years?|clock|temperatures? of)$"
)
ANNOUNCED = re.compile(
    r"\b(?:vot\w+|tall\w+|passed|adopted|approved|carried|rejected|ratified|endorsed|defeated|abst\w+|"
    r"in favou?r|ballot|"
    r"backed|cleared|majority|margin|result)\b"
)
MARGIN = re.compile(
    r"\b(?:vot\w+|tall\w+|passed|adopted|approved|carried|rejected|ratified|defeated|abst\w+|in "
    r"favou?r|against|opposed)\b"
)

LIST = r"(?:the )?@(?: \( [^)]*\))?(?: (?:, and|,|and|as well as|plus|along with|together with) (?:the )?@)*"
NAMED_ABSTAINED = re.compile(
    rf"(?P<list>{LIST})(?: (?:both|all|also|alone|however|,[^,@#]{{0,80}},))* (?:abstain(?:ed|ing)|"
    rf"sat on the fence|sat (?:it )?out|stayed on the sidelines|withheld their votes?)|abstentions? "
    rf"(?:by|from|of|were|came from|\() (?P<list2>{LIST})"
    rf"|(?:abstaining|abstained|the abstentions) (?:were|was|:) (?P<list3>{LIST})"
)
NAMED_AGAINST = re.compile(
    rf"(?P<list>{LIST})(?: (?:both|all|also|alone|being|casting))*(?: (?:were|was|stood))? (?:opposed|"
    rf"opposing|against|voted against|voting against|said no|voted no|cast the only|cast a veto|cast "
    rf"its veto|vetoed|the only (?:one|no vote|country|member))"
    rf"|(?:only|but|with) (?P<list2>{LIST}) (?:against|opposed|opposing|dissenting|in opposition|"
    rf"voting against|voting no)"
    rf"|(?:struck down|opposed|vetoed|voted down) by (?P<list3>{LIST})|veto (?:cast )?(?:[a-z]+ "
    rf")?(?:by|from|of) (?P<list4>{LIST})"
)
UNANIMOUS = re.compile(r"\bunanim(?:ous(?:ly)?|ity)\b")
NOT_UNANIMOUS = re.compile(
    r"\b(?:not unanimous\w*|non - unanimous|without unanimity|lack of unanimity|nearly unanimous\w*|"
    r"almost unanimous\w*)\b"
)
ALL = re.compile(
    rf"\ball (?P<n>#\d+)(?: (?:of (?:its|the|their)))?{WHO}?{OF} (?:support(?:ed|ing)|back(?:ed|ing)|"
    rf"vot(?:ed|ing) (?:in favou?r|for|yes)"
    r"|in favou?r|approv(?:ed|ing)|rais(?:ed|ing) their hands?)"
)
WHOLE = re.compile(
    r"\b(?:of|by) (?:all |its |the |all of its |all of the |each of its |each of the )+(?P<n>#\d+)(?: "
    r"[a-z]+)? (?:members|states|countries|judges)"
)
PART_OF_WHOLE = re.compile(
    rf"( (?:#\d+|{NONE})) of (?:(?:its|the|their|all) |the (?:council|board|body|assembly|chamber) 's "
    rf")?(?P<n>#\d+)"
)
SEATS_IN_ALL = re.compile(r" (?P<n>#\d+) - (?:member|nation|strong|seat|country|state)")
NEEDED = re.compile(
    r"(?:#\d+) (?:(?:affirmative|positive|yes) )?votes? (?:it|they|that (?:it|they|were|was)|which "
    r"\w+|required|needed|necessary|short|to (?:pass|spare|be))"
    r"|(?:short of|needs?|needed|required?s?|at least|threshold of|minimum of|majority of) (?:the "
    r")?#\d+(?: [a-z]+)? votes?"
)
EARLIER = re.compile(
    r"\b(?:last year|a year (?:ago|earlier|before)|(?:two|three|#\d+) years? (?:ago|earlier)|had been|"
    r"in previous years|previous vote|the year before)\b"
)
