"""What the HTML page shows, worked out before the template lays it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.model import Report
from factcheck.reporting._pairs import Anchored, PairView, pair_views
from factcheck.reporting._summary import TextSummary, summaries
from factcheck.reporting._views import FindingView, Namer


@dataclass(frozen=True, slots=True)
class TextView:
    """A text with its findings and its pairs; the source has no pairs. apart: what a person, a comment or a baseline
    says to leave out. number: its position among the translations, -1 for the source."""

    summary: TextSummary
    findings: tuple[FindingView, ...]
    apart: tuple[FindingView, ...]
    pairs: tuple[PairView, ...]
    number: int = -1
    waiting: bool = False
    """Whether it has pairs that the page asks for as it needs them."""

    @property
    def shown(self) -> bool:
        """Whether the page has a section on it."""
        return bool(self.findings or self.apart or self.pairs or self.waiting)

    @property
    def all(self) -> tuple[FindingView, ...]:
        """Its findings, then those apart."""
        return self.findings + self.apart

    @property
    def states_apart(self) -> Counter[str]:
        """How many are apart, by state."""
        return Counter(view.state for view in self.apart)


def text_views(report: Report, review: bool = False) -> tuple[TextView, ...]:
    """The source if there is one, then every other text. review: without pairs, and what is accepted stands in its
    place among the findings, what is left out nowhere."""
    rest, name = list(summaries(report)), Namer(report)
    texts: list[TextView] = []
    if report.source:
        views = name.all(report.source_findings, report.source_accepted, (), report.source_known)
        texts.append(TextView(rest.pop(0), *_divided(views, review), ()))
    for number, (summary, text) in enumerate(zip(rest, report.translations, strict=True)):
        views = name.all(text.findings, text.accepted, text.suppressed, text.known)
        pairs = () if review else pair_views(text.pairs, _anchored(views))
        texts.append(TextView(summary, *_divided(views, review), pairs, number, review and bool(text.pairs)))
    return tuple(texts)


def pairs_of(report: Report, number: int) -> tuple[PairView, ...]:
    """The pairs of a translation, by its number, whose places lead to the findings of the page."""
    name, text = Namer(report), report.translations[number]
    views: tuple[FindingView, ...] = ()
    if report.source:
        name.all(report.source_findings, report.source_accepted, (), report.source_known)
    for each in report.translations[: number + 1]:
        if each.article.lang == text.article.lang:  # those in other languages have other fingerprints
            views = name.all(each.findings, each.accepted, each.suppressed, each.known)
    return pair_views(text.pairs, _anchored(views))


def _anchored(views: Iterable[FindingView]) -> list[Anchored]:
    return [(view.anchor, view.finding) for view in views]


def _divided(views: Sequence[FindingView], review: bool) -> tuple[tuple[FindingView, ...], tuple[FindingView, ...]]:
    """The findings of a text, and those apart."""
    if review:
        return tuple(view for view in views if not view.left_out), ()
    return tuple(view for view in views if view.stands), tuple(view for view in views if not view.stands)
