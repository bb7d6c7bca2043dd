"""Bitexts of the trade: PO, XLIFF and TMX, pair by pair, with languages and lines; and what is broken in them."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from command_line import Capture, factcheck
from factcheck.articles import MAX_PARAGRAPH
from factcheck.bitexts import Row, is_bitext, read_bitext
from factcheck.bitexts._placeholders import without_digits
from factcheck.errors import InputError
from factcheck.model import Problem

PO = """msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#, fuzzy
msgid "3 files"
msgstr "4 Dateien"

#: a.c:12
msgid "At most 5 MB for %2$.255s"
msgstr "Höchstens 50 MB für %2$.255s"

msgid "One file in %d folders"
msgid_plural "%d files in 3 folders"
msgstr[0] "Eine Datei in %d Ordnern"
msgstr[1] "%d Dateien in 4 Ordnern"

msgid "untranslated"
msgstr ""

#~ msgid "old 1"
#~ msgstr "alt 2"
"""
XLIFF_1 = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
 <file source-language="en" target-language="de" original="a.html" datatype="html"><body>
   <trans-unit id="1"><source>The firm raised <g id="1">US$7 billion</g> in <x id="2"/>.</source>
    <target>Die Firma sammelte <g id="1">7 Millionen
      US-Dollar</g> in <x id="2"/>.</target></trans-unit>
   <trans-unit id="2"><source>About <bpt id="1">&lt;b size=3&gt;</bpt>250<ept id="1">&lt;/b&gt;</ept> people</source>
    <target state="new">About 250 people</target></trans-unit>
   <trans-unit id="3" translate="no"><source>12</source><target>13</target></trans-unit>
   <trans-unit id="4"><source>It has 12<x ctype="lb" id="3"/>rooms.</source>
    <target state="translated">Es hat 13 Zimmer.</target>
    <alt-trans><source>x 1</source><target>y 2</target></alt-trans></trans-unit>
   <trans-unit id="5"><source>Not yet</source></trans-unit>
</body></file></xliff>
"""
XLIFF_2 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ja">
<file id="f"><unit id="u"><notes><note>in 2020</note></notes>
<segment state="translated"><source>It raised <pc id="2">US$7 billion</pc>.</source>
<target>7億ドルを調達した。</target></segment>
<segment state="initial"><source>Two</source></segment>
<ignorable><source> 9 </source></ignorable></unit></file></xliff>
"""
TMX = """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en" datatype="plaintext" segtype="sentence" adminlang="en" o-tmf="x"/>
<body><tu><tuv xml:lang="en"><seg>It has <ph>&lt;br/&gt;</ph>12 rooms.</seg></tuv>
<tuv xml:lang="de"><seg>Es hat 13 Zimmer.</seg></tuv>
<tuv xml:lang="fr"><seg>Il a 12 chambres.</seg></tuv></tu></body></tmx>
"""


def rows(path: Path, text: str, *langs: str) -> list[Row | Problem]:
    path.write_text(text, "utf-8")
    return list(read_bitext(path, *langs))


def test_po(tmp_path: Path) -> None:
    assert rows(tmp_path / "de.po", PO) == [
        Row(8, "3 files", "4 Dateien", "en", "de", pending=True),
        Row(12, "At most 5 MB for %s", "Höchstens 50 MB für %s", "en", "de"),
        Row(16, "One file in %d folders", "Eine Datei in %d Ordnern", "en", "de"),
        Row(16, "%d files in 3 folders", "%d Dateien in 4 Ordnern", "en", "de"),
        Row(20, "untranslated", "", "en", "de", pending=True),
    ]


def test_xliff_1(tmp_path: Path) -> None:
    assert rows(tmp_path / "a.xlf", XLIFF_1) == [
        Row(5, "The firm raised US$7 billion in {x}.", "Die Firma sammelte 7 Millionen US-Dollar in {x}.", "en", "de"),
        Row(8, "About 250 people", "About 250 people", "en", "de", pending=True),
        Row(11, "It has 12 rooms.", "Es hat 13 Zimmer.", "en", "de"),
        Row(13, "Not yet", "", "en", "de", pending=True),
    ]


def test_xliff_2(tmp_path: Path) -> None:
    assert rows(tmp_path / "a.xliff", XLIFF_2) == [
        Row(4, "It raised US$7 billion.", "7億ドルを調達した。", "en", "ja"),
        Row(5, "Two", "", "en", "ja", pending=True),
    ]


def test_tmx_holds_several_languages(tmp_path: Path) -> None:
    german = Row(4, "It has 12 rooms.", "Es hat 13 Zimmer.", "en", "de")
    french = Row(5, "It has 12 rooms.", "Il a 12 chambres.", "en", "fr")
    assert rows(tmp_path / "a.tmx", TMX) == [german, french]
    assert rows(tmp_path / "a.tmx", TMX, "", "fr-CA") == [french._replace(target_lang="fr-CA")]


def test_what_is_given_goes_before_what_the_file_says(tmp_path: Path) -> None:
    found = rows(tmp_path / "de.po", PO, "fr", "de-AT")
    assert {(row.source_lang, row.target_lang) for row in found if isinstance(row, Row)} == {("fr", "de-AT")}


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.po", PO.replace("Language: de", "X: de"), "does not say its languages"),
        ("a.po", PO.replace("Language: de", "Language: qq"), "unknown language"),
        ("a.po", "what is this\n", "is no catalogue of gettext"),
        ("a.xlf", XLIFF_1.replace(' target-language="de"', ""), "does not say its languages"),
        ("a.xlf", XLIFF_1[:700], "broken XML"),
        ("a.xlf", "<tmx/>", "is XML, but no XLIFF"),
        ("a.tmx", "<tmx>" + "<a>" * 300, "nested too deeply"),
        ("a.tmx", '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx>&a;</tmx>', "declares entities"),
        ("a.tmx", '<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tmx>&a;</tmx>', "declares entities"),
        ("a.tsv", "a\tb\n", "does not say its languages"),
        ("a.po", 'msgid ""\nmsgstr "Language: de"\n', "holds no pairs"),
        ("a.po", 'msgid "a"\nmsgid "b"\nmsgstr "c"\n', "line 2: is no catalogue"),
        ("a.po", 'msgid "a"\n', "is it cut off"),
        ("a.po", 'msgid "a\n', "line 1: is no catalogue"),
        ("a.xlf", XLIFF_1.replace("7 Millionen", "7&nbsp;Millionen"), "write the character itself"),
        ("a.xlf", "<xliff><!--" + "a " * 1_000_000 + "--></xliff>", "a comment of over 1 MB"),
        ("a.tmx", TMX.replace("<tu>", "<tu>" + "<tuv><seg>a</seg></tuv>" * 1_001), "over 1,000 variants"),
    ],
)
def test_what_is_broken_is_named(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        rows(tmp_path / name, text)
    assert name in str(caught.value)


def test_a_text_that_is_too_long_is_named_and_the_rest_read(tmp_path: Path) -> None:
    text = TMX.replace("Es hat", "x" * MAX_PARAGRAPH)
    problem, row = rows(tmp_path / "a.tmx", text)
    assert isinstance(problem, Problem)
    assert (problem.place, isinstance(row, Row)) == ("line 4", True)


@pytest.mark.parametrize("code", ["<ph><source>x</source></ph>", "<ph><target>x</target></ph>", "<x><bpt/></x>"])
def test_elements_where_they_do_not_belong_break_nothing(tmp_path: Path, code: str) -> None:
    unit = "<trans-unit><source>a{}b</source><target>y</target></trans-unit>"
    body = f"<body>{unit.format(code)}{unit.format('')}</body>"
    found = rows(tmp_path / "a.xlf", f'<xliff><file source-language="en" target-language="de">{body}</file></xliff>')
    assert found[-1] == Row(1, "ab", "y", "en", "de")


def test_of_a_text_without_end_little_is_held(tmp_path: Path) -> None:
    po = 'msgid ""\nmsgstr "Language: de"\n\nmsgid ""\n' + '"aaa"\n' * 2_000_000 + 'msgstr "b"\n'
    xlf = XLIFF_1.replace("Es hat", "Es hat " * 2_000_000)
    for name, text in (("a.po", po), ("a.xlf", xlf)):
        (tmp_path / name).write_text(text, "utf-8")
        tracemalloc.start()
        problems = [item for item in read_bitext(tmp_path / name) if isinstance(item, Problem)]
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert [problem.message for problem in problems] == ["a text of over 20,000 characters"]
        assert peak < 3_000_000


@pytest.mark.parametrize(
    ("name", "text", "encoding"),
    [
        ("a.po", PO.replace("UTF-8", "ISO-8859-1"), "iso-8859-1"),
        ("a.po", "\ufeff" + PO.replace("\n", "\r\n"), "utf-8"),
        ("a.po", PO, "utf-16"),
        ("a.xlf", XLIFF_1.replace("UTF-8", "windows-1252").replace("Zimmer", "Räume"), "cp1252"),
        ("a.xlf", XLIFF_1.replace("UTF-8", "UTF-16"), "utf-16"),
    ],
)
def test_encodings(tmp_path: Path, name: str, text: str, encoding: str) -> None:
    (tmp_path / name).write_bytes(text.encode(encoding))
    found = [row.target for row in read_bitext(tmp_path / name) if isinstance(row, Row) and not row.pending]
    assert found[-1] in ("%d Dateien in 4 Ordnern", "Es hat 13 Räume.", "Es hat 13 Zimmer.")


def test_a_place_may_say_the_language(tmp_path: Path) -> None:
    folder = tmp_path / "pt_BR" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    text = 'msgid ""\nmsgstr "Language: \\n"\n\nmsgid "a"\nmsgstr "b"\n'
    for path in (folder / "django.po", tmp_path / "pt_BR.po", tmp_path / "app.pt_BR.po"):
        assert rows(path, text) == [Row(5, "a", "b", "en", "pt-BR")]
    assert rows(tmp_path / "new.po", text.replace('"b"', '""')) == [Row(5, "a", "", "en", "", pending=True)]


def test_variants_are_chosen_by_their_languages(tmp_path: Path) -> None:
    said = [("de", "g"), ("en-US", "u"), ("en-GB", "b"), ("pt-BR", "r"), ("pt-PT", "p")]
    body = "".join(f'<tuv xml:lang="{lang}"><seg>{text}</seg></tuv>' for lang, text in said)
    text = f'<tmx><header srclang="en"/><body><tu>{body}</tu></body></tmx>'

    def pairs(*langs: str) -> list[tuple[str, str]]:
        return [(row.source, row.target) for row in rows(tmp_path / "a.tmx", text, *langs) if isinstance(row, Row)]

    assert pairs() == [("u", "g"), ("u", "r"), ("u", "p")]
    assert pairs("", "pt-PT") == [("u", "p")]
    assert pairs("de", "pt") == [("g", "r"), ("g", "p")]
    assert pairs("en-GB", "de") == [("b", "g")]


def test_files_of_one_xliff_are_chosen_by_their_languages(tmp_path: Path) -> None:
    unit = "<body><trans-unit><source>a</source><target>{}</target></trans-unit></body>"
    files = [f'<file source-language="en" target-language="{x}">{unit.format(x)}</file>' for x in ("de", "fr")]
    found = rows(tmp_path / "a.xlf", f"<xliff>{''.join(files)}</xliff>", "", "fr")
    assert found == [Row(1, "a", "fr", "en", "fr")]


def test_marked_sentences_are_pairs_of_their_own(tmp_path: Path) -> None:
    def marked(*texts: str) -> str:
        return " ".join(f'<mrk mtype="seg" mid="{mid}">{text}</mrk>' for mid, text in enumerate(texts))

    unit = f"<source>A. B.</source><seg-source>{marked('A.', 'B.')}</seg-source>\n<target>{marked('C.', '')}</target>"
    head = '<xliff><file source-language="en" target-language="de"><body><trans-unit>'
    found = rows(tmp_path / "a.sdlxliff", f"{head}{unit}</trans-unit></body></file></xliff>")
    assert found == [Row(2, "A.", "C.", "en", "de"), Row(2, "B.", "", "en", "de", pending=True)]


def test_memory_does_not_grow(tmp_path: Path) -> None:
    path, (head, body) = tmp_path / "a.tmx", TMX.split("<body>")
    unit = body.removesuffix("</body></tmx>\n")
    path.write_text(f"{head}<body>{unit * 20_000}</body></tmx>", "utf-8")
    tracemalloc.start()
    count = sum(1 for _ in read_bitext(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (count, peak < 4_000_000) == (40_000, True)


def test_bitexts_are_known_by_their_names() -> None:
    names = ("a/DE.PO", "a.xlf", "a.xliff", "a.tmx", "a.tsv", "a.tab")
    assert all(map(is_bitext, names))
    assert not any(map(is_bitext, ("article.en.md", "a.pot", "a.xml", "po")))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("%2$.255s -> %s", "%s -> %s"),
        ("50 % de 5% discount, 100% sicher", "50 % de 5% discount, 100% sicher"),
        ("%-8ld|%%|%1$@|%5.2f", "%ld||%@|%f"),
        ("%.1f%% of 10 MB, 50%% or 7 %%, %%50", "%f of 10 MB, 50% or 7 %, %50"),
        ("%sФайл", "%s Файл"),
        ("{0} of {1,number} in ${12}, %1 and {{ 3 }}", "{x} of {x,number} in ${x}, %x and {{x }}"),
        ("{count, plural, one {# file} =2 {two} other {{0} files}}", "{ {# file} {two} {{x} files}}"),
        ("%" * 500 + "{" * 500, "%" * 500 + "{" * 500),
    ],
)
def test_variables_state_no_numbers(text: str, plain: str) -> None:
    assert without_digits(text) == plain


@pytest.mark.parametrize(
    ("name", "text", "found", "told"),
    [
        (
            "de.po",
            PO,
            ["de.po:12: error scale-changed", "de.po:16: error number-changed"],
            "3 pairs checked: 2 errors; 2 not",
        ),
        (
            "a.xlf",
            XLIFF_1,
            ["a.xlf:5: error scale-changed", "a.xlf:11: error number-changed"],
            "2 pairs checked: 2 errors",
        ),
        ("a.xliff", XLIFF_2, ["a.xliff:4: error scale-changed"], "1 pair checked: 1 error; 1 not translated yet"),
        ("a.tmx", TMX, ["a.tmx:4: error number-changed"], "2 pairs checked: 1 error"),
    ],
)
def test_check_takes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, name: str, text: str, found: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(text, "utf-8")
    result = factcheck(capsys, "check", name)
    assert result.code == 1
    assert [line.split(": The ")[0] for line in result.out.splitlines()] == found
    assert told in result.err


def test_a_language_that_is_not_there_exits_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.tmx").write_text(TMX, "utf-8")
    result = factcheck(capsys, "check", "a.tmx", "--target-lang", "ja")
    assert (result.code, "a.tmx: holds no pairs in ja (it is from en to de, en to fr)" in result.err) == (2, True)


@pytest.mark.parametrize("format", ["csv", "jsonl", "sarif", "junit"])
def test_several_are_one_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, format: str) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.xlf", XLIFF_1), ("b.po", PO), ("c.po", "nothing")):
        Path(name).write_text(text, "utf-8")
    result = factcheck(capsys, "check", "a.xlf", "b.po", "c.po", "--format", format)
    assert result.code == 2  # c.po is none
    assert "5 pairs checked: 4 errors; 4 not translated yet; 1 could not be checked" in result.err
    assert all(name in result.out for name in ("a.xlf", "b.po", "c.po"))
    assert result.out.count("check,") == (format == "csv")  # one head
