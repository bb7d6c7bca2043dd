"""A real browser for the tests of pages: Debian's Chromium without a window, driven by selenium."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from selenium.webdriver import Chrome
    from selenium.webdriver.remote.webelement import WebElement

WAIT = 20


class Browser:
    """What the tests do with pages."""

    def __init__(self, driver: Chrome) -> None:
        self.driver = driver

    def open(self, address: str) -> None:
        """Load a page."""
        self.driver.get(address)

    def one(self, selector: str) -> WebElement:
        """The first element, once it is there."""
        found: WebElement = self.until(lambda: self.driver.find_element("css selector", selector))
        return found

    def all(self, selector: str) -> list[WebElement]:
        """The elements that are there."""
        return self.driver.find_elements("css selector", selector)

    def text(self, selector: str) -> str:
        """What an element says."""
        return str(self.js("return document.querySelector(arguments[0]).textContent", selector))

    def keys(self, *keys: str) -> None:
        """Press keys, wherever the focus is."""
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def js(self, script: str, *args: object) -> Any:
        """What a script returns."""
        return self.driver.execute_script(script, *args)

    def until(self, test: Callable[[], Any]) -> Any:
        """What the test returns once that is true."""
        from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
        from selenium.webdriver.support.wait import WebDriverWait

        ignored = (NoSuchElementException, StaleElementReferenceException)
        return WebDriverWait(self.driver, WAIT, 0.05, ignored).until(lambda _: test())

    def look(self, scheme: str) -> None:
        """light or dark."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def violations(self, within: str = "html") -> list[str]:
        """What axe finds on the page, or a part of it, that is more than minor: rule and places."""
        self.js(_axe().read_text("utf-8"))
        run = "axe.run(arguments[0]).then((found) => arguments[1](found.violations))"
        found = self.driver.execute_async_script(run, within)
        grave = [rule for rule in found if rule["impact"] != "minor"]
        return [f"{rule['id']}: {node['target']} {node['html'][:120]}" for rule in grave for node in rule["nodes"]]

    def complaints(self) -> list[str]:
        """What the browser logged since the last time: errors of scripts, what the page's policy forbade."""
        return [entry["message"] for entry in self.driver.get_log("browser")]  # type: ignore[no-untyped-call]


def _axe() -> Path:
    """axe-core, from the package that carries it: it is read, its own way to drive a browser is not used."""
    spec = find_spec("axe_playwright_python")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return Path(spec.submodule_search_locations[0]) / "axe.min.js"


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser; the test is skipped where there is none."""
    pytest.importorskip("selenium", reason="selenium is not installed")
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not driver:
        pytest.skip("chromium and chromedriver are not installed")
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = program
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.add_argument("--window-size=1280,1000")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    made = Chrome(options=options, service=Service(driver))
    made.set_script_timeout(120)
    try:
        yield Browser(made)
    finally:
        made.quit()
