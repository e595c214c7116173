"""The words that titles are made of: their heads, what stands before and after those, their plurals."""

from __future__ import annotations

import re

# Whose chief is part of the title: "chief bond strategist".
_WITH_CHIEF = (
    "secretar|minist|command|represent|judge|whip|diplomat|coach|executive|strateg|econom|negotiat|scien"
    "|advis|spokes|analy|edito|prosecut|investigat|inspect|engineer|correspond"
)
HEADS = (
    r"vice[- ]presidents?|(?:president|chancellor|minister|premier|governor|(?:secretary|director)-general)s?"
    r"(?:[- ](?:elect|designate)| emeritus| pro tempore)|presidents?|premiers?|(?:vice-)?chancellors?"
    r"|ministers?-in-charge|ministers?|(?:editor|commander|architect|negotiator)s?[- ]in[- ]chief"
    r"|ambassadors?[- ]at[- ]large|chief (?:[a-z]+ ){0,2}officers?"
    r"|(?:under[- ]|assistant )?secretar(?:y|ies)[- ]general|general secretar(?:y|ies)"
    r"|under-?secretar(?:y|ies)|secretar(?:y|ies)|directors?[- ]general|directors?|governors?[- ]general"
    r"|governors?|prosecutors?[- ]general|prosecutors?|attorneys?[- ]general|commissioners?[- ]general"
    r"|commissioners?|chair(?:person|man|woman)?-in-office"
    r"|representatives?|ambassadors?|envoys?|consuls?[- ]general|consuls?|spokes(?:man|men|woman|women"
    r"|person|persons|people)|co-?chair(?:man|men|woman|person|s)?|(?:vice[- ])?chair(?:man|men|woman"
    r"|women|person|persons|s)?|chief executives?(?: officers?)?|chiefs? of staff|CEOs?|heads?"
    rf"|chiefs?(?! (?:[a-z]+ ){{1,2}}(?:{_WITH_CHIEF})\w*)"
    r"|mayors?|kings?|queens?|sultans?|emirs?|amirs?|crown prince(?:ss)?|speakers?|judges?|justices?"
    r"|commanders?|coordinators?|rapporteurs?|observers?|advis[eo]rs?|(?:co-)?founders?|coach(?:es)?"
    r"|captains?|managers?|leaders?|lawmakers?|senators?|legislators?|delegates?|diplomats?"
    r"|administrators?|editors?|correspondents?|analysts?|economists?|astronomers?|astrophysicists?"
    r"|physicists?|scientists?|researchers?|professors?|historians?|lecturers?|lawyers?|activists?"
    r"|deans?|rectors?|negotiators?|charg[ée]s? d['’]affaires|inspectors?[- ]general|ombudsm[ae]n"
    r"|treasurers?|architects?|engineers?|owners?|[a-z]+(?:ologist|icist|ologists|icists)"
    r"|cabinet members?|archbishops?|bishops?|rulers?|patriarchs?|high representatives?|facilitators?"
    r"|moderators?|secretary of state|first (?:lady|ladies|gentleman)|aides?|chefs? de cabinet|counsell?ors?"
    r"|councill?ors?|members?|registrars?|experts?|(?:auditor|solicitor|advocate|comptroller|surgeon)s?"
    r"[- ]general|commandants?|superintendents?|trustees?|whips?"
    r"|congress(?:man|men|woman|women)|imams?|muftis?|rabbis?|writers?|reporters?|journalists?|columnists?"
    r"|mediators?|cardinals?|curators?|attach[ée]s?|taoiseach|ombudspersons?|chemists?|consultants?"
    r"|(?:senior|research|visiting) fellows?|conven[eo]rs?"
    r"|PMs?|MEPs?|MPs?|MLAs?|TDs?|strategists?|teachers?|campaigners?|popes?|ex-presidents?"
    r"|ex-(?:prime )?ministers?|Raksha Mantri|nuncios?|vice[- ]premiers?|strongm[ae]n|boss(?:es)?"
)
# Lower-case words that belong to a lower-case title.
LOWER = (
    "foreign|prime|deputy|vice|(?:first|second)(?= (?:deputy|vice|secretary|lady|minister))"
    "|interim|acting|caretaker|former|outgoing|incoming|defence"
    "|defense|finance|interior|energy|oil|petroleum|trade|health|justice|environment|climate|economy"
    "|economics|education|agriculture|transport|culture|labour|labor|development|external|internal|home"
    "|permanent|special|senior|chief|top|military|army|navy|police|founding|executive|general|managing"
    "|regional|national|political|assistant|associate|opposition|party|parliamentary|government"
    "|presidential|state|economic|lead|principal|parliament|security|high|human|rights|peace|house"
    "|assembly|commission|council|co-operation|cooperation|information|press|media|science|technology"
    "|industry|commerce|budget|tourism|water|fisheries|housing|planning|research|sports|youth|affairs"
    "|long-time|longtime|veteran|personal|designate|central|bank|policy|relief|aid"
    "|supreme|humanitarian|nuclear|refugee|migration|enlargement|emergency|treasury|cabinet"
    "|committee|conference|taskforce|task force|junta|rebel|union|club|team|board|bond|investment|sales"
    "|marketing|operations|communications|programme|program|project|country|district|city|village|group"
    "|sanctions|border|maritime|atomic|space|weather|disaster|electoral|election|anti-corruption|tax|customs"
    "|consumer|competition|crisis|gender|equality|church|mission|ethics|legal|editorial|news|business"
    "|coalition|faction|majority|minority|shadow|liaison|field|bureau|company|technical|scientific|strategy"
    "|risk|credit|market|currency|honorary|staff|working group|guerrilla|militia|separatist|transitional"
    "|independent|strategic|tariff|apostolic|papal"
    "|chamber|senate|trade union|data protection|resident|global|international|world"
    "|federal|provincial|municipal|digital|internal|infrastructure|investment|diplomatic|delegation"
    "|peacekeeping|intelligence|counter-terrorism|counterterrorism|spy|antitrust|foreign-policy|civil|public"
    "|social|welfare|women|children|family|land|mining|mines|agriculture|farm|forestry|rural|urban|works"
    "|aviation|railways?|immigration|heritage|religious|presidency|ceasefire|prisons?|electricity|gas"
    "|commercial|monetary|fiscal|revenue|statistics|antiterrorism|coast guard|naval|air force|joint"
    "|medical|hospital|legislative|judicial|religious affairs|hostage|climate change|data|privacy"
    "|vaccine|epidemics?|sustainability|innovation|communication|logistics|training|integration|chancellery"
)
# Capitalised words that open sentences and are part of no title.
OPENERS = (
    "The|A|An|His|Her|Its|Their|Our|In|On|At|By|For|From|With|To|As|But|And|Also|Both|Then|When|While"
    "|After|Before|Since|Besides|Among|Meanwhile|Earlier|Later|Attendees|Present|Mr|Mrs|Ms|Dr|H|HE|Photo"
    "|Read|Speaking|Addressing|Meeting|Presiding|According|Monday|Tuesday|Wednesday|Thursday|Friday"
    "|Shri|Smt|Sri|Sayyid|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November"
    "|December|Excellency|Majesty|Highness|Royal|Sheikh|Honou?rable|Asked|Chaired|Hosted|Led"
    "|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Many|All"
)
# What offices are for, in a title without capitals: "minister of energy and infrastructure".
PORTFOLIO = (
    r"(?:foreign (?:affairs|trade|relations)|external (?:affairs|relations)|home affairs|european affairs"
    r"|climate(?: change| action)?|energy|water(?: resources)?|infrastructure|health|finance|trade|commerce"
    r"|industry|defen[cs]e|national defen[cs]e|(?:national )?security|justice|education|agriculture|fisheries"
    r"|(?:the )?(?:economy|environment|interior)|economic (?:affairs|development|policy)|economics|labou?r"
    r"|employment|transport|tourism|culture|sports?|youth|science|technology|tech(?: sovereignty)?"
    r"|digital(?: affairs| policy)?|innovation|development|cooperation"
    r"|internal (?:affairs|market|security)|international (?:co-?operation|development|trade|affairs)"
    r"|human rights|humanitarian affairs|political affairs|public (?:health|works)|mines|mining"
    r"|natural resources|planning|social (?:affairs|policy|protection|services|security)|migration"
    r"|investments?|oil|petroleum|gas|forests?|forestry|communications?|enlargement|disarmament"
    r"|peacekeeping|peace operations|international relations|public (?:expenditure|administration|security"
    r"|service|finance)|digiti[sz]ation|digital(?:isation|ization| transformation)|electricity|power|land"
    r"|lands|housing|urban (?:development|planning|affairs)|rural development|regional (?:development"
    r"|affairs|integration)|local government|parliamentary affairs|consular affairs|legal affairs|women"
    r"|gender(?: equality)?|children|family|families|religious affairs|information|media|immigration"
    r"|integration|budget|treasury|taxation|customs|higher education|research|livestock|wildlife|heritage"
    r"|ecological transition|energy transition|state assets|civil (?:aviation|service|protection)"
    r"|railways?|roads?|shipping|maritime affairs|supply|small business|consumer affairs|veterans"
    r"|national (?:guidance|planning|unity)|sustainable development|sustainability|artificial intelligence"
    r"|the (?:armed forces|middle east|indo-pacific))"
)
# Parts of all heads, for a quick look before the pattern.
STEMS = (
    "president premier chancellor minister secretar director governor prosecutor attorney"
    " commissioner representative ambassador envoy consul spokes chair chief ceo head mayor king"
    " queen sultan emir amir prince speaker judge justice commander coordinator rapporteur"
    " observer advis founder coach captain manager leader lawmaker senator legislator delegate"
    " diplomat administrator editor correspondent analyst economist astronomer physicist scientist"
    " researcher professor historian lecturer lawyer activist dean rector negotiator charg"
    " inspector ombudsm treasurer architect engineer owner ologist icist member bishop ruler"
    " patriarch facilitator moderator first aide chef counsel councill councilor member registrar expert"
    " auditor solicitor advocate comptroller surgeon commandant superintendent trustee whip congressm"
    " congressw imam mufti rabbi writer reporter journalist columnist strategist teacher campaigner pm"
    " mep mp mla td pope nuncio mediator cardinal curator attach taoiseach chemist consult fellow conven"
    " ex-pres ex-min ex-prime raksha strongm boss"
).split()
PLURAL = re.compile(
    r"(?i)\b(presidents|ministers|premiers|secretaries|directors|governors|representatives|ambassadors"
    r"|envoys|heads|chiefs|leaders|commissioners|chairs|speakers|judges|mayors|kings|prosecutors"
    r"|spokesmen|spokespersons|chairmen|advisers|founders|co-founders|lawmakers|senators|counterparts"
    r"|chancellors|scientists|economists|analysts|aides|experts|members|councill?ors|counsell?ors|writers"
    r"|reporters|journalists|strategists|teachers|rapporteurs|coordinators|administrators|managers"
    r"|editors|diplomats|commanders|delegates|professors|researchers|activists|lawyers|rulers|captains"
    r"|presidents-elect|congressmen|congresswomen|bishops|archbishops|spokeswomen|chairwomen|co-chairs"
    r"|co-chairmen|observers|legislators|historians|trustees|MEPs|MPs|MLAs|TDs)\b"
)
SINGULARS = {"secretaries": "secretary", "presidents-elect": "president-elect"}
