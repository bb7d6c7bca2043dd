"""Makes the pictures of the terminal and of the comment at a pull request, from what the program really prints.

Run it at the top of the repository, with Chromium and fonts for all scripts installed: python docs/pictures.py
"""

from __future__ import annotations

import io
import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from factcheck import reporting
from factcheck.cases import case_of
from factcheck.model import Report
from factcheck.pipeline import run_case

DOCS = Path(__file__).parent
CASE = Path("claims") / "openai-founders"
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


def report(langs: Sequence[str]) -> Report:
    """The report on some translations of the example case, with paths as a user in its folder sees them."""
    before = Path.cwd()
    os.chdir(CASE)
    try:
        files = [Path("translations") / f"{lang}.md" for lang in langs]
        return run_case(case_of(Path("article.en.md"), files, Path("claims.json")))
    finally:
        os.chdir(before)


def terminal(langs: Sequence[str]) -> str:
    """A page with the text report in colour, behind the command that prints it."""
    console = Console(record=True, width=100, file=io.StringIO(), force_terminal=True)
    files = " ".join(f"translations/{lang}.md" for lang in langs)
    console.print(f"[bold]$ factcheck check article.en.md {files}[/]\n", highlight=False)
    console.print(Text.from_ansi(reporting.render(report(langs), "text", color=True, width=100)))
    code = console.export_html(theme=_THEME, inline_styles=True, code_format="<pre>{code}</pre>")
    return PAGE.format(style=TERMINAL, body=code)


def comment(langs: Sequence[str]) -> str:
    """A page with the Markdown report, as a comment of a bot."""
    said = MarkdownIt("commonmark").enable("table").render(reporting.render(report(langs), "markdown"))
    body = f"<div class=box><div class=by><b>github-actions</b> (bot) commented</div><div class=said>{said}</div></div>"
    return PAGE.format(style=COMMENT, body=body)


def picture(page: str, name: str, width: int, height: int) -> None:
    """A page as docs/NAME, by Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(page, "utf-8")
        options = [
            "--headless",
            "--no-sandbox",
            "--hide-scrollbars",
            "--disable-gpu",
            f"--window-size={width},{height}",
        ]
        out = f"--screenshot={DOCS / name}"
        subprocess.run(["chromium", *options, out, path.as_uri()], check=True, capture_output=True)


if __name__ == "__main__":
    picture(terminal(["es"]), "terminal.png", 880, 780)
    picture(comment(["es", "fr"]), "comment.png", 900, 866)
