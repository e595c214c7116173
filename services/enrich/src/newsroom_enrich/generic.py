"""What a model marks and is no name: counts, functions, months, headings, symbols. Pure: text and span in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom_enrich.annotations import Name

_COUNT = (
    r"(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Both|All|Many|Several|Most|Other|\d+)"
)
_GROUP = (
    r"(?:States|Countries|Nations|Members|Parties|Partners|Sides|Leaders|Presidents|Ministers|Ambassadors"
    r"|Delegations|Delegates|Delegation|Heads|Chairs|Allies|Governments|Representatives|Envoys|Lawmakers"
    r"|Deputies|Senators|Parliamentarians|Signatories|Peoples?|Participants|Observers|Guests)"
)
_GROUPS = re.compile(
    rf"{_COUNT} (?:Member |Other |Allied |Participating |Founding )?{_GROUP}"
    rf"|(?:(?:Member|Observer|Allied|Participating|Partner|Third|Foreign|Prime|Defen[cs]e|Finance|Interior"
    rf"|Trade|Health|Energy|Environment|Deputy|Vice|Chief|Visiting|Fellow|Host|Neighbouring|Littoral"
    rf"|Contracting|States) )*{_GROUP}(?: of (?:State|Government|Delegation|Mission)s?)?"
    r"(?: and (?:Government|Ministers?|Members?|Observers?))?"
)
# Functions in the place of a name, whatever follows: Special Rapporteur on the right to food.
_FUNCTION = re.compile(
    r"(?:(?:Deputy|Acting|Former|First|Assistant|Senior|Under) )*"
    r"(?:Special (?:Rapporteur|Envoy|Representative|Coordinator|Adviser|Advisor)|Independent Expert"
    r"|(?:High|Permanent|Personal|Trade|Plenipotentiary) (?:Representative|Commissioner|Envoy)"
    r"|Special Rapporteurs|Independent Experts|(?:Chief|Commander)[- ]of[- ]Staff|Commander[- ]in[- ]Chief"
    r"|Attorney[- ]General|Prosecutor[- ]General|Governor[- ]General|Director[- ]General|Chargé d.Affaires"
    r"|Chief (?:Executive|Justice|Minister|Negotiator|Prosecutor|Cabinet Secretary)|Crown Prince"
    r"|State Secretary|State Minister|Head of (?:State|Government|Delegation)|Speaker|Rapporteur|Sherpas?"
    r"|Facilitators?|State Councill?or)"
    r"(?!['’]s? |(?: of)?(?: the)? (?:Office|Council|Fund|Administration|Service))\b"
)
_RULER = re.compile(
    r"\w+ (?:Amir|Emir|King|Queen|Sultan|President|Prime Minister|Foreign Minister|Premier|Chancellor|Envoy"
    r"|Ambassador|Delegation|Crown Prince)"
)
_SHORT_FORM = re.compile(
    r"(?:the )?(?:Alliance|Allied|Bloc|Group|Movement|Charter|Republic|Federation|Emirate|Territory|Strip"
    r"|Union|Community|Region|Coalition|Association|Authority|Forum|League|Secretariat|Mission|Force|Fund"
    r"|Bureau|Chamber|Lower House|Upper House|National Parliament|Presidium|Plenary|Opposition|Majority"
    r"|Commonwealth Leaders|World Community|International Community|Head Office|Press Office|Press Service"
    r"|Information Department|Media Centre|Media Center|Working Group|Contact Group|Task Force"
    r"|(?:Steering|Drafting|Organi[sz]ing) Committee|Joint Commission"
    # The end of a minister's title.
    r"|(?:European|African|Asian|Arab|Pacific|International|Regional|Internal|External) Affairs"
    # What the Main Committees of the General Assembly deal with, in brackets behind their number.
    r"|Economic and Financial|Disarmament and International Security|Administrative and Budgetary"
    r"|Social, Humanitarian,? and Cultural|Special Political and Decoloni[sz]ation)"
)
_CALENDAR = re.compile(
    r"(?:(?:Early|Mid|Late|Next|Last|This)[ -])?(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)(?: \d{1,4})?"
    r"|\d[\d .,/-]*"
)
# Agenda codes and draft symbols (L.33, MEPC.378, A/C.3), and things with a serial number (KazEOSat-2).
_SYMBOL = re.compile(r"[A-Z]{1,2}/[\w./()-]+|[A-Z]{1,5}\.\d[\w./()]*")
# Parts of documents and camps by their number, and a document before its symbol: "Appendix I", "Camp 1".
_PART = re.compile(
    r"(?:Appendix|Annex|Article|Chapter|Section|Schedule|Paragraph|Phase|Stage|Camp|Category|Item|Basket)"
    r"(?: (?:[IVX]+|\d+|[A-Z])\.?)?|(?:resolution|decision|document|draft|paragraph|regulation)s? [A-Z\d].*"
)
# "U.S.-led", "Saudi-brokered": what a country does is no name.
_DONE_BY = re.compile(r"[\w.]+[-‑](?:led|backed|run|born|made|held|owned|based|built|sent|\w{3,}ed)")
_SLASHED = re.compile(r"\b[A-Z]{1,5}(?:/[A-Z]{1,6})+[.-]? ?\d")
_SYMBOL_REACH = 16
# Faiths and peoples, who decide nothing as such.
_FAITHS_AND_PEOPLES = frozenset(
    "Islam Christianity Judaism Buddhism Hinduism Islamophobia Sikhism Sami Roma".split()
)
_SERIAL = re.compile(r"[^\W\d_][\w ]*-\d+[A-Z]?")
# Words of headings in capitals; no name of a place or a body that stands alone has one.
HEADING = re.compile(
    r"\b(?:PRESS|RELEASE|UPDATED?|NEWS|BREAKING|EXCLUSIVE|STATEMENT|CORRECT(?:ED|ION)|REPORT|FACTBOX|ANALYSIS"
    r"|BACKGROUND|CONTEXT|DISPATCH|COMMUNIQU[EÉ]|MORNING|AFTERNOON|EVENING|SUMMARY|BRIEFS?|BRIEFING|NOTES?"
    r"|HIGHLIGHTS|TIMELINE|EXPLAINER|INTERVIEW|OPINION|EDITORIAL|FEATURE|PHOTOS?|VIDEO|LIVE|WATCH|READ|MORE"
    r"|WEEK|TODAY|TOMORROW|YESTERDAY|DAY|MEETINGS?|SESSION|SITTING|AGENDA|ITEM|VOTE|RESULTS?|DECISIONS?"
    r"|RESOLUTIONS?|DOCUMENTS?|ANNEX|EMBARGOED|ADVISORY|ALERT|URGENT|WRAP(?:UP)?|LEAD|AT|WHAT|WHY"
    r"|HOW|NEXT|LATEST|DEVELOPMENTS?|CONTACTS?|ENDS?|QUESTIONS?|ANSWERS?|COVERAGE)\b"
)
_LANGUAGES = frozenset(
    "Arabic Urdu Hindi Bengali Bangla Tamil Telugu Marathi Gujarati Punjabi Malayalam Kannada Sinhala Pashto"
    " Dari Farsi Kurdish Swahili Kiswahili Kinyarwanda Kirundi Amharic Tigrinya Hausa Yoruba Igbo Zulu Xhosa"
    " Afrikaans Wolof Lingala Creole Catalan Basque Galician Gaelic Welsh Mandarin Cantonese Quechua Guarani"
    " Aymara Latin Hebrew Yiddish Esperanto Malay Javanese Tagalog Tetum Māori Uyghur Uyghurs Uighurs Tatars"
    " Kurds Yazidis Rohingya Berbers Tuareg Hutu Tutsi Pashtuns Muslims Christians Jews Hindus Buddhists"
    " Sunni Shia Shiite Catholics Orthodox Koran Quran Bible Torah Mass Ramadan Easter Christmas".split()
)


_OF_TITLES = frozenset({"Pro Tempore", "Pro Tem", "Pro tempore"})
_CHAMBERS = frozenset({"Parliament", "Congress", "Assembly", "Council", "Chamber", "Plenary"})


def _is_in_symbol(text: str, name: Name) -> bool:
    """Whether capitals are a part of the symbol of a document: AG/DEC. 73."""
    start = max(0, name.start - _SYMBOL_REACH)
    parts = _SLASHED.finditer(text, start, name.end + _SYMBOL_REACH)
    return any(part.start() <= name.start and name.end <= part.end() for part in parts)


def is_no_name(text: str, name: Name) -> bool:
    """Whether a marked name is one of the strings that only look like one."""
    surface = text[name.start : name.end]
    if _SYMBOL.fullmatch(surface) or _CALENDAR.fullmatch(surface):
        return name.label != "PERSON" or not surface.isalpha()
    if _PART.fullmatch(surface) or (name.label == "ORG" and _DONE_BY.fullmatch(surface)):
        return True
    if name.label == "PERSON":
        return surface in _OF_TITLES
    if surface.isupper() and HEADING.search(surface):
        return True
    if name.label == "ORG" and (surface in _FAITHS_AND_PEOPLES or _is_in_symbol(text, name)):
        return True
    if name.label in {"GPE", "LOC"} and (
        _SERIAL.fullmatch(surface) or surface in _LANGUAGES or surface in _CHAMBERS
    ):
        return True
    if name.label in {"LAW", "ORG"} and _RULER.fullmatch(surface):
        return True
    return bool(_GROUPS.fullmatch(surface) or _SHORT_FORM.fullmatch(surface) or _FUNCTION.match(surface))
