"""What news says is done with documents: the verbs and nouns of deciding, and the action each of them
states.
"""

from __future__ import annotations

from newsroom.contracts import Action, ResolutionKind

# Forms whose lemma a language model does not know.
LEMMAS = {
    "decides": "decide",
    "resolves": "resolve",
    "endorses": "endorse",
    "penned": "pen",
    "slated": "slate",
    "okayed": "okay",
    "greenlit": "greenlight",
    "inked": "ink",
    "initialled": "initial",
    "initialed": "initial",
    "rubberstamped": "rubberstamp",
    "sunk": "sink",
    "sank": "sink",
    "gavelled": "gavel",
    "gaveled": "gavel",
    "negatived": "negative",
    "vetoing": "veto",
    "passed": "pass",
    "foundered": "founder",
    "brushed": "brush",
    "spurned": "spurn",
    "rebuffed": "rebuff",
    "scraped": "scrape",
    "wound": "wind",
}

# No document is the patient of these, whatever form the model sees in "the bill foundered".
NEVER_PASSIVE = frozenset("founder collapse flop prevail sail squeak speed".split())
# These open the paragraphs of a communiqué and are taken for nouns there: "Decides to suspend Fiji".
OPERATIVE = frozenset("decides resolves endorses adopts approves extends renews".split())
# A participle that opens a sentence in a capital is taken for a name: "Adopting resolution 2769, ...".
OPENING = {
    verb.removesuffix("e") + "ing": verb
    for verb in "adopt pass approve endorse ratify sign reject veto extend renew repeal".split()
}


def _actions(words: dict[Action, str]) -> dict[str, Action]:
    """Verbs with the action that they state, from one line of verbs an action."""
    return {verb: action for action, line in words.items() for verb in line.split()}


# For a document as direct object, or as subject of the passive.
TRANSITIVE = _actions(
    {
        "adopted": "adopt embrace amend pass enact impose slap carry promulgate proclaim accept gavel "
        "acclaim",
        "approved": "approve greenlight clear authorize authorise confirm okay ok rubberstamp bless sanction",
        "endorsed": "endorse back",
        "ratified": "ratify",
        "signed": "sign ink cosign pen autograph subscribe countersign",
        "agreed": "initial conclude agree exchange finalize finalise seal strike clinch reach announce "
        "thrash negotiate",
        "rejected": "reject defeat sink scupper torpedo bury kill outvote negative spurn rebuff quash doom",
        "vetoed": "veto block",
        "extended": "extend renew prolong lengthen",
        "repealed": "repeal revoke rescind annul lift abolish scrap terminate axe",
    }
)
# Verb + particle.
PHRASAL: dict[tuple[str, str], Action] = {
    ("vote", "down"): "rejected",
    ("vote", "through"): "adopted",
    ("turn", "down"): "rejected",
    ("throw", "out"): "rejected",
    ("strike", "down"): "rejected",
    ("shoot", "down"): "rejected",
    ("knock", "down"): "rejected",
    ("push", "through"): "adopted",
    ("usher", "through"): "adopted",
    ("steer", "through"): "adopted",
    ("gavel", "through"): "adopted",
    ("wave", "through"): "approved",
    ("nod", "through"): "approved",
    ("roll", "over"): "extended",
    ("hammer", "out"): "agreed",
    ("thrash", "out"): "agreed",
    ("nail", "down"): "agreed",
    ("tear", "up"): "repealed",
}
PHRASAL_ISSUED = frozenset({("put", "out"), ("bring", "out"), ("give", "out"), ("send", "out")})
CHAMBERS = frozenset(
    "parliament house chamber assembly senate congress committee council legislature reading".split()
)
# The document is the subject: "the bill sailed through".
PHRASAL_INTRANSITIVE: dict[tuple[str, str], Action] = {
    ("sail", "through"): "adopted",
    ("go", "through"): "adopted",
    ("get", "through"): "adopted",
    ("squeak", "through"): "adopted",
    ("scrape", "through"): "adopted",
    ("go", "down"): "rejected",
}
# Verb + preposition that leads to the document.
PREPOSITIONAL: dict[tuple[str, str], Action] = {
    ("agree", "on"): "agreed",
    ("agree", "upon"): "agreed",
    ("agree", "to"): "agreed",
    ("settle", "on"): "agreed",
    ("enter", "into"): "agreed",
    ("sign", "off"): "approved",
    ("vote", "for"): "adopted",
    ("vote", "against"): "rejected",
    ("consent", "to"): "approved",
    ("concur", "in"): "approved",
    ("assent", "to"): "approved",
    ("accede", "to"): "ratified",
    ("hit", "with"): "adopted",
    ("sign", "up"): "signed",
}
# Verb + its noun (object or subject), and a preposition that leads to the document: "put their signatures
# to".
_LIGHT: tuple[tuple[Action, str, str], ...] = (
    ("signed", "put set affix add append give lend write", "signature name pen hand seal"),
    ("approved", "give grant lend", "approval assent consent blessing light nod go stamp seal ahead up"),
    ("endorsed", "give lend throw", "backing support endorsement weight"),
    ("adopted", "vote", "favour favor"),
    ("adopted", "raise", "hand"),
    ("adopted", "give grant", "passage"),
    ("adopted", "come fall go bring", "gavel hammer"),
    ("vetoed", "cast exercise use wield", "veto"),
    ("agreed", "reach come find", "agreement consensus"),
    ("agreed", "shake", "hand"),
    ("ratified", "deposit submit lodge present", "instrument"),
)
LIGHT: dict[tuple[str, str], Action] = {
    (verb, noun): action
    for action, verbs, nouns in _LIGHT
    for verb in verbs.split()
    for noun in nouns.split()
}
# The document is the subject and gets what a body gives: "the declaration got the nod".
WINS = frozenset("get win receive secure gain earn obtain find".split())
WON: dict[str, Action] = {
    "nod": "approved",
    "approval": "approved",
    "light": "approved",
    "blessing": "approved",
    "assent": "approved",
    "consent": "approved",
    "ahead": "approved",
    "seal": "approved",
    "clearance": "approved",
    "up": "approved",
    "endorsement": "endorsed",
    "backing": "endorsed",
    "majority": "adopted",
    "passage": "adopted",
}
# The document is the subject: "the draft fell", "the resolution passed".
INTRANSITIVE = _actions(
    {
        "adopted": "pass carry prevail succeed",
        "rejected": "fail fall collapse founder flop sink perish die",
    }
)
CLOSING = frozenset("close end conclude wrap finish culminate wind cap crown".split())
# A document that is made known counts as adopted, for kinds that are made known.
ISSUED = frozenset("issue release publish unveil announce make produce proclaim circulate deliver".split())
ISSUED_KINDS: frozenset[ResolutionKind] = frozenset({"statement", "declaration", "communique"})
AGREEMENT_KINDS: frozenset[ResolutionKind] = frozenset(
    {"agreement", "memorandum", "treaty", "convention", "protocol"}
)
# These say something of agreements only.
OF_AGREEMENTS = frozenset(
    "reach strike seal clinch conclude finalize finalise exchange thrash negotiate".split()
)
ENDED_BY_LIFTING = frozenset("lift scrap terminate abolish axe".split())
# These say something of documents that are strong ones or titled; of anything else they are common speech.
FIGURATIVE = frozenset(
    "quash doom die perish sink scupper torpedo bury kill bless acclaim sanction subscribe carry "
    "gavel axe".split()
)
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
        ("take", "up"),
        ("put", "forward"),
        ("place", "before"),
        ("set", "before"),
        ("send", "to"),
        ("refer", "to"),
    }
)
# Verbs that take a decision with an object of any kind ("approved a flag", "extended cuts").
DECIDING: dict[str, Action] = {
    "adopt": "adopted",
    "approve": "approved",
    "extend": "extended",
    "renew": "extended",
    "prolong": "extended",
    "endorse": "endorsed",
}
# "Will take action on the draft", "is to hold a vote on it".
ACT_ON = {
    "take": frozenset({"action", "vote", "decision"}),
    "hold": frozenset({"vote", "debate"}),
    "have": frozenset({"vote"}),
    "cast": frozenset({"vote", "ballot"}),
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
# As in "is up for a vote", "is due for adoption".
UP_FOR: dict[str, Action] = {
    **NOMINAL,
    **dict.fromkeys(("vote", "action", "debate", "consideration", "decision"), "proposed"),
}
# What can be said of an act in a noun so that the act has taken place.
HAPPENING = frozenset(
    "see witness announce end close conclude culminate result mark oversee attend watch preside include "
    "follow bring crown finish wrap wind lead produce take complete celebrate feature yield deliver head top "
    "cap highlight come go proceed hold".split()
)
# These tell of an act that has taken place, be it long ago; a date makes it news.
GREETED = frozenset("hail welcome praise applaud greet salute".split())
# What a body that "agrees to" do it has decided, and not only promised.
RESOLVED_ON = frozenset(
    "open launch establish set create suspend expel admit invite appoint deploy allocate impose grant "
    "award ban bar increase raise cut double triple merge transfer readmit convene drop discontinue "
    "reinstate strip end halt freeze lower abandon dissolve disband activate deny restore lift phase "
    "prolong send deploy recognise recognize form".split()
)
# What a body does with a state or a member.
LETS_IN = frozenset("admit readmit suspend expel reinstate exclude".split())
SENT = frozenset("submit send put present table go forward refer open".split())
EXPECTED = frozenset("expect schedule plan slate set foresee anticipate pencil pencilled mean".split())
# A vote of many: "84 countries supported the resolution".
SUPPORT = frozenset("support back favour favor endorse approve vote".split())
GOT_VOTES = frozenset(
    "get receive draw win gain garner secure attract obtain muster gather collect have poll scrape net "
    "find".split()
)
# What these are done to is the subject of their participle.
PATIENT_VERBS = frozenset({*TRANSITIVE, *ISSUED})
# Verbs in which readings.py sees more than a list of verbs, and those behind which decisions.py looks for a
# thing or for contents.
_READ_APART = frozenset(
    "bear await sign come give vote be have say agree reach decide resolve include comprise".split()
)
# All verbs that can tell an act; at any other the syntax need not be asked.
TELLING = frozenset().union(
    _READ_APART,
    TRANSITIVE,
    INTRANSITIVE,
    DECIDING,
    LETS_IN,
    ACT_ON,
    *(WINS, CLOSING, ISSUED, TAKEN, EXPECTED, SENT, PUT_FORWARD, SUPPORT, GOT_VOTES),
    *(
        {verb for verb, _ in pairs}
        for pairs in (LIGHT, PHRASAL, PHRASAL_ISSUED, PHRASAL_INTRANSITIVE, PREPOSITIONAL, PUT_PHRASES)
    ),
)
