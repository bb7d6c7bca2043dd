"""Which spellings are a name with a slip of the hand, and which are what languages make of it."""

from __future__ import annotations

import time

import pytest

from factcheck.names.misspelt import misspelt
from factcheck.names.slips import Slip, slip


@pytest.mark.parametrize(
    ("name", "word", "kind"),
    [
        ("Washington", "Washnigton", Slip.CLEAR),
        ("Washington", "Washngton", Slip.CLEAR),
        ("Washington", "Waskington", Slip.DOUBTFUL),
        ("Washington", "Waskingtonissa", Slip.NONE),
        ("Washington", "Wasbingtonissa", Slip.CLEAR),
        ("Livingston", "Livnigstonin", Slip.CLEAR),
        ("Popocatepetl", "Papocatepetl", Slip.LIKELY),
        ("Example", "Exemple", Slip.LIKELY),
        ("Project", "Projet", Slip.DOUBTFUL),
        ("System", "Systeem", Slip.NONE),
        ("Thomas", "Tomas", Slip.DOUBTFUL),
        ("Gerrard", "Gerard", Slip.DOUBTFUL),
        ("Center", "Centre", Slip.DOUBTFUL),
        ("Lopez", "López", Slip.NONE),
        ("President", "Präsident", Slip.NONE),
        ("Mexico", "Mexiko", Slip.NONE),
        ("Macedonia", "Makedonia", Slip.NONE),
        ("Bolivians", "Boliviens", Slip.DOUBTFUL),
        ("Senate", "Senats", Slip.NONE),
        ("Indonesia", "Indonesian", Slip.NONE),
        ("Britain", "Britannia", Slip.NONE),
        ("Sutskever", "Suzkwer", Slip.NONE),
    ],
)
def test_slip(name: str, word: str, kind: Slip) -> None:
    assert slip(name, word) is kind


@pytest.mark.parametrize(
    ("source", "target", "lang", "found"),
    [
        ("Kavanaugh met Kavanaugh.", "Kavanaugh traf Kavanugh.", "de", []),
        ("Kavanaugh met Kavanaugh.", "Kavanaugh traf Kavanagh.", "de", []),
        ("Kavanaugh met Kavanaugh.", "Kavanaugh traf Kavnaaugh.", "de", ["Kavnaaugh"]),
        ("Thomas Tuchel spoke.", "Tomas Tuchel sprach.", "de", ["Tomas"]),
        ("Thomas spoke.", "Tomas sprach.", "de", []),
        ("Professor Ford spoke.", "Profesor Ford bicara.", "id", []),
        ("John Ford spoke.", "Jonh Ford habló.", "es", ["Jonh"]),
        ("Vienna is large.", "Viena es grande.", "es", []),
        ("Examples follow.", "Exemples a continuació.", "ca", []),
        ("iPhone sales fell.", "iPohne-Verkäufe fielen.", "de", []),
        ("He read Gerrard.", "他读了Gerard。", "zh", ["Gerard"]),
    ],
)
def test_misspelt_in_a_translation(source: str, target: str, lang: str, found: list[str]) -> None:
    assert [one.word for one in misspelt(source, target, "en", lang)] == found


def test_many_words_that_begin_alike_take_no_long_time() -> None:
    source = " ".join(f"Abcde{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}" for i in range(2000))
    start = time.perf_counter()
    list(misspelt(source, source.replace("cd", "dc"), "en", "de"))
    assert time.perf_counter() - start < 5
