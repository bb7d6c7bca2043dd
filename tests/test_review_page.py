"""The page of a review in a real browser: by the keyboard, with hostile texts, beside other reviewers."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from browser import Browser, chromium
from factcheck import records, reporting
from factcheck.deciding import decision
from factcheck.decisions import settle
from factcheck.model import State
from factcheck.review import Server, Session
from large_report import large
from review_case import ENGLISH, TEXTS, make_case, session
from sample_report import sample

pytestmark = pytest.mark.slow

ENTER, ESCAPE, CONTROL_ENTER, DOWN = "\ue007", "\ue00c", "\ue009\ue007", "\ue015"
SAID, CURRENT = ".said output", ".finding.current"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as made:
        yield made


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return make_case(tmp_path / "case")


@contextmanager
def served(case: Path, author: str = "Ada") -> Iterator[str]:
    """The address of a review of a case."""
    with serving(session(case, author)) as address:
        yield address


@contextmanager
def serving(session: Session) -> Iterator[str]:
    """The address of a review under way."""
    server = Server(session)
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    try:
        yield server.address
    finally:
        server.close()
        thread.join(5)


@pytest.fixture
def page(browser: Browser, case: Path) -> Iterator[Browser]:
    with served(case) as address:
        browser.open(address)
        browser.one(CURRENT)
        browser.complaints()
        yield browser
        wrong = [line for line in browser.complaints() if "409" not in line]
        assert wrong == []


def states(case: Path) -> list[str]:
    return [str(made.state) for made in records.read_decisions(case / "decisions.json").values()]


def count(page: Browser, name: str) -> int:
    return int(page.text(f"[data-total={name}] dd"))


def choose(page: Browser, element: str, text: str) -> None:
    """Choose an option, as with the keyboard."""
    script = """
    const [select, text] = [document.querySelector(arguments[0]), arguments[1]];
    const option = [...select.options].find((each) => each.textContent.includes(text));
    select.value = option.value;
    select.dispatchEvent(new Event("input", { bubbles: true }));
    """
    page.js(script, element, text)


def test_walk_accept_undo_and_reopen(page: Browser, case: Path) -> None:
    first = page.one(CURRENT).get_attribute("id")
    page.keys("j", "j", "k", "k")
    assert page.one(CURRENT).get_attribute("id") == first
    page.keys("a", ENTER)
    assert states(case) == []  # it asks for a reason
    page.keys("So the company says.", ENTER)
    page.until(lambda: states(case) == ["accepted"])
    page.until(lambda: "Accepted" in page.text(SAID))
    assert page.one(CURRENT).get_attribute("id") != first
    assert "So the company says." in page.text(f"[id='{first}'] .decision")
    assert (count(page, "open"), count(page, "accepted"), count(page, "error")) == (3, 1, 3)
    page.keys("u")
    page.until(lambda: states(case) == [])
    page.until(lambda: count(page, "open") == 4)
    page.keys("f")
    page.until(lambda: states(case) == ["to-fix"])
    page.until(lambda: count(page, "to-fix") == 1)
    page.keys("k", "r")
    page.until(lambda: states(case) == [])


def test_in_bulk_for_one_cause(page: Browser, case: Path) -> None:
    page.keys("a")
    choose(page, ".why select", "the 3 with the same values")
    page.keys("All rounded.", ENTER)
    page.until(lambda: states(case) == ["accepted"] * 3)
    page.until(lambda: "Accepted 3 findings" in page.text(SAID))
    assert "number-changed" in page.text(CURRENT)
    page.keys("u")
    page.until(lambda: states(case) == [])


def test_edit_checks_again_and_undo_takes_it_back(page: Browser, case: Path) -> None:
    path = case / "translations/de.md"
    page.js("document.querySelector('[data-check=number-changed]').click()")
    anchor = page.one(CURRENT).get_attribute("id")
    page.keys("e")
    page.until(lambda: page.js("return document.activeElement.value") == "Es hat 251 Leute.")
    page.js("document.activeElement.value = 'Es hat 250 Leute.'")
    page.keys(CONTROL_ENTER)
    page.until(lambda: "nothing is found here any more" in page.text(SAID))
    assert path.read_text() == TEXTS["de"].replace("251", "250")
    assert not page.all(f"[id='{anchor}']")
    assert count(page, "open") == 3
    page.keys("u")
    page.until(lambda: "Taken back" in page.text(SAID))
    assert path.read_text() == TEXTS["de"]
    assert page.all(f"[id='{anchor}']")


def test_a_missing_paragraph_is_put_in_and_undo_takes_it_out(browser: Browser, case: Path) -> None:
    long = "It has many offices, and it is proud of every one of them, in Paris and Rome."
    (case / "article.en.md").write_text(ENGLISH.replace("It has 250", f"{long}\n\nIt has 250"))
    path = case / "translations/fr.md"
    with served(case) as address:
        browser.open(address)
        browser.js("document.querySelector('#text-fr [data-missing]').click()")
        assert "Insert" in browser.text(".tools [data-act=edit]")
        browser.one(".placed .context .absent")
        browser.keys("e")
        browser.until(lambda: browser.js("return document.activeElement.tagName") == "TEXTAREA")
        assert "put in after “Acme a levé 7 millions de dollars.”" in browser.text(".rewrite [data-label]")
        browser.keys("Elle a beaucoup de bureaux, et elle en est fière, à Paris et à Rome.", CONTROL_ENTER)
        browser.until(lambda: "Put in and checked again: nothing is found here" in browser.text(SAID))
        assert "fière, à Paris et à Rome.\n\nElle compte" in path.read_text("utf-8")
        assert not browser.all("#text-fr [data-missing]")
        browser.keys("u")
        browser.until(lambda: browser.text(SAID) == "Taken out again.")
        assert path.read_text("utf-8") == TEXTS["fr"]
        assert browser.all("#text-fr [data-missing]")


def test_a_suggestion_is_taken_by_one_key(browser: Browser, case: Path) -> None:
    (case / "claims.json").write_text('{"version": 1, "facts": [], "names": [{"name": "Sutskever", "kind": "person"}]}')
    (case / "article.en.md").write_text("Ilya Sutskever left.\n\nIt has 250 staff.\n")
    path, wrong = case / "translations/de.md", "Ilya **Sutzkewer** ging.\n\nEs hat 251 Leute.\n"
    path.write_text(wrong)
    with served(case) as address:
        browser.open(address)
        browser.js("document.querySelector('#text-de [data-check=number-changed]').click()")
        assert not browser.one(".tools [data-act=adopt]").is_displayed()
        browser.keys("t")
        browser.until(lambda: "nothing to take over" in browser.text(SAID))
        browser.js("document.querySelector('#text-de [data-check=name-garbled]').click()")
        assert browser.one(".tools [data-act=adopt]").is_displayed()
        browser.keys("t")
        browser.until(lambda: "Saved and checked again: nothing is found here" in browser.text(SAID))
        assert path.read_text() == wrong.replace("Sutzkewer", "Sutskever")
        browser.keys("u")
        browser.until(lambda: path.read_text() == wrong)


def test_keys_pressed_while_the_server_works_are_not_lost(page: Browser, case: Path) -> None:
    page.js("""window.own = fetch;
    fetch = async (path, ...rest) => (await new Promise((done) => setTimeout(done, 300)), own(path, ...rest))""")
    page.keys("fjf")
    page.until(lambda: states(case) == ["to-fix"] * 2)
    marked = "return [...document.querySelectorAll('article.finding')].map((each) => each.dataset.state)"
    page.until(lambda: page.js(marked) == ["to-fix", "open", "to-fix", "open"])


def test_an_edit_says_which_decisions_lapsed(page: Browser) -> None:
    page.js("document.querySelector('[data-check=number-changed]').click()")
    page.keys("a", "As we heard.", ENTER)
    page.until(lambda: count(page, "accepted") == 1)
    page.js("document.querySelector('[data-check=number-changed]').click()")
    page.keys("e")
    page.until(lambda: page.js("return document.activeElement.value") == "Es hat 251 Leute.")
    page.keys(" Ja.", CONTROL_ENTER)
    page.until(lambda: "number-changed" in page.text(SAID))
    assert "1 decision no longer applies" in page.text(".lapsed")
    assert (count(page, "open"), count(page, "accepted")) == (4, 0)
    page.keys("u")
    page.until(lambda: count(page, "accepted") == 1)
    assert page.all(".lapsed") == []


def test_the_last_finding_can_be_edited_away(browser: Browser, case: Path) -> None:
    for lang, text in TEXTS.items():
        right = {"ar": text.replace("ملايين", "مليارات")}.get(lang, text.replace("illions", "illiards"))
        (case / "translations" / f"{lang}.md").write_text(right.replace("Millionen", "Milliarden"), "utf-8")
    with served(case) as address:
        browser.open(address)
        browser.one(CURRENT)
        assert count(browser, "open") == 1
        browser.keys("e")
        browser.until(lambda: browser.js("return document.activeElement.value") == "Es hat 251 Leute.")
        browser.js("document.activeElement.value = 'Es hat 250 Leute.'")
        browser.keys(CONTROL_ENTER)
        browser.until(lambda: "nothing is found here any more" in browser.text(SAID))
        assert count(browser, "open") == 0
        for key in "jknaferFt":
            browser.keys(key)
        browser.keys("u")
        browser.until(lambda: count(browser, "open") == 1)
        browser.one(CURRENT)
        assert browser.complaints() == []


def test_an_edit_over_a_changed_paragraph_is_refused(page: Browser, case: Path) -> None:
    path = case / "translations/de.md"
    page.js("document.querySelector('[data-check=number-changed]').click()")
    page.keys("e")
    page.until(lambda: page.js("return document.activeElement.value") == "Es hat 251 Leute.")
    changed = TEXTS["de"].replace("251 Leute", "252 Menschen")
    path.write_text(changed)
    page.keys(" Neu.", CONTROL_ENTER)
    page.until(lambda: "changed meanwhile" in page.text(SAID))
    assert path.read_text() == changed
    page.keys(ESCAPE)
    page.until(lambda: not page.one(".said button").get_attribute("hidden"))
    page.keys("g")
    page.until(lambda: "252 Menschen" in page.text("#findings"))


def test_filters_and_search(page: Browser) -> None:
    page.keys("/", "251")
    page.until(lambda: page.text(".filters output") == "1 of 4 shown")
    page.keys(ESCAPE, "f")
    page.keys("/", "\ue009a\ue009", "\ue003")
    choose(page, "[name=state]", "To fix")
    page.until(lambda: page.text(".filters output") == "1 of 4 shown")
    choose(page, "[name=state]", "All")
    choose(page, "[name=lang]", "Arabic")
    page.until(lambda: page.text(".filters output") == "1 of 4 shown")
    assert [text.is_displayed() for text in page.all("section.text")].count(True) == 1


def test_help_and_right_to_left(page: Browser) -> None:
    page.keys("?")
    assert page.one("#keys").is_displayed()
    page.keys(ESCAPE)
    page.until(lambda: not page.one("#keys").is_displayed())
    page.js("document.querySelector('#text-ar article').click()")
    assert page.js("return document.querySelector('.context .pair:not(.near) p:last-child').matches(':dir(rtl)')")
    page.keys("e")
    page.until(lambda: page.js("return document.activeElement.matches('textarea:dir(rtl)')"))


def test_two_pages_at_once_lose_nothing(browser: Browser, case: Path) -> None:
    with served(case, "Ada") as one, served(case, "Eve") as two:
        browser.open(one)
        browser.one(CURRENT)
        first = browser.driver.current_window_handle
        browser.driver.switch_to.new_window("tab")
        browser.open(two)
        browser.one(CURRENT)
        # This page hears nothing of the other one for now.
        browser.js("""window.own = fetch;
        fetch = (path, ...rest) => path.startsWith("state") ? new Promise(() => {}) : own(path, ...rest)""")
        second = browser.driver.current_window_handle
        browser.driver.switch_to.window(first)
        browser.keys("a", "Ada was first.", ENTER)
        browser.until(lambda: states(case) == ["accepted"])
        browser.driver.switch_to.window(second)
        browser.keys("f")
        browser.until(lambda: "Meanwhile somebody else decided about 1: Accepted by Ada" in browser.text(SAID))
        assert states(case) == ["accepted"]
        browser.keys("j", "f")
        browser.until(lambda: sorted(states(case)) == ["accepted", "to-fix"])
        browser.keys("k", "k", "f")
        browser.until(lambda: states(case) == ["to-fix"] * 2)
        browser.driver.switch_to.window(first)
        browser.until(lambda: count(browser, "to-fix") == 2)
        assert "Eve" in browser.text("#findings")
        browser.driver.switch_to.window(second)
        browser.driver.close()
        browser.driver.switch_to.window(first)


def test_a_file_broken_by_a_merge_is_said(page: Browser, case: Path) -> None:
    path = case / "decisions.json"
    broken = '{\n  "version": 1,\n  "decisions": {\n<<<<<<< HEAD\n  }\n}\n'
    path.write_text(broken)
    page.keys("f")
    page.until(lambda: "line 4: a merge left its marks" in page.text(SAID))
    assert path.read_text() == broken


def test_decisions_that_were_deleted_come_back_by_undo(page: Browser, case: Path) -> None:
    page.keys("ff")
    page.until(lambda: count(page, "to-fix") == 2)
    before = (case / "decisions.json").read_text()
    (case / "decisions.json").unlink()
    page.until(lambda: "decisions.json is gone, and 2 decided with it" in page.text(SAID))
    assert count(page, "open") == 4
    page.keys("u")
    page.until(lambda: count(page, "to-fix") == 2)
    assert (case / "decisions.json").read_text() == before


def test_a_translation_that_was_deleted_is_said(page: Browser, case: Path) -> None:
    path = case / "translations/de.md"
    path.unlink()
    page.js("work(poll); work(poll)")  # as it does by itself every three seconds
    page.until(lambda: "de.md: no such file" in page.text(SAID) and "shows it as it was" in page.text(SAID))
    assert count(page, "open") == 4
    path.write_text(TEXTS["de"])
    page.js("work(poll); work(poll)")
    page.until(lambda: page.text(SAID) == "")


HOSTILE = (
    "Acme nahm 7 Millionen US-Dollar ein. <script>window.harm = 1</script> </script><script>window.harm = 2</script> "
    '"><img src=x onerror="window.harm = 3"> <svg onload=window.harm=4> \' {{ 7*7 }} &lt;b&gt; \u202egnp.exe\u2069 '
    "<!-- --><style>*{display:none}</style> javascript:window.harm=5 ]]> %s"
) % ("Wort " * 3_900)


def test_hostile_texts_stay_text(browser: Browser, case: Path) -> None:
    (case / "case.toml").write_text(
        'title = "</title><script>window.harm = 6</script>"\nsource = "article.en.txt"\n'
        '[translations.de]\nfile = "translations/de.txt"\n'
    )
    (case / "article.en.txt").write_text("Acme raised US$7 billion.\n\nIt has 250 staff.\n")
    (case / "translations/de.txt").write_text(f"{HOSTILE[:20_000]}\n\nEs hat 251 Leute.\n", "utf-8")
    (case / "translations/fr.md").write_text("x" * 2_000_000)  # is named among what was not checked
    with served(case, "<img src=x onerror='window.harm = 7'>") as address:
        browser.open(address)
        browser.one(CURRENT)
        browser.keys("a", "<script>window.harm = 8</script>\u202e", ENTER)
        browser.until(lambda: states(case) == ["accepted"])
        browser.until(lambda: "window.harm = 8" in browser.text("#findings"))
        browser.keys("k", "e")
        browser.until(lambda: browser.js("return document.activeElement.value || ''").startswith("Acme nahm"))
        browser.keys(ESCAPE)
        assert browser.js("return window.harm") is None
        assert len(browser.all("script")) == 2
        assert browser.all("img, svg, iframe, object") == []
        assert "</script><script>window.harm = 2</script>" in browser.text("#findings")
        assert "a paragraph of 2,000,000 characters" in browser.text(".problems")
        assert "\u202e" not in browser.text("body")
        loaded = browser.js("return performance.getEntriesByType('resource').map((entry) => entry.name)")
        assert all(name.startswith(address) for name in loaded)
        assert [line for line in browser.complaints() if "favicon" not in line] == []


def test_five_thousand_findings_open_at_once(
    browser: Browser, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = large()
    assert report.source
    for article in (report.source, *(text.article for text in report.translations)):
        (tmp_path / article.file).parent.mkdir(exist_ok=True)
        (tmp_path / article.file).write_text("x")
    with chdir(tmp_path), serving(Session(report, tmp_path / "decisions.json", "Ada")) as address:
        browser.open("about:blank")
        browser.open(address)
        ready, whole, painted = browser.js("""return [
            performance.getEntriesByName("review-ready")[0].startTime,
            performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
            performance.getEntriesByName("first-contentful-paint")[0].startTime]""")
        browser.until(lambda: browser.text(".filters output") == "5,000 in all")
        browser.one(".placed .context .pair")
        assert browser.text(".left") == "5,000 open"
        began = time.perf_counter()
        browser.keys("f")
        browser.until(lambda: browser.text(".left") == "4,999 open")
        took = time.perf_counter() - began
    with capsys.disabled():
        told = f"first paint {painted:.0f} ms, ready {ready:.0f} ms, all there {whole:.0f} ms, a decision {took:.2f} s"
        print(f"\nreview: 5,000 findings: {told}", end="")
    assert ready < 3_000  # a quarter of that where nothing else is running
    assert whole < 10_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible(page: Browser, scheme: str) -> None:
    page.look(scheme)
    page.keys("f")
    page.until(lambda: count(page, "to-fix") == 1)
    page.keys("a", "Accepted.", ENTER)
    page.until(lambda: count(page, "accepted") == 1)
    assert page.violations() == []
    page.keys("a")
    assert page.violations() == []
    page.keys(ESCAPE, "e")
    page.until(lambda: page.js("return document.activeElement.tagName") == "TEXTAREA")
    assert page.violations() == []
    page.keys(ESCAPE, "?")
    assert page.violations() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_is_accessible(browser: Browser, tmp_path: Path, scheme: str) -> None:
    report = sample()
    first, second, *_ = report.findings()
    made = [decision(first, State.ACCEPTED, "Ada", "R"), decision(second, State.TO_FIX, "Ada")]
    gone = replace(made[0], fingerprint="0" * 16, check="")
    path = tmp_path / "report.html"
    path.write_text(reporting.render(settle(report, [*made, gone]), "html"), "utf-8")
    browser.look(scheme)
    browser.open(path.as_uri())
    browser.complaints()  # those of the page before
    browser.js("for (const each of document.querySelectorAll('details')) each.open = true")
    assert browser.violations() == []
    browser.js("document.querySelector('[name=words]').focus()")
    browser.keys("zzz")
    browser.until(lambda: browser.text(".filters output") == f"0 of {len(list(report.findings()))} shown")
    assert json.dumps(browser.complaints()) == "[]"
