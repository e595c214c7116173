"""The wordings of one side of a vote: who is for, who is against, who abstained.

Patterns over the reduced line of a sentence (see words.py). The group `n` is the number of the role, a word
for none, or an article that stands for one.
"""

from __future__ import annotations

import re

_SEATS = (
    "member states?|members?|states?|countr(?:y|ies)|nations?|delegations?|governments?|capitals?|"
    "delegates?|parties|council members?|hands|authors?|(?:co - )?sponsors?|allies"
)
_PEOPLE = (
    "lawmakers?|deput(?:y|ies)|legislators?|mps?|meps?|tds?|parliamentarians?|senators?|representatives?|"
    "ministers?|judges?|justices?|ambassadors?|directors?|governors?|envoys?|people|others?|cardinals?|"
    "bishops?|peers?|lords|councillors?|commissioners?|policymakers?|panellists?|experts?|democrats?|"
    "republicans?|congress(?:men|women)|members? of parliament"
)
_OF_A_GROUP = (
    r"(?: of (?:its|the|their) (?:#\d+ )?)?(?: (?:other|remaining|member|council|european|un|u n|eu|"
    r"(?:non - )?permanent|elected|"
    r"ruling|opposition|dissenting))*"
)
WHO = rf"(?:{_OF_A_GROUP} (?:{_SEATS}|{_PEOPLE}))"
_WHO_SITS = rf"(?:{_OF_A_GROUP} (?:{_PEOPLE}))"
# Between those who vote and their vote: "of the Council", "present in the chamber", "who took part",
# "representing 66 per cent of the population", ", Russia among them,".
_NO_VOTE = r"(?:(?!favou?r |against |abst|vot|support|back|oppos|reject)[^#%;,])"
_OF = (
    rf"(?: (?:of|on|from) (?:(?!(?:had|have|has|were|was) ){_NO_VOTE}){{0,90}}?)?"
    r"(?: present\b| taking part\b)?"
    rf"(?: (?:in|at) {_NO_VOTE}{{0,50}}?)?(?: (?:who|that)(?: {_NO_VOTE}{{0,50}}?)?)?"
    r"(?: (?:,|-|–|—|\() [^#%;]{0,80}? (?:,|-|–|—|\))|"
    r" , (?:in which|which|who|whose|between them|together|representing|including|among them) "
    r"[^%;,]{0,80}? ,)?"
    r"(?: (?:holding|representing|with) #\d+ (?:per cent|percent) of [^#%;,]{0,40}?)?"
)
VOTES = r"(?: (?:affirmative|positive|yes|negative|no|deputies'|valid))? (?:votes?|ballots?|ayes|voices)"
NONE = (
    r"(?:none|no|nil|zero|nobody|no one|no - one|not one|not a single(?: one)?|"
    r"no (?:country|member|state|delegation))"
)
ONES = frozenset({"a", "an", "the", "its", "only", "lone", "sole"})
_N = rf"(?P<n>#\d+|{NONE})"
_AUX = (
    r"(?: (?:were|was|being|stood|standing|had|have|has|having|is|are|all|also|both|then|again|formally|"
    r"only|present|unanimously|voted|came out|came down|declared themselves))*"
)
_ONLY = (
    r"(?: (?:only|just|barely|a total of|no more than|no fewer than|some|the support of|the backing of|"
    r"votes of))*"
)
_NO_MORE_VOTES = r"(?! (?:against|opposed|opposing|abst|not|needed|required|it needed|short|dissent))"
_ENDS_FOR = r"(?= [^a-z]| (?:and|to|it|the|with|while|against|versus|of|on|by|a|but)\b)"
_ON_DAY = r"(?: on (?:[a-z]+|@))?"
_DID_SUPPORT = (
    r"(?:support(?:ed|ing)?|back(?:ed|ing)|endors(?:ed|ing)|approv(?:ed|ing)|favou?r(?:ed|ing)|"
    r"concurr(?:ed|ing)|sid(?:ed|ing) with|"
    rf"(?:said|saying) (?:yes|yea|aye)|vot(?:ed|ing){_ON_DAY} "
    r"(?:in (?:its |his |her |their )?favou?r|for|yes|yea|aye|with the|"
    r"(?:(?:at|in) [^#%;,]{0,40}? )?to (?!reject|oppose|abst|not|block|defeat|kill))|"
    r"voted [^#%;,]{0,60}? through|rais(?:ed|ing) (?:their|its|his|her) hands?|"
    r"went up (?:for|in favou?r)|lin(?:ed|ing) up behind|"
    r"(?:gave|giving) (?:it|the [a-z]+) (?:their|its) (?:support|backing|approval|blessing|assent|vote)|"
    r"cast(?:ing)? (?:their |a )?(?:votes? |ballots? )?(?:in favou?r|for|yes))"
)
_DID_OPPOSE = (
    r"(?:oppos(?:ed|ing)|object(?:ed|ing)|reject(?:ed|ing)|dissent(?:ed|ing)|balked|"
    r"(?:said|saying) (?:no|nay)|"
    r"sh[oe]t (?:it |the [a-z]+ )?down|turned (?:it |the [a-z]+ )?down|voted (?:it|the [a-z]+) down|"
    rf"vot(?:ed|ing){_ON_DAY} (?:against|no|nay|not to)|went up against|com(?:e|ing) out against|"
    r"cast(?:ing)? (?:their |a |its )?(?:votes? |ballots? )?(?:against|no))"
)
_DID_ABSTAIN = (
    r"(?:abstain(?:ed|ing)|(?:cho(?:se|osing)|opt(?:ed|ing)|preferr(?:ed|ing)|decid(?:ed|ing)) to abstain|"
    r"abstentions?|withh(?:eld|olding) their votes?|s[ai]t(?:ting)? (?:it |the vote )?out|"
    r"(?:s[ai]t(?:ting)?|stay(?:ed|ing)|remain(?:ed|ing)) on the (?:fence|sidelines)|"
    r"stay(?:ed|ing) (?:out|neutral)|remain(?:ed|ing) neutral|"
    r"(?:kept|keeping) (?:their heads|its head) down|st(?:ood|anding) aside|"
    r"(?:declin(?:ed|ing) to take|did not take|refus(?:ed|ing) to take|"
    r"not taking|taking no|took no|took neither) sides?|declin(?:ed|ing) to vote)"
)

_FOR = [
    (
        rf" {_N}(?:{VOTES}|{WHO})?{_OF}{_AUX} "
        rf"(?:in (?:its |his |her |their )?favou?r|in support){_ENDS_FOR}"
    ),
    rf" {_N}(?:{VOTES}|{WHO})?{_OF}{_AUX} for(?= [^a-z]| (?:and|to|it|with|while|against|versus|but)\b)",
    (
        rf" {_N}(?:{VOTES}|(?:{WHO})?{_OF} (?:were|was|being|stood|voted|came out|came down)) "
        r"for(?= (?:the|a)\b)"
    ),
    rf" {_N} (?:yes|affirmative|positive|aye|yea)s?(?: votes?| ballots?)?(?= )(?! against)",
    rf" {_N} (?:ayes|yeas) ",
    rf" (?:ayes|yeas) {_N}(?= )",
    rf" {_N}{WHO}{_OF}{_AUX} {_DID_SUPPORT}",
    rf" {_N}{_WHO_SITS}{_OF} ratified",
    rf" {_N}{_AUX} (?:voted|voting|saying|said) (?:in (?:its |their )?favou?r|for|yes|yea|aye)",
    rf" {_N} (?:supported|backed|approved|endorsed|favou?red)(?= it| the)",
    rf" with {_N} hands? (?:in the air|raised|up)(?! against)",
    (
        rf" (?:got|won|drew|received|gained|garnered|secured|attracted|obtained|mustered|gathered|"
        rf"collected|earned|polled|picked up|had|scored|netted|commanded)"
        rf"{_ONLY} {_N}(?:{VOTES}|{WHO}){_NO_MORE_VOTES}"
    ),
    (
        rf" (?:with|by)(?: (?:only|just|a total of|a vote of|the votes of|the support of|the backing of))* "
        rf"{_N}{VOTES}{_NO_MORE_VOTES}"
    ),
    rf" (?:with|by) (?:the (?:support|backing|approval|consent)|the votes) of {_N}(?:{WHO})",
    rf" (?:support|backing|approval|endorsement|assent) (?:of|from) {_N}(?:{WHO})",
    rf" with {_N} of (?:the )?#\d+ votes?\b",
    # A majority is the number of those in favour where the other side is counted too, and else what they had
    # more than it.
    rf" by a (?:[a-z]+ )?majority of {_N}(?:{VOTES}|{WHO})?(?= [^;]*\b(?:against|opposed|opposing|abst))",
    (
        rf" (?:approved|passed|adopted|backed|endorsed|supported|carried|cleared|favou?red)"
        rf"(?: [^#%;,]{{0,60}})? by {_N}(?:{WHO})(?! (?:to|against|versus)\b)"
    ),
    rf" (?:favou?rable|affirmative|positive|yes) votes? (?:of|from|:) {_N}(?:{WHO})?",
    rf" (?:in favou?r|for|yes|ayes?|yeas?) (?::|-|=|\(|were|numbered) {_N}",
    rf" in favou?r of [^#%;,]{{1,40}} were {_N}(?:{WHO})?",
]
_AGAINST = [
    rf" {_N}(?:{VOTES}|{WHO})?{_OF}{_AUX} (?:against|opposed|opposing|in opposition)(?! by)",
    rf" {_N} (?:no|negative|nay|dissenting) votes?",
    rf" {_N} (?:no|nay)(?= [,;.]| while| and| with)",
    rf" {_N} (?:noes|nays) ",
    rf" (?:noes|nays) {_N}(?= )",
    rf" {_N} objections?",
    rf" {_N}(?:{WHO})?{_OF}{_AUX} {_DID_OPPOSE}",
    rf" {_N}(?:{WHO})? did not(?= (?:[,;.]|and|but|while))",  # "39 states backed it, 25 did not"
    rf" (?:against|noes?|nays?|no) (?::|-|=|\(|were|numbered) {_N}",
    rf" {_N} (?:cast|casting) (?:a )?(?:single )?votes? against",
    rf" {_N} hands? (?:raised |went up )?against",
    rf" {_N} dissent(?:ing|ed|ers?)?(?: votes?| voices?)?",
    (
        rf" (?:rejected|spurned|opposed|defeated|turned down|voted down|thrown out)(?: [^#%;,]{{0,60}}|"
        rf"(?: [^%;,]{{1,40}})? , [^%;,]{{1,80}} ,)? by {_N}(?:{WHO})(?! (?:to|against|versus)\b)"
    ),
    r" (?:with|on|over) (?P<n>a|an|the)(?: (?:single|lone|sole|@))+ (?:vote against|no vote|dissent)",
    r" (?P<n>the) (?:only|lone|sole|single) (?:vote against|no vote|negative vote|dissenter|opponent)",
    r" (?P<n>no) (?:opposition|objections?)",
    r" (?P<n>unopposed) ",
    r" without (?:any |a single )?(?P<n>opposition|dissent|objections?|votes? against)",
]
_ABSTAINED = [
    rf" {_N} (?:abstentions?|abstainers?|abstaining|abstain)",
    rf" {_N}(?:{VOTES}|{WHO})?{_OF}{_AUX} {_DID_ABSTAIN}",
    rf" {_N}(?:{VOTES})? ?(?:,[^#;]{{0,120}},)? (?:were|was) withheld",
    rf" (?:abstentions?|abstaining|abstained) (?::|-|=|\(|by|numbered) {_N}",
    rf" {_N} (?:blank|declining to vote)",
    r" (?P<n>a|an|the|its)(?: (?:single|lone|sole|@))+ abstention",
]
FOR = [re.compile(pattern) for pattern in _FOR]
AGAINST = [re.compile(pattern) for pattern in _AGAINST]
ABSTAINED = [re.compile(pattern) for pattern in _ABSTAINED]
