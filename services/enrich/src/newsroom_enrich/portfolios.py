"""What offices are for: the portfolios of ministers and directors, as a pattern."""

from __future__ import annotations

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
