"""The wordings of votes, as patterns over the reduced line of a sentence (see words.py).

A group `n` is the number of the role; `list` groups hold names of voters, to be counted.
"""

from __future__ import annotations

import re

from newsroom_enrich.components.votes.roles import NONE, VOTES, WHO

_NO_VOTES_BEHIND = (
    r"(?! (?:percent|per cent|points?|billion|million|trillion|years?|months?|weeks?|days?|hours?|p m|a m|"
    r"euros?|dollars?|degrees?|seats?|goals?|january|february|march|april|may|june|july|august|september|"
    r"october|november|december)\b)"
)
PAIR = re.compile(
    rf" (?P<for>#\d+)(?:{VOTES}|{WHO})?(?: (?:in favou?r|for))?(?: \( [^)]*\))? (?:to|against|versus|v|vs) "
    rf"(?P<against>#\d+|{NONE})(?:{VOTES})?{_NO_VOTES_BEHIND}"
)
DASH = re.compile(rf" %(?P<i>\d+){_NO_VOTES_BEHIND}")
# Before figures with a dash: a range of days, years or ages, a score.
NO_TALLY = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|ages?|"
    r"aged|articles?|pages?|paragraphs?|chapters?|items?|sections?|rules?|scores? of|season|seasons|won|lost|"
    r"beat|drew|match|game|final|set|between|from|days?|hours|years?|clock|temperatures? of)$"
)
# Words that tell of a decision; figures beside them may be its votes.
DECIDED = re.compile(
    r"\b(?:vot\w+|tall\w+|ballots?|majority|margin|count|division|passed|passage|adopt(?:ed|s|ion)|"
    r"approv(?:ed|es|al)|carried|clear(?:ed|s)|reject(?:ed|s|ion)?|ratif\w+|endors(?:ed|es)|defeat(?:ed|s)?|"
    r"abst\w+|in favou?r|against|opposed|backed|repealed|agree(?:d|ing)|prevailed|failed|fell|sailed|swept|"
    r"squeak\w+|scraped|squeezed|sped|thr(?:ew|own) out|turned down|struck down|shot down|spurned|divided|"
    r"split|"
    r"pushed|rammed|waved|nodded|voted|ruled|held|ordered|found|decided|resolved|survived|assent|lifted|extended|suspended|expelled|upheld|overturned|"
    r"overrode|overridden|impeached|condemned|confirmed|acquitted|convicted|amended|moved|opted)\b"
)
# Right before a pair of numbers these make it a tally.
LEADS_PAIR = re.compile(
    r"\b(?:by|vote of|roll call of|majority of|margin of|count of|tally of|ballot of|division of|"
    r"(?:tally|vote|count|result|score) (?:was|stood at|came to)|voted|with)$"
)
_NUMBER_OF_OTHER_THINGS = re.compile(
    r"\b(?:from|between|about|around|some|of|up|another|aged|ages|last|next|than|in|at|to|every|a|years?|"
    r"period|seasons?|"
    r"(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october)$"
)
_ENDS_PAIR = re.compile(
    r" ?(?:[,.;:)–—]|$|(?:with|and|on|in|to|for|against|over|as|at|when|that|was|so|vote|majority|"
    r"split|ruling|late|early|by|today|yesterday)\b)"
)


def is_tally(text: str, pair: re.Match[str]) -> bool:
    """Whether "A to B" counts votes: the word stands by it, a decision leads to it, or it stands alone in a
    clause of a decision ("backed the bill at second reading, 330 to 275, on Friday").
    """
    before, behind = text[: pair.start()], text[pair.end() :]
    if not DECIDED.search(text):
        return False
    if " vote" in pair[0] or " in favo" in pair[0] or LEADS_PAIR.search(before):
        return True
    if re.match(r" ?,? with (?:#|no)", behind):
        return True
    return bool(_ENDS_PAIR.match(behind)) and not _NUMBER_OF_OTHER_THINGS.search(before)


LIST = r"(?:the )?@(?: \( [^)]*\))?(?: (?:, and|,|and|as well as|plus|along with|together with) (?:the )?@)*"
# Behind the names: "both", "having", ", whose fleet is the largest,".
_BESIDE = r"(?: (?:both|all|also|alone|however|being|having|have|has|had|,[^,@#]{0,80},))*"
_THE_ONLY = r"(?:was|were) (?:the )?(?:only|sole|lone|alone)(?: (?:#\d+|[a-z]+)){0,2}?"
NAMED_ABSTAINED = re.compile(
    rf"(?P<list>{LIST}){_BESIDE} (?:abstain(?:ed|ing)|{_THE_ONLY} (?:to abstain|in abstaining)|"
    rf"sat on the fence|sat (?:it )?out|stayed on the sidelines|withheld their votes?)|abstentions? "
    rf"(?:by|from|of|were|came from|\() (?P<list2>{LIST})"
    rf"|(?:abstaining|abstained|the abstentions) (?:were|was|:) (?P<list3>{LIST})"
    rf"|(?P<list4>@ (?:, @ )*and @) abstentions"
)
# As in "Peru, Chad and five others abstained".
AND_OTHERS = (
    r"(?P<list>(?:@ , )+@ ,? ?and|@ and) (?P<n>#\d+) (?:others?|more|other [a-z]+)"
    rf"{_BESIDE}(?: (?:were|was))*"
)
_SUPPORTED = (
    r"(?:support(?:ed|ing)|back(?:ed|ing)|endors(?:ed|ing)|favou?r(?:ed|ing)|"
    r"vot(?:ed|ing) (?:in favou?r|for|yes)|"
    r"(?:were|was|are|being) (?:in favou?r|for it)|said yes)"
)
OTHERS_FOR = re.compile(rf"{AND_OTHERS} (?:in favou?r|{_SUPPORTED})")
NAMED_FOR = re.compile(rf" (?P<list>{LIST}){_BESIDE} {_SUPPORTED}")
OTHERS_ABSTAINED = re.compile(rf"{AND_OTHERS} (?:abstain(?:ed|ing)|sat it out|stayed on the sidelines)")
OTHERS_AGAINST = re.compile(rf"{AND_OTHERS} (?:against|oppos(?:ed|ing)|vot(?:ed|ing) (?:against|no)|said no)")
NAMED_AGAINST = re.compile(
    rf"(?P<list>{LIST}){_BESIDE}(?: (?:casting|were|was|stood))* (?:opposed|"
    rf"opposing|against|voted against|voting against|said no|voted no|"
    rf"cast the (?:only|dissenting|negative|no)|cast a veto|cast "
    rf"its veto|vetoed|used (?:its|their) veto(?:es)?|{_THE_ONLY} to (?:vote|come out|be) against|"
    rf"the (?:only|sole|lone) (?:ones?|no votes?|countr(?:y|ies)|members?|states?|nations?|delegations?|"
    rf"dissenters?|opponents?|holdouts?|"
    rf"dissenting (?:votes?|voices?))(?! (?:to abstain|abstaining|in favou?r|to support))|"
    rf"alone (?:in (?:oppos|vot|reject)|against))"
    rf"|(?:only|but|with) (?P<list2>{LIST}) (?:against|opposed|opposing|dissenting|in opposition|"
    rf"voting against|voting no)"
    rf"|(?P<list7>@ joined @) (?:in (?:voting against|opposing|rejecting|saying no)|against)"
    rf"|(?:struck down|opposed|vetoed|voted down) by (?P<list3>{LIST})|veto (?:cast )?(?:[a-z]+ "
    rf")?(?:by|from|of) (?P<list4>{LIST})|"
    rf"vot(?:es?|ing) against (?:it )?(?:came|was|were)(?: from| by| that of| only)* (?P<list5>{LIST})|"
    rf"against(?: it| the [a-z]+)? (?:were|was|stood)(?: only)? (?P<list6>{LIST})"
)
# Beside the names of those against it: nobody else was.
ALONE = re.compile(r"\b(?:only|alone|sole|lone)\b")
UNANIMOUS = re.compile(r"\bunanim(?:ous(?:ly)?|ity)\b")
NOT_UNANIMOUS = re.compile(
    r"\b(?:not unanimous\w*|non - unanimous|without unanimity|lack of unanimity|nearly unanimous\w*|"
    r"almost unanimous\w*|(?:required|necessary|requires|needs|needed|"
    r"(?:obtain|reach|secure|achieve|muster)(?: the)?) unanimity|"
    r"unanimity (?:is |was )?(?:required|needed|necessary))\b"
)
ALL = re.compile(
    rf"\ball (?P<n>#\d+)(?: (?:of (?:its|the|their)))?{WHO}?"
    r"(?: (?:of|in|at|who|that|present|taking|were|voted)\b[^#%;,]{0,90}?)? "
    rf"(?:support(?:ed|ing)|back(?:ed|ing)|"
    rf"vot(?:ed|ing) (?:in favou?r|for|yes|to (?!reject|oppose|abst|not))"
    r"|upheld|(?:press|push)(?:ed|ing) the green button"
    r"|in favou?r|approv(?:ed|ing)|endors(?:ed|ing)|agreed|rais(?:ed|ing) their hands?)"
)
# As in "backed by all 450 deputies".
ALL_BY = re.compile(
    rf"\b(?:supported|backed|approved|endorsed|adopted|passed|favou?red) by all (?:of )?(?:its |the )?"
    rf"(?P<n>#\d+){WHO}"
)
WHOLE = re.compile(
    r"\b(?:of|by) (?:all |its |the |all of its |all of the |each of its |each of the )+(?P<n>#\d+)(?: "
    r"[a-z]+)? (?:members|states|countries|judges)"
)
ALL_MEMBERS = re.compile(rf"\ball (?P<n>#\d+){WHO}")
PART_OF_WHOLE = re.compile(
    rf"( (?:#\d+|{NONE})) of (?:(?:its|the|their|all) |the (?:@|[a-z]+) ?['\u2019]s )?(?P<n>#\d+)"
    r"(?! (?:dissenting|negative|no)\b| votes?\b(?! (?:in (?:favou?r|support)|for)\b))"
)
SEATS_IN_ALL = re.compile(r" (?P<n>#\d+) - (?:member|nation|strong|seat|country|state)")
NEEDED = re.compile(
    r"(?:#\d+|not a single) (?:(?:affirmative|positive|yes) )?votes? (?:it|they|that (?:it|they|were|was)|"
    r"which \w+|required|needed|necessary|short|to (?:pass|spare|be))"
    r"|the #\d+ (?:needed|required|necessary)|(?:#\d+|a few|several|just) (?:votes? )?short of"
    r"|(?:requir(?:ed|es|ing)|needs?|needed) (?:the )?#\d+ (?:ayes|votes|members|supporters)"
    r"|(?:short of|needs?|needed|required?s?|at least|threshold of|minimum of|(?<!by a )majority of) (?:the "
    r")?#\d+(?: [a-z]+)? votes?\b(?! (?:to|against) (?:#|no))"
)
# The votes by which a person is elected are none on a document.
ELECTED = re.compile(
    r"\b(?:was|were|been|being|and|is) (?:re - )?elected\b|\b(?:re - )?elect(?:ed|s) @|\belection of\b"
)
# As in "nineteen members of the #1-nation board": how many sit there says the adjective.
OF_THE_SEATS = re.compile(
    r"( #\d+(?: [a-z]+){0,2}) of (?:the|its) (?P<n>#\d+) - "
    r"(?:member|nation|seat|country|state) (?:[a-z]+|@)"
)
EARLIER = re.compile(
    r"\b(?:last year|a year (?:ago|earlier|before)|(?:two|three|#\d+) years? (?:ago|earlier)|"
    r"in previous years|previous vote|the year before)\b"
)
# What "had been" voted on before the figures is looked back at.
HAD_BEEN = re.compile(r"\bhad been\b[^#%]*[#%]")
