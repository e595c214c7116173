"""What news says is done with documents: the verbs and nouns of deciding, and the action each of them states."""

from __future__ import annotations

from newsroom.contracts import Action, ResolutionKind

# Lemma -> action, for a document as direct object (or as subject of the passive).
TRANSITIVE: dict[str, Action] = {
    "adopt": "adopted",
    "pass": "adopted",
    "enact": "adopted",
    "impose": "adopted",
    "carry": "adopted",
    "promulgate": "adopted",
    "proclaim": "adopted",
    "accept": "adopted",
    "approve": "approved",
    "greenlight": "approved",
    "clear": "approved",
    "authorize": "approved",
    "authorise": "approved",
    "confirm": "approved",
    "okay": "approved",
    "endorse": "endorsed",
    "back": "endorsed",
    "ratify": "ratified",
    "sign": "signed",
    "ink": "signed",
    "initial": "signed",
    "cosign": "signed",
    "conclude": "agreed",
    "agree": "agreed",
    "exchange": "agreed",
    "finalize": "agreed",
    "finalise": "agreed",
    "seal": "agreed",
    "strike": "agreed",
    "clinch": "agreed",
    "reach": "agreed",
    "announce": "agreed",
    "reject": "rejected",
    "defeat": "rejected",
    "veto": "vetoed",
    "block": "vetoed",
    "extend": "extended",
    "renew": "extended",
    "prolong": "extended",
    "repeal": "repealed",
    "revoke": "repealed",
    "rescind": "repealed",
    "annul": "repealed",
    "lift": "repealed",
    "abolish": "repealed",
    "scrap": "repealed",
    "terminate": "repealed",
}
# Verb + particle.
PHRASAL: dict[tuple[str, str], Action] = {
    ("vote", "down"): "rejected",
    ("vote", "through"): "adopted",
    ("turn", "down"): "rejected",
    ("throw", "out"): "rejected",
    ("strike", "down"): "rejected",
    ("shoot", "down"): "rejected",
    ("push", "through"): "adopted",
    ("wave", "through"): "approved",
    ("nod", "through"): "approved",
    ("roll", "over"): "extended",
    ("hammer", "out"): "agreed",
}
# Verb + preposition that leads to the document.
PREPOSITIONAL: dict[tuple[str, str], Action] = {
    ("agree", "on"): "agreed",
    ("agree", "upon"): "agreed",
    ("agree", "to"): "agreed",
    ("settle", "on"): "agreed",
    ("sign", "off"): "approved",
    ("vote", "for"): "adopted",
    ("vote", "against"): "rejected",
    ("consent", "to"): "approved",
    ("accede", "to"): "ratified",
    ("sign", "up"): "signed",
}
# Verb + its noun, and then a preposition that leads to the document: "put their signatures to".
LIGHT: dict[tuple[str, str], Action] = {
    ("put", "signature"): "signed",
    ("put", "name"): "signed",
    ("put", "pen"): "signed",
    ("set", "hand"): "signed",
    ("affix", "signature"): "signed",
    ("add", "signature"): "signed",
    ("append", "signature"): "signed",
    ("give", "signature"): "signed",
    ("give", "approval"): "approved",
    ("give", "assent"): "approved",
    ("give", "consent"): "approved",
    ("give", "blessing"): "approved",
    ("give", "backing"): "endorsed",
    ("give", "support"): "endorsed",
    ("give", "endorsement"): "endorsed",
    ("give", "light"): "approved",
    ("give", "nod"): "approved",
    ("give", "go"): "approved",
    ("grant", "approval"): "approved",
    ("lend", "support"): "endorsed",
    ("vote", "favour"): "adopted",
    ("vote", "favor"): "adopted",
    ("raise", "hand"): "adopted",
    ("cast", "veto"): "vetoed",
    ("exercise", "veto"): "vetoed",
    ("use", "veto"): "vetoed",
    ("wield", "veto"): "vetoed",
    ("reach", "agreement"): "agreed",
    ("reach", "consensus"): "agreed",
    ("come", "agreement"): "agreed",
}
# The document is the subject: "the draft fell", "the resolution passed".
INTRANSITIVE: dict[str, Action] = {
    "pass": "adopted",
    "carry": "adopted",
    "prevail": "adopted",
    "succeed": "adopted",
    "fail": "rejected",
    "fall": "rejected",
    "collapse": "rejected",
}
# A document that is made known counts as adopted, for kinds that are made known.
ISSUED = frozenset("issue release publish unveil announce make produce proclaim".split())
ISSUED_KINDS: frozenset[ResolutionKind] = frozenset({"statement", "declaration", "communique"})
AGREEMENT_KINDS: frozenset[ResolutionKind] = frozenset(
    {"agreement", "memorandum", "treaty", "convention", "protocol"}
)
# These say something of agreements only.
OF_AGREEMENTS = frozenset("reach strike seal clinch conclude finalize finalise exchange".split())
ENDED_BY_LIFTING = frozenset("lift scrap terminate abolish".split())
TAKEN = frozenset({"take", "make", "reach"})  # a decision
# A draft or a paper on its way to a body.
PUT_FORWARD: frozenset[str] = frozenset(
    "submit present table propose introduce consider discuss examine review debate".split()
)
PUT_PHRASES = frozenset(
    {
        ("put", "before"),
        ("put", "to"),
        ("lay", "before"),
        ("bring", "before"),
        ("come", "before"),
        ("go", "before"),
        ("put", "forward"),
    }
)
# Verbs that take a decision with an object of any kind ("approved a flag", "extended cuts").
DECIDING: dict[str, Action] = {
    "approve": "approved",
    "extend": "extended",
    "renew": "extended",
    "prolong": "extended",
    "endorse": "endorsed",
}
NOMINAL: dict[str, Action] = {
    "signing": "signed",
    "signature": "signed",
    "adoption": "adopted",
    "approval": "approved",
    "ratification": "ratified",
    "endorsement": "endorsed",
    "passage": "adopted",
    "exchange": "agreed",
    "conclusion": "agreed",
    "rejection": "rejected",
    "extension": "extended",
    "renewal": "extended",
    "repeal": "repealed",
    "prolongation": "extended",
    "release": "adopted",
    "initialling": "signed",
}
# What can be said of an act in a noun so that the act has taken place.
HAPPENING = frozenset(
    "see witness announce end close conclude culminate result mark oversee attend watch preside include follow bring "
    "crown finish wrap lead produce take complete celebrate feature yield deliver".split()
)
# What a body that "agrees to" do it has decided, and not only promised.
RESOLVED_ON = frozenset(
    "open launch establish set create suspend expel admit invite appoint deploy allocate impose grant".split()
)
EXPECTED = frozenset("expect schedule plan slate set foresee anticipate".split())
# A vote of many: "84 countries supported the resolution".
SUPPORT = frozenset("support back favour favor endorse approve vote".split())
GOT_VOTES = frozenset(
    "get receive draw win gain garner secure attract obtain muster gather collect have".split()
)
