"""Briefings for the tests of views: one ready made, and one out of the pages that a test gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.views import lookup
from generator.views.lookup import Lookup
from tests.views.ferry import DIGEST, ENTITIES, EVENTS, NEWSPAPER, Build, make


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """build(articles={id: page}, events=…, entities=…, notes=…, pages=…) -> what the views look up."""
    return lambda **pages: lookup.of(make(tmp_path, **pages))


@pytest.fixture
def ferry(build: Build) -> Lookup:
    """Two sources that disagree on the day, one of them a digest; one event planned, one without date."""
    return build(articles={"gazette": NEWSPAPER, "tide": DIGEST}, events=EVENTS, entities=ENTITIES)
