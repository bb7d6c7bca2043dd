"""What is said of a translation that was made back into the language of its source."""

from __future__ import annotations

from dataclasses import replace

from .model import Finding, Severity, TranslationReport

_OF_CLAIMS = ("Accuracy/", "Terminology")
_SAME_LANGUAGE = "Accuracy/Untranslated"  # the very thing that is wanted here


def returned(report: TranslationReport, lang: str) -> TranslationReport:
    """The report of a text that came back from a language: what concerns claims and names.

    Nothing is an error: the way back garbles, too, so a person must look which way it was.
    """
    findings = tuple(_softened(f) for f in report.findings if _concerns(f))
    return replace(report, findings=findings, back_from=lang)


def _concerns(finding: Finding) -> bool:
    return finding.category.startswith(_OF_CLAIMS) and finding.category != _SAME_LANGUAGE


def _softened(finding: Finding) -> Finding:
    return replace(finding, severity=Severity.WARNING) if finding.severity is Severity.ERROR else finding
