"""Signatures against the vectors of Standard Webhooks, and with its reference library as the receiver."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from newsroom_publish.webhooks.sign import SecretError, key_of, new_secret, sign

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
ID = "msg_p5jXN8AQM9LWM0D4loKWxJek"
BODY = b'{"test": 2432232314}'
SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_the_published_vector() -> None:
    assert sign([SECRET], ID, 1614265330, BODY) == SIGNATURE


@pytest.mark.parametrize("spelling", [SECRET.removeprefix("whsec_"), SECRET + "==", f" {SECRET}\n"])
def test_prefix_padding_and_white_space_make_no_difference(spelling: str) -> None:
    """Secrets come out of files and variables."""
    assert sign([spelling], ID, 1614265330, BODY) == SIGNATURE


def test_an_unpadded_secret_is_the_same_key() -> None:
    assert key_of("whsec_" + "A" * 42 + "A=") == key_of("whsec_" + "A" * 43)


@given(data=st.dictionaries(st.text(), st.text() | st.integers(), max_size=5))
def test_the_reference_library_accepts_what_we_sign(data: dict[str, str | int]) -> None:
    """Any JSON, with a secret that we made."""
    secret, body, now = new_secret(), json.dumps(data, ensure_ascii=False), int(time.time())
    sent = {"webhook-id": ID, "webhook-timestamp": str(now)}
    sent["webhook-signature"] = sign([secret], ID, now, body.encode("utf-8", "replace"))

    assert Webhook(secret).verify(body.encode("utf-8", "replace"), sent) is not None


@pytest.mark.parametrize("change", ["id", "timestamp", "body", "secret"])
def test_the_reference_library_refuses_anything_else(change: str) -> None:
    """Each part is under the signature."""
    now = int(time.time())
    signature = sign([new_secret() if change == "secret" else SECRET], ID, now, BODY)
    sent = {
        "webhook-id": "msg_other" if change == "id" else ID,
        "webhook-timestamp": str(now - 1 if change == "timestamp" else now),
        "webhook-signature": signature,
    }
    with pytest.raises(WebhookVerificationError):
        Webhook(SECRET).verify(b"{}" if change == "body" else BODY, sent)


def test_during_a_rotation_both_secrets_verify() -> None:
    """The header carries one signature a secret."""
    old, new = new_secret(), new_secret()
    now = int(time.time())
    sent = {
        "webhook-id": ID,
        "webhook-timestamp": str(now),
        "webhook-signature": sign([new, old], ID, now, BODY),
    }

    assert sent["webhook-signature"].count("v1,") == 2
    Webhook(old).verify(BODY, sent)
    Webhook(new).verify(BODY, sent)


@pytest.mark.parametrize(
    "secret", ["", "whsec_", "whsec_!!!", "whsec_c2hvcnQ=", "whsec_" + "A" * 200, "påss" * 9]
)
def test_unusable_secrets_are_refused_without_repeating_them(secret: str) -> None:
    with pytest.raises(SecretError, match="24 to 64") as caught:
        key_of(secret)

    assert len(secret) < 7 or secret not in str(caught.value)


def test_made_secrets_are_random_and_usable() -> None:
    made = {new_secret() for _ in range(100)}

    assert len(made) == 100
    assert all(secret.startswith("whsec_") and len(key_of(secret)) == 32 for secret in made)
