"""A case may be a stranger's: it reads nothing outside the project, and writes nothing outside the case."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import Capture, factcheck
from factcheck.boundaries import roots, within
from factcheck.cases import load_case
from factcheck.deciding import write
from factcheck.editing import edit
from factcheck.errors import InputError
from factcheck.model import Decision, State
from factcheck.review.mending import replace_paragraph
from review_case import make_case, session

TOML = 'source = "article.en.md"\n'


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case in a repository, which is the working folder; secret.md lies beside the repository."""
    (tmp_path / "secret.md").write_text("Secret.\n")
    (tmp_path / "repository/.git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "repository")
    return make_case(tmp_path / "repository/case")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("source", 'source = "{}"'),
        ("ledger", TOML + 'ledger = "{}"'),
        ("translations.pt.file", TOML + '[translations.pt]\nfile = "{}"'),
        ("settings.glossary", TOML + '[settings]\nglossary = ["own.csv", "{}"]'),
        ("settings.do-not-translate", TOML + '[settings]\ndo-not-translate = "{}"'),
        ("settings.baseline", TOML + '[settings]\nbaseline = "{}"'),
    ],
)
def test_what_lies_outside_the_project_is_not_read(capsys: Capture, case: Path, key: str, text: str) -> None:
    (case / "link.md").symlink_to(case.parent.parent / "secret.md")
    for name in ("../../secret.md", str(case.parent.parent / "secret.md"), "link.md", "/proc/self/environ"):
        (case / "case.toml").write_text(text.format(name))
        result = factcheck(capsys, "run", "case")
        assert (result.code, result.out) == (2, "")
        assert f", {key}: " in result.err
        assert "is outside the project and is not read" in result.err


@pytest.mark.parametrize("name", ["article.en.md", "claims.json", "decisions.json", "translations/fr.md"])
def test_a_usual_name_is_no_way_out(capsys: Capture, case: Path, name: str) -> None:
    (case / name).unlink(missing_ok=True)
    (case / name).symlink_to(case.parent.parent / "secret.md")
    result = factcheck(capsys, "run", "case")
    assert result.code == 2
    assert "Secret" not in result.out
    assert "the project" in result.out + result.err


def test_the_project_is_the_repository_and_the_working_folder(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (case.parent / "shared.en.md").write_text("Text.\n")
    (case / "case.toml").write_text('source = "../shared.en.md"')
    assert load_case(case)
    monkeypatch.chdir(case)
    assert load_case(".")
    (case.parent / ".git").rmdir()
    with pytest.raises(InputError, match=r"outside the project.*run this in a folder that holds both"):
        load_case(".")
    monkeypatch.chdir("/")
    assert not within("/proc/self/environ", roots(case))


def test_names_that_no_file_can_have_are_named(capsys: Capture, case: Path) -> None:
    for name, message in {"a\\u0000b.md": "is outside the project", "x" * 5000: "File name too long"}.items():
        for toml in ('source = "{}"', TOML + '[translations.pt]\nfile = "{}"', TOML + '[settings]\nglossary = "{}"'):
            (case / "case.toml").write_text(toml.format(name))
            result = factcheck(capsys, "run", "case")
            assert result.code == 2
            assert "internal error" not in result.err
            assert message in " ".join((result.out + result.err).split())


def test_case_toml_itself_is_no_way_out(capsys: Capture, case: Path) -> None:
    (case / "case.toml").unlink()
    (case / "case.toml").symlink_to(case.parent.parent / "secret.md")
    assert "is a link that leads out of the project" in factcheck(capsys, "run", "case").err


@pytest.mark.parametrize("output", ["case/translations", "case/translations/deep", "."])
def test_a_report_replaces_no_translation(capsys: Capture, case: Path, output: str) -> None:
    Path("translations").mkdir()
    (case / "translations/fr.md").rename("translations/fr.md")
    (case / "case.toml").write_text(TOML + '[translations.fr]\nfile = "../translations/fr.md"')
    result = factcheck(capsys, "run", "case", "--output", output)
    assert result.code == 2
    assert "holds translations of the case, which a report would replace" in result.err
    assert not (Path(output) / "report.json").exists()


@pytest.mark.parametrize("output", ["../out", "/tmp/factcheck-out", "link"])
def test_reports_of_a_case_stay_in_the_working_folder(capsys: Capture, case: Path, output: str) -> None:
    Path("link").symlink_to("..")
    (case / "case.toml").write_text(TOML + f'[settings]\noutput = "{output}"')
    result = factcheck(capsys, "run", "case")
    assert result.code == 2
    assert f"settings.output: {output} is outside the case and is not written" in result.err
    assert not (case.parent.parent / "out").exists()


def test_who_runs_it_may_write_anywhere(capsys: Capture, case: Path) -> None:
    Path("factcheck.toml").write_text('output = "../out"')
    assert factcheck(capsys, "run", "case").code == 1
    assert (case.parent.parent / "out/report.json").is_file()
    assert factcheck(capsys, "run", "case", "--output", "../other").code == 1
    (case / "case.toml").write_text(TOML + '[settings]\noutput = "reports"')
    assert factcheck(capsys, "run", "case").code == 1
    assert Path("reports/report.json").is_file()


@pytest.mark.parametrize("link", ["factcheck-report", "factcheck-report/translations"])
def test_a_folder_of_reports_is_no_way_out(capsys: Capture, case: Path, link: str) -> None:
    assert case.exists()
    Path(link).parent.mkdir(exist_ok=True)
    Path(link).symlink_to(case.parent.parent)
    result = factcheck(capsys, "run", "case")
    assert result.code == 2
    assert f"{link}: is a link that leads out of the" in result.err
    assert not (case.parent.parent / "report.json").exists()


def test_no_edit_leads_out_of_the_case(case: Path) -> None:
    other = case.parent / "other.md"
    other.write_text("One.\n\nTwo.\n")
    for name, leads in {"fr.md": other, "more": case.parent}.items():
        (case / name).symlink_to(leads)
    for path in (case / "fr.md", case / "more/other.md"):
        with pytest.raises(InputError, match="is a link that leads out of"):
            edit(path, "fr", 0, "One.", "Three.", case)
    assert other.read_text() == "One.\n\nTwo.\n"
    edit(other, "fr", 0, "One.", "Three.", case)  # case.toml says openly that it lies there
    assert other.read_text() == "Three.\n\nTwo.\n"


def test_a_review_edits_no_link_out_of_the_case(case: Path) -> None:
    french = case / "translations/fr.md"
    french.rename(case.parent / "fr.md")
    french.symlink_to("../../fr.md")
    review = session(case)
    number = [text.article.lang for text in review.report.translations].index("fr")
    before = review.report.translations[number].article.text
    with pytest.raises(InputError, match=f"is a link that leads out of {case}"):
        replace_paragraph(review, number, 0, before.split("\n")[0], "Autre.")
    assert french.read_text("utf-8") == before


def test_decisions_are_not_written_over_a_link(case: Path) -> None:
    (case.parent / "all.json").write_text('{"version": 1, "decisions": []}')
    (case / "decisions.json").symlink_to("../all.json")
    made = Decision("0" * 16, State.TO_FIX, "Ada", "2026-01-01T00:00:00Z")
    with pytest.raises(InputError, match="is a link and is not written"):
        write(case / "decisions.json", {made.fingerprint: made})
    assert (case / "decisions.json").is_symlink()
    assert (case.parent / "all.json").read_text() == '{"version": 1, "decisions": []}'
