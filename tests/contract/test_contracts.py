"""What crosses a service boundary keeps its shape: golden samples, schemas, forward compatibility."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from pydantic import ValidationError

from newsroom.contracts import Contract
from newsroom.contracts.schemas import PUBLISHED, render
from newsroom.settings import reference

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.json"))


def contract_of(sample: Path) -> type[Contract]:
    """summary.v1.json is a sample of the contract "summary"."""
    return PUBLISHED[sample.name.split(".")[0]]


@pytest.mark.parametrize("name", PUBLISHED)
def test_schemas_are_up_to_date(name: str) -> None:
    """docs/schemas says what the models say; `make schemas` writes it."""
    written = (ROOT / "docs" / "schemas" / f"{name}.json").read_text("utf-8")

    assert written == render(PUBLISHED[name])


def test_the_reference_of_settings_is_up_to_date() -> None:
    """docs/configuration.md says what the settings say; `make schemas` writes it."""
    assert (ROOT / "docs" / "configuration.md").read_text("utf-8") == reference.render()


@pytest.mark.parametrize("name", PUBLISHED)
def test_schemas_are_valid(name: str) -> None:
    """Each is a JSON Schema by its own draft."""
    jsonschema.Draft202012Validator.check_schema(json.loads(render(PUBLISHED[name])))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_golden_samples_pass_unchanged(sample: Path) -> None:
    """A sample that was written once is read and written again as the same JSON."""
    golden = json.loads(sample.read_text("utf-8"))

    assert json.loads(contract_of(sample).model_validate(golden).model_dump_json()) == golden


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_golden_samples_match_their_schema(sample: Path) -> None:
    """The published schema accepts what we publish."""
    golden = json.loads(sample.read_text("utf-8"))
    schema = json.loads(render(contract_of(sample)))

    jsonschema.validate(golden, schema, jsonschema.Draft202012Validator)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_unknown_fields_are_ignored(sample: Path) -> None:
    """A newer producer does not break an older consumer."""
    golden = json.loads(sample.read_text("utf-8"))

    read = contract_of(sample).model_validate({**golden, "from_the_future": {"a": 1}})

    assert json.loads(read.model_dump_json()) == golden


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_contracts_are_frozen(sample: Path) -> None:
    """No stage changes what an earlier one wrote."""
    value = contract_of(sample).model_validate_json(sample.read_text("utf-8"))

    with pytest.raises(ValidationError):
        setattr(value, next(iter(type(value).model_fields)), None)


def test_every_contract_has_a_sample() -> None:
    """A new contract comes with its golden sample."""
    assert {sample.name.split(".")[0] for sample in SAMPLES} == set(PUBLISHED)
