"""SARIF as the format sarif, with what was suppressed, accepted or known as results that say so.

For readers that know `suppressions` and `baselineState`, such as Microsoft's SARIF viewers. Not for GitHub's code
scanning, which reads neither and would open an alert for each.
"""

from __future__ import annotations

from factcheck.model import Report
from factcheck.reporting._located import apart
from factcheck.reporting.sarif import log


def render(report: Report) -> str:
    """The report as SARIF, what stands first."""
    return log(report, apart(report))
