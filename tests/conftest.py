"""Settings for all tests."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import settings

# A language is loaded at its first use, so the first example is slower than any deadline.
# The speed has tests of its own.
settings.register_profile("factcheck", deadline=None)
settings.load_profile("factcheck")


_NUMBERS = count()


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees what another one, or the person at this machine, translated before; nor their server."""
    folder = tmp_path_factory.getbasetemp() / f"cache-{next(_NUMBERS)}"  # made only where it is used
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(folder))
    monkeypatch.setenv("LIBRETRANSLATE_URL", "")
