"""Ids that gather all reports on one person or body."""

from __future__ import annotations

from newsroom_enrich.summary import local_id


def test_the_same_name_and_country_have_the_same_id() -> None:
    """Whatever the spelling."""
    assert local_id("person", "Recep Tayyip Erdoğan", "TR") == local_id(
        "person", "RECEP TAYYIP ERDOGAN", "TR"
    )


def test_people_of_two_governments_are_two() -> None:
    """The country of the role tells them apart."""
    assert local_id("person", "Li Wei", "CN") != local_id("person", "Li Wei", "SG")


def test_a_person_and_a_place_of_one_name_are_two() -> None:
    """The type is part of the identity."""
    assert local_id("person", "Victoria", None) != local_id("place", "Victoria", None)
