"""Glossaries: tables, TBX and lists of words are read, faults are placed, and terms are found in any form."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from command_line import Capture, factcheck
from factcheck.checks import get
from factcheck.config import find_settings
from factcheck.errors import InputError
from factcheck.glossaries import gather_glossary, read_kept, read_terms
from factcheck.glossaries.phrases import Phrases
from factcheck.languages.endings import endings
from factcheck.model import ANY, Glossary, Severity, Term
from factcheck.pipeline import check_pair

CHECK = [get("term-violated")]

TBX2 = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><p>x</p></fileDesc></martifHeader>
<text><body><termEntry id="c1">
<langSet xml:lang="en"><tig><term>network</term></tig></langSet>
<langSet xml:lang="de">
<tig><term>Netz</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
<tig><term>Netz<hi>werk</hi></term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
</langSet></termEntry></body></text></martif>
"""
TBX3 = """<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min"><text><body><conceptEntry id="c1">
<langSec xml:lang="en"><termSec><term>network</term></termSec></langSec>
<langSec xml:lang="de"><termSec><term>Netz</term></termSec>
<termSec><term>Netzwerk</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
</langSec></conceptEntry></body></text></tbx>
"""
NETWORK = Term({"en": ("network",), "de": ("Netz",)}, {"de": ("Netzwerk",)})

GOOD = {
    "wide": ("en,de\nnetwork,Netz\n", (Term({"en": ("network",), "de": ("Netz",)}),)),
    "wide by source": (
        "term;de;fr;note\nnetwork;Netz|Netze;réseau;any\n\n",
        (Term({"": ("network",), "de": ("Netz", "Netze"), "fr": ("réseau",)}),),
    ),
    "long": (
        "source\ttarget\tlang\tnote\tforbidden\nnetwork\tNetz\tde\t\tNetzwerk\nnetwork\tréseau\tfr\t\t\n",
        (Term({"": ("network",), "de": ("Netz",), "fr": ("réseau",)}, {"de": ("Netzwerk",), "fr": ()}),),
    ),
    "a forbidden row": (
        "source,target,language,forbidden\nnetwork,Netz,de,\nnetwork,Netzwerk,de,yes\n",
        (Term({"": ("network",), "de": ("Netz",)}, {"de": ("Netzwerk",)}),),
    ),
    "no language": ('source,target\n"a, b",c\n', (Term({"": ("a, b",), ANY: ("c",)}, {ANY: ()}),)),
    "TBX 2": (TBX2, (NETWORK,)),
    "TBX 3": (TBX3, (NETWORK,)),
}


@pytest.mark.parametrize(("text", "terms"), GOOD.values(), ids=GOOD)
def test_a_glossary_is_read(tmp_path: Path, text: str, terms: tuple[Term, ...]) -> None:
    path = tmp_path / "terms"
    path.write_text(text, "utf-8")
    assert read_terms(path) == terms


BOMB = """<?xml version="1.0"?>
<!DOCTYPE tbx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<tbx><conceptEntry><langSec xml:lang="en"><termSec><term>&b;</term></termSec></langSec></conceptEntry></tbx>
"""
FETCH = BOMB.replace(
    '[<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]',
    '[<!ENTITY b SYSTEM "file:///etc/passwd">]',
)
BAD = {
    "empty": ("", "", "holds no terms"),
    "a head alone": ("en,de\n", "", "holds no terms"),
    "no head": ("network,Netz\n", "line 1", "unknown column 'network'"),
    "one column": ("en\nnetwork\n", "line 1", "no columns of source terms and renderings"),
    "no source": ("target,lang\nNetz,de\n", "line 1", "no columns of source terms"),
    "a column twice": ("en,de,de\na,b,c\n", "line 1", "two columns are named 'de'"),
    "too many cells": ("en,de\nnetwork,Netz\na,b,c\n", "line 3", "3 cells where the first row names 2"),
    "an open quote": ('en,de\nnetwork,"Netz\n', "line 2", "broken table: unexpected end of data"),
    "no term": ("source,target,lang\n,Netz,de\n", "line 2", "a row without a source term"),
    "a wrong language": ("source,target,lang\nnetwork,Netz,xq\n", "line 2", "unknown language 'xq'"),
    "a text for a term": (f"en,de\nnetwork,{'Netz' * 60}\n", "line 2", "a cell of 240 characters"),
    "other XML": ("<html>\n</html>", "line 1", "is XML, but no TBX: it begins with <html>"),
    "TBX cut off": (TBX3[:300], "line 5", "broken XML: unclosed token"),
    "TBX with a wrong language": (TBX3.replace('"de"', '"xq"'), "line 5", "unknown language 'xq'"),
    "TBX without terms": ("<tbx></tbx>", "", "holds no terms"),
    "an entity bomb": (BOMB, "line 2", "declares entities, which are not read"),
    "an entity that fetches": (FETCH, "line 2", "declares entities, which are not read"),
    "elements in elements": ("<tbx>" + "<a>" * 100_000, "line 1", "broken XML"),
}


@pytest.mark.parametrize(("text", "place", "message"), BAD.values(), ids=BAD)
def test_a_fault_is_placed(tmp_path: Path, text: str, place: str, message: str) -> None:
    path = tmp_path / "terms"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        read_terms(path)
    assert message in caught.value.message
    assert (caught.value.file, caught.value.place or "") == (str(path), place)
    assert caught.value.hint


def test_kept_words_are_one_a_line(tmp_path: Path) -> None:
    path = tmp_path / "keep.txt"
    path.write_text("# names\nOpenAI\n\n  Claude  Code \nC#\n", "utf-8")
    assert read_kept(path) == ("OpenAI", "Claude Code", "C#")
    path.write_text("a" * 300, "utf-8")
    with pytest.raises(InputError, match="line 1: a term of 300 characters"):
        read_kept(path)


def test_files_that_cannot_be_read_are_problems_and_the_rest_is_taken(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("en,de\nnetwork,Netz\n", "utf-8")
    bad.write_text("en,de\na,b,c\n", "utf-8")
    glossary, problems = gather_glossary([bad, good, tmp_path / "none.csv"], tmp_path / "keep.txt")
    assert len(glossary.terms) == 1
    assert (problems[0].file, problems[0].place) == (str(bad), "line 2")
    assert len(problems) == 3


def found(source: str, target: str, lang: str, glossary: Glossary, source_lang: str = "en") -> list[str]:
    findings = check_pair(source, target, source_lang, lang, CHECK, glossary)
    return [f"{f.severity} {f.source_value}: {f.target_value} -> {f.suggestion}" for f in findings]


@pytest.mark.parametrize(
    ("source", "target", "lang", "terms"),
    [
        ("The neural networks grew.", "Нейронных сетей стало больше.", "ru", ("нейронная сеть",)),
        ("The neural network grew.", "Neuroverkkojen määrä kasvoi.", "fi", ("neuroverkko",)),
        ("The neural network grew.", "ニューラルネットワークが成長した。", "ja", ("ニューラル ネットワーク",)),
        ("The contracts fell.", "Die Verträge fielen.", "de", ("Vertrag",)),
        ("The band played.", "Die Bänder spielten.", "de", ("Band",)),
        ("The banks closed.", "Die Bankenkrise begann.", "de", ("Bank",)),
        ("Neural networks grew.", "Les réseaux de neurones ont crû.", "fr", ("réseau de neurones",)),
        ("Networking is hard.", "Vernetzen ist schwer.", "de", ("Netz",)),
        ("The word windows means panes.", "Das Wort Fenster.", "de", ("Windows",)),
    ],
)
def test_right_renderings_in_any_form_pass(source: str, target: str, lang: str, terms: tuple[str, ...]) -> None:
    words = ("neural network", "contract", "band", "bank", "Windows", "network")
    term = next(word for word in words if word in source or word.casefold() in source.casefold())
    assert found(source, target, lang, Glossary((Term({"en": (term,), lang: terms}),))) == []


def test_the_longest_term_wins() -> None:
    glossary = Glossary(
        (Term({"en": ("model",), "de": ("Modell",)}), Term({"en": ("model railway",), "de": ("Eisenbahn",)}))
    )
    assert found("The model railways stopped.", "Die Eisenbahnen hielten.", "de", glossary) == []
    assert found("The models stopped.", "Die Bahnen hielten.", "de", glossary) == ["warning model:  -> "]


def test_a_forbidden_rendering_is_marked_even_beside_the_right_one() -> None:
    glossary = Glossary((NETWORK,))
    (finding,) = check_pair("The network grew.", "Das Netz, also das Netzwerk, wuchs.", "en", "de", CHECK, glossary)
    assert finding.target
    assert (finding.target.text, finding.suggestion) == ("Netzwerk", "Netz")
    assert finding.message == "The glossary forbids “Netzwerk” for “network”; it has “Netz”."
    assert found("The link grew.", "Das Netzwerk wuchs.", "de", glossary) == []


@pytest.mark.parametrize(("mapping", "lang"), [("de", "de-AT"), ("de-AT", "de"), ("de-AT", "de-AT"), (ANY, "de")])
def test_regions_share_their_terms(mapping: str, lang: str) -> None:
    glossary = Glossary((Term({"en": ("network",), mapping: ("Netz",)}),))
    assert found("The network grew.", "Die Leitung wuchs.", lang, glossary, "en-GB") == ["warning network:  -> "]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("OpenAI closed.", "OpenAI schloss.", []),
        ("OPENAI CLOSED.", "OPENAI SCHLOSS.", []),
        ("OpenAI closed.", "OPENAI SCHLOSS.", []),
        ("OpenAI closed.", "OpenAIs Büro schloss.", []),
        ("OpenAI closed.", "Openai schloss.", ["warning OpenAI: Openai -> OpenAI"]),
        ("OpenAI closed.", "OpenAl schloss.", ["error OpenAI: OpenAl -> OpenAI"]),
        ("OpenAI closed.", "Open AI schloss.", ["error OpenAI: Open AI -> OpenAI"]),
        ("OpenAI closed.", "Die Firma schloss.", ["warning OpenAI:  -> "]),
        ("C# and Google grew.", "C# und Googlu wuchsen.", ["warning Google:  -> "]),
        ("NotGoogle grew.", "Es wuchs.", []),
    ],
)
def test_kept_words(source: str, target: str, expected: list[str]) -> None:
    assert found(source, target, "de", Glossary(kept=("OpenAI", "Google", "C#"))) == expected


def test_the_endings_are_those_of_the_language() -> None:
    assert endings("en") == {"", "s"}
    assert {"n", "en", "e", "s"} <= endings("de")
    assert {"а", "ов", "ами"} <= endings("ru")


@pytest.mark.parametrize("lang", ["en", "zh", "th"])
def test_hostile_texts_and_large_glossaries_take_linear_time(lang: str) -> None:
    terms = tuple(Term({lang: (f"data {number}", "a" * (number % 150 + 1), f"好{number}好")}) for number in range(5000))
    glossary = Glossary(terms, tuple(f"Kept{number}" for number in range(2000)))
    start = time.perf_counter()
    for text in ("a" * 20_000, "data " * 4000, "好" * 20_000, "Kept" * 5000, "Kept1 " * 3300):
        check_pair(text, "nothing", lang, "de", CHECK, glossary)
    assert time.perf_counter() - start < 10
    assert list(Phrases([], lang).find("anything")) == []


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "terms").mkdir()
    for name, text in {
        "a.en.md": "The network of OpenAI grew.\n",
        "a.de.md": "Das Netzwerk von OpenAl wuchs.\n",
        "pairs.tsv": "The network of OpenAI grew.\tDas Netzwerk von OpenAl wuchs.\n",
        "terms/de.csv": "source,target,lang,forbidden\nnetwork,Netz,de,Netzwerk\n",
        "terms/keep.txt": "OpenAI\n",
        "terms/broken.tbx": "<tbx><text>",
    }.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


OPTIONS = ("--glossary", "terms/de.csv", "--do-not-translate", "terms/keep.txt", "--select", "term-violated")
TABLE = ("check", "pairs.tsv", "--source-lang", "en", "--target-lang", "de")


@pytest.mark.usefixtures("folder")
def test_every_command_that_checks_knows_the_glossary(capsys: Capture) -> None:
    checked = factcheck(capsys, "check", "a.en.md", "a.de.md", *OPTIONS)
    assert checked.code == 1
    assert "forbids “Netzwerk” for “network”" in checked.out
    assert "is to be kept, but the translation writes “OpenAl”" in checked.out
    table = factcheck(capsys, *TABLE, *OPTIONS)
    assert table.code == 1
    assert len(table.out.splitlines()) == 2
    linted = factcheck(capsys, "lint", "a.de.md", *OPTIONS)
    assert linted.code == 0
    assert "The glossary forbids “Netzwerk”; it has “Netz”." in linted.out


def test_settings_name_files_beside_them(folder: Path, capsys: Capture) -> None:
    (folder / "terms" / "factcheck.toml").write_text('glossary = "de.csv"\ndo-not-translate = "keep.txt"\n', "utf-8")
    settings = find_settings(folder / "terms")
    assert settings.glossary == (folder / "terms" / "de.csv",)
    assert settings.do_not_translate == folder / "terms" / "keep.txt"
    (folder / "factcheck.toml").write_text('glossary = ["terms/de.csv"]\ndo-not-translate = ["OpenAI"]\n', "utf-8")
    assert find_settings(folder).do_not_translate == ("OpenAI",)
    assert factcheck(capsys, "check", "a.en.md", "a.de.md", "--select", "term-violated").code == 1
    (folder / "case").mkdir()
    case = 'source = "../a.en.md"\n[translations.de]\nfile = "../a.de.md"\n'
    (folder / "case" / "case.toml").write_text(f'{case}[settings]\nglossary = "../terms/de.csv"\n', "utf-8")
    ran = factcheck(capsys, "run", "case", "--select", "term-violated", "--output", "out")
    assert "forbids “Netzwerk” for “network”" in ran.out


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("args", [("check", "a.en.md", "a.de.md"), ("lint", "a.de.md"), TABLE])
def test_a_broken_glossary_is_named_and_the_rest_is_checked(capsys: Capture, args: tuple[str, ...]) -> None:
    result = factcheck(capsys, *args, *OPTIONS, "--glossary", "terms/broken.tbx")
    assert result.code == 2
    assert "terms/broken.tbx, line 1: broken XML" in result.out + result.err
    assert "Netzwerk" in result.out


def test_severities() -> None:
    glossary = Glossary((NETWORK,), ("OpenAI",))
    findings = check_pair("OpenAI's network", "Das Netzwerk von OpenAl", "en", "de", CHECK, glossary)
    assert sorted(finding.severity for finding in findings) == [Severity.ERROR, Severity.WARNING]
