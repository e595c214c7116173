"""Meetings, summits, sessions and visits that a report covers or announces."""

from __future__ import annotations

from support.stories import Story


def test_the_meeting_that_a_report_covers(tell: Story) -> None:
    """With its days, place, chair and those who were there."""
    (event,) = tell(
        "BAKU, March 14 (Wire) -- The foreign ministers of the Organization of Turkic States (OTS) met in "
        "Baku on Friday, with Azerbaijani Foreign Minister Jeyhun Bayramov in the chair. "
        "Turkish Foreign Minister Hakan Fidan attended."
    ).events

    assert (event.status, event.place) == ("past", "Baku")
    assert (event.start, event.end) == ("2025-03-14", None)
    assert event.chair == "Jeyhun Bayramov"
    assert event.participants == ("Jeyhun Bayramov", "Hakan Fidan")


def test_a_coming_meeting(tell: Story) -> None:
    """Announced with its days."""
    (event,) = tell("The European Council will meet in Brussels on 27-28 March.").events

    assert (event.status, event.place) == ("planned", "Brussels")
    assert (event.start, event.end) == ("2025-03-27", "2025-03-28")
    assert event.evidence.quote == "The European Council will meet in Brussels on 27-28 March."


def test_the_meeting_and_the_next_one(tell: Story) -> None:
    """Two items."""
    held, planned = tell(
        "GENEVA, 14 March 2025 - The Human Rights Council concluded its fifty-eighth session on Friday, "
        "adopting 32 resolutions. The next regular session of the Council is scheduled for 16 June to 9 July."
    ).events

    assert (held.status, planned.status) == ("past", "planned")
    assert (planned.start, planned.end) == ("2025-06-16", "2025-07-09")


def test_a_visit(tell: Story) -> None:
    """Announced ones too."""
    (event,) = tell("French President Emmanuel Macron will pay a state visit to Vietnam in May.").events

    assert (event.status, event.start, event.place) == ("planned", "2025-05", "Vietnam")


def test_meetings_that_are_only_recalled(tell: Story) -> None:
    """Background is no event."""
    events = tell(
        "Exports of tea from Kenya rose by a fifth, the ministry said. "
        "The 15th BRICS summit took place in Johannesburg from 22 to 24 August 2023."
    ).events

    assert events == []


def test_meetings_of_others(tell: Story) -> None:
    """A conference of a company is none of states."""
    assert tell("The company presented its results at a conference in London last week.").events == []


def test_a_letter_of_thanks_is_no_participant(tell: Story) -> None:
    """Those who could not come were not there."""
    (event,) = tell(
        "LIMA, March 14 -- The leaders of the Andean Community met in Lima on Friday, chaired by Peruvian "
        "President Dina Boluarte. Colombian President Gustavo Petro, who could not attend, sent a message."
    ).events

    assert event.participants == ("Dina Boluarte",)


def test_a_meeting_in_another_city_than_that_of_the_dateline(tell: Story) -> None:
    """The place of the meeting is the one that is told."""
    (event,) = tell(
        "KAMPALA, March 14 (Wire) - Leaders of the Intergovernmental Authority on Development (IGAD) held an "
        "extraordinary summit in Entebbe on Friday."
    ).events

    assert event.place == "Entebbe"


def test_talks_of_ministers_are_a_meeting(tell: Story) -> None:
    """Also where no noun says so, with the days that they lasted."""
    (event,) = tell(
        "LISBON - Finance ministers of eight countries ended three days of talks on Thursday."
    ).events

    assert (event.start, event.end, event.place) == ("2025-03-11", "2025-03-13", "Lisbon")


def test_a_session_that_began_and_ends(tell: Story) -> None:
    """Two verbs with a day each."""
    (event,) = tell(
        "NAIROBI, 14 March - The 12th session of the United Nations Environment Assembly, which began on "
        "Monday, ends today in Nairobi."
    ).events

    assert (event.start, event.end) == ("2025-03-10", "2025-03-14")


def test_those_who_sit_in_the_subject_were_there(tell: Story) -> None:
    """They held the summit, so they attended."""
    (event,) = tell(
        "SEOUL - South Korean President Yoon Suk Yeol, Japanese Prime Minister Fumio Kishida and Chinese "
        "Premier Li Qiang held a trilateral summit in Seoul on Thursday."
    ).events

    assert event.participants == ("Yoon Suk Yeol", "Fumio Kishida", "Li Qiang")


def test_a_visit_beside_a_summit(tell: Story) -> None:
    """Two items, each with its own place."""
    summit, visit = tell(
        "NEW DELHI, March 13 - The leaders of the Group of Twenty (G20) closed their summit in New Delhi on "
        "Thursday. U.S. President Joe Biden left for Hanoi, where he arrived on Thursday for a one-day visit "
        "to Vietnam."
    ).events

    assert (summit.place, visit.place) == ("New Delhi", "Hanoi")
    assert visit.name == "visit of Joe Biden to Vietnam"


def test_where_somebody_goes_next(tell: Story) -> None:
    """It is a coming visit; whom he meets there makes no meeting of its own."""
    events = tell(
        "MOSCOW, March 13 - Indian Prime Minister Narendra Modi ended a visit to Russia on Thursday. "
        "Modi then left for Vienna, where he will meet Chancellor Karl Nehammer on Friday."
    ).events

    assert [(event.name, event.status) for event in events] == [
        ("visit of Narendra Modi to Russia", "past"),
        ("visit of Narendra Modi to Vienna", "planned"),
    ]


def test_who_is_expected_at_a_coming_conference(tell: Story) -> None:
    """The sentences behind its announcement name them, and who will preside."""
    (event,) = tell(
        "Turkmenistan will host the Third United Nations Conference on Landlocked Developing Countries in "
        "Awaza from 5 to 8 August 2025. Finnish President Alexander Stubb is expected to attend. The "
        "conference will be chaired by President Serdar Berdimuhamedov."
    ).events

    assert (event.start, event.end, event.place) == ("2025-08-05", "2025-08-08", "Awaza")
    assert event.chair == "Serdar Berdimuhamedov"
    assert set(event.participants) == {"Serdar Berdimuhamedov", "Alexander Stubb"}


def test_a_conference_that_opens_today(tell: Story) -> None:
    """The weekday of the day of publication is that day, also in the present tense."""
    (event,) = tell(
        "SINGAPORE (Wire) - The 20th summit of the Association of Southeast Asian Nations (ASEAN) opens in "
        "Singapore on Friday and runs until Sunday."
    ).events

    assert (event.status, event.start, event.end) == ("past", "2025-03-14", "2025-03-16")


def test_the_year_of_next_years_session(tell: Story) -> None:
    """Stands before the noun, its days behind the verb."""
    *_, planned = tell(
        "MANILA, March 13 - The World Health Assembly closed its fiftieth session on Thursday. "
        "Next year's session will be held in Nadi, Fiji, from 20 to 24 October."
    ).events

    assert (planned.start, planned.end, planned.place) == ("2026-10-20", "2026-10-24", "Nadi")


def test_the_next_meeting_of_nobody(tell: Story) -> None:
    """A meeting of which nothing tells whose it is, is no event."""
    events = tell(
        "OSLO - The rate stayed on hold on Thursday. Ida Bache said the next meeting would be in June."
    ).events

    assert events == []


def test_ministers_meeting_aside(tell: Story) -> None:
    """The meeting stands in a participle, with its days."""
    (event,) = tell(
        "LUXEMBOURG - Fisheries ministers of eight countries, meeting in Luxembourg on Thursday, spoke. "
        "Norway's minister Marianne Naess was also in the room."
    ).events

    assert (event.start, event.place) == ("2025-03-13", "Luxembourg")
    assert event.participants == ("Marianne Naess",)


def test_who_presided_together(tell: Story) -> None:
    """The first of the two is the chair; both were there."""
    (event,) = tell(
        "RIGA, March 14 - The Council of the Baltic Sea States met in Riga on Friday. Latvian Minister "
        "Baiba Braze and Norwegian Foreign Minister Espen Barth Eide co-chaired the session."
    ).events

    assert event.chair == "Baiba Braže"
    assert event.participants == ("Baiba Braže", "Espen Barth Eide")


def test_a_summit_with_a_name_of_its_own(tell: Story) -> None:
    """Whether the model takes it for an event or for an organization."""
    (event,) = tell(
        "APIA, March 14 - King Charles III opened the Commonwealth Heads of Government Meeting on Friday."
    ).events

    assert event.name == "Commonwealth Heads of Government Meeting"


def test_who_only_issues_a_statement_holds_no_meeting(tell: Story) -> None:
    """The decision stands for the sitting of its own body, where it sat."""
    (event,) = tell(
        "GENEVA, March 14 (Wire) -- The Human Rights Council on Friday adopted a resolution on clean rivers "
        "by 28 votes to 12. The Group of Seven issued a statement welcoming the text. The European Union "
        "criticized it at a meeting in London."
    ).events

    assert event.name.startswith("meeting of the United Nations Human Rights Council")
    assert event.place == "Geneva"


def test_the_dead_attend_nothing(tell: Story) -> None:
    """Whoever is honoured with a silence, or had died, is named but was not there."""
    (event,) = tell(
        "LIMA, March 14 -- The leaders of the Andean Community met in Lima on Friday, chaired by Peruvian "
        "President Dina Boluarte. Bolivian President Luis Arce attended. Boluarte welcomed the guests and "
        "asked for a minute of silence to honor former President Alberto Fujimori and Foreign Minister "
        "Javier Gonzalez, who died in September. Arce addressed the summit alongside the widow of the late "
        "President Ramiro Valdivia."
    ).events

    assert event.participants == ("Dina Boluarte", "Luis Arce")


def test_what_is_scheduled_is_the_summit(tell: Story) -> None:
    """A date in the clause on the summit is not that of the meeting at which it was prepared."""
    held, planned = tell(
        "ACCRA, March 14 (Wire) -- The trade ministers of the Economic Community of West African States "
        "(ECOWAS) met in Accra on Friday. The agenda for the Lome ECOWAS Summit, scheduled for June 3-4, was "
        "among the topics discussed at the meeting."
    ).events

    assert (held.start, held.place) == ("2025-03-14", "Accra")
    assert (planned.name, planned.start, planned.end) == ("Lome ECOWAS Summit", "2025-06-03", "2025-06-04")


def test_a_summit_still_to_be_held(tell: Story) -> None:
    """With the place of the clause behind it; it is one of the organization."""
    _, planned = tell(
        "ACCRA, March 14 (Wire) -- The Council of Ministers of the Economic Community of West African States "
        "(ECOWAS) held its meeting in Accra on Friday. The documents will be put before the leaders at the "
        "next regular summit, to be held in Lome this autumn."
    ).events

    assert planned.name.startswith("next regular summit of the Economic Community")
    assert (planned.status, planned.place) == ("planned", "Lomé")


def test_named_meetings_in_the_background(tell: Story) -> None:
    """Where targets came from is no event of the report."""
    events = tell(
        "NAIROBI, March 14 (Wire) -- Scientists said on Friday that rivers shrink faster than thought. The "
        "targets were agreed at COP15 in Montreal. Kenya has not met the goals of COP15, the report said."
    ).events

    assert events == []


def test_a_gathering_of_many_states(tell: Story) -> None:
    """The list of those who met is not cut off at its first comma."""
    (event,) = tell(
        "BAMAKO, March 14 (Wire) - The presidents of Mali, Burkina Faso and Niger, meeting in Bamako on "
        "Thursday, signed a treaty on a bank."
    ).events

    assert event.name == "meeting of the presidents of Mali, Burkina Faso and Niger"


def test_the_day_of_a_meeting_that_goes_on(tell: Story) -> None:
    """Its end, which lies ahead, is not the day of the report."""
    (event,) = tell(
        "NAIROBI - On the second day of the African Union summit in Nairobi, President William Ruto of Kenya "
        "spoke. The summit ends on Sunday."
    ).events

    assert (event.start, event.end) == ("2025-03-13", "2025-03-16")


def test_people_who_sat_down(tell: Story) -> None:
    """They met, and not the host who opened their meeting."""
    event, *_ = tell(
        "ISTANBUL, March 14 (Wire) - Negotiators from Russia and Ukraine sat down on Friday. Turkish Foreign "
        "Minister Hakan Fidan opened the meeting. They signed an agreement on prisoners."
    ).events

    assert event.name == "meeting of Negotiators from Russia and Ukraine"


def test_a_numbered_conference_in_the_country_of_the_dateline(tell: Story) -> None:
    """Is the one from which the report comes, though it names the country and not the city."""
    event, *_ = tell(
        "KAMPALA, March 14 (Wire) - Parties to the tobacco treaty agreed at COP10 in Uganda on Friday to "
        "protect children."
    ).events

    assert (event.name, event.place) == ("COP10", "Kampala")
