"""JUnit XML, which Jenkins, GitLab, Azure DevOps and others show as tests: a suite a text, a case a check.

A case fails for findings that fail the gate; what else was found is its output. So the report is red when the exit code
is not 0, and checks without findings are seen as passed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from xml.etree import ElementTree as Xml

from factcheck.gate import failing
from factcheck.model import Report, Severity
from factcheck.reporting._left_out import left_out
from factcheck.reporting._located import Located, located
from factcheck.reporting._notices import notices
from factcheck.reporting._plain import path, plain
from factcheck.reporting._rules import rules
from factcheck.reporting._summary import TextSummary, summaries

_KINDS = (("failures", "failure"), ("errors", "error"))
_OF_THE_SOURCE = "ledger-violated"
"""What a source is held to; all other checks hold translations against it."""
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold, not even as a reference."""


def render(report: Report, fail_on: str = "error") -> str:
    """The report as XML, by the schema of Jenkins's xUnit plugin. fail_on: the gate, one of gate.FAIL_ON.

    A file that could not be checked is an error in a suite of its own; lapsed decisions and stale entries of the
    baseline are the output of cases that pass. How many findings of a text are left out is a property of its suite.
    """
    names = [rule.id for rule in rules(report)]
    own = {finding.check for finding in report.source_findings} | {_OF_THE_SOURCE}
    found: dict[tuple[str, str], list[Located]] = {}
    for row in located(report):
        found.setdefault((row.text.anchor, plain(row.finding.check)), []).append(row)
    out: dict[str, Counter[str]] = defaultdict(Counter)
    texts, first = summaries(report), int(report.source is not None)
    for one in left_out(report):
        out[texts[one.number + first].anchor][one.state] += 1
    suites = []
    for text in texts:
        asked = [name for name in names if text.origin != "source" or name in own]
        cases = [_case(text, name, found.get((text.anchor, name), []), failing(fail_on)) for name in asked]
        suites.append(_suite(path(text.file), cases, out[text.anchor]))
    suites += list(_notices(report))
    root = Xml.Element("testsuites", {"name": "factcheck", **_sum(suites)})
    root.extend(suites)
    Xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _case(text: TextSummary, check: str, rows: Sequence[Located], fails: frozenset[str]) -> Xml.Element:
    case = Xml.Element("testcase", classname=_clean(f"factcheck.{text.anchor}"), name=_clean(check))
    red = [row for row in rows if row.finding.severity in fails]
    if red:
        more = f" (and {len(red) - 1:,} more)" if len(red) > 1 else ""
        said = _clean(f"{red[0].message}{more}")
        Xml.SubElement(case, "failure", type=_clean(check), message=said).text = _lines(red)
    rest = [row for row in rows if row.finding.severity not in fails]
    if rest:
        Xml.SubElement(case, "system-out").text = _lines(rest)
    return case


def _notices(report: Report) -> Iterator[Xml.Element]:
    """A suite for each kind of notice."""
    for kind, group in groupby(notices(report), key=lambda notice: notice.kind):
        cases = []
        for notice in group:
            case = Xml.Element("testcase", classname="factcheck", name=_clean(path(notice.file)))
            if notice.severity is Severity.ERROR:
                Xml.SubElement(case, "error", type=kind, message=_clean(notice.message))
            else:
                Xml.SubElement(case, "system-out").text = _clean(notice.message)
            cases.append(case)
        yield _suite(kind.replace("-", " "), cases)


def _suite(name: str, cases: Sequence[Xml.Element], told: Mapping[str, int] | None = None) -> Xml.Element:
    counts = {kind: sum(case.find(tag) is not None for case in cases) for kind, tag in _KINDS}
    suite = Xml.Element("testsuite", {"name": _clean(name), "tests": str(len(cases)), **_texts(counts)})
    if told:
        properties = Xml.SubElement(suite, "properties")
        for key, number in told.items():
            Xml.SubElement(properties, "property", name=key, value=str(number))
    suite.extend(cases)
    return suite


def _sum(suites: Sequence[Xml.Element]) -> dict[str, str]:
    return _texts({key: sum(int(suite.get(key, "0")) for suite in suites) for key in ("tests", "failures", "errors")})


def _texts(counts: dict[str, int]) -> dict[str, str]:
    return {key: str(number) for key, number in counts.items()}


def _lines(rows: Iterable[Located]) -> str:
    return "".join(f"{_clean(row.where)}: {row.finding.severity}: {_clean(row.message)}\n" for row in rows)


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
