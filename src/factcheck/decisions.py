"""What the decisions of people do to a report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from factcheck.model import Decision, Finding, Report, State
from factcheck.running import order


def settle(report: Report, decisions: Iterable[Decision]) -> Report:
    """The report after these decisions, whatever was decided in it before: what is accepted stands apart, and what
    lapsed is named. Of checks and languages that are no part of the report, nothing lapses."""
    held = {decision.fingerprint: decision for decision in decisions}
    accepted = {fingerprint for fingerprint, decision in held.items() if decision.state is State.ACCEPTED}
    own, own_accepted = _divide((*report.source_findings, *report.source_accepted), accepted)
    translations = []
    for text in report.translations:
        kept, apart = _divide((*text.findings, *text.accepted), accepted)
        translations.append(replace(text, findings=kept, accepted=apart))
    settled = replace(
        report, source_findings=own, source_accepted=own_accepted, translations=tuple(translations), lapsed=()
    )
    if not held:
        return replace(settled, decisions=())
    found = {finding.fingerprint for finding in _all_findings(settled)}
    holding = [held[fingerprint] for fingerprint in sorted(held.keys() & found)]
    lapsed = [held[fingerprint] for fingerprint in sorted(held.keys() - found) if _asked(held[fingerprint], report)]
    return replace(settled, decisions=tuple(holding), lapsed=tuple(lapsed))


def _divide(findings: Iterable[Finding], accepted: Collection[str]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that stand, and those accepted, each sorted by place."""
    ordered = sorted(findings, key=order)
    apart = [finding.fingerprint in accepted for finding in ordered]
    pairs = list(zip(ordered, apart, strict=True))
    return tuple(f for f, out in pairs if not out), tuple(f for f, out in pairs if out)


def _all_findings(report: Report) -> Iterator[Finding]:
    yield from report.findings()
    yield from report.accepted()
    yield from report.source_known
    for text in report.translations:
        yield from (one.finding for one in text.suppressed)
        yield from text.known


def _asked(decision: Decision, report: Report) -> bool:
    """Whether the report would have the finding that a decision speaks of, if it were there."""
    checks = report.made_by.get("checks")
    langs = {text.article.lang for text in report.translations} | ({report.source.lang} if report.source else set())
    ran = not isinstance(checks, list) or decision.check in ("", *checks)
    return ran and decision.lang in ("", *langs)
