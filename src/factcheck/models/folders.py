"""Where Argos keeps packages and settings. Read as Argos reads it: importing Argos to ask it would create folders."""

from __future__ import annotations

import json
import os
from pathlib import Path


def packages_folder() -> Path:
    """The folder of the installed packages; it need not exist."""
    chosen = setting("ARGOS_PACKAGES_DIR")
    return Path(chosen) if chosen else _base("XDG_DATA_HOME", ".local/share") / "argos-translate" / "packages"


def work_folder(packages: Path) -> Path:
    """Where installations are prepared: beside the packages, as Argos takes every folder among them for a package."""
    home = packages.resolve()
    return home.with_name(f".{home.name}.factcheck")


def setting(name: str) -> str:
    """One of Argos's settings, from the environment, else from its settings file, else ""."""
    return os.environ.get(name) or str(_settings().get(name) or "")


def _settings() -> dict[str, object]:
    try:
        path = _base("XDG_CONFIG_HOME", ".config") / "argos-translate" / "settings.json"
        settings = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return settings if isinstance(settings, dict) else {}


def _base(variable: str, usual: str) -> Path:
    """A base folder of the XDG specification. Without a home folder it is looked for here, and not found."""
    chosen = os.environ.get(variable)
    try:
        return Path(chosen) if chosen else Path.home() / usual
    except RuntimeError:
        return Path(usual)
