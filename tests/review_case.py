"""A small case to review, in a folder."""

from __future__ import annotations

from pathlib import Path

from factcheck.cases import load_case
from factcheck.pipeline import run_case
from factcheck.review import Session

ENGLISH = "Acme raised US$7 billion.\n\nIt has 250 staff.\n\nIt is rich.\n"
TEXTS = {
    "de": "Acme nahm 7 Millionen US-Dollar ein.\n\nEs hat 251 Leute.\n\nEs ist reich.\n",
    "fr": "Acme a levé 7 millions de dollars.\n\nElle compte 250 personnes.\n\nElle est riche.\n",
    "ar": "جمعت أكمي 7 ملايين دولار.\n\nلديها 250 موظفا.\n\nإنها غنية.\n",
}
"""A scale in each, and a number in the German one."""


def make_case(folder: Path) -> Path:
    """Writes the case and returns its folder."""
    (folder / "translations").mkdir(parents=True)
    (folder / "case.toml").write_text('title = "Acme"\nsource = "article.en.md"\n')
    (folder / "article.en.md").write_text(ENGLISH)
    for lang, text in TEXTS.items():
        (folder / "translations" / f"{lang}.md").write_text(text, "utf-8")
    return folder


def session(folder: Path, author: str = "Ada") -> Session:
    """A review of it."""
    return Session(run_case(load_case(folder)), folder / "decisions.json", author)
