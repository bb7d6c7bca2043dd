"""Offline translation: sentences, Markdown, the choice of an engine, and both real engines without a network."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_line import Capture, factcheck
from factcheck import translation
from factcheck.articles import parse_article
from factcheck.errors import EngineError, InputError, LanguageError
from factcheck.translation import Pair, _sentences, engines, translate
from factcheck.translation._markdown import translate_text
from factcheck.translation._parser import parser
from factcheck.translation.firefox import Firefox
from fake_engine import FakeEngine, use

ROOT = Path(__file__).parent.parent
CASE = ROOT / "claims" / "openai-founders"


def rendered(text: str, make: Callable[[str], str] = str.upper, markdown: bool = True) -> str:
    def say(sentences: Sequence[str]) -> Mapping[str, str]:
        return {sentence: make(sentence) for sentence in sentences}

    return translate_text(text, "en", say, markdown)


def sentences(text: str, lang: str) -> list[str]:
    return [text[start:end].strip() for start, end in _sentences.spans(text, lang)]


# Sentences


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        ("en", ["Dr. Smith paid $5.30 in the U.S. on Jan. 5 at 5 p.m. to Mr. J. K. Li.", "He left."]),
        ("en", ["The U.S. Senate voted.", "It took approx. 30 min. and cost US$1.2bn, i.e. half."]),
        ("en", ['He said "Go!" and left.', "Was it?", "Yes... perhaps."]),
        ("en", ["It was No. 7.", "Each share costs $55.", "The firm sold 9.", "He is 63."]),
        ("de", ["Am 5. August 2024 kam Dr. Müller z. B. nach Bonn.", "Die 1. Liga siegte."]),
        ("fr", ["M. Dupont a payé 5,30 €.", "Mme. Petit aussi."]),
        ("fi", ["Hän lähti 5. elokuuta 2024.", "Se maksoi 5.30 euroa."]),
        ("ru", ["В 2021 г. компания привлекла 7 млрд долл. США.", "Это много."]),
        ("ja", ["調達額は70億ドル。", "次の文！", "本当？"]),
        ("zh", ["融资70亿美元。", "真的吗？"]),
        ("hi", ["यह वाक्य है।", "दूसरा वाक्य।"]),
        ("pt-BR", ["O Sr. Silva pagou R$ 3,5 mil.", "A Dra. Ana saiu."]),
    ],
)
def test_sentences_end_where_they_end(lang: str, parts: list[str]) -> None:
    gap = "" if parts[0].endswith("。") else " "
    assert sentences(gap.join(parts), lang) == parts


@given(st.text(alphabet='aB1. !?"()。é', max_size=80))
def test_no_character_is_lost_between_sentences(text: str) -> None:
    assert "".join(text[start:end] for start, end in _sentences.spans(text, "en")) == text


@given(st.text(alphabet="abc ,;.7日", max_size=400), st.integers(min_value=4, max_value=40))
def test_clauses_hold_everything_and_no_more_than_the_limit(text: str, limit: int) -> None:
    parts = _sentences.clauses(text.strip(), limit)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(_sentences.weight(part) <= limit for part in parts)


def test_clauses_end_at_commas_but_not_in_dates_and_amounts() -> None:
    text = "It was on August 5, 2024 that the company had to pay 7 billion dollars, which nobody had expected of it"
    first, second = _sentences.clauses(text, 30)
    assert first.endswith("dollars,")
    assert second.startswith("which")


# Markdown

DOCUMENT = """---
title: "A 7"
---
# The *secret* plan ##

> It raised **at least US$7 billion**.
> See [the report](https://ex.com/a_(b)?x=1 "Ti") and `pip x_y`.
> - one <https://a.b/c_d> item[^1]

1. First, see https://example.com/x_y?z=1&w=2.
   It goes on.
2. Two lines\x20\x20
   of address
   - [ ] *to* do
   - [x] done
3. **All of it is bold. And this too.**

| Name | Value |
|:-----|------:|
| *Acme* | 7 |
| a `q\\|r` | `x` |

> [!NOTE]
> It is so.

Results
=======

```python
print("kept")
```

    kept too

<div>
Kept.
</div>

[^1]: A note to me@x.org.

* * *

![A picture](i.png)
"""
UPPER = """---
title: "A 7"
---
# THE *SECRET* PLAN ##

> IT RAISED **AT LEAST US$7 BILLION**. SEE [THE REPORT](https://ex.com/a_(b)?x=1 "Ti") AND `pip x_y`.
> - ONE <https://a.b/c_d> ITEM[^1]

1. FIRST, SEE https://example.com/x_y?z=1&w=2. IT GOES ON.
2. TWO LINES\\
   OF ADDRESS
   - [ ] *TO* DO
   - [x] DONE
3. **ALL OF IT IS BOLD. AND THIS TOO.**

| NAME | VALUE |
|:-----|------:|
| *ACME* | 7 |
| A `q\\|r` | `x` |

> [!NOTE]
> IT IS SO.

RESULTS
=======

```python
print("kept")
```

    kept too

<div>
Kept.
</div>

[^1]: A NOTE TO me@x.org.

* * *

![A PICTURE](i.png)
"""


MARKUP = ["*", "_", "**", "`", "`x`", "[", "](u)", "[y](u)", "![z](v)", "<br>", "<http://a.b>", "http://x.y/a*c", r"\*"]
LITERALS = {"code_inline", "html_inline", "link_open", "image"}


def test_markdown_stays_and_only_prose_changes() -> None:
    assert rendered(DOCUMENT) == UPPER


@pytest.mark.parametrize("path", sorted(CASE.rglob("*.md")), ids=lambda path: path.name)
def test_an_engine_that_changes_nothing_leaves_an_article_as_it_is(path: Path) -> None:
    text = path.read_text("utf-8")
    assert rendered(text, str) == text


def test_the_engine_sees_neither_markup_nor_urls() -> None:
    fake: list[str] = []
    rendered(DOCUMENT, lambda text: fake.append(text) or text)  # type: ignore[func-returns-value]
    assert not any(sign in text for text in fake for sign in ("*", "](", "http", "`", "<", "\n"))


@pytest.mark.parametrize(
    ("source", "swaps", "made"),
    [
        ("We *can* do it.", {"We can do it.": "Es geht."}, "Es geht."),
        ("We *can* do it.", {"We can do it.": "Wir können es.", "can": "Können."}, "Wir *können* es."),
        ("Read [it](u) now.", {"Read it now.": "Lies jetzt."}, "Lies jetzt. [↗](u)"),
        ("Run `x y` now.", {"Run XBZ now.": "Los!", "Run": "Starte", "now.": "jetzt."}, "Starte `x y` jetzt."),
        ("Run `x` now.", {"Run XBZ now.": "XBZ XBZ"}, "Run `x` now."),
        ("XBZ is `x`.", {}, "XBZ is `x`."),
        ("It is.", {"It is.": "1. *Ja* _so_ [x] <b> &amp; `"}, r"1\. \*Ja\* \_so\_ \[x\] \<b> \&amp; \`"),
        ("It is.", {"It is.": "# Ja"}, r"\# Ja"),
        ("It is.", {"It is.": "- 5 °C"}, r"\- 5 °C"),
        ("| a |\n|---|\n| b |", {"b": "x|y"}, "| a |\n|---|\n| x\\|y |"),
        ("**A [b](u) c.**", {"A b c.": "C b a."}, "**C [b](u) a.**"),
        ("**a [b  \nc](u)**", {}, "**a [b](u)**\\\n**[c](u)**"),
        (r"Go\![it](u)", {}, r"Go\![it](u)"),
        ("*A b* [b c](u).", {"A b b c.": "A b c."}, "*A b* c. [↗](u)"),
        ("![The only one. Both.](u)", {"The only one.": "Eine.", "Both.": "Zwei."}, "![Eine. Zwei.](u)"),
        ("See all of [it. See it](u) *now*.", {"See all of it.": "Sieh it."}, "Sieh [it. See it](u) *now*."),
        ("See all [of it. Two](u).", {"See all of it.": "Sieh.", "Two.": "Zwei."}, "Sieh. [↗](u) Zwei."),
        ("![one cat](u)![one](u)", {"one catone": "one cat"}, "![one cat](u) ![↗](u)"),
        (r"\* It is.", {}, r"\* It is."),
        ("So [  \nit](u).", {}, "So\\\n[it](u)."),
        (r'[it](<a)(b> "\\")', {}, r'[it](<a)(b> "\\")'),
        ("[it](a&amp;lt;b)", {}, "[it](a&amp;lt;b)"),
        ("It is.", {"It is.": "* Ja"}, r"\* Ja"),
        ("So [](u) it is.", {"So XBZ it is.": "Ja.", "So": "So", "it is.": "ist es."}, "So [](u) ist es."),
        ("A:<br>b", {"A:XBZ b": "?", "A:": "Ä", "b": "ö"}, "Ä<br>ö"),
        ("http://x/a*b*", {"XBZ b": "XBZ b"}, "http://x/a*b*"),
        ("One `x`*cat* is.", {"One XBZ cat is.": "Eine XBZ Maus."}, "Eine `x`Maus."),
        ("*`x`*`y` is.", {"XBZ XCZ is.": "Ist XBZ XCZ."}, "Ist *`x`*`y`."),
        ("The **“a”** b.", {"The “a” b.": "の“a”計画"}, "の“a”計画"),
        ("The **“a”** *b* [c](u).", {"The “a” b c.": "の“a”計 b c"}, "の“a”計 *b* [c](u)"),
        ("It is ![so](u).", {"It is so.": "Ja.", "so": "[*b*]"}, r"Ja. ![\[\*b\*\]](u)"),
    ],
)
def test_markup_is_put_in_again_or_given_up(source: str, swaps: dict[str, str], made: str) -> None:
    assert rendered(source, lambda text: swaps.get(text, text)) == made


@settings(derandomize=True, max_examples=300)  # the same texts on each run: a gate must not turn red by chance
@given(
    st.lists(
        st.sampled_from(["*", "_", "**", "`", "[", "](u)", "<", "# ", "- ", "1. ", "a", "B c", " ", "\n", "|"]),
        max_size=14,
    )
)
def test_any_markdown_keeps_its_text(parts: list[str]) -> None:
    def texts(text: str) -> list[str]:
        try:
            return [" ".join(segment.text.split()) for segment in parse_article(text, "en").segments]
        except InputError:
            return []

    source = "".join(parts)
    assert texts(rendered(source, str)) == texts(source)


def backwards(text: str) -> str:
    return " ".join(reversed(text.split()))


def leave_out(text: str) -> str:
    return " ".join(text.split()[1:]) or text


@settings(derandomize=True, max_examples=150)
@pytest.mark.parametrize("make", [str, str.upper, backwards, leave_out])
@given(parts=st.lists(st.sampled_from([*MARKUP, "a", "B c", " ", "It is. ", "\n", "|", "1. ", "*"]), max_size=14))
def test_whatever_an_engine_makes_of_it_nothing_is_lost_doubled_or_moved_to_another_block(
    make: Callable[[str], str], parts: list[str]
) -> None:
    def kept(text: str) -> list[tuple[str, Counter[tuple[str, str]]]]:
        """The blocks, and in each what is no text: code, HTML, targets."""
        blocks = []
        for token in parser().parse(text):
            inner = token.children or []
            found = [(each.type, str(each.attrs) or each.content) for each in inner if each.type in LITERALS]
            blocks.append((token.type, Counter(found)))
        return blocks

    source = "".join(parts)
    assert kept(rendered(source, lambda text: make(text) if any(map(str.isalpha, text)) else text)) == kept(source)


def test_plain_text_is_not_read_as_markdown() -> None:
    assert rendered("\n* a *b*\nand c\n\n\n# d\n", markdown=False) == "\n* A *B* AND C\n\n\n# D\n"
    assert rendered("a\nb\n", markdown=False) == "A\nB\n"


# Choice of an engine, progress, errors


def test_engines_are_found_by_their_files() -> None:
    folder = Path(translation.__file__).parent
    assert {engine.name for engine in engines()} == {p.stem for p in folder.glob("*.py") if p.stem[0] != "_"}
    assert [engine.name for engine in engines()] == ["firefox", "argos", "libretranslate", "apertium"]


def test_translate_makes_an_article_and_counts_its_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, FakeEngine(lacks="no"), FakeEngine())
    article = parse_article("# One\n\n" + "Two is here. Three too.\n\n" * 40, "en")
    seen: list[int] = []
    made = translate(article, "de", progress=seen.append)
    assert (made.lang, made.file, made.origin) == ("de", "", "machine: fake 2.0 en-de")
    assert made.text == article.text.upper()
    assert [segment.text for segment in made.segments] == [segment.text.upper() for segment in article.segments]
    assert seen == sorted(set(seen))
    assert seen[-1] == len(article.segments) == 41


def test_a_sentence_is_asked_once_and_one_without_letters_never(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = FakeEngine()
    use(monkeypatch, fake)
    made = translate(parse_article("Twice.\n\nTwice.\n\n2024\n\n`x`", "en"), "de")
    assert fake.asked == ["Twice."]
    assert made.text == "TWICE.\n\nTWICE.\n\n2024\n\n`x`"


def test_a_text_file_is_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, FakeEngine())
    made = translate(parse_article("# a\n\n* b", "en", "a.txt"), "de")
    assert [segment.text for segment in made.segments] == ["# A", "* B"]


def test_a_region_is_ignored_where_no_engine_has_it_but_a_script_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, FakeEngine())
    assert translate(parse_article("a", "en-GB"), "de-AT").lang == "de-AT"
    with pytest.raises(EngineError, match="no engine here translates English into German"):
        translate(parse_article("a", "en"), "de-Latn")


@pytest.mark.parametrize(
    ("to", "engine", "message"),
    [
        ("de", "fkae", r"unknown engine 'fkae' \(did you mean 'fake'\?\)"),
        (
            "pt",
            "auto",
            r"no engine here translates English into Portuguese \(from English there is: de; ask for more; get b\)",
        ),
        ("pt", "fake", r"fake does not translate English into Portuguese \(from English there is: de; ask for more\)"),
        ("de", "b", r"the engine b is not ready \(get b\)"),
    ],
)
def test_what_cannot_be_translated_is_said(monkeypatch: pytest.MonkeyPatch, to: str, engine: str, message: str) -> None:
    absent = FakeEngine(name="b", lacks="get b")
    use(monkeypatch, FakeEngine(), absent)
    with pytest.raises(EngineError, match=message):
        translate(parse_article("a", "en"), to, engine)


def test_what_an_engine_makes_cannot_steer_a_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use(monkeypatch, FakeEngine(lambda _: "a\0b\x1b[2J\ud800 \nc"))
    made = translate(parse_article("A.", "en"), "de", cache=translation.Cache(tmp_path / "t.sqlite3"))
    assert made.text == r"a b \[2J? c"


def test_an_unknown_language_is_said() -> None:
    with pytest.raises(LanguageError, match="unknown language 'xq'"):
        translate(parse_article("a", "en"), "xq")


def broken(_: str) -> str:
    raise RuntimeError("boom")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (broken, "fake failed: RuntimeError: boom"),
        (lambda _: "LOSE", "fake gave 0 sentences back for 1"),
        (lambda _: "", "fake made a text that cannot be read: holds no text"),
    ],
)
def test_an_engine_that_fails_is_an_engine_error(
    monkeypatch: pytest.MonkeyPatch, make: Callable[[str], str], message: str
) -> None:
    use(monkeypatch, FakeEngine(make))
    with pytest.raises(EngineError, match=message):
        translate(parse_article("a", "en"), "de")


def test_nothing_heavy_is_imported_to_list_pairs() -> None:
    code = (
        "import sys\nfrom factcheck import translation\n"
        "for engine in translation.engines(): engine.missing(), engine.pairs(), engine.version\n"
        "print(sorted({'argostranslate', 'ctranslate2', 'fxtranslate', 'sentencex', 'markdown_it'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"


# The real engines


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(scope="module")
def firefox() -> Firefox:
    return Firefox()


def test_firefox_translates_both_ways(firefox: Firefox) -> None:
    assert firefox.missing() == ""
    assert firefox.pairs() >= {("en", "pt"), ("pt", "en")}
    (made,) = firefox.translate(["It answered 250 million queries last month."], "en", "pt")
    assert "250 milhões" in made
    (back,) = firefox.translate([made], "pt", "en")
    assert "250 million" in back


def test_firefox_never_cuts_a_long_sentence(firefox: Firefox) -> None:
    months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"]
    clause = "the committee of the company met in {} and postponed the decision about the new building by 2 weeks"
    text = "; ".join(clause.format(month) for month in months) + "; and in the end it paid 7 billion dollars."
    (made,) = firefox.translate([text], "en", "pt")
    assert made.count("2 semanas") == len(months)
    assert "7 bilhões" in made


def test_firefox_works_in_every_thread(firefox: Firefox) -> None:
    made: list[str] = []
    work = threading.Thread(target=lambda: made.extend(firefox.translate(["The company grew."], "en", "pt")))
    work.start()
    work.join()
    assert made == firefox.translate(["The company grew."], "en", "pt")


def test_a_panic_of_firefox_is_an_engine_error(monkeypatch: pytest.MonkeyPatch) -> None:
    class Panic(BaseException):
        """What Rust's panics are: no Exception."""

    def panic(_: Pair) -> None:
        raise Panic("left == right")

    monkeypatch.setattr("factcheck.translation.firefox._load", panic)
    with pytest.raises(EngineError, match="firefox failed: left == right"):
        Firefox().translate(["a"], "en", "pt")


def test_firefox_names_a_pair_that_it_lacks(firefox: Firefox) -> None:
    with pytest.raises(EngineError, match="no model from 'en' to 'de'"):
        firefox.translate(["a"], "en", "de")


def test_the_command_line_translates(capsys: Capture, tmp_path: Path) -> None:
    article = tmp_path / "a.en.md"
    article.write_text("# The company\n\nIt paid *US$7 billion* in [August 2022](https://x.org).\n", "utf-8")
    result = factcheck(capsys, "translate", article, "--to", "pt")
    assert (result.code, result.err) == (0, "")
    assert "](https://x.org)" in result.out
    assert "US$ 7 bilhões" in result.out
