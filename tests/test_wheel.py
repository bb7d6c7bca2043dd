"""The wheel holds what the program needs at run time: schemas, templates, language data."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
from pathlib import Path

import pytest

from factcheck import records

ROOT = Path(__file__).parents[1]
SCRIPT = """
import json, sys
import factcheck
from factcheck import records, reporting
from factcheck.model import Article, Report, Segment
records.validate(json.loads(sys.argv[1]), "claim")
page = reporting.render(Report(Article("en", (Segment(0, "Nothing."),)), (), (), ()), "html")
print(factcheck.__file__, records.schema_names(), "<!doctype html>" in page)
"""
CLAIM = {"record": "claim", "segment": 0, "span": [0, 1], "text": "7", "kind": "count", "value": "7"}


@pytest.mark.slow
def test_installed_wheel_validates_records_and_renders(tmp_path: Path) -> None:
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path / "dist", cwd=ROOT)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    _run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel)
    site = next((tmp_path / "venv").glob("lib/python*/site-packages"))
    # Dependencies come from the environment of the tests, after the installed package and without its editable self.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    out = _run(python, "-P", "-c", SCRIPT, json.dumps(CLAIM), cwd=tmp_path)
    assert out.startswith(str(site))
    assert f"{records.schema_names()} True" in out


def _run(*command: str | Path, cwd: Path | None = None) -> str:
    own = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}  # it would hide the wheel
    done = subprocess.run([*map(str, command)], cwd=cwd, env=own, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


@pytest.mark.slow
def test_the_source_distribution_holds_what_the_tests_read(tmp_path: Path) -> None:
    _run(sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", tmp_path, cwd=ROOT)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as held:
        names = {name.partition("/")[2] for name in held.getnames()}
    assert {"action.yml", ".pre-commit-hooks.yaml", "docs/tutorial.md", "benchmarks/__main__.py"} <= names
