"""Who is owed what when a summary version arrives."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from newsroom.settings import Filter
from newsroom_publish.index import milliseconds
from newsroom_publish.webhooks import planning
from newsroom_publish.webhooks.model import Delivery, DeliveryId, Endpoint, Secret, State

if TYPE_CHECKING:
    from newsroom.contracts import Summary
    from unit.publish.webhooks.conftest import MakeSummary


def endpoint(name: str, **fields: object) -> Endpoint:
    values: dict[str, object] = {
        "id": name,
        "url": f"https://{name}.example/",
        "secrets": (Secret("whsec_x"),),
        "created_ms": 0,
    }
    return Endpoint(**(values | fields))  # type: ignore[arg-type]  # any field


def plan(
    endpoints: list[Endpoint],
    summary: Summary,
    now: datetime,
    *,
    previous: Summary | None = None,
    recipients: dict[str, int] | None = None,
    due_at: datetime | None = None,
) -> list[Delivery]:
    return list(
        planning.deliveries(endpoints, recipients or {}, previous, summary, due_at=due_at or now, now=now)
    )


ALL = endpoint("all")
KZ = endpoint("kz", filter=Filter(country=("KZ",)))
FR = endpoint("fr", filter=Filter(country=("FR",)))


def test_a_new_summary_goes_to_those_whose_filter_it_passes(make_summary: MakeSummary, now: datetime) -> None:
    owed = plan([ALL, KZ, FR], make_summary(), now)

    assert [(d.endpoint_id, d.type, d.state) for d in owed] == [
        ("all", "summary.published", State.PENDING),
        ("kz", "summary.published", State.PENDING),
    ]


def test_updates_follow_the_recipients_whatever_the_filter_says_now(
    make_summary: MakeSummary, now: datetime
) -> None:
    """The update is no longer about Kazakhstan."""
    had = {"kz": milliseconds(now) - 5}
    owed = plan([KZ, FR], make_summary(version=2, entities=()), now, previous=make_summary(), recipients=had)

    assert [(d.endpoint_id, d.type, d.id.version) for d in owed] == [("kz", "summary.updated", 2)]


def test_a_cancelation_goes_to_exactly_those_who_had_it(make_summary: MakeSummary, now: datetime) -> None:
    canceled = make_summary(version=2, status="canceled")
    had = {"fr": milliseconds(now) - 5}

    assert [
        (d.endpoint_id, d.type)
        for d in plan([ALL, KZ, FR], canceled, now, previous=make_summary(), recipients=had)
    ] == [("fr", "summary.canceled")]


def test_a_cancelation_under_embargo_tells_nobody(make_summary: MakeSummary, now: datetime) -> None:
    """They were owed it for a later moment, and never had it."""
    opens = now + timedelta(hours=1)
    previous = make_summary(embargoed_until=opens)
    owed = plan(
        [ALL],
        make_summary(version=2, status="canceled"),
        now,
        previous=previous,
        recipients={"all": milliseconds(opens)},
    )

    assert owed == []


def test_an_embargoed_summary_is_due_at_its_end(make_summary: MakeSummary, now: datetime) -> None:
    opens = now + timedelta(hours=1)
    (delivery,) = plan([ALL], make_summary(embargoed_until=opens), now, due_at=opens)

    assert (delivery.due_ms, delivery.embargoed) == (milliseconds(opens), True)


def test_an_update_of_what_nobody_saw_is_published(make_summary: MakeSummary, now: datetime) -> None:
    """The first version is under embargo still, the second lifts it."""
    opens = now + timedelta(hours=1)
    (delivery,) = plan(
        [ALL],
        make_summary(version=2),
        now,
        previous=make_summary(embargoed_until=opens),
        recipients={"all": milliseconds(opens)},
    )

    assert delivery.type == "summary.published"


def test_what_comes_back_after_a_cancelation_is_published(make_summary: MakeSummary, now: datetime) -> None:
    canceled = make_summary(version=2, status="canceled")

    assert planning.notification_type(canceled, make_summary(version=3), now) == "summary.published"


def test_deliveries_to_a_disabled_endpoint_are_skipped_not_lost(
    make_summary: MakeSummary, now: datetime
) -> None:
    (delivery,) = plan([endpoint("off", disabled_ms=1, disabled_reason="x")], make_summary(), now)
    effects = planning.effects([delivery], make_summary(), {}, partitions=1)

    assert delivery.state is State.SKIPPED
    assert any(":parked:off" in effect.key for effect in effects)
    assert not any(":queue:" in effect.key or ":due" in effect.key for effect in effects)


def test_an_endpoint_that_left_the_configuration_is_owed_nothing(
    make_summary: MakeSummary, now: datetime
) -> None:
    gone = endpoint("gone", disabled_ms=1, retired=True)

    assert plan([gone], make_summary(), now, recipients={"gone": 0}) == []


def test_all_effects_lie_in_the_summary_s_partition_and_the_text_is_stored_once(
    make_summary: MakeSummary, now: datetime
) -> None:
    summary = make_summary()
    effects = planning.effects(plan([ALL, KZ], summary, now), summary, {}, partitions=7)
    tags = {effect.key.split("{")[1].split("}")[0] for effect in effects}

    assert len(tags) == 1
    assert sum(summary.headline in str(effect.arguments) for effect in effects) == 1


def test_nothing_owed_is_nothing_stored(make_summary: MakeSummary, now: datetime) -> None:
    assert planning.effects(plan([FR], make_summary(), now), make_summary(), {}, partitions=1) == ()


def test_a_delivery_id_follows_from_what_goes_to_whom(make_summary: MakeSummary) -> None:
    """Stable across processes, distinct in each part, free of dots, and readable back."""
    first = make_summary().id
    ids = {str(DeliveryId.of(first, version, name)) for version in (1, 2) for name in ("a", "b")}

    assert str(DeliveryId.of(first, 1, "a")) == "msg_4d4b3a3e6d5f4d8a9d3e0c7a3a1f9b11_1_433911c6eb0d"
    assert len(ids) == 4
    assert all(str(DeliveryId.parse(text)) == text and "." not in text for text in ids)


@pytest.mark.parametrize(
    "text", ["", "msg", "msg_1_2_3", "x_4d4b3a3e6d5f4d8a9d3e0c7a3a1f9b11_1_a", "msg_test_1"]
)
def test_other_texts_are_no_delivery_ids(text: str) -> None:
    from newsroom_publish.webhooks.model import DeliveryIdError

    with pytest.raises(DeliveryIdError):
        DeliveryId.parse(text)
