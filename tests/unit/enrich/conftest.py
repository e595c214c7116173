"""The whole English pipeline, once for all tests of what reports state."""

from __future__ import annotations

import pytest

from newsroom_enrich import model
from newsroom_enrich.pipeline import STEPS, assemble
from support.stories import Story, story_reader


@pytest.fixture(scope="session")
def tell() -> Story:
    """Reads a text with the whole pipeline."""
    return story_reader(assemble(model.load(), STEPS))
