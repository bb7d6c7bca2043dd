"""Settings for all tests."""

from __future__ import annotations

from hypothesis import settings

# A language is loaded at its first use, so the first example is slower than any deadline.
# The speed has tests of its own.
settings.register_profile("factcheck", deadline=None)
settings.load_profile("factcheck")
