"""The whole way: article -> segments -> claims -> pairs -> findings -> report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from . import facts
from .alignment.counterparts import matched, pair_up
from .articles import read_article
from .cases import Case
from .causes import one_a_cause
from .checks import Check, Document, PairContext, TextContext, all_checks
from .columns import with_columns
from .decisions import settle
from .extraction import extract
from .gathering import gather
from .making import AS_USUAL, Making
from .model import Article, Claim, Finding, Glossary, Ledger, Report, Segment, Suppression, TranslationReport
from .revisions import as_before
from .round_trips import returned
from .rules import Rules, made_by, rules_of
from .running import check_alone, check_one, check_suppressions, check_translation, leave_out, order
from .suppression import broken_comments, suppressions, unused

_NO_TERMS = Glossary()


def run_case(
    case: Case,
    output: Path | None = None,
    *,
    checks: Sequence[Check] | None = None,
    glossary: Glossary | None = None,
    making: Making = AS_USUAL,
    checked: Callable[[str], None] | None = None,
) -> Report:
    """The main job, on the files of a case -> the report, with what could not be read among its problems.

    output: the folder that takes translations made afresh; None: all are taken as they are. making: how they are
    made; checked: told each language when it is checked. InputError or LanguageError when the source cannot be read.
    """
    source = read_article(case.source, case.source_lang or None)
    texts = gather(case, source, output, making)
    if case.since:
        source, *others = (as_before(article, case.since) for article in (source, *texts.translations))
        texts = replace(texts, translations=tuple(others))
    report = check_article(
        source,
        (*texts.translations, *(article for _, article in texts.returned)),
        texts.ledger,
        checks=checks,
        glossary=glossary,
        title=case.title,
        progress=checked,
    )
    count = len(texts.translations)
    noted = zip(report.translations[:count], texts.notes, strict=True)
    back = zip(report.translations[count:], texts.returned, strict=True)
    translations = (
        *(replace(translation, note=note) for translation, note in noted),
        *(returned(translation, lang) for translation, (lang, _) in back),
    )
    report = replace(report, translations=translations, problems=(*texts.problems, *report.problems))
    return settle(report, texts.decisions.values())


def extract_article(article: Article) -> tuple[Claim, ...]:
    """All claims of an article; spans are offsets in their segment's text. Raises LanguageError."""
    return tuple(claim for claims in _claims_by_segment(article) for claim in claims)


def check_pair(
    source: str,
    target: str,
    source_lang: str = "en",
    target_lang: str = "de",
    checks: Sequence[Check] | None = None,
    glossary: Glossary | None = None,
) -> list[Finding]:
    """Two texts that should say the same -> findings, sorted by place. Raises LanguageError."""
    pair = matched(Segment(0, source), Segment(0, target), extract(source, source_lang), extract(target, target_lang))
    context = PairContext(pair, source_lang, target_lang, glossary=glossary or _NO_TERMS)
    found = check_one(context, all_checks() if checks is None else checks)
    return sorted(one_a_cause(found), key=order)


def check_pairs(
    pairs: Iterable[tuple[str, str]],
    source_lang: str = "en",
    target_lang: str = "de",
    checks: Sequence[Check] | None = None,
    glossary: Glossary | None = None,
) -> Iterator[list[Finding]]:
    """Pairs of texts -> the findings of each, lazily and in order; memory does not grow with the input."""
    chosen = all_checks() if checks is None else checks
    for source, target in pairs:
        yield check_pair(source, target, source_lang, target_lang, chosen, glossary)


def check_article(
    source: Article,
    translations: Sequence[Article],
    ledger: Ledger | None = None,
    *,
    checks: Sequence[Check] | None = None,
    glossary: Glossary | None = None,
    title: str = "",
    progress: Callable[[str], None] | None = None,
) -> Report:
    """An article and its translations -> the report. progress gets each language when it is done. Raises
    LanguageError."""
    rules = rules_of(checks, ledger, glossary)
    claims, shared = _claims_by_segment(source), suppressions(source, shared=True)
    reports = []
    for translation in translations:
        reports.append(_check_translation(source, claims, translation, rules, shared))
        if progress:
            progress(translation.lang)
    flat = tuple(claim for found in claims for claim in found)
    report = Report(
        source=source,
        source_claims=flat,
        source_findings=_check_source(source, flat, rules, shared, reports),
        translations=tuple(reports),
        ledger=rules.ledger,
        headline=facts.headline(rules.ledger, source, flat, reports),
        problems=broken_comments([source, *translations]),
        made_by=made_by(rules.checks),
        title=title,
    )
    return with_columns(report)


def check_again(
    report: Report,
    number: int,
    article: Article,
    *,
    checks: Sequence[Check] | None = None,
    glossary: Glossary | None = None,
) -> Report:
    """The report after one of its translations changed: that one is checked again, beside what the others came to.
    Decisions are still to be settled. Raises LanguageError."""
    assert report.source  # translations have one
    rules = rules_of(checks, report.ledger, glossary)
    fresh = check_article(report.source, [article], rules.ledger, checks=rules.checks, glossary=glossary)
    made = replace(fresh.translations[0], note=report.translations[number].note)
    translations = (*report.translations[:number], made, *report.translations[number + 1 :])
    shared = suppressions(report.source, shared=True)
    told = {problem.file for problem in fresh.problems} | {article.file}
    changed = replace(
        report,
        translations=translations,
        source_findings=_check_source(report.source, report.source_claims, rules, shared, translations),
        source_accepted=(),
        headline=facts.headline(rules.ledger, report.source, report.source_claims, translations),
        problems=(*(problem for problem in report.problems if problem.file not in told), *fresh.problems),
    )
    return with_columns(changed)


def _claims_by_segment(article: Article) -> list[list[Claim]]:
    return [
        [replace(claim, segment=segment.index) for claim in extract(segment.text, article.lang)]
        if segment.kind != "code"
        else []
        for segment in article.segments
    ]


def _check_source(
    source: Article,
    claims: tuple[Claim, ...],
    rules: Rules,
    shared: Sequence[Suppression],
    translations: Sequence[TranslationReport],
) -> tuple[Finding, ...]:
    """The source against the ledger, and its suppressions that were idle in all translations: nothing else that could
    be said of it alone concerns them."""
    ledgers = [check for check in rules.checks if check.id == "ledger-violated"]
    left_out = [one for translation in translations for one in translation.suppressed]
    compared = [check.id for check in rules.checks if translations and not check.alone]
    idle = check_suppressions(unused(shared, left_out, compared), rules.checks)
    return (*check_alone(TextContext(source, claims, rules.ledger), ledgers), *idle)


def _check_translation(
    source: Article,
    claims: Sequence[Sequence[Claim]],
    target: Article,
    rules: Rules,
    shared: Sequence[Suppression],
) -> TranslationReport:
    target_claims = _claims_by_segment(target)
    pairs = pair_up(source, target, claims, target_claims)
    files, held = (source.file, target.file), (rules.ledger, rules.glossary)
    contexts = tuple(PairContext(pair, source.lang, target.lang, *files, *held) for pair in pairs)
    flat = tuple(claim for several in target_claims for claim in several)
    document = Document(source, target, contexts, flat, rules.ledger, glossary=rules.glossary)
    kept, left_out = leave_out(check_translation(document, rules.checks), target, rules.checks, shared, alone=False)
    return TranslationReport(target, tuple(pairs), flat, kept, suppressed=left_out)
