"""What several tests of whole sites share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.hosting import Hosting, hosting


@pytest.fixture
def host() -> Iterator[Hosting]:
    """A host without a site so far."""
    with hosting() as running:
        yield running
