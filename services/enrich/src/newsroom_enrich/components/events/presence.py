"""The words of attendance: what says that people were at a meeting, were absent, or spoke there."""

from __future__ import annotations

import re

# Words by which a sentence, or the opening of its paragraph, lists the people who were there.
ATTENDED = re.compile(
    r"\b(?:attend(?:ed|ing|ance|ees?)|took part|taking part|participa\w+|"
    r"(?:were|was|are|is|also|those) present|"
    r"present (?:were|was|included?|at)|in "
    r"attendance|joined|"
    r"around (?:the table|him|her)|beside (?:him|her)|next to (?:him|her)|seated|guests? of honou?r|"
    r"were guests|"
    r"as a guest|(?:was|were) represented|represented by|(?<!be )(?<!been )(?<!was )(?<!were )sent(?! to\b)|"
    r"came (?:in person|too|as well)|turned up|showed up|made the (?:journey|trip)|faced the press|"
    r"(?:talks|negotiations|discussions) [\w ]{0,40}(?:was|were) led by|"
    r"(?:first|last|final) (?:summit|meeting|session|conference) for|"
    r"among those (?:present|in attendance|who)|speakers? included|also speaking|taking the floor|"
    r"(?:was|were) there|"
    r"looked on|(?:was|were) (?:opened|closed|inaugurated|moderated) [\w ,.]{0,60}?by|"
    r"heard (?:[\w ]{1,20} )?from|alongside|"
    r"shar(?:ed|es|ing) (?:the|a) (?:table|stage|platform)|among the "
    r"(?:\w+ )?(?:guests|participants|speakers|"
    r"delegates|attendees)|in the (?:room|hall|audience)|is (?:the )?(?:president|chair) of the "
    r"(?:conference|summit|session|meeting)|"
    r"in the chair|chaired|presid(?:ed|ing)|co-chaired|the signatories|delegation (?:also "
    r")?included|"
    r"led (?:the|a|his|her) delegation|heads? of delegations?|"
    r"delegations? (?:was|were|is|are) (?:led|headed)|gavel|at the table|represent(?:ing|s) (?:its|his|"
    r"her|their|the) \w+|represented\b|with the presence|brought together|brings together|took questions|"
    r"(?:took|had) the floor|came as|"
    r"took the stage|fielded questions|"
    r"shook hands|took over (?:as|from|the)|assumed the|passed the|handed (?:over|the)|"
    r"welcomed (?:him|her|them)|(?:met|greeted|received|hosted) (?:him|her|them)|"
    r"signing of|signed by|"
    r"family photo|(?:were|was) headed by|accompanied|"
    r"flanked|met with|"
    r"held talks|took (?:his|her) (?:place|seat)|filled his seat|host(?:ed)? (?:of )?the|as host|played host|"
    r"(?:their|his|her) host|under (?:the|whose) chairmanship|addressed|closed the|opened the|signed up|"
    r"at (?:\w+['’]s|his|her) side|received (?:the|his|her|him)|(?:was|were) (?:received|greeted|"
    r"welcomed|met) (?:[\w ]{0,40} )?by|called on|met separately|joining (?:him|her|them)|"
    r"welcomed (?:the|his|her) guests?|put "
    r"(?:his|her) name|"
    r"flown in|flew in|travell?ed to|visited by|at the invitation of|paid a visit|whose delegation|"
    r"his guests?|"
    r"in the (?:public |press |visitors['’] )?gallery|"
    r"(?:bears?|carr(?:y|ies|ied)) the (?:names|signatures?) of|signatures? (?:was|were) (?:that|those) of|"
    r"signator(?:y|ies) (?:was|were|included)|briefing(?:s)? (?:by|from)|briefed by|"
    r"seen off (?:[\w ]{0,40} )?by|presentations? by|"
    r"statements? (?:(?:was|were) )?(?:delivered|made|given|read)|"
    r"remarks (?:by|from)|interventions? (?:by|from)|so did|"
    r"sat (?:across|beside|next|around|in on)|came in person|was also there|lent (?:his|her) name|"
    r"(?:they|those|participants|guests|speakers|delegates|signatories) included|looking on|came along|"
    r"(?:sat|was|were) in the (?:front|first|second|back) row|(?:stood|standing|sat|sitting|walked|walking) "
    r"(?:beside|next to|behind|between|with|alongside)|also heard|as did|standing ovation|the signatures are|"
    r"(?<!to )(?<!will )put(?:ting)? (?:his|her|their) (?:names?|signatures?) to|putting pen to paper|"
    r"(?:then|first|next|next to (?:him|her|them)) (?:came|sat|stood)|read (?:out )?by|read it out|"
    r"at (?:the|his|her|their) (?:lectern|rostrum|podium|side|elbow)|"
    r"from the (?:rostrum|podium|dais|lectern)|"
    r"in person|hosted (?:\w+ )?by|in the presence of|(?:at|on) hand|speakers (?:in|on|at) |"
    r"(?:moved|introduced|tabled|seconded) by|signed (?:(?:at|in|on) [\w ,]{2,50} )?by|"
    r"welcomed (?:the )?(?:prime ministers|presidents|leaders)|"
    r"on the \w+ side|(?:at|around) (?:the same|one|a) table|wielded the gavel|shared the gavel|"
    r"spoke as well|put pen to paper|the guest)\b",
    re.IGNORECASE,
)
# "At the summit, X and Y endorsed": what follows took place there.
AT_MEETING = re.compile(
    r"\W*(?:At|During) (?:the|a|an|their|its) [\w' -]{0,30}"
    r"(?:summit|session|meeting|conference|sitting|talks|ceremony)\b"
)
ABSENT = re.compile(
    r"\b(?:absen(?:t|ce)|did not (?:attend|travel|come|show)|nor did|stay(?:ed)? (?:away|at home|home|"
    r"in)|called off|"
    r"missed (?:the|a|an) (?:summit|meeting|session)|could not attend|unable to attend|boycott\w*|skipped|"
    r"(?:was|being) barred|warrant|sent (?:(?:his|her|their) )?(?:regrets|apologies)|"
    r"declin(?:ed|ing) (?:an|the|his|her) invitation|turned down (?:an|the) invitation|"
    r"(?:was|were) not (?:invited|present)|did not (?:take part|participate|make the (?:trip|journey))|"
    r"pull(?:ed|ing) out of the|(?:refused|declined) to (?:attend|come|travel|take part)|snubbed|"
    r"cancel(?:l?ed|l?ing) (?:his|her) (?:trip|visit|attendance|participation)|was overthrown|"
    r"silence for|condolence|in memory|late "
    r"president|"
    r"are also expected|is expected|expected to|remained empty|nor (?:anyone|anybody) else)\b",
    re.IGNORECASE,
)
# Who came instead of somebody absent stands behind these.
STOOD_IN = re.compile(
    r"\b(?:represented by|sent|sending|in (?:his|her) (?:place|stead|absence)(?: (?:came|was|sat|stood))?|"
    r"stood in by)\b"
)
SPEECH = frozenset(
    "say tell note warn argue add explain stress maintain observe voice urge call thank pledge announce "
    "declare deny accuse recall remark insist affirm reiterate state express describe object speak "
    "repeat emphasize emphasise underline complain ask reply pay introduce present close open find miss "
    "sign initial ink exchange "
    "hand witness watch embrace pose deliver unveil launch inaugurate brief moderate mediate thank read "
    "chair preside lead gavel attend promise propose confirm oppose regret reject "
    "contend outline underscore charge counter point "
    "assure demand cite report see dismiss claim concede plead retort rejoin riposte snap quip joke "
    "grumble mutter fume protest implore appeal exhort scold chide bemoan decry lament float moot suggest "
    "recommend advise caution predict vow swear undertake guarantee reassure elaborate dwell allude quote "
    "concur agree disagree dissent object justify defend apologise apologize admit acknowledge recognise "
    "recognize maintain submit assert posit conclude summarize summarise observe interject interrupt "
    "intervene table add continue beam marvel muse boast brag explain wonder answer respond acclaim "
    "characterize characterise describe liken compare pronounce rule echo second signal paint portray "
    "upgrade elevate discuss negotiate establish deepen "
    "comment vote abstain shoot hit round lash speak address turn shout scoff rank reproach listen nod "
    "applaud follow".split()
)
