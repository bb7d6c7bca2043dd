"""Language codes: tags as they are written, and what is suggested for those that are none."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from command_line import Capture, factcheck
from factcheck import languages
from factcheck.errors import LanguageError

MISTAKEN = {
    lang: codes.split() for lang, codes in tomllib.loads((languages.HERE / "mistaken.toml").read_text("utf-8")).items()
}


@pytest.mark.parametrize(
    ("code", "near"),
    [
        *{"jp": "ja", "GR": "el", "cn": "zh", "kr": "ko", "cz": "cs", "dk": "da", "ua": "uk", "ge": "ka"}.items(),
        *{"deu": "de", "ger": "de", "spa": "es", "German": "de", "germna": "de", "jp-JP": "ja"}.items(),
    ],
)
def test_what_is_meant_is_suggested(code: str, near: str) -> None:
    with pytest.raises(LanguageError) as caught:
        languages.base(code)
    assert caught.value.hint == f"did you mean {near!r}, {languages.name(near)}? `factcheck languages` lists them"


@pytest.mark.parametrize("code", ["xx", "zz", "q", "", "ch", "xyz", "--", "nonsense"])
def test_what_is_near_to_nothing_gets_no_suggestion(code: str) -> None:
    with pytest.raises(LanguageError) as caught:
        languages.base(code)
    assert caught.value.hint == "`factcheck languages` lists them"


def test_suggestions_are_languages_and_mistakes_are_none() -> None:
    assert set(MISTAKEN) <= set(languages.available())
    wrong = [code for codes in MISTAKEN.values() for code in codes]
    assert len(wrong) == len(set(wrong))
    assert not set(wrong) & set(languages.available())


def test_a_tag_is_written_as_usual() -> None:
    tags = {"DE": "de", "de_at": "de-AT", "zh-hant": "zh-Hant", "ZH_HANT_tw": "zh-Hant-TW", "es-419": "es-419"}
    assert {code: languages.tag(code) for code in tags} == tags


def test_an_unknown_language_names_the_file(capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.en.md", "b.md"):
        Path(name).write_text("Text.\n")
    result = factcheck(capsys, "check", "a.en.md", "b.md", "--target-lang", "jp")
    assert result.code == 2
    assert "b.md: unknown language 'jp' (did you mean 'ja', Japanese?" in result.out
    assert "a.en.md: unknown language" in factcheck(capsys, "lint", "a.en.md", "--lang", "gr").out
