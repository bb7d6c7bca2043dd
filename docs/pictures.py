"""Makes the pictures of README.md and of docs/ from what the program really shows of the example case.

Run it at the top of the repository, with Chromium, its driver and fonts for all scripts (Debian: fonts-noto-core,
fonts-noto-cjk) installed: PYTHONPATH=tests python docs/pictures.py, with names of pictures to make only these.
"""

from __future__ import annotations

import base64
import io
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import chdir
from pathlib import Path

from markdown_it import MarkdownIt
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from browser import Browser, chromium
from factcheck import reporting
from factcheck.cases import case_of, load_case
from factcheck.model import Report
from factcheck.pipeline import run_case
from factcheck.review import Server, Session

DOCS = Path(__file__).resolve().parent
CASE = Path("claims/openai-founders")
ENTER = "\ue007"
MOST = 300_000
PLACES = """
const [first, last] = [...arguments].map((each) => document.querySelector(each).getBoundingClientRect());
return [first.top + scrollY, last.bottom + scrollY, document.documentElement.clientWidth];
"""
WHOLE = """
const style = new CSSStyleSheet();
style.replaceSync(".finding, .pair { content-visibility: visible !important }");
document.adoptedStyleSheets = [style];
"""
"""Gives what is out of sight its size."""
PAGE = "<!doctype html><meta charset=utf-8><style>{style}</style><body>{body}"
TERMINAL = """
body { margin: 16px; background: #1b1e24; color: #d7dae0; font: 14px/1.35 'Noto Sans Mono', monospace }
pre { font: inherit; margin: 0 }
"""
COMMENT = """
body { margin: 16px; background: #fff; color: #1f2328; font: 14px/1.5 'Noto Sans', sans-serif }
.box { border: 1px solid #d1d9e0; border-radius: 6px }
.by { background: #f6f8fa; border-bottom: 1px solid #d1d9e0; padding: 8px 16px; border-radius: 6px 6px 0 0 }
.said { padding: 0 16px 12px }
table { border-collapse: collapse; margin-bottom: 16px } td, th { border: 1px solid #d1d9e0; padding: 5px 13px }
"""

_COLORS = [(40, 44, 52), (255, 107, 107), (126, 211, 127), (240, 198, 94), (110, 168, 254), (209, 154, 250),
           (95, 210, 210), (215, 218, 224)]  # fmt: skip
_THEME = TerminalTheme((27, 30, 36), (215, 218, 224), _COLORS, _COLORS)


def some(langs: Sequence[str]) -> Report:
    """The report on some translations of the example case, with paths as a user in its folder sees them."""
    with chdir(CASE):
        files = [Path("translations") / f"{lang}.md" for lang in langs]
        return run_case(case_of(Path("article.en.md"), files, Path("claims.json")))


def whole() -> Report:
    """The report on all of the case."""
    with chdir(CASE):
        return run_case(load_case(Path()))


def terminal(langs: Sequence[str]) -> str:
    """A page with the text report in colour, behind the command that prints it."""
    console = Console(record=True, width=100, file=io.StringIO(), force_terminal=True)
    files = " ".join(f"translations/{lang}.md" for lang in langs)
    console.print(f"[bold]$ factcheck check article.en.md {files}[/]\n", highlight=False)
    console.print(Text.from_ansi(reporting.render(some(langs), "text", color=True, width=100)))
    code = console.export_html(theme=_THEME, inline_styles=True, code_format="<pre>{code}</pre>")
    return PAGE.format(style=TERMINAL, body=code)


def comment(langs: Sequence[str]) -> str:
    """A page with the Markdown report, as a comment of a bot."""
    said = MarkdownIt("commonmark").enable("table").render(reporting.render(some(langs), "markdown"))
    body = f"<div class=box><div class=by><b>github-actions</b> (bot) commented</div><div class=said>{said}</div></div>"
    return PAGE.format(style=COMMENT, body=body)


def opened(browser: Browser, page: str, width: int, scheme: str = "light", scale: float = 1.25) -> None:
    """Show a page."""
    Path("page.html").write_text(page, "utf-8")
    size = {"width": width, "height": 1000, "deviceScaleFactor": scale, "mobile": False}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.driver.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": True})
    browser.look(scheme)
    browser.open(Path("page.html").resolve().as_uri())
    browser.js(WHOLE)


def taken(browser: Browser, name: str, first: str = "body", last: str = "", margin: int = 24) -> None:
    """A picture of the page as docs/NAME.png, from the top of one element to the bottom of the other."""
    top, bottom, width = browser.js(PLACES, first, last or first)
    top = max(0, top - margin)
    area = {"x": 0, "y": top, "width": width, "height": bottom + margin - top, "scale": 1}
    options = {"format": "png", "captureBeyondViewport": True, "clip": area}
    saved(browser, name, options)


def saved(browser: Browser, name: str, options: Mapping[str, object]) -> None:
    """What the browser shows as docs/NAME.png."""
    data = browser.driver.execute_cdp_cmd("Page.captureScreenshot", dict(options))["data"]
    picture = base64.b64decode(data)
    assert len(picture) < MOST, f"{name}.png would have {len(picture):,} bytes"
    (DOCS / f"{name}.png").write_bytes(picture)


def show_terminal(browser: Browser) -> None:
    """The text report on one translation."""
    opened(browser, terminal(["es"]), 880)
    taken(browser, "terminal", "pre", margin=16)


def show_comment(browser: Browser) -> None:
    """The comment at a pull request."""
    opened(browser, comment(["es", "fr"]), 900)
    taken(browser, "comment", ".box", margin=16)


def show_report(browser: Browser) -> None:
    """The HTML report: its head with the headline claims, the heat map, a finding, two texts side by side."""
    page = reporting.render(whole(), "html")
    opened(browser, page, 1160)
    taken(browser, "report", ".masthead", ".matrix", 20)
    taken(browser, "heatmap", "#texts", ".texts", 30)
    taken(browser, "finding", "#text-zh [data-check=scale-changed]", margin=12)
    opened(browser, page, 1000, "dark", 1)
    browser.js("document.querySelector('#text-ja details.sidewise').open = true")
    taken(browser, "sidebyside", "#text-ja details", "#text-ja .pair:nth-child(6)", 14)


def show_review(browser: Browser) -> None:
    """A finding on the page of a review, with the form that accepts it, below one that is to be fixed."""
    server = Server(Session(run_case(load_case(CASE)), CASE / "decisions.json", "Ada Lovelace"))
    threading.Thread(target=server.serve, daemon=True).start()
    opened(browser, "", 1160, scale=1)
    browser.open(server.address)
    browser.one(".finding.placed")
    browser.js("document.querySelector('#text-zh [data-check=scale-changed]').click()")
    browser.keys("F", "Ten thousand times too small.", ENTER)
    browser.until(lambda: "To fix" in browser.text(".said output"))
    browser.keys("a", "The paper spells the name so.")
    browser.js("document.querySelector('.finding.current').scrollIntoView({ block: 'center' })")
    saved(browser, "review", {"format": "png"})
    server.close()


PICTURES: Mapping[str, Callable[[Browser], None]] = {
    "terminal": show_terminal,
    "comment": show_comment,
    "report": show_report,
    "review": show_review,
}

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        shutil.copytree(DOCS.parent / CASE, Path(folder) / CASE)  # decisions are written beside the case
        os.chdir(folder)
        for name in sys.argv[1:] or PICTURES:
            PICTURES[name](browser)
