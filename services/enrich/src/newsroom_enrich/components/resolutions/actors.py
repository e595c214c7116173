"""Who decided: what kind of actor stands by a verb, which body that is, and which states are parties."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from newsroom_enrich import knowledge
from newsroom_enrich.components.documents.numbers import parse_number
from newsroom_enrich.components.resolutions.grammar import climb

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from newsroom_enrich.annotations import EntityDraft
    from newsroom_enrich.components.resolutions.acts import Act
    from newsroom_enrich.components.resolutions.reading import Reading

ActorClass = Literal["body", "collective", "country", "person", "none", "other"]

_MINISTERS = frozenset("minister ministers".split())
_LEADERS = frozenset(
    "leader leaders president presidents head heads king kings premier premiers chief chiefs summit".split()
)
_LEGISLATORS = frozenset(
    "lawmaker deputy mp mps mep meps senator legislator parliamentarian parliament chamber".split()
)
_MEMBERS = frozenset(
    "member delegate delegation state country nation government side party representative participant partner ally producer "
    "envoy ambassador negotiator official diplomat signatory capital neighbour neighbor governor judge commissioner "
    "guest host expert shareholder".split()
)
# Short forms that stand for the body in force.
_GENERIC = frozenset(
    "council assembly parliament board committee commission conference congress senate house cabinet union forum "
    "organization organisation bloc group alliance body organ chamber league community plenary session meeting "
    "summit gathering government court rada duma legislature agency association".split()
)
_PRONOUNS = frozenset("they it we both all who these those each".split())
_NUMERAL_HEADS = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)$", re.IGNORECASE
)
_OFFICIALS = frozenset(
    "minister president leader king premier head ambassador envoy representative chief official delegate governor commissioner judge diplomat".split()
)
_COLLECTIVE = _MINISTERS | _LEADERS | _LEGISLATORS | _MEMBERS | _GENERIC | _PRONOUNS
_NO_BODY = re.compile(
    r"\b(?:Ministry|Police|Times|News|Agency France|Press|Post|University|Institute|Army|Mission|Force|Office|"
    r"Department|Service|Center|Centre|Laboratory|Team|Bureau|Secretariat|Company|Foundation|Club|Radio|Television|Parliament House|Palace|"
    r"Hotel|Fund for|Bank)\b",
    re.IGNORECASE,
)
_NO_BODY_KINDS = frozenset({"news-agency", "un-mission", "court"})
_SUMMIT_BODIES = re.compile(
    r"Supreme|Heads of State|Heads of Government|European Council|Assembly of the|Summit"
)
_MINISTERIAL = re.compile(r"Minister|Council of the European Union")
_LEGISLATURE = re.compile(
    r"Parliament|Assembly|Congress|Senate|Duma|Rada|Knesset|Diet|Bundes|House|Majlis|Riksdag|Folketing|Storting|Sejm|Cortes|Seimas|Saeima|Riigikogu|Legislat|Kenesh|Kurultai|Milli|Mejlis"
)
_ORGAN = re.compile(r"Council|Assembly|Parliament|Board|Conference|Committee|Congress")
_LEAD_CHARACTERS = 500
_FIRST_SENTENCE_CHARACTERS = 250
_MEETING = r"(?:session|summit|meeting|sitting|conference|council|gathering|assembly)"
_NAMED_MEETING = re.compile(
    rf"{_MEETING} of (?:the )?$|^ (?:[\w-]+ )?{_MEETING}\b|^['’]s? (?:[\w-]+ ){{0,3}}{_MEETING}\b",
    re.IGNORECASE,
)


@dataclass
class Actors:
    """Answers who acted. Keeps the body of the last act, for "they" and "the leaders" of the next sentence."""

    reading: Reading
    last_body: str | None = None
    _seen: list[str] = field(default_factory=list)

    def classify(self, act: Act) -> ActorClass:
        """What kind of actor the act has; the best of several."""
        if not act.actors:
            return "none"
        classes = [self._classify(token) for token in act.actors]
        for best in ("body", "collective", "country", "person"):
            if best in classes:
                return best
        return "other"

    def _classify(self, token: Token) -> ActorClass:
        entity = self.reading.entity_at(token)
        if entity is not None:
            if entity.type == "organization":
                return "body" if is_body(entity) else "other"
            if entity.type == "country":
                return "country"
            if entity.type == "person":
                return "person"
            if entity.type == "event":
                return "collective"
            return "country"  # "Moscow and Minsk signed": capitals for governments
        word = token.lemma_.casefold()
        if word in _OFFICIALS and token.tag_ in {"NN", "NNP"}:
            return "person"
        if word in _COLLECTIVE or token.lower_ in _COLLECTIVE or _NUMERAL_HEADS.match(token.text):
            return "collective"
        if token.pos_ == "NUM" or token.lower_ in {"dozens", "majority", "most", "many", "fourteen"}:
            return "collective"
        if self.reading.entities_in(token.left_edge.i, token.right_edge.i + 1, "person"):
            return "person"
        return "other"

    def body(self, act: Act) -> str | None:
        """The canonical name of the body that acted, or None where states or people acted for themselves."""
        found = self._body(act)
        if found is not None:
            self.last_body = found
        return found

    def _body(self, act: Act) -> str | None:
        sentence = act.verb.sent
        if self._among_themselves(act):
            return self._meeting_body(sentence)
        classes = [self._classify(token) for token in act.actors]
        if act.action == "vetoed":
            return self._vetoed_in(act)
        signing = act.action == "signed" and "country" in classes
        if (classes and classes[0] in {"country", "person"}) or classes.count("country") > 1 or signing:
            return self._meeting_body(sentence)
        for token in act.actors:
            if (named := self._named(token)) is not None:
                return named
        of_states = bool(act.actors) and act.actors[0].lemma_.casefold() in _MEMBERS
        if (not act.actors or of_states) and (
            named := self._host(act) or self._opening(sentence, act)
        ) is not None:
            return named
        if of_states and act.action == "signed" and (named := self._meeting_body(sentence)) is not None:
            return named
        if act.action == "signed" and not act.actors and act.mood == "planned":
            return None
        return self._in_force(act)

    def _vetoed_in(self, act: Act) -> str | None:
        """The body whose draft was vetoed: the one named with the draft, else the one in force."""
        for phrase in act.phrases:
            named = [
                e for e in self.reading.entities_in(phrase.start, phrase.end, "organization") if is_body(e)
            ]
            if named:
                return named[0].name
        return self._host(act) or self.last_body or self.main

    def _opening(self, sentence: Span, act: Act) -> str | None:
        """ "In the General Assembly, 187 countries voted ...": the body in the opening phrase."""
        first = next((t for t in sentence if not t.is_space), None)
        if first is None or first.lower_ not in {"in", "at", "before"}:
            return None
        comma = next((t.i for t in sentence if t.text == ","), act.verb.i)
        named = [e for e in self.reading.entities_in(first.i, comma, "organization") if is_body(e)]
        return named[0].name if named else None

    def _named(self, token: Token) -> str | None:
        """The body that the actor's own words name: "the Council of X", "leaders of X", "X leaders"."""
        entity = self.reading.entity_at(token)
        if entity is not None:
            return entity.name if entity.type == "organization" and is_body(entity) else None
        start, end = token.left_edge.i, _end_of_noun_phrase(token)
        named = [e for e in self.reading.entities_in(start, end, "organization") if is_body(e)]
        if not named:
            return None
        return self._of_group(token, named[0])

    def _of_group(self, token: Token, organization: EntityDraft) -> str:
        """Ministers of an organization act as its council of ministers, where the report names one."""
        word = token.lemma_.casefold()
        wanted = _MINISTERIAL if word in _MINISTERS else _SUMMIT_BODIES if word in _LEADERS else None
        if wanted is None or wanted.search(organization.name):
            return organization.name
        for entity in self._bodies:
            if wanted.search(entity.name) and _belongs(entity, organization):
                return entity.name
        return organization.name

    def _host(self, act: Act) -> str | None:
        """The body in which a passive or an intransitive act happened: "was adopted in the Assembly"."""
        for child in act.verb.children:
            if child.dep_ != "prep" or child.lower_ not in {"in", "at", "before", "by", "from", "within"}:
                continue
            for inner in child.children:
                for entity in self.reading.entities_in(
                    inner.left_edge.i, _end_of_noun_phrase(inner), "organization"
                ):
                    if is_body(entity) and not _is_parent_of_any(entity, self._in_sentence(act.verb.sent)):
                        return entity.name
        for entity in self.reading.entities_in(act.verb.sent.start, act.verb.sent.end, "event"):
            if (held := next((b.name for b in self._bodies if b.name in entity.name), None)) is not None:
                return held
        if act.action in {"signed", "agreed"}:
            return None
        lower = [
            e
            for e in self._in_sentence(act.verb.sent)
            if re.search(r"Council|Assembly|Board|Committee", e.name)
        ]
        return lower[0].name if len(lower) == 1 else None

    def _in_sentence(self, sentence: Span) -> list[EntityDraft]:
        return [
            e for e in self.reading.entities_in(sentence.start, sentence.end, "organization") if is_body(e)
        ]

    def _meeting_body(self, sentence: Span) -> str | None:
        """The body at whose meeting states signed: "44 countries signed ... at a summit of the African Union"."""
        text = self.reading.text
        for entity in self._in_sentence(sentence):
            for start, end in entity.mentions:
                if sentence.start_char <= start and end <= sentence.end_char:
                    before, after = text[max(0, start - 30) : start], text[end : end + 30]
                    opening = re.search(
                        rf"\b(?:at|during|in) [^,;.]*{_MEETING} of (?:the )?$",
                        text[max(0, start - 90) : start],
                        re.IGNORECASE,
                    )
                    if opening and (_NAMED_MEETING.search(before) or _NAMED_MEETING.search(after)):
                        return entity.name
        return None

    def _in_force(self, act: Act) -> str | None:
        """The body that "the Council", "ministers" or "they" means at this place."""
        word = act.actors[0].lemma_.casefold() if act.actors else ""
        if act.actors and act.actors[0].lower_ == "it" and (named := self._subject_before(act)) is not None:
            return named
        before = [e for e in self._bodies if min(s for s, _ in e.mentions) <= act.verb.idx]
        nearest = sorted(
            before, key=lambda e: max(s for s, _ in e.mentions if s <= act.verb.idx), reverse=True
        )
        if word in _GENERIC:
            if self.main and re.search(
                rf"\b{word}\b", self.main.replace("Organisation", "Organization"), re.IGNORECASE
            ):
                return self.main
            for entity in nearest:
                if re.search(
                    rf"\b{word}\b", entity.name.replace("Organisation", "Organization"), re.IGNORECASE
                ):
                    return entity.name
        if word in _LEGISLATORS or (act.actors and act.actors[0].lower_ in _LEGISLATORS):
            found = next((e.name for e in nearest if _LEGISLATURE.search(e.name)), None)
            return found or self.main
        if word in _MINISTERS:
            found = next((e.name for e in self._bodies if _MINISTERIAL.search(e.name)), None)
            return found or self.last_body or self.main
        return self.last_body or self.main

    def _subject_before(self, act: Act) -> str | None:
        """The body that is the subject of the sentence before: what "it" stands for."""
        sentence = act.verb.sent
        if sentence.start == 0:
            return None
        before = self.reading.doc[sentence.start - 1].sent
        while not before.text.strip() and before.start > 0:
            before = self.reading.doc[before.start - 1].sent
        for token in before:
            if token.dep_ == "nsubj" and token.head.dep_ in {"ROOT", "conj"}:
                entity = self.reading.entity_at(token)
                if entity is not None and entity.type == "organization" and is_body(entity):
                    return entity.name
        return None

    def _among_themselves(self, act: Act) -> bool:
        """Ministers or envoys of states, or two sides, that sign for their states and not as a body."""
        if act.action not in {"signed", "agreed"} and act.reason not in {"issued", "joint"}:
            return False
        if act.reason == "joint":
            return True
        for token in act.actors:
            words = {t.lower_ for t in self.reading.doc[token.left_edge.i : _end_of_noun_phrase(token)]}
            if token.lemma_.casefold() in _MINISTERS and words & {"countries", "states", "nations"}:
                return True
            if words & {"two", "both"} and token.lemma_.casefold() in _MEMBERS | _LEADERS | _MINISTERS:
                return True
        return False

    @cached_property
    def _bodies(self) -> list[EntityDraft]:
        """The deciding bodies of the report in the order of their first mention."""
        found = [
            e for e in self.reading.notes.entities if e.type == "organization" and e.mentions and is_body(e)
        ]
        return sorted(found, key=lambda e: e.mentions[0])

    @cached_property
    def main(self) -> str | None:
        """The body that the report is about: whose meeting it is, else the one that is named most in the lead."""
        text = self.reading.text
        ranked: list[tuple[int, int, str]] = []
        for entity in self._bodies:
            score = sum(3 if start < _LEAD_CHARACTERS else 1 for start, _ in entity.mentions)
            score += 4 if entity.mentions[0][0] < _FIRST_SENTENCE_CHARACTERS else 0
            for start, end in entity.mentions:
                if _NAMED_MEETING.search(text[max(0, start - 30) : start]) or _NAMED_MEETING.search(
                    text[end : end + 30]
                ):
                    score += 4
                if start < _LEAD_CHARACTERS and re.search(
                    r"(?:leaders|ministers|heads of state) (?:of|from) (?:the )?$",
                    text[max(0, start - 40) : start],
                ):
                    score += 3
            ranked.append((-score, entity.mentions[0][0], entity.name))
        if not ranked:
            return None
        score, first, name = min(ranked)
        if -score < 4 and first >= _LEAD_CHARACTERS:
            return None
        chosen = next(e for e in self._bodies if e.name == name)
        organs = [
            e for e in self._bodies if e is not chosen and _ORGAN.search(e.name) and _belongs(e, chosen)
        ]
        leading = [e for e in organs if e.mentions[0][0] < _LEAD_CHARACTERS]
        return leading[0].name if leading else name

    def parties(self, act: Act, body: str | None) -> tuple[str, ...]:
        """The states and organizations that signed or are party, as far as the text names them."""
        of_states = act.action in {"signed", "agreed", "ratified"} or act.reason in {"joint", "issued"}
        if any(phrase.kind == "law" for phrase in act.phrases) or (body is not None and not of_states):
            return ()
        if body is not None and act.action in {"agreed"} and act.reason == "thing":
            return ()
        if act.action in {"rejected", "vetoed", "proposed"}:
            return ()
        named = self._named_parties(act)
        for phrase in act.phrases:
            named += [name for name in self._between(phrase.start, act.verb.sent) if name not in named]
        if len(named) > 1 or (named and act.action == "signed"):
            return tuple(named)
        return tuple(self._counted_parties(act) or named)

    def _named_parties(self, act: Act) -> list[str]:
        found: list[str] = []
        for token in act.actors:
            entity = self.reading.entity_at(token)
            if (
                entity is not None
                and entity.type == "organization"
                and is_body(entity)
                and act.reason != "joint"
            ):
                found += (
                    self._state_of(entity, token)
                    if act.action == "ratified"
                    else self._if_signatory(act, entity)
                )
            elif entity is not None and entity.type in {"country", "organization"}:
                found.append(entity.name)
            elif entity is not None and entity.type == "person":
                found += [c for c in self._countries_of(entity)[:1]]
            elif entity is None:
                start, end = token.left_edge.i, _end_of_noun_phrase(token)
                found += [e.name for e in self.reading.entities_in(start, end, "country")]
                if any(child.lower_ == "its" for child in token.lefts):
                    before = self.reading.entities_in(token.sent.start, token.i, "country")
                    found += [before[-1].name] if before else []
                for person in self.reading.entities_in(start, end, "person"):
                    found += self._countries_of(person)[:1]
        return list(dict.fromkeys(found))

    def _if_signatory(self, act: Act, entity: EntityDraft) -> list[str]:
        """An organization that signs beside states is a party; a body that acts alone is the body."""
        return [entity.name] if len(act.actors) > 1 and act.action in {"signed", "agreed"} else []

    def _state_of(self, parliament: EntityDraft, token: Token) -> list[str]:
        """The country whose parliament it is."""
        found = self.reading.entities_in(token.left_edge.i, token.right_edge.i + 1, "country")
        if found and found[0].mentions[0][0] < token.idx:
            return [found[0].name]
        countries = {
            e.country: e.name for e in self.reading.notes.entities if e.type == "country" and e.country
        }
        if parliament.country in countries:
            return [countries[parliament.country]]
        return [
            e.name for e in self.reading.notes.entities if e.type == "country" and e.name in parliament.name
        ][:1]

    def _countries_of(self, person: EntityDraft) -> list[str]:
        countries = {e.name for e in self.reading.notes.entities if e.type in {"country", "organization"}}
        return [role.of for role in person.roles if role.of in countries and role.of]

    def _between(self, start: int, sentence: Span) -> list[str]:
        """ "between the EU and Ukraine" behind a document."""
        doc = self.reading.doc
        for at in range(start, min(start + 25, sentence.end)):
            if doc[at].lower_ == "between":
                limit = next(
                    (
                        i
                        for i in range(at, sentence.end)
                        if doc[i].text in {".", ";", ":"} or doc[i].pos_ in {"VERB", "AUX"}
                    ),
                    sentence.end,
                )
                found = self.reading.entities_in(at, limit, "country", "organization")
                return [e.name for e in found][:6] if len(found) > 1 else []
        return []

    def _counted_parties(self, act: Act) -> list[str]:
        """ "the two countries", "the five presidents": as many countries as are said, in the order of the text."""
        number = None
        for token in act.actors:
            words = self.reading.doc[token.left_edge.i : _end_of_noun_phrase(token)]
            for word in words:
                number = number or (
                    2 if word.lower_ == "both" else parse_number(word.text) if word.pos_ == "NUM" else None
                )
        if (
            act.actors
            and act.action == "signed"
            and (signatories := self._signatories())
            and (number is None or number == len(signatories))
        ):
            return signatories
        if number is None:
            return self._two_sides(act)
        if number > 15 or act.action == "signed":
            listed = self._among_them(act)
            if listed:
                return listed
        if not 2 <= number <= 15:
            return []
        if number == 2:
            return self._two_sides(act)
        return self._first_countries(act, number)

    def _signatories(self) -> list[str]:
        """ "Besides X, the signatories were A (China), B (India) ...": the states of the people listed."""
        for sentence in self.reading.sentences:
            if re.search(r"\bsignator(?:y|ies)\b", sentence.text):
                found: list[str] = []
                for entity in self.reading.entities_in(sentence.start, sentence.end, "person", "country"):
                    found += self._countries_of(entity)[:1] if entity.type == "person" else [entity.name]
                return list(dict.fromkeys(found)) if len(found) > 1 else []
        return []

    def _among_them(self, act: Act) -> list[str]:
        """ "Among them were A, B and C", right behind a number of signers."""
        sentence = act.verb.sent
        for following in self.reading.sentences:
            if following.start >= sentence.end and following.text.strip():
                if re.match(r"\s*(?:Among them|They include|These include|The signatories)", following.text):
                    return [
                        e.name for e in self.reading.entities_in(following.start, following.end, "country")
                    ]
                return []
        return []

    def _first_countries(self, act: Act, number: int) -> list[str]:
        mentioned = self._mentions_of("country")
        before = list(dict.fromkeys(name for start, name in mentioned if start < act.verb.idx))
        return before[:number] if len(before) >= number else []

    def _two_sides(self, act: Act) -> list[str]:
        """The two states of a bilateral meeting: those that the report names most."""
        if act.actors and not any(
            t.lemma_.casefold() in _MEMBERS | _LEADERS | _MINISTERS or t.lower_ in {"they", "two", "both"}
            for t in act.actors
        ):
            return []
        if self._bodies and self.main and not self._among_themselves(act):
            return []
        if act.actors and act.actors[0].tag_ in {"NN", "NNP"}:
            return []
        mentioned = self._mentions_of("country")
        count: dict[str, int] = {}
        for _, name in mentioned:
            count[name] = count.get(name, 0) + 1
        top = sorted(count, key=lambda name: -count[name])[:2]
        return (
            sorted(top, key=lambda name: next(s for s, n in mentioned if n == name)) if len(top) == 2 else []
        )

    def _mentions_of(self, kind: str) -> list[tuple[int, str]]:
        return sorted(
            (s, e.name) for e in self.reading.notes.entities if e.type == kind for s, _ in e.mentions
        )


def is_legislature(name: str | None) -> bool:
    """Whether a body is a parliament or one of its chambers; the assemblies of organizations are none."""
    return (
        bool(name)
        and bool(_LEGISLATURE.search(name or ""))
        and not re.search(r"General Assembly|Health Assembly|Environment Assembly", name or "")
    )


def is_body(entity: EntityDraft) -> bool:
    """Whether an organization can decide on documents: no newsroom, company, police or ministry."""
    known = knowledge.bodies().get(entity.name)
    if known is not None:
        return known.kind not in _NO_BODY_KINDS
    return not _NO_BODY.search(entity.name)


def _belongs(entity: EntityDraft, organization: EntityDraft) -> bool:
    if entity.parent == organization.name:
        return True
    known = knowledge.bodies().get(entity.name)
    if known is not None and known.parent is not None:
        return known.parent == organization.name
    acronym = "".join(word[0] for word in organization.name.split() if word[0].isupper())
    return organization.name in entity.name or acronym in entity.name.split()


def _is_parent_of_any(entity: EntityDraft, others: list[EntityDraft]) -> bool:
    return any(other is not entity and _belongs(other, entity) for other in others)


def _end_of_noun_phrase(head: Token) -> int:
    """The end of a noun phrase with its prepositional complements, without relative clauses and appositions."""
    end = head.i + 1
    for child in head.rights:
        if child.dep_ in {"prep", "case", "nummod", "compound", "acomp"}:
            inner = child.right_edge.i + 1
            clause = next(
                (
                    t.i
                    for t in head.doc[child.i : inner]
                    if t.dep_ in {"relcl", "acl", "conj", "appos"} and t.pos_ in {"VERB", "AUX"}
                ),
                inner,
            )
            end = max(end, min(inner, clause))
        elif child.dep_ == "punct" and child.text in {"(", ")"}:
            continue
    return end


def governors(token: Token) -> list[Token]:
    return list(climb(token))
