"""The layout that the project promises: nobody edits a list, names are ids, and the README says what is true."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from factcheck import checks, languages, reporting
from factcheck.cli import COMMANDS
from factcheck.config import DEFAULTS
from factcheck.gate import FAIL_ON

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "factcheck"
README = (ROOT / "README.md").read_text("utf-8")
CODE = sorted(path for path in PACKAGE.rglob("*.py") if path.parent.name != "languages")


def modules(folder: str) -> set[str]:
    """The modules of a package that are no helpers."""
    return {path.stem for path in (PACKAGE / folder).glob("*.py") if not path.stem.startswith("_")}


def strings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """String constants with their lines, without what is no code: texts of examples, and defaults."""
    skipped: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Example", "LedgerName"):
            skipped.update(ast.walk(node))
        if isinstance(node, ast.arguments):
            skipped.update(node.defaults)
        if isinstance(node, ast.AnnAssign) and node.value:
            skipped.add(node.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in skipped:
            yield node.lineno, node.value


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_language_in_code(path: Path) -> None:
    codes = set(languages.first_class()) - {"id"}  # "id" is also a key of records
    found = [f"line {line}: {text!r}" for line, text in strings(ast.parse(path.read_text("utf-8"))) if text in codes]
    assert found == []


def is_language(node: ast.AST) -> bool:
    """Whether an expression is a variable or attribute that holds a language code, by its name."""
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return re.fullmatch(r"(\w+_)?lang|language", name) is not None


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_comparison_of_a_language_with_a_constant(path: Path) -> None:
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        sides = [node.left, *node.comparators] if isinstance(node, ast.Compare) else []
        if any(isinstance(side, ast.Constant) and side.value for side in sides) and any(map(is_language, sides)):
            found.append(ast.unparse(node))
    assert found == []


def test_files_are_ids() -> None:
    assert {check.id for check in checks.all_checks()} == {name.replace("_", "-") for name in modules("checks")}
    assert set(reporting.formats()) == {name.replace("_", "-") for name in modules("reporting")}
    assert set(COMMANDS) == modules("cli")


@pytest.mark.parametrize("check", checks.all_checks(), ids=lambda check: check.id)
def test_a_check_writes_its_own_id_into_its_findings(check: checks.Check) -> None:
    path = PACKAGE / "checks" / f"{check.id.replace('-', '_')}.py"
    assert check.id in {text for _, text in strings(ast.parse(path.read_text("utf-8")))}


def test_nothing_but_the_fixed_top() -> None:
    tracked = {".ci", "pyproject.toml", "src", "schemas", "claims", "tests", "README.md", "LICENSE"}
    assert tracked <= {path.name for path in ROOT.iterdir()}


def commands_of_readme() -> list[str]:
    """The indented one-line commands at the top of the README: the main job, then the tests."""
    return re.findall(r"^    (\S.*)$", README, re.MULTILINE)


def test_the_readme_gives_two_commands_and_ci_runs_the_second() -> None:
    first, second = commands_of_readme()
    assert first.endswith("factcheck run claims/openai-founders")
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert f"  {second}" in [line.removesuffix(' | tee -a "$log"') for line in lines]
    assert (ROOT / "claims" / "openai-founders" / "case.toml").is_file()


def rows(path: str, first: str) -> list[list[str]]:
    """The cells of the one table of a document whose first column has this head."""
    tables = re.findall(rf"^\| {first} \|.*\n\|[-|: ]+\n((?:\|.*\n)+)", (ROOT / path).read_text("utf-8"), re.MULTILINE)
    (table,) = tables
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]


def test_the_documents_list_every_check() -> None:
    table = {row[0].strip("`"): row[1] for row in rows("docs/checks.md", "check")}
    assert list(table.items()) == [(check.id, check.severity.value) for check in checks.all_checks()]
    assert f"the {len(table)} checks" in README


def test_the_documents_list_every_setting_format_and_gate() -> None:
    table = {row[0].strip("`"): " ".join(row[1:]) for row in rows("docs/settings.md", "key")}
    assert list(table) == [field.name.replace("_", "-") for field in fields(DEFAULTS)]
    assert all(f"`{format}`" in table["format"] for format in reporting.formats())
    assert all(f"`{gate}`" in table["fail-on"] for gate in FAIL_ON)
    assert f"`{DEFAULTS.format}` (the default)" in table["format"]
    assert f"`{DEFAULTS.fail_on}` (the default)" in table["fail-on"]


def test_the_readme_lists_every_language_with_a_supplement() -> None:
    section = README.partition("## Languages")[2].partition("## ")[0]
    missing = [code for code in languages.first_class() if f"({code})" not in section]
    assert missing == []


def test_the_readme_lists_the_exit_codes() -> None:
    assert [row[0] for row in rows("README.md", "exit code")] == ["0", "1", "2"]


def test_links_between_documents_lead_somewhere() -> None:
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        text = re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
        for target, anchor in re.findall(r"\]\(([^()#:]*)(?:#([^()]*))?\)", text):
            file = path.parent / target if target else path
            assert file.exists(), f"{path.name} links to {target}"
            heads = re.findall(r"^#+ (.*)$", file.read_text("utf-8"), re.MULTILINE) if anchor else []
            assert not anchor or anchor in [head.lower().replace(" ", "-") for head in heads], f"{path.name}: #{anchor}"


def test_the_changelog_has_the_version() -> None:
    from factcheck import __version__

    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_every_engine_is_documented() -> None:
    document = (ROOT / "docs" / "translation.md").read_text("utf-8")
    assert [name for name in modules("translation") if f"`{name}`" not in document] == []
