"""Two tiny, trained Argos packages, English to Spanish and back, and what makes them: see README.md."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent


def archive(source: str, target: str) -> Path:
    """The package's file, as `factcheck models install` and Argos take it."""
    return HERE / f"translate-{source}_{target}-1_0.argosmodel"
