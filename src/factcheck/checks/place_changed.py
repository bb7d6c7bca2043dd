"""A country of the source is another one in the translation.

Only where the source names a country that the translation has in no form, also not as an adjective, the translation
names another one that the source has in no form, and both name as many countries. The names are CLDR's; countries that
texts mostly call otherwise (the United States), whose names are other words (Jordan, Georgia) or parts of others
(Guinea), and those without a currency of their own are not looked for. A warning, for texts call countries by much
that no table lists, such as their capitals.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..contexts import PairContext
from ..model import Finding, Severity
from ..names.territories import exchanged
from ._base import Example, quote

SEVERITY = Severity.WARNING
CATEGORY = "Accuracy/Mistranslation"
EXAMPLES = (
    Example("She was born in Poland.", "Sie wurde in Portugal geboren.", "de"),
    Example("She was born in Poland.", "彼女はポルトガルで生まれた。", "ja"),
    Example("She was born in Poland.", "وُلدت في البرتغال.", "ar"),
    Example("South Korea fired first.", "Ensin ampui Pohjois-Korea.", "fi"),
    Example("She was born in Poland.", "Она родилась в Португалии.", "ru"),
    Example("Poland's president resigned.", "Der polnische Präsident trat zurück.", "de", finds=False),
    Example("The Polish left for Spain.", "Poles quittent la Pologne pour l'Espagne.", "fr", finds=False),
    Example("Papua New Guinea and Niger voted.", "Papua-Neuguinea und Niger stimmten ab.", "de", finds=False),
    Example("He left India.", "Lähti Intiasta.", "fi", finds=False),
    Example("He left India for Indonesia.", "彼はインドからインドネシアへ行った。", "ja", finds=False),
)


def check_pair(pair: PairContext) -> Iterator[Finding]:
    """A finding where one country of the source became another one."""
    source, target = pair.pair.source, pair.pair.target
    if source is None or target is None:
        return
    if places := exchanged(source.text, target.text, pair.source_lang, pair.target_lang):
        gone, new = places
        yield Finding(
            "place-changed",
            Severity.WARNING,
            0.7,
            f"The source names {quote(gone.text)}, the translation {quote(new.text)}: another country.",
            pair.source_place(gone.span),
            pair.target_place(new.span),
            f"territory {gone.code}",
            f"territory {new.code}",
            CATEGORY,
            lang=pair.target_lang,
        )
