"""Vote tallies in every usual wording.

A sentence may give the whole tally ("by 188 votes to six, with no abstentions") or a part of it ("Eleven
countries abstained"); parts of neighbouring sentences are joined by `join`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsroom.contracts import Vote
from newsroom_enrich.components.votes.words import Line, Spans, reduce

_SEATS = "members|states|countries|nations|delegations|governments|capitals|delegates|parties|council members"
_PEOPLE = (
    "lawmakers|deputies|legislators|mps|meps|parliamentarians|senators|representatives|ministers|judges|"
    "ambassadors|directors|governors|envoys|people|others?|cardinals|councillors|commissioners"
)
_WHO = rf"(?:(?: of (?:its|the|their) (?:#\d+ )?)?(?: (?:other|remaining|member|council|european|un|u n))* (?:{_SEATS}|{_PEOPLE}))"
_OF = r"(?: (?:of|on) (?:(?!favou?r |against |abst)[^#%;,]){0,90}?)?"
_VOTES = r"(?: (?:affirmative|positive|yes|negative|no))? (?:votes?|ballots?|ayes|voices)"
_NONE = r"(?:none|no|nil|zero|nobody|no one|not one)"
_N = rf"(?P<n>#\d+|{_NONE})"
_AUX = r"(?: (?:were|was|had|have|has|is|are|all|also|both|then|again|formally))*"

_FOR = [
    rf" {_N}(?:{_VOTES}|{_WHO})?(?: (?:were|was))? (?:in favou?r|for|in support)(?= [^a-z]| (?:and|to|it|the|with|while|against|versus|of|on|by|a)\b)",
    rf" {_N} (?:yes|affirmative|positive|aye)(?: votes?)?",
    rf" {_N} ayes ",
    rf" {_N}{_WHO}{_OF}{_AUX} (?:support(?:ed|ing)?|back(?:ed|ing)|endors(?:ed|ing)|approv(?:ed|ing)|favou?r(?:ed|ing)"
    r"|said yes|vot(?:ed|ing) (?:in favou?r|for|yes|to (?!reject|oppose))|rais(?:ed|ing) their hands? (?:for|in favou?r)"
    r"|lined up behind|cast(?:ing)? (?:their )?(?:votes? )?(?:in favou?r|for))",
    rf" {_N}{_AUX} (?:voted|voting) (?:in favou?r|for|yes)",
    rf" {_N} (?:supported|backed|approved|favou?red)(?= it| the)",
    rf" (?:got|won|drew|received|gained|garnered|secured|attracted|obtained|mustered|gathered|collected|earned)"
    rf"(?: (?:only|just|a total of|the support of|the backing of|votes of))* {_N}(?:{_VOTES}|{_WHO})"
    r"(?! (?:against|opposed|opposing|abst|not|needed|required|it needed))",
    rf" (?:with|by)(?: (?:only|just|a total of|a vote of|the votes of|the support of|the backing of))* {_N}{_VOTES}"
    r"(?! (?:against|opposed|opposing|abst|not|needed|required|it needed))",
    rf" (?:with|by) (?:the (?:support|backing|approval|consent)|the votes) of {_N}(?:{_WHO})",
    rf" (?:favou?rable|affirmative|positive|yes) votes? (?:of|from|:) {_N}(?:{_WHO})?",
    rf" (?:in favou?r|for|yes|ayes?) (?::|-) {_N}",
]
_AGAINST = [
    rf" {_N}(?:{_VOTES}|{_WHO})?{_AUX} (?:against|opposed|opposing|in opposition)(?! by)",
    rf" {_N} (?:no|negative) votes?",
    rf" {_N} (?:noes|nays) ",
    rf" {_N}(?:{_WHO})?{_OF}{_AUX} (?:opposed|rejected|balked|said no|sh[oe]t (?:it |the [a-z]+ )?down|turned (?:it |the [a-z]+ )?down|voted (?:it|the [a-z]+) down|vot(?:ed|ing) (?:against|no)|cast(?:ing)? (?:their )?(?:votes? )?against)",
    rf" (?:against|noes?|nays|no) (?::|-) {_N}",
    rf" {_N} (?:cast|casting) (?:a )?(?:single )?votes? against",
    rf" {_N} hands? (?:raised |went up )?against",
    rf" {_N} dissent(?:ing|ed)?(?: votes?| voices?)?",
]
_ABSTAINED = [
    rf" {_N} (?:abstentions?|abstainers?|abstaining)",
    rf" {_N}(?:{_VOTES}|{_WHO})?{_OF}{_AUX} (?:abstain(?:ed|ing)|abstentions?|withh(?:eld|olding) their votes?|sat (?:it )?out|sat on the fence|stayed out|stayed neutral|declined to take sides)",
    rf" {_N}(?:{_VOTES})? ?(?:,[^#;]{{0,120}},)? (?:were|was) withheld",
    rf" (?:abstentions?|abstaining|abstained) (?::|-|by) {_N}",
    rf" {_N} (?:blank|declining to vote)",
]
_PAIR = re.compile(
    rf" (?P<for>#\d+)(?:{_VOTES}|{_WHO})?(?: (?:in favou?r|for))?(?: \( [^)]*\))? (?:to|against|versus|v|vs) "
    rf"(?P<against>#\d+|{_NONE})(?:{_VOTES})?(?! (?:percent|per cent|billion|million|years|months|days|p m|a m))"
)
_DASH = re.compile(r" %(?P<i>\d+)")
_ANNOUNCED = re.compile(
    r"\b(?:vot\w+|tall\w+|passed|adopted|approved|carried|rejected|ratified|endorsed|defeated|abst\w+|in favou?r|ballot|"
    r"backed|cleared|majority|margin|result)\b"
)
_MARGIN = re.compile(
    r"\b(?:vot\w+|tall\w+|passed|adopted|approved|carried|rejected|ratified|defeated|abst\w+|in favou?r|against|opposed)\b"
)

_LIST = r"(?:the )?@(?: \( [^)]*\))?(?: (?:, and|,|and|as well as|plus|along with|together with) (?:the )?@)*"
_NAMED_ABSTAINED = re.compile(
    rf"(?P<list>{_LIST})(?: (?:both|all|also|alone|however|,[^,@#]{{0,80}},))* (?:abstain(?:ed|ing)|sat on the fence|sat (?:it )?out|stayed on the sidelines|withheld their votes?)|abstentions? (?:by|from|of|were|came from|\() (?P<list2>{_LIST})"
    rf"|(?:abstaining|abstained|the abstentions) (?:were|was|:) (?P<list3>{_LIST})"
)
_NAMED_AGAINST = re.compile(
    rf"(?P<list>{_LIST})(?: (?:both|all|also|alone|being|casting))*(?: (?:were|was|stood))? (?:opposed|opposing|against|voted against|voting against|said no|voted no|cast the only|cast a veto|cast its veto|vetoed|the only (?:one|no vote|country|member))"
    rf"|(?:only|but|with) (?P<list2>{_LIST}) (?:against|opposed|opposing|dissenting|in opposition|voting against|voting no)"
    rf"|(?:struck down|opposed|vetoed|voted down) by (?P<list3>{_LIST})|veto (?:cast )?(?:[a-z]+ )?(?:by|from|of) (?P<list4>{_LIST})"
)
_UNANIMOUS = re.compile(r"\bunanim(?:ous(?:ly)?|ity)\b")
_NOT_UNANIMOUS = re.compile(
    r"\b(?:not unanimous\w*|non - unanimous|without unanimity|lack of unanimity|nearly unanimous\w*|almost unanimous\w*)\b"
)
_ALL = re.compile(
    rf"\ball (?P<n>#\d+)(?: (?:of (?:its|the|their)))?{_WHO}?{_OF} (?:support(?:ed|ing)|back(?:ed|ing)|vot(?:ed|ing) (?:in favou?r|for|yes)"
    r"|in favou?r|approv(?:ed|ing)|rais(?:ed|ing) their hands?)"
)
_WHOLE = re.compile(
    r"\b(?:of|by) (?:all |its |the |all of its |all of the |each of its |each of the )+(?P<n>#\d+)(?: [a-z]+)? (?:members|states|countries|judges)"
)
_PART_OF_WHOLE = re.compile(
    rf"( (?:#\d+|{_NONE})) of (?:(?:its|the|their|all) |the (?:council|board|body|assembly|chamber) 's )?(?P<n>#\d+)"
)
_SEATS_IN_ALL = re.compile(r" (?P<n>#\d+) - (?:member|nation|strong|seat|country|state)")
_NEEDED = re.compile(
    r"(?:#\d+) (?:(?:affirmative|positive|yes) )?votes? (?:it|they|that (?:it|they|were|was)|which \w+|required|needed|necessary|short|to (?:pass|spare|be))"
    r"|(?:short of|needs?|needed|required?s?|at least|threshold of|minimum of|majority of) (?:the )?#\d+(?: [a-z]+)? votes?"
)
_EARLIER = re.compile(
    r"\b(?:last year|a year (?:ago|earlier|before)|(?:two|three|#\d+) years? (?:ago|earlier)|had been|in previous years|previous vote|the year before)\b"
)


@dataclass(frozen=True, slots=True)
class Tally:
    """What one sentence says about a vote; None where it does not say it."""

    in_favour: int | None = None
    against: int | None = None
    abstentions: int | None = None
    unanimous: bool = False
    seats: int | None = None
    by_names: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.unanimous and self.in_favour is self.against is self.abstentions is None

    @property
    def is_complete(self) -> bool:
        return self.unanimous or (self.in_favour is not None and self.against is not None)

    def as_vote(self, seats: int | None = None) -> Vote | None:
        """The vote as a contract value, or None where the tally says too little.

        `seats` is the number of members of the body; where the votes that are told already make up that number,
        nobody was left to vote otherwise.
        """
        if self.unanimous:
            return Vote.model_validate(
                {"for": self.in_favour, "against": 0, "abstentions": 0, "unanimous": True}
            )
        if self.in_favour is None and (self.against is None or self.by_names):
            return None
        filled = self._filled(self.seats or seats)
        return Vote.model_validate(
            {"for": filled.in_favour, "against": filled.against, "abstentions": filled.abstentions}
        )

    def _filled(self, seats: int | None) -> Tally:
        told = [v for v in (self.in_favour, self.against, self.abstentions) if v is not None]
        if seats is None or len(told) < 2 or sum(told) != seats:
            return self
        return replace(
            self,
            in_favour=self.in_favour or 0,
            against=self.against or 0,
            abstentions=self.abstentions or 0,
        )


def read_tally(sentence: str, names: Spans | None = None) -> Tally:
    """The tally in one sentence; empty where there is none, and for votes that are only looked back at."""
    line = reduce(sentence, names)
    text, whole = _without_whole(_NEEDED.sub(" ", line.text))
    if _EARLIER.search(text) and not re.search(r"\bby (?:#|%)", text):
        return Tally()
    if unanimous := _unanimous(text, line):
        return unanimous
    tally = _from_dash(text, line) or _from_pair(text, line) or Tally()
    tally = _from_roles(text, line, tally)
    tally = _from_names(text, tally)
    seats = whole or _SEATS_IN_ALL.search(text)
    if seats and not tally.is_empty:
        tally = replace(tally, seats=_value(seats["n"], line))
    return tally


def join(first: Tally, second: Tally) -> Tally | None:
    """Two parts of one tally as a whole, or None where both tell the same thing."""
    if first.unanimous or second.unanimous or second.is_empty:
        return None
    parts = [
        (first.in_favour, second.in_favour),
        (first.against, second.against),
        (first.abstentions, second.abstentions),
    ]
    if any(a is not None and b is not None for a, b in parts):
        return None
    in_favour, against, abstentions = (b if a is None else a for a, b in parts)
    by_names = first.by_names or second.by_names
    return Tally(in_favour, against, abstentions, seats=first.seats or second.seats, by_names=by_names)


def _without_whole(text: str) -> tuple[str, re.Match[str] | None]:
    """Reads "fourteen of its 15 members" as "fourteen members", and keeps what was left out."""
    whole = _PART_OF_WHOLE.search(text)
    return _PART_OF_WHOLE.sub(r"\1", text), whole


def _unanimous(text: str, line: Line) -> Tally | None:
    if every := _ALL.search(text):
        return Tally(_value(every["n"], line), 0, 0, unanimous=True)
    if not _UNANIMOUS.search(text) or _NOT_UNANIMOUS.search(text):
        return None
    whole = _WHOLE.search(text)
    dash = _DASH.search(text)
    in_favour = _value(whole["n"], line) if whole else None
    if dash:
        in_favour = line.dashed[int(dash["i"])][0]
    elif in_favour is None:
        in_favour = _first(_FOR, text, line)
    return Tally(in_favour, 0, 0, unanimous=True)


def _from_dash(text: str, line: Line) -> Tally | None:
    """ "13-0", "14-1 vote", "120-15-40"."""
    match = _DASH.search(text)
    if match is None or not _MARGIN.search(text):
        return None
    figures = line.dashed[int(match["i"])]
    return Tally(figures[0], figures[1], figures[2] if len(figures) > 2 else None)


def _from_pair(text: str, line: Line) -> Tally | None:
    """ "by 188 votes to six", "10 votes in favour to 3 against"."""
    for match in _PAIR.finditer(text):
        if _ANNOUNCED.search(text) and (
            " vote" in match[0]
            or " in favo" in match[0]
            or re.search(
                r"\b(?:by|vote of|tally was|voted|passed|approved|adopted|carried|rejected|ratified|defeated|vote was)$",
                text[: match.start()],
            )
            or re.match(r" ?,? with (?:#|no)", text[match.end() :])
        ):
            return Tally(_value(match["for"], line), _value(match["against"], line))
    return None


def _from_roles(text: str, line: Line, tally: Tally) -> Tally:
    return Tally(
        tally.in_favour if tally.in_favour is not None else _first(_FOR, text, line),
        tally.against if tally.against is not None else _first(_AGAINST, text, line),
        tally.abstentions if tally.abstentions is not None else _first(_ABSTAINED, text, line),
    )


def _from_names(text: str, tally: Tally) -> Tally:
    """Counts the countries that are said to have voted against or abstained."""
    against, abstentions = tally.against, tally.abstentions
    if abstentions is None and (match := _NAMED_ABSTAINED.search(text)):
        abstentions = _named(match)
    if against is None and (match := _NAMED_AGAINST.search(text)):
        against = _named(match)
    named = against is not None and tally.against is None
    return Tally(tally.in_favour, against, abstentions, by_names=named)


def _named(match: re.Match[str]) -> int:
    listed = next(group for group in match.groups() if group)
    return listed.count("@")


def _first(patterns: list[str], text: str, line: Line) -> int | None:
    for pattern in patterns:
        if match := re.search(pattern, text):
            return _value(match["n"], line)
    return None


def _value(mark: str, line: Line) -> int:
    return line.numbers[int(mark[1:])] if mark.startswith("#") else 0
