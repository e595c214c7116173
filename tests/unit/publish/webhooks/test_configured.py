"""The endpoints of newsroom.toml."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.errors import SettingError
from newsroom.settings import EndpointSettings
from newsroom_publish.webhooks.configured import wanted
from newsroom_publish.webhooks.endpoints import id_for, rotated
from newsroom_publish.webhooks.model import Endpoint, Secret

URL = "https://hooks.example/newsroom"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


def test_an_id_is_derived_from_the_url_and_stays() -> None:
    assert id_for(URL) == id_for(URL) == "hooks-example-e483cbaa"
    assert id_for(URL + "2") != id_for(URL)
    assert id_for("https://[2001:db8::1]/x").startswith("2001-db8-1-")


def test_a_secret_comes_from_the_variable_the_file_or_the_setting(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(SECRET + "\n")
    entries = (
        EndpointSettings(url=URL, id="env", secret_env="HOOK"),
        EndpointSettings(url=URL, id="file", secret_file=tmp_path / "secret"),
        EndpointSettings(url=URL, id="inline", secret=SECRET),
        EndpointSettings(url=URL, id="none"),
    )
    found = wanted(entries, {"HOOK": SECRET}, 0)

    assert [endpoint.secrets for endpoint in found] == [(Secret(SECRET),)] * 3 + [()]


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ({"secret_env": "HOOK"}, "variable HOOK, the secret of endpoint hook, is not set"),
        ({"secret_file": "/nowhere/secret"}, "/nowhere/secret, the secret of endpoint hook, cannot be read"),
        ({"secret": "letmein"}, "24 to 64"),
        ({"secret": " "}, "not set or empty"),
    ],
)
def test_a_secret_that_cannot_be_used_stops_the_start(entry: dict[str, str], sentence: str) -> None:
    """And is not repeated in the sentence."""
    with pytest.raises(SettingError, match=sentence) as caught:
        wanted((EndpointSettings.model_validate({"url": URL, "id": "hook", **entry}),), {}, 0)

    assert "letmein" not in str(caught.value)


def test_two_endpoints_of_one_id_stop_the_start() -> None:
    with pytest.raises(SettingError, match="give one of them an id"):
        wanted((EndpointSettings(url=URL), EndpointSettings(url=URL)), {}, 0)


def test_after_a_rotation_the_old_secret_signs_until_the_overlap_ends() -> None:
    endpoint = Endpoint(id="a", url=URL, secrets=(Secret("old"),), created_ms=0)
    changed = rotated(endpoint, "new", now_ms=1_000, overlap_seconds=10)

    assert changed.secrets_at(10_999) == ("new", "old")
    assert changed.secrets_at(11_000) == ("new",)
    assert "'new'" not in repr(changed)


def test_many_rotations_keep_few_secrets_and_never_prolong_one() -> None:
    endpoint = Endpoint(id="a", url=URL, secrets=(Secret("0"),), created_ms=0)
    for number in range(1, 20):
        endpoint = rotated(endpoint, str(number), now_ms=number * 1_000, overlap_seconds=3.5)

    assert endpoint.secrets_at(19_000) == ("19", "18", "17", "16", "15")
    assert endpoint.secrets_at(20_600) == ("19", "18", "17")
    assert rotated(endpoint, "19", 19_001, 10).secrets_at(19_002)[0] == "19"
