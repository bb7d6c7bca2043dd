"""Makes the picture of a review from the real page, of the example case.

Run it at the top of the repository, with Chromium, its driver and fonts for all scripts installed:
PYTHONPATH=tests python docs/review_picture.py
"""

from __future__ import annotations

import base64
import os
import shutil
import tempfile
import threading
from pathlib import Path

from browser import Browser, chromium
from factcheck.cases import load_case
from factcheck.pipeline import run_case
from factcheck.review import Server, Session

DOCS = Path(__file__).parent
CASE = Path("claims/openai-founders")
SIZE = {"width": 1160, "height": 980, "deviceScaleFactor": 1.25, "mobile": False}
ENTER = "\ue007"


def review(browser: Browser) -> None:
    """A finding on the page of a review, with the form that accepts it, below one that is to be fixed."""
    server = Server(Session(run_case(load_case(CASE)), CASE / "decisions.json", "Ada Lovelace"))
    threading.Thread(target=server.serve, daemon=True).start()
    browser.open(server.address)
    browser.one(".finding.current")
    browser.js("document.querySelector('#text-zh [data-check=scale-changed]').click()")
    browser.keys("F", "Ten thousand times too small.", ENTER)
    browser.until(lambda: "To fix" in browser.text(".said output"))
    browser.keys("a", "The paper spells the name so.")
    browser.js("document.querySelector('.finding.current').scrollIntoView({ block: 'center' })")
    picture = browser.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
    (DOCS / "review.png").write_bytes(base64.b64decode(picture["data"]))
    server.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        shutil.copytree(DOCS.parent / CASE, Path(folder) / CASE)  # decisions are written beside the case
        os.chdir(folder)
        browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", SIZE)
        browser.look("light")
        review(browser)
