"""Mends the boundaries of what a model marks as a name. Pure: text and span in, spans out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom_enrich.annotations import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

# Titles and forms of address that stand before a person's name and are no part of it.
_BEFORE_PERSON = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Capt|Sen|Rep|Gov|Hon|Rt|Rev|Amb|St)\.?"
    r"|H\.\s?[EMRH]\.(?:\s?H\.)?|HE|HRH|HM|(?:His|Her|Their) (?:Royal )?(?:Excellency|Excellencies"
    r"|Highness|Majesty|Holiness|Eminence)|Sir|Dame|Lord|Lady|King|Queen|Prince|Princess|Sheikh|Sheikha"
    r"|Shaikh|Sayyid|Shri|Smt\.?|Emir|Amir(?= Sheikh)|Crown"
    r"|Mullah|Maulana|Presidents?|Vice|Prime|Ministers?|Premiers?|Chancellors?|Ambassadors?|Senators?"
    r"|Governors?|Mayors?|Secretary|General|Professors?|Doctor|Judges?|Justice|Chief|Deputy|Foreign|Colonel"
    r"|Captain|Commander|Pope|Cardinal|Samdech|Tan Sri|Datuk|Dato|Tun|Archbishop|Bishop|Ayatollah"
    r"|Taoiseach|T[áa]naiste|(?:Ecumenical )?Patriarch|Metropolitan|Catholicos|Primate"
    r"|(?:Grand )?(?:Imam|Mufti)|Rabbi"
    r"|(?:Field |Air |Air Chief |Air Vice )?Marshal|(?:Vice |Rear )?Admiral|Lieutenant|Brigadier|Commodore"
    r"|Chairman|Chairwoman|Director|Speaker|Commissioner|Envoy|By|by|and|the|The)\s+"
)
# "V. The Council", "27 European Union": the number of a paragraph or a count, and the word after it.
_NUMBERED = re.compile(r"(?:[IVXLC]+\.|\d{1,2}[.)]?) (?:[Tt]he )?(?=[^\W\d_a-z]\w+ ?)(?!Committee)")
# "Council's Independent Expert": what a body meant by one word has.
_OF_SHORT_FORM = re.compile(
    r"(?:Rebels|Members|Officials|Leaders|Ministers|Envoys|Delegates|Lawmakers|Supporters|Fighters|Peoples"
    r"|States) of (?:the )?(?=[^\W\d_a-z])|(?:Council|Assembly|Committee|Commission|Conference|Army"
    r"|Government|Parliament|Organi[sz]ation|Union|Agency|Bank|Court|Board|Secretariat|Association|Alliance|Group"
    r"|Party|Ministry|Senate|Cabinet|Bureau|Bloc|Authority)['’]s (?=[^\W\d_a-z])"
)
_RULER_OF = re.compile(r"(?:Emir|Amir|King|Queen|Sultan|President|Prime Minister|Crown Prince) of (?:the )?")
_ARTICLE = re.compile(r"(?:[Tt]he|[Aa]n?)\s+")
# Newspapers carry their article in the name.
_NEWSPAPER = re.compile(
    r"The .*\b(?:Times|Guardian|Post|Independent|Telegraph|Journal|Economist|Herald|Star|Sun|Hindu"
    r"|Citizen|News|Chronicle|Diplomat|Observer|Mirror|National|Standard|Nation|Monitor|Tribune|Globe)"
)
_TRAILING = re.compile(r"(?:['’]s?|[\s,;:.!?\"”“’'(\[–—-]+)$")
_LEADING = re.compile(r"^[\s,;:.!?\"”“‘'’)\]–—*•-]+")
_LINE_BREAK = re.compile(r"\s*[\r\n\u2028\u2029]\s*")
_OPEN_BRACKET = re.compile(r"\s*\((?P<inner>[^()]*)$")
_ABBREVIATED = re.compile(r"\b(?:Jr|Sr|Inc|Corp|Ltd|Co|Bros|[A-Z]|[A-Z]\.[A-Z]|St|Md|Fla|Calif)\.$")
# A minister or a secretary is no organization, whatever follows.
_OFFICE_HOLDER = re.compile(
    r"^(?:Deputy |Vice |First |Acting |Former )*(?:Prime |Foreign |Defen[cs]e |Finance |Interior )?"
    r"(?:Ministers?|Secretary|Secretar(?:y|ies)[- ]General|Presidents?|Ambassadors?|Chair(?:man|woman"
    r"|person)?|Premiers?)\b"
)

# The field of an office is no organization: Secretary of Health, High Representative for Foreign Affairs.
_OFFICE_OF = re.compile(
    r"(?:\b(?:[Mm]inisters?|[Ss]ecretar(?:y|ies)) (?:of|for)|(?:[Cc]ommissioners?|[Rr]epresentatives?"
    r"|[Dd]irectors?|-[Gg]eneral|[Ee]nvoys?|[Rr]apporteurs?|[Cc]oordinators?) (?:for|on)"
    r") (?:the )?$"
)
# The Ministry of Foreign Affairs has a secretary; it is not what that secretary is for.
_WITH_OFFICES = re.compile(
    r"^(?:Ministry|Department|Office|Bureau|Directorate) |\b(?:Ministry|Council|Committee|Commission|Agency"
    r"|Court|Assembly|Organi[sz]ation|Party|Institute|University|Federation|Association|Authority|Congress|League)$"
)
_OFFICE_REACH = 40
# "U.S. Treasury Secretary" is a treasury secretary of the country.
_OFFICE_NEXT = re.compile(r" (?:Secretary|Minister|Representative|Commissioner)(?![- ]General)\b")
_ONLY_TITLE = re.compile(
    r"(?:(?:Crown )?Prince(?:ss)?|King|Queen|Amir|Emir|Sheikh|Sultan|President|Minister|Premier"
    r"|Excellency|Majesty|(?:Royal )?Highness|Ambassador|Secretary|General|(?:Secretary|Director|Attorney"
    r"|Governor|Prosecutor)[ -]General|Chefs? de Cabinet|First Lady|Independent Expert|High Commissioner"
    r"|(?:Special |Country )?(?:Rapporteur|Envoy|Representative|Coordinator|Adviser)|(?:Federal )?Chancellor"
    r"|Chief (?:of Staff|Justice|Minister|Executive)|Commissioner|Governor|(?:Deputy )?Speaker"
    r"|(?:Arch)?[Bb]ishops?|Dean|Rector|Provost|(?:Chief )?Archivist|(?:\w+ )?Librarian|Curator|Laity|Clergy"
    r"|Summit"
    r"|T[áa]naiste|Taoiseach"
    r"|Chair(?:man)?|Allies|Member States|States|Delegates|Kingdom|Republic|Bill|Constitution"
    r"|(?:\w+ )*(?:Order|Medal|Prize|Award)(?: of .*)?|New Year|Easter|Christmas|Ramadan|Eid(?: al-\w+)?"
    r"|Union for Foreign Affairs and Security Policy"
    r"|Navruz|Nowruz|Nauryz|Hanukkah|Thanksgiving|Diwali|Ashura)"
)
_OFFICE_IN = re.compile(
    r"\b(?:Commissioner|Minister|Secretary|Ambassador|Representative|Spokes\w+)(?: (?:for|of|to)\b|$)"
)
_DANGLING = re.compile(r"(?: (?:of|and|for|the|in|on|at|to|with|from|&))+$")
# What ends like this is an organization, also before "of" and a country.
_ORGANIZATION = re.compile(
    r" (?:Bureau|Office|Agency|Commission|Committee|Council|Court|Ministry|Fund|Bank|Party|Association"
    r"|Secretariat|Police|Service|Authority|Corporation|Institute|University|Society"
    r"|Department)(?: (?:of|for) (?:the )?[A-Z]\w+)?$"
)
# What ends like this is a document, whatever the model takes it for.
_DOCUMENT = re.compile(
    r" (?:Acts?|Conventions?|Agreements?|Treaty|Treaties|Declaration|Vision|Framework|Regulations"
    r"|Strategy|Plan|Protocol|Charter|Principles|Roadmap|Statement|Communiqu[ée]|Pact|Accords?"
    r"|Constitution|Resolution|Memorandum|Directive|Code|Compact|Law|Bill|Report|Guidelines|Agenda"
    r"|Manifesto|Doctrine|Concept)(?: (?:19|20)\d\d)?$"
)
_OF_DATE = re.compile(
    r" (?:of|on|in|for) (?:\d{1,2}\b|(?:19|20)\d\d\b|(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b).*$"
)
_AFTER_PERSON = re.compile(r",? (?:MP|MEP|MEPs|PhD|QC|KC|OBE|CBE)$")


def is_title(word: str) -> bool:
    """Whether a word before the name of a person is a title."""
    return _BEFORE_PERSON.fullmatch(f"{word} ") is not None


def is_document(surface: str) -> bool:
    """Whether a name ends as the title of a document does."""
    return _DOCUMENT.search(surface) is not None


def mend(text: str, name: Name) -> Iterator[Name]:
    """The name with better boundaries: none where nothing is left, two where a line break parts it."""
    start = name.start
    for part in _LINE_BREAK.split(text[name.start : name.end]):
        at = text.find(part, start, name.end)
        start = at + len(part)
        if part:
            yield from _mend_line(text, Name(at, at + len(part), name.label))


def _mend_line(text: str, name: Name) -> Iterator[Name]:
    start, end = _stripped(text, name.start, name.end)
    if opened := _OPEN_BRACKET.search(text[start:end]):
        inner_start, inner_end = start + opened.start("inner"), start + opened.end("inner")
        if inner_end > inner_start:
            yield from _mend_line(text, Name(inner_start, inner_end, name.label))
        start, end = _stripped(text, start, start + opened.start())
    start, end = _trimmed(text, start, end, name.label)
    label = _relabelled(text[start:end], name.label)
    if any(character.isalpha() for character in text[start:end]) and not _is_office(text, start, end, label):
        yield Name(start, end, label)


def _trimmed(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    """Without titles, articles, dates and connecting words at its ends."""
    if label == "PERSON":
        while title := _BEFORE_PERSON.match(text, start, end):
            start = title.end()
    elif before := (
        _RULER_OF.match(text, start, end)
        or _NUMBERED.match(text, start, end)
        or _OF_SHORT_FORM.match(text, start, end)
    ):
        start = before.end()
    elif (article := _ARTICLE.match(text, start, end)) and not _NEWSPAPER.fullmatch(text, start, end):
        start = article.end()
    tails = [_DANGLING]
    if label == "PERSON":
        tails.append(_AFTER_PERSON)
    elif label in {"EVENT", "ORG"}:
        tails.insert(0, _OF_DATE)
    for tail in tails:
        if found := tail.search(text, start, end):
            end = found.start()
    return start, end


def _relabelled(surface: str, label: str) -> str:
    """A bureau is an organization and a convention a document, whatever the model takes them for."""
    if label == "LAW":
        return "ORG" if _ORGANIZATION.search(surface) else label
    return "LAW" if is_document(surface) else label


def _is_office(text: str, start: int, end: int, label: str) -> bool:
    """Whether this is a title, a holiday, or the field of an office, and no name."""
    surface = text[start:end]
    if _ONLY_TITLE.fullmatch(surface):
        return True
    if label == "ORG" and (_OFFICE_HOLDER.match(surface) or _OFFICE_IN.search(surface)):
        return True
    if (
        label == "ORG"
        and (" " in surface or surface == "Treasury")
        and _OFFICE_NEXT.match(text, end)
        and not _ORGANIZATION.search(surface)
    ):
        return True
    if label not in {"ORG", "LAW", "LOC"} or _WITH_OFFICES.search(surface):
        return False
    return _OFFICE_OF.search(text, max(0, start - _OFFICE_REACH), start) is not None


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Without punctuation around it, possessive endings and brackets that it does not open itself."""
    if lead := _LEADING.match(text[start:end]):
        start += lead.end()
    while start < end and not _ABBREVIATED.search(text[start:end]):
        trail = _TRAILING.search(text[start:end])
        if trail is None and text[end - 1] in ")]" and "(" not in text[start:end]:
            end -= 1
        elif trail is None or not trail[0]:
            break
        else:
            end = start + trail.start()
    return start, end
