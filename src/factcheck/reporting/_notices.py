"""What a report says beside its findings: what could not be checked, and which decisions and entries of the baseline
no finding needs any more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model import Decision, Known, Report, Severity
from factcheck.reporting._left_out import counted_out
from factcheck.reporting._plain import not_checked, plain
from factcheck.reporting._wording import decided_by

_SHORT = 80


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice. kind: a key of NOTICES, or "left-out"; file: the text that it is about, as the user named it, or "";
    mark: tells it from others of its kind."""

    kind: str
    severity: Severity
    file: str
    message: str
    mark: str


def notices(report: Report) -> list[Notice]:
    """All notices: what could not be checked is an error, the rest only says what can be tidied up."""
    return [*_problems(report), *_lapsed(report), *(_stale(entry) for entry in report.stale)]


def with_left_out(report: Report) -> list[Notice]:
    """All notices, and one that counts what is left out, for formats that tell it nowhere else."""
    out = counted_out(report)
    counted = [Notice("left-out", Severity.INFO, "", f"Left out of the findings: {out}.", "")] if out else []
    return [*notices(report), *counted]


def _problems(report: Report) -> Iterator[Notice]:
    for problem in report.problems:
        said = not_checked(problem)
        yield Notice("not-checked", Severity.ERROR, problem.file, said, f"{problem.file}: {said}")


def _lapsed(report: Report) -> Iterator[Notice]:
    """Each at the first text in its language."""
    source = report.source
    files = {source.lang: source.file} if source else {}
    for text in reversed(report.translations):
        files[text.article.lang] = text.article.file
    for decision in report.lapsed:
        file = files.get(decision.lang, source.file if source else "")
        yield Notice("lapsed", Severity.INFO, file, _lapsed_in_words(decision), decision.fingerprint)


def _lapsed_in_words(decision: Decision) -> str:
    words = " → ".join(f"“{plain(text, _SHORT)}”" for text in (decision.source, decision.target) if text)
    about = " ".join(part for part in (plain(decision.check), words) if part) or decision.fingerprint
    made = f"{decision.state}: {plain(decided_by(decision), 200)}"
    return f"A decision no longer applies, as the texts there changed or the finding is gone: {about} ({made})"


def _stale(entry: Known) -> Notice:
    said = f"An entry of the baseline is stale, as the finding changed or is gone: {plain(entry.check)}"
    said += f": {plain(entry.message, 200)}" if entry.message else ""
    return Notice("stale", Severity.INFO, entry.file, said, entry.fingerprint)
