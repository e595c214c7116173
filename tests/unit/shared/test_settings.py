"""Settings come from newsroom.toml and the environment; a mistake is one sentence with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.errors import SettingError
from newsroom.settings import load

WriteConfig = Callable[[str], Path]


@pytest.fixture
def write_config(tmp_path: Path) -> WriteConfig:
    def write(text: str) -> Path:
        path = tmp_path / "newsroom.toml"
        path.write_text(text, "utf-8")
        return path

    return write


def test_defaults_need_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With no file and no variable everything has a default."""
    monkeypatch.chdir(tmp_path)

    assert load().ingest.port == 8081


def test_the_file_sets_values(write_config: WriteConfig) -> None:
    """Values of the file arrive in their section."""
    settings = load(write_config('[publish]\nport = 9000\n[[feeds]]\nurl = "https://news.example/rss"\n'))

    assert (settings.publish.port, settings.feeds[0].url) == (9000, "https://news.example/rss")


def test_the_environment_wins_over_the_file(
    write_config: WriteConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same setting in both: the environment's value, and the rest of the section from the file."""
    monkeypatch.setenv("NEWSROOM_PUBLISH__PORT", "9001")

    settings = load(write_config('[publish]\nport = 9000\ntitle = "Desk"\n'))

    assert (settings.publish.port, settings.publish.title) == (9001, "Desk")


@pytest.mark.parametrize(
    ("text", "name", "line"),
    [
        ("[fetch]\n\nallow_privat_addresses = true\n", "fetch.allow_privat_addresses", 3),
        ("partitons = 2\n", "partitons", 1),
        ("[ingest]\nport = 70000\n", "ingest.port", 2),
        ('[[feeds]]\nurl = "https://a.example"\n\n[[feeds]]\nurl = "nowhere"\n', "feeds.1.url", 5),
        ('[[endpoints]]\nurl = "https://a.example"\nfilter = { contry = ["KZ"] }\n', "contry", 3),
        ("[hop]\nlease_seconds = -1\n", "hop.lease_seconds", 2),
    ],
)
def test_a_mistake_names_the_setting_and_the_line(
    write_config: WriteConfig, text: str, name: str, line: int
) -> None:
    """A typo, a value out of range, the second of two tables, an inline table."""
    with pytest.raises(SettingError) as caught:
        load(write_config(text))

    assert name in str(caught.value)
    assert f"line {line}" in str(caught.value)


def test_a_wrong_variable_is_named(write_config: WriteConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence names the environment variable, not the file."""
    monkeypatch.setenv("NEWSROOM_INGEST__PORT", "many")

    with pytest.raises(SettingError, match="NEWSROOM_INGEST__PORT"):
        load(write_config(""))


def test_a_misspelt_variable_is_an_error(write_config: WriteConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable that would be ignored in silence stops the start."""
    monkeypatch.setenv("NEWSROOM_TOKN", "secret")

    with pytest.raises(SettingError, match="NEWSROOM_TOKN"):
        load(write_config(""))


def test_broken_toml_and_a_missing_file_are_sentences(write_config: WriteConfig, tmp_path: Path) -> None:
    """Neither shows a traceback to the operator."""
    with pytest.raises(SettingError, match="not valid TOML"):
        load(write_config("a = \n"))
    with pytest.raises(SettingError, match="cannot be read"):
        load(tmp_path / "absent.toml")


def test_secrets_do_not_show(write_config: WriteConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    """Printing settings, as a log line might, reveals no token."""
    monkeypatch.setenv("NEWSROOM_TOKEN", "very-secret")

    assert "very-secret" not in repr(load(write_config("")))
