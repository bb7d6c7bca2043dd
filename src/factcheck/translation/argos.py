"""Argos packages, run with CTranslate2 in one batch for all sentences.

Any distribution of the module argostranslate will do. Only installed packages are used, one a pair, and nothing is
downloaded: sentences come in split, so that Argos's own splitter is never needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import EngineError
from factcheck.models.installed import installed as installed_packages
from factcheck.translation._base import Engine, Pair, installed
from factcheck.translation._sentences import clauses, joined

if TYPE_CHECKING:
    from ctranslate2 import Translator

_OPTIONS = {
    "beam_size": 4,
    "length_penalty": 0.2,
    "replace_unknowns": True,
    "max_batch_size": 32,
    "batch_type": "examples",  # Argos's own batches of 32 tokens take three times as long
}


class Argos(Engine):
    """Translates with the packages in Argos's folder; a model is loaded when it is first needed."""

    name = "argos"
    rank = 11
    batch = 128

    def __init__(self) -> None:
        self._loaded: dict[Path, tuple[Any, Translator]] = {}

    @property
    def more(self) -> str:
        """How to get more packages, and how to mend those that cannot be used."""
        broken = [f"{package.name} ({package.fault})" for package in installed_packages() if package.fault]
        mend = f"damaged: {', '.join(broken)}, see `factcheck models install --force`; " if broken else ""
        return f"{mend}factcheck models install FROM_TO"

    @property
    def version(self) -> str:
        return installed("argos-translate-lt", "argostranslate")

    def missing(self) -> str:
        if find_spec("argostranslate") is None:
            return "argostranslate is not installed: pip install 'factcheck[translate]'"
        return "" if _packages() else f"no language packages are installed: {self.more}"

    def pairs(self) -> frozenset[Pair]:
        return frozenset(_packages())

    def model(self, source: str, target: str) -> str:
        """The package as it is installed: its folder's name has the version, its time tells another one of the same."""
        folder = _packages().get((source, target))
        return f"{folder.name} {(folder / 'metadata.json').stat().st_mtime_ns}" if folder else ""

    def translate(self, sentences: Sequence[str], source: str, target: str) -> list[str]:
        folder = _packages().get((source, target))
        if folder is None:
            raise EngineError(f"argos has no package from {source!r} to {target!r}", hint=self.more)
        parts = [clauses(sentence) for sentence in sentences]
        try:
            spoken = iter(self._translate([part for group in parts for part in group], folder))
        except Exception as error:  # whatever a broken package makes the libraries raise
            raise EngineError(f"argos failed: {error}", file=folder, hint="`factcheck models verify`") from None
        return [joined(next(spoken) for _ in group) for group in parts]

    def _translate(self, sentences: Sequence[str], folder: Path) -> list[str]:
        if folder not in self._loaded:
            self._loaded[folder] = _load(folder)
        package, model = self._loaded[folder]
        prefix = getattr(package, "target_prefix", "")  # chooses the language of a model that has several
        results = model.translate_batch(
            [package.tokenizer.encode(sentence) for sentence in sentences],
            target_prefix=[[prefix]] * len(sentences) if prefix else None,
            **_OPTIONS,
        )
        texts = [package.tokenizer.decode(result.hypotheses[0]) for result in results]
        return [text.removeprefix(prefix).strip() for text in texts]


def _load(folder: Path) -> tuple[Any, Translator]:
    from argostranslate.package import Package
    from ctranslate2 import Translator

    return Package(folder), Translator(str(folder / "model"), intra_threads=1)


def _packages() -> dict[Pair, Path]:
    """The folder of each pair, of the latest version. Folders that hold no package are left out."""
    return {package.pair: package.folder for package in installed_packages() if not package.fault}
