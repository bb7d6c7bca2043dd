"""A number keeps its digits but is ten, a thousand, a million times too large or too small.

Millions that became billions, 億 that became 万, a shifted decimal point. Says how many times the amount is off.
Vague amounts ("millions of people") are compared by their scale words: a warning where these differ a thousandfold, or
tenfold where the language's lists know every word of both ("hundreds", "tens of thousands").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from ..comparison.claims import times
from ..comparison.notation import plain
from ..contexts import PairContext
from ..extraction import Magnitude, magnitudes
from ..model import Finding, Severity
from ._base import Example, changed, factor, firm, quote, weighed

SEVERITY = Severity.ERROR
CATEGORY = "Accuracy/Mistranslation"
EXAMPLES = (
    Example("It raised US$7 billion.", "Es sammelte 7 Millionen US-Dollar ein.", "de"),
    Example("The firm got 250 million queries.", "同社は2.5万件の質問を受けた。", "ja"),
    Example("The firm got 250 million queries.", "同社は2億5000万件の質問を受けた。", "ja", finds=False),
    Example("It could cost millions.", "Cela pourrait coûter des milliards.", "fr"),
    Example("There are 10^80 atoms.", "Es gibt 10^8 Atome.", "de"),
    Example("Hundreds fled.", "Tausende flohen.", "de"),
    Example("Tens of millions watched.", "Decine di migliaia hanno guardato.", "it"),
    Example("Thousands fled.", "数百人が避難した。", "ja"),
    Example("Hundreds of thousands fled.", "Des centaines de milliers ont fui.", "fr", finds=False),
    Example("Dozens of houses burnt.", "Сгорели десятки домов.", "ru", finds=False),
    Example("Hundreds of thousands fled.", "数十万人が避難した。", "ja", finds=False),
    Example("He ran 5k in 15:30.", "Ha corso 5 km in 15:30.", "it", finds=False),
    Example("He has 5k followers.", "Ha 5 follower.", "it"),
    Example("A pace of 300,000 a day.", "每天30万。", "zh", finds=False),
    Example("Some 640,000 tonnes were moved.", "Etwa 640 Tonnen wurden bewegt.", "de"),
    Example("It sold 3,200 cars.", "Vendió 3.2 coches.", "es"),
    Example("It sold 3,200 cars.", "Es verkaufte 3,200 Autos.", "de", finds=False),
    Example("It weighs 3.200 kg.", "Es wiegt 3,2 kg.", "de", finds=False),
)
_TEN, _THOUSAND = Decimal(10), Decimal(1000)


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """Findings for amounts that changed by a power of ten."""
    for source, target in changed(pair, "scale"):
        ratio = times(source, target)
        assert ratio is not None
        message = f"The source states {quote(source)}, the translation {quote(target)}: {factor(ratio)}."
        yield weighed(pair, "scale-changed", 0.95, message, CATEGORY, source, target, firm(source, target))
    yield from _vague(pair)


def _vague(pair: PairContext) -> Iterator[Finding]:
    """Findings for vague amounts of the source that stand nowhere among those of the translation."""
    if pair.pair.source is None or pair.pair.target is None:
        return
    stated = magnitudes(pair.pair.source.text, pair.source_lang)
    found = magnitudes(pair.pair.target.text, pair.target_lang) if stated else ()
    for one, other in zip(stated, found, strict=False) if len(stated) == len(found) else ():
        ratio = other.value / one.value
        if _like(one, other) or _says(found, one) or _says(stated, other):
            continue
        message = f"The source says {quote(one.text)}, the translation {quote(other.text)}: about {factor(ratio)}."
        yield Finding(
            "scale-changed",
            Severity.WARNING,
            0.6,
            message,
            pair.source_place(one.span),
            pair.target_place(other.span),
            f"~{plain(one.value)}",
            f"~{plain(other.value)}",
            CATEGORY,
            lang=pair.target_lang,
        )


def _says(found: Iterable[Magnitude], wanted: Magnitude) -> bool:
    return any(_like(wanted, other) for other in found)


def _like(one: Magnitude, other: Magnitude) -> bool:
    """Whether two vague amounts may be the same."""
    least = _TEN if one.known and other.known else _THOUSAND
    return 1 / least < one.value / other.value < least
