"""The checks of a report as the rules that other programs list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from factcheck import checks
from factcheck.checks import Check
from factcheck.model import Report, Severity
from factcheck.reporting._plain import plain

_UNKNOWN = "A check of another version of factcheck."


@dataclass(frozen=True, slots=True)
class Rule:
    """A check. help: its description with examples; markdown: the same in Markdown."""

    id: str
    title: str
    description: str
    category: str
    severity: Severity
    help: str
    markdown: str


def rules(report: Report, others: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The checks that were run, in their order, then those that findings name, and the others."""
    run = report.made_by.get("checks")
    named = [str(name) for name in run] if isinstance(run, list | tuple) else []
    found = sorted({*(finding.check for finding in report.findings()), *others})
    known = {check.id: check for check in checks.all_checks()}
    return tuple(_rule(name, known) for name in dict.fromkeys([*named, *found]))


def _rule(name: str, known: Mapping[str, Check]) -> Rule:
    if name not in known:
        return Rule(plain(name), plain(name), _UNKNOWN, "", Severity.WARNING, _UNKNOWN, _UNKNOWN)
    check = known[name]
    return Rule(
        id=name,
        title=check.title,
        description=" ".join(check.description.split()),
        category=check.category,
        severity=check.severity,
        help="\n".join([check.description, *_examples(check, "  {}: {}")]),
        markdown="\n".join([check.description, *_examples(check, "- {}: `{}`")]),
    )


def _examples(check: Check, form: str) -> Iterator[str]:
    for finds, head in ((True, "Finds:"), (False, "Lets pass:")):
        shown = [example for example in check.examples if example.finds is finds]
        yield from ["", head, ""] if shown else []
        for example in shown:
            sides = [(example.source_lang, example.source), (example.lang, example.target)]
            yield from (form.format(lang, plain(text).replace("`", "'")) for lang, text in sides if text)
