"""The words by which English news calls the documents and decisions of bodies, and the kind each of them
is.
"""

from __future__ import annotations

from functools import lru_cache

from newsroom.contracts import ResolutionKind

# Singular form -> kind. These name a formal document wherever a body or a state acts on them.
STRONG: dict[str, ResolutionKind] = {
    "resolution": "resolution",
    "declaration": "declaration",
    "proclamation": "declaration",
    "communique": "communique",
    "communiqué": "communique",
    "agreement": "agreement",
    "accord": "agreement",
    "pact": "agreement",
    "compact": "agreement",
    "ceasefire": "agreement",
    "armistice": "agreement",
    "truce": "agreement",
    "concordat": "agreement",
    "memorandum": "memorandum",
    "memoranda": "memorandum",
    "mou": "memorandum",
    "mous": "memorandum",
    "treaty": "treaty",
    "convention": "convention",
    "covenant": "convention",
    "protocol": "protocol",
    "sanctions": "sanctions",
    "sanction": "sanctions",
    "embargo": "sanctions",
    "charter": "charter",
    "law": "law",
    "bill": "law",
    "legislation": "law",
    "act": "law",
    "decree": "decision",
    "edict": "decision",
    "decree-law": "law",
    "directive": "law",
    "roadmap": "roadmap",
    "decision": "decision",
    "statement": "statement",
    "document": "document",
    "amendment": "document",
    "recommendation": "document",
    "annex": "document",
    "guideline": "document",
}
# These have many other senses; they count where a body or officials act on them.
WEAK: dict[str, ResolutionKind] = {
    "plan": "plan",
    "programme": "plan",
    "program": "plan",
    "strategy": "strategy",
    "vision": "strategy",
    "doctrine": "strategy",
    "initiative": "initiative",
    "report": "report",
    "deal": "agreement",
    "arrangement": "agreement",
    "commitment": "agreement",
    "contract": "agreement",
    "concept": "document",
    "conclusion": "document",
    "text": "document",
    "instrument": "document",
    "draft": "document",
    "paper": "document",
    "list": "document",
    "rule": "document",
    "principle": "document",
    "framework": "document",
    "direction": "document",
    "agenda": "document",
    "code": "document",
    "package": "document",
    "pledge": "declaration",
    "constitution": "law",
    "regulation": "law",
    "regulations": "document",
    "ordinance": "law",
    "bylaw": "law",
    "by-law": "law",
    "standard": "document",
    "rulebook": "document",
    "specification": "document",
    "waiver": "decision",
    "statute": "law",
    "motion": "resolution",
    "ruling": "decision",
    "judgment": "decision",
    "judgement": "decision",
    "pillar": "document",
    "template": "document",
    "work-plan": "plan",
    "workplan": "plan",
    "blueprint": "plan",
    "proposal": "document",
    "measure": "document",
    "reform": "law",
    "budget": "document",
    "mechanism": "document",
    "appeal": "document",
    "opinion": "document",
    "manifesto": "declaration",
    "summary": "document",
}
# Words that name a document only as part of a capitalised title ("Camp David Principles").
IN_TITLES: dict[str, ResolutionKind] = {
    "compact": "document",
    "principles": "document",
    "commitment": "document",
    "partnership": "initiative",
    "concept": "document",
    "framework": "document",
    "guidelines": "document",
    "guidance": "document",
    "platform": "document",
    "code": "document",
    "consensus": "document",
    "pledge": "declaration",
    "manifesto": "declaration",
    "outcome": "document",
    "call": "statement",
    "appeal": "document",
    "pathway": "document",
    "concord": "document",
    "acts": "document",
    "accords": "agreement",
    "modalities": "document",
    "blueprint": "plan",
    "recommendation": "document",
    "rules": "document",
    "regulations": "document",
    "understanding": "document",
    "arrangement": "agreement",
    "agenda": "plan",
    "policy": "document",
    "constitution": "law",
    "statute": "law",
    "vision": "strategy",
    "compass": "strategy",
    "alliance": "initiative",
    "mechanism": "document",
    "directive": "law",
    "regulation": "law",
    "budget": "document",
    "path": "document",
    "goals": "document",
    "opinion": "document",
    "targets": "document",
    "conclusions": "document",
    "summary": "document",
    "deal": "initiative",
    "scheme": "initiative",
    "bill": "law",
    "programme": "plan",
    "program": "plan",
    "strategy": "strategy",
    "plan": "plan",
    "initiative": "initiative",
    "report": "report",
}
# A modifier that changes what the head noun says: "framework declaration" is one, "action plan" is a plan.
COMPOUNDS: dict[tuple[str, str], ResolutionKind] = {
    ("road", "map"): "roadmap",
    ("final", "document"): "document",
    ("framework", "convention"): "convention",
    ("restrictive", "measure"): "sanctions",
    ("strategic", "concept"): "strategy",
    ("strategic", "framework"): "strategy",
    ("general", "approach"): "decision",
    ("common", "approach"): "decision",
    ("legal", "framework"): "decision",
    ("constitutional", "amendment"): "law",
    ("sanctions", "package"): "sanctions",
    ("sanction", "package"): "sanctions",
    ("joint", "position"): "statement",
    ("common", "position"): "statement",
    ("action", "motion"): "decision",
    ("cloture", "motion"): "decision",
    ("procedural", "motion"): "decision",
    ("executive", "order"): "decision",
    ("presidential", "order"): "decision",
    ("final", "act"): "document",
}
# "a package of sanctions": the noun in front counts the documents and hands its role on to them.
QUANTITIES = frozenset(
    "set package series number raft pair batch total host range slew dozen dozens round couple handful "
    "score hundreds duo brace trio quartet quintet clutch flurry scores bundle string wave variety "
    "tranche myriad collection array lot text version copy draft terms wording most many some all several "
    "bulk rest part half remainder".split()
)
# These hold documents that belong together, and make one document of them.
BUNDLES = frozenset("package round tranche wave set".split())
# These are documents of their own, but not before "of" and the document that they are made of.
HOLDERS = frozenset({"package", "draft", "text", "set"})
# Each of these is a document of its own, also in a bundle.
SEPARATE = frozenset(
    {"decision", "resolution", "agreement", "memorandum", "treaty", "declaration", "statement"}
)
NUMERAL_NOUNS = {
    "pair": 2,
    "couple": 2,
    "duo": 2,
    "brace": 2,
    "trio": 3,
    "quartet": 4,
    "quintet": 5,
    "score": 20,
}
UNCOUNTED = frozenset(
    {"legislation", "ceasefire", "directions", "guidelines", "conclusions", "regulations", "rules"}
    | {"terms", "heads", "minutes"}
)

# After a document noun in capitals these make the whole the name of a body.
BODY_NOUNS = frozenset(
    "organization organisation committee board foundation commission council fund office agency "
    "secretariat court tribunal panel conference group institute bureau centre center bank forum "
    "corporation authority company mechanism department ministry service division body assembly "
    "programme".split()
) - {"programme", "mechanism"}

NOT_RESOLUTION_BEFORE = frozenset(
    "high higher low lower image screen display spatial angular optical conflict dispute new-year year "
    "year's peaceful political diplomatic final early swift quick speedy ultra video pixel camera print "
    "temporal negotiated crisis bank single debt record better finer sharper greater fine full maximum "
    "bankruptcy insolvency amicable".split()
)
NOT_RESOLUTION_AFTER = frozenset({"of", "to"})
# How long a text is: "a resolution of 38 paragraphs".
PARTS_OF_TEXTS = frozenset({"paragraph", "point", "page", "article", "clause", "line", "word", "chapter"})

_PLURALS = {"memoranda": "memorandum", "communiqués": "communiqué", "mous": "mou", "sanctions": "sanctions"}


def singular(word: str) -> str:
    """The singular of a noun in lower case, as far as the lexicon needs it."""
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


@lru_cache(maxsize=20_000)
def kind_of(
    noun: str, modifiers: frozenset[str] = frozenset(), *, in_title: bool = False
) -> ResolutionKind | None:
    """The kind that a noun names, in any number and case, or None when it names no document."""
    word = noun.casefold()
    one = singular(word)
    for modifier in modifiers:
        for form in (one, word):
            if kind := COMPOUNDS.get((modifier, form)):
                return kind
    if in_title and (kind := IN_TITLES.get(word) or IN_TITLES.get(one)):
        return kind
    return STRONG.get(word) or STRONG.get(one) or WEAK.get(word) or WEAK.get(one)


def is_strong(noun: str) -> bool:
    word = noun.casefold()
    return word in STRONG or singular(word) in STRONG


def is_plural(noun: str) -> bool:
    """Whether the form is a plural; words without one ("legislation") are not."""
    word = noun.casefold()
    return word in {"memoranda", "mous", "sanctions"} or (singular(word) != word and word not in UNCOUNTED)


def says_nothing(words: list[str]) -> bool:
    """Whether the words say nothing of their own about a document: "draft", "new", "same"."""
    return all(word.casefold() in _BARE for word in words)


_BARE = frozenset(
    "draft new same final first second third latest other further another following present".split()
)
