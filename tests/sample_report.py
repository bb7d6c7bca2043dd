"""A report as a run makes it, built by hand: several scripts, every severity, and texts that mean harm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from factcheck.columns import with_columns
from factcheck.model import (
    Article,
    Claim,
    Decision,
    Fact,
    FactCell,
    Finding,
    Hedge,
    Kind,
    Known,
    Ledger,
    LedgerName,
    Match,
    Pair,
    Place,
    Problem,
    Relation,
    Report,
    Segment,
    Severity,
    State,
    Suppressed,
    TranslationReport,
)

HOSTILE = "</script><img src=x onerror=alert(1)>\x1b[31m\u202eevil\u202c & \"quotes\" 'single' {{ 7*7 }}"

FACTS = (
    Fact(
        "anthropic-raised",
        Kind.MONEY,
        "Anthropic has raised at least US$7 billion since 2021.",
        subject="Anthropic",
        value=Decimal(7000000000),
        unit="USD",
        hedge=Hedge.AT_LEAST,
        source="article.en.md",
        headline=True,
    ),
    Fact(
        "perplexity-valuation",
        Kind.MONEY,
        "Perplexity is valued at over US$3 billion.",
        subject="Perplexity",
        value=Decimal(3000000000),
        unit="USD",
        hedge=Hedge.MORE_THAN,
        headline=True,
    ),
    Fact(
        "perplexity-queries",
        Kind.COUNT,
        "Perplexity answered 250 million queries last month.",
        value=Decimal(250000000),
        headline=True,
    ),
    Fact(
        "openai-loss",
        Kind.MONEY,
        "OpenAI is losing perhaps US$5 billion a year.",
        value=Decimal(5000000000),
        unit="USD",
        hedge=Hedge.ABOUT,
        headline=True,
    ),
    Fact("perplexity-founded", Kind.DATE, "Perplexity was founded in August 2022.", moment="2022-08"),
)
_TEXTS = Path(__file__).with_name("sample")
_WORDS = {  # per language: the words for each headline fact, and the value that they state
    "en": ("at least US$7 billion", "over US$3 billion", "250 million", "perhaps US$5 billion"),
    "de": (
        "mindestens 7 Milliarden US-Dollar",
        "über 3 Milliarden Euro",
        "250 Millionen",
        "vielleicht 5 Milliarden US-Dollar",
    ),
    "ja": ("少なくとも7億ドル", "30億ドルを超える", "2億5000万件", "おそらく50億ドル"),
    "ar": ("ما لا يقل عن 7 مليارات دولار", "بأكثر من 3 مليارات دولار", "250 مليون", "ربما 5 ملايين دولار"),
    "la": ("", "pluris quam 3 miliardis dollariorum", "250 miliones", "fortasse 5 miliarda dollariorum"),
}
_WRONG: dict[tuple[str, str], tuple[Decimal, str]] = {  # (language, fact): what it states instead
    ("ja", "anthropic-raised"): (Decimal(700000000), "USD"),
    ("ar", "openai-loss"): (Decimal(5000000), "USD"),
    ("de", "perplexity-valuation"): (Decimal(3000000000), "EUR"),
}


def article(lang: str, file: str, origin: str = "", more: str = "") -> Article:
    """The sample text in a language, with more text at the end of its third block."""
    segments, offset = [], 0
    blocks = (_TEXTS / f"{lang}.md").read_text("utf-8").strip().split("\n\n")
    blocks[2] += more
    for index, block in enumerate(blocks):
        kind, text = ("heading", block[2:]) if block.startswith("# ") else ("paragraph", block)
        segments.append(Segment(index, text, kind, 2 * index + 1, offset + len(block) - len(text)))
        offset += len(block) + 2
    return Article(lang, tuple(segments), file, "\n\n".join(blocks), origin)


def place(text: Article, words: str, segment: int | None = None) -> Place:
    """Where the words stand; the whole of a segment when its number is given."""
    found = text.segments[segment] if segment is not None else next(s for s in text.segments if words in s.text)
    start = 0 if segment is not None else found.text.index(words)
    end = len(found.text) if segment is not None else start + len(words)
    return Place(text.file, found.index, found.line, (start, end), found.text[start:end], found.text)


def claims_of(text: Article) -> tuple[Claim, ...]:
    """The headline facts as the text states them, in order of the facts."""
    found = []
    for fact, words in zip(FACTS, _WORDS[text.lang], strict=False):
        if words:
            at = place(text, words)
            value, unit = _WRONG.get((text.lang, fact.id), (fact.value, fact.unit))
            found.append(
                Claim(fact.kind, words, at.span, value, None, unit, fact.hedge, step=Decimal(10**6), segment=at.segment)
            )
    return tuple(found)


def pairs_of(source: Article, target: Article, beads: Sequence[tuple[int | None, int | None]]) -> tuple[Pair, ...]:
    """The aligned pairs, with claims matched in order."""
    pairs = []
    ours, theirs = claims_of(source), claims_of(target)
    for one, two in beads:
        left = tuple(claim for claim in ours if claim.segment == one)
        right = tuple(claim for claim in theirs if claim.segment == two)
        matches = tuple(_match(a, b) for a, b in zip(left, right, strict=False)) if right else ()
        segments = [text.segments[i] if i is not None else None for text, i in ((source, one), (target, two))]
        pairs.append(Pair(segments[0], segments[1], left, right, matches))
    return tuple(pairs)


def _match(source: Claim, target: Claim) -> Match:
    same = (source.value, source.unit, source.hedge) == (target.value, target.unit, target.hedge)
    return Match(source, target, Relation.SAME if same else Relation.CHANGED)


def _finding(
    check: str, severity: Severity, message: str, source: Place | None, target: Place | None, lang: str, *values: str
) -> Finding:
    kind = "Omission" if "missing" in check else "Mistranslation"
    one, two = values or ("", "")
    return Finding(check, severity, 0.95, message, source, target, one, two, f"Accuracy/{kind}", "", lang)


def sample() -> Report:
    """The report: German (currency, name), Japanese (scale), Arabic (scale), Latin (paragraph lost, hostile text)."""
    english = article("en", "article.en.md")
    german = article("de", "translations/de.md", "human")
    japanese = article("ja", "translations/ja.md", "machine: firefox 0.5.0")
    arabic = article("ar", "translations/ar.md", "human")
    latin = article("la", "translations/la <b>.md", "machine", f" {HOSTILE}")
    straight = [(i, i) for i in range(6)]
    raised = place(english, "at least US$7 billion")
    found = {
        "de": (
            Finding(
                check="currency-changed",
                severity=Severity.ERROR,
                confidence=0.95,
                message="The source states US dollars, the translation euros.",
                source=place(english, "over US$3 billion"),
                target=place(german, "über 3 Milliarden Euro"),
                source_value="more than 3000000000 USD",
                target_value="more than 3000000000 EUR",
                category="Accuracy/Mistranslation",
                suggestion="über 3 Milliarden US-Dollar",
                lang="de",
            ),
            _finding(
                "name-garbled",
                Severity.WARNING,
                "“Sutskewer” is no known rendering of Sutskever in German.",
                place(english, "Sutskever"),
                place(german, "Sutskewer"),
                "de",
            ),
        ),
        "ja": (
            _finding(
                "scale-changed",
                Severity.ERROR,
                "The source states 7,000,000,000 USD, the translation 700,000,000 USD: 10 times too small.",
                raised,
                place(japanese, "少なくとも7億ドル"),
                "ja",
                "at least 7000000000 USD",
                "at least 700000000 USD",
            ),
        ),
        "ar": (
            _finding(
                "scale-changed",
                Severity.ERROR,
                "The source states 5,000,000,000 USD, the translation 5,000,000 USD: 1,000 times too small.",
                place(english, "perhaps US$5 billion"),
                place(arabic, "ربما 5 ملايين دولار"),
                "ar",
                "about 5000000000 USD",
                "about 5000000 USD",
            ),
        ),
        "la": (
            _finding(
                "segment-missing",
                Severity.ERROR,
                "The translation has no counterpart of this paragraph.",
                place(english, "", 2),
                None,
                "la",
            ),
            _finding(
                "untranslated",
                Severity.INFO,
                f"This text is not Latin: {HOSTILE}",
                None,
                place(latin, HOSTILE),
                "la",
            ),
        ),
    }
    texts = (german, japanese, arabic, latin)
    beads = {"la": [(0, 0), (1, 1), (2, None), (3, 2), (4, 3), (5, 4)]}
    report = Report(
        source=english,
        source_claims=claims_of(english),
        source_findings=(
            _finding(
                "ledger-violated",
                Severity.WARNING,
                "The article does not state the fact “Perplexity was founded in August 2022.”",
                None,
                None,
                "en",
                "2022-08",
                "",
            ),
        ),
        translations=tuple(
            TranslationReport(
                article=text,
                pairs=pairs_of(english, text, beads.get(text.lang, straight)),
                claims=claims_of(text),
                findings=found[text.lang],
                note="no engine for it here: taken as it is" if text.lang == "la" else "",
            )
            for text in texts
        ),
        ledger=Ledger(FACTS, (LedgerName("Sutskever", "person", {"ja": ("サツケヴァー",), "la": ()}),)),
        headline=tuple(_cells((english, *texts))),
        problems=(Problem("binary data: a PDF", "translations/fr.md", "byte 0", "save its text as .md"),),
        made_by={"version": "0.1.0", "data": "1", "checks": ["scale-changed"], "thresholds": {"hedged": "0.06"}},
        title="Why OpenAI cannot hold on to its founders",
    )
    return with_columns(report)


def hostile(text: str = HOSTILE) -> Report:
    """The report with every text the hostile one, names and files too."""
    report = sample()
    place = Place(text, 0, 1, (0, 5), text[:5], text)
    article = Article("de", (Segment(0, text, text),), text, text, text)
    finding = replace(next(report.findings()), message=text, suggestion=text, source_value=text)
    translation = replace(
        report.translations[0],
        article=article,
        note=text,
        findings=(replace(finding, check=text, category=text, source=place, target=place),),
        pairs=(replace(report.translations[0].pairs[0], source=article.segments[0], target=article.segments[0]),),
    )
    cells = tuple(replace(cell, found=text) for cell in report.headline if cell.lang == "de")
    facts = tuple(replace(fact, sentence=text) for fact in report.ledger.facts)
    problems = tuple(replace(p, message=text, file=text, place=text, hint=text) for p in report.problems)
    return replace(
        report,
        title=text,
        translations=(translation,),
        headline=cells,
        ledger=Ledger(facts),
        problems=problems,
        made_by={text: text, "checks": [text]},
    )


def settled() -> Report:
    """The report after people worked on it: findings suppressed, accepted and known, decisions that lapsed, and an
    entry of the baseline that is stale."""
    report = sample()
    german, japanese, arabic, latin = report.translations
    accepted, to_fix = german.findings
    made = Decision(accepted.fingerprint, State.ACCEPTED, "Ada", "2026-03-14T09:30:00Z", "The euros are right.")
    about = ("name-garbled", "de", "Leike")
    lapsed = Decision("00000000000000aa", State.ACCEPTED, "Bo|b", "2026-03-15T08:00:00Z", "Spelt so.", *about)
    stale = Known("translations/ar.md", "number-changed", "00000000000000bb", "The source states 3, the translation 4.")
    german = replace(german, findings=(to_fix,), accepted=(accepted,))
    reason = "The agency corrected `it` @once |"
    japanese = replace(japanese, findings=(), suppressed=tuple(Suppressed(one, reason) for one in japanese.findings))
    arabic = replace(arabic, findings=(), known=arabic.findings)
    return replace(
        report,
        translations=(german, japanese, arabic, latin),
        decisions=(made, replace(made, fingerprint=to_fix.fingerprint, state=State.TO_FIX, reason="")),
        lapsed=(lapsed,),
        stale=(stale,),
        made_by={**report.made_by, "baseline": {"file": "known.json", "known": 1}},
    )


def linted() -> Report:
    """The texts of the report, each read without a source: a ledger not kept, a name, and hostile words."""
    report = sample()
    fact = _finding("ledger-violated", Severity.ERROR, f"The ledger states: {FACTS[0].sentence}", None, None, "ja")
    found = {
        text.article.lang: tuple(
            replace(f, source=None, source_value="")
            for f in text.findings
            if f.check in ("name-garbled", "untranslated")
        )
        for text in report.translations
    }
    found["ja"] = (fact,)
    texts = tuple(replace(text, pairs=(), findings=found[text.article.lang]) for text in report.translations)
    cells = tuple(cell for cell in report.headline if cell.lang != "en")
    return replace(
        report, source=None, source_claims=(), source_findings=(), translations=texts, headline=cells, title=""
    )


def _cells(texts: Sequence[Article]) -> list[FactCell]:
    cells = []
    for text in texts:
        stated = iter(claims_of(text))
        for fact, words in zip(FACTS, _WORDS[text.lang], strict=False):
            claim = next(stated) if words else None
            state = ("changed" if (text.lang, fact.id) in _WRONG else "right") if claim else "missing"
            cells.append(FactCell(fact.id, text.lang, state, words, claim))
    return cells
