"""A sentence splitter for minisbd, which Argos uses, as a network of hand-made rules: with it in a package, Argos
downloads nothing at the first translation.

Each rule is a convolution over the characters around a full stop that answers 1 where all its conditions hold.
"""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÁÉÍÓÚÑÜáéíóúñü"
_CHARACTERS = ["<PAD>", "<UNK>", *" .!?…\"'”’)»“«(‘¿¡€$£0123456789", *_LETTERS]
_KINDS = {
    "end": ".!?…",
    "blank": " ",
    "begin": "".join(char for char in _LETTERS if char.isupper()) + '0123456789"“«(‘¿¡€$£',
    "close": "\"'”’)»",
    "capital": "".join(char for char in _LETTERS if char.isupper()),
    "dot": ".",
    **{char: char for char in "DMSrst"},
}
_REACH = 3  # characters to each side
_ENDS = (
    {0: "end", 1: "blank", 2: "begin"},
    {-1: "end", 0: "close", 1: "blank", 2: "begin"},
)
_ABBREVIATIONS = (
    *({-2: title[0], -1: title[1], 0: "dot"} for title in ("Dr", "Mr", "Ms", "St", "Sr")),
    {-2: "blank", -1: "capital", 0: "dot"},
    {-2: "dot", -1: "capital", 0: "dot"},
)


def splitter(lang: str) -> bytes:
    """The splitter as an ONNX file, with the vocabulary and settings that minisbd reads from it."""
    kinds = np.array([[char in chars for chars in _KINDS.values()] for char in _CHARACTERS], np.float32)
    rules = [*_ENDS, *_ABBREVIATIONS]
    votes = [1.0] * len(_ENDS) + [-3.0] * len(_ABBREVIATIONS)
    tables = {
        "kinds": kinds,
        "rules": np.stack([_kernel(rule) for rule in rules]),
        "thresholds": np.array([1.0 - len(rule) for rule in rules], np.float32),
        "votes": np.array(votes, np.float32)[None, :, None],
        "classes": np.array([0, 0, 1], np.float32)[:, None, None],
        "other": np.array([0.5, 0, 0], np.float32),  # no end, unless a rule says so
    }
    model = helper.make_model(_graph(tables), opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    for key, value in _settings(lang).items():
        entry = model.metadata_props.add()
        entry.key, entry.value = key, value
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


def _kernel(rule: dict[int, str]) -> Any:
    weights = np.zeros((len(_KINDS), 2 * _REACH + 1), np.float32)
    for offset, kind in rule.items():
        weights[list(_KINDS).index(kind), _REACH + offset] = 1
    return weights


def _graph(tables: dict[str, Any]) -> Any:
    nodes: tuple[tuple[str, list[str], dict[str, list[int]]], ...] = (
        ("Gather", ["kinds", "units"], {}),
        ("Transpose", ["Gather"], {"perm": [0, 2, 1]}),
        ("Conv", ["Transpose", "rules", "thresholds"], {"pads": [_REACH, _REACH]}),
        ("Relu", ["Conv"], {}),
        ("Conv", ["Relu", "votes"], {}),
        ("Conv", ["Conv", "classes", "other"], {}),
        ("Transpose", ["Conv"], {"perm": [0, 2, 1]}),
    )
    made: list[Any] = []
    names: dict[str, str] = {}
    for number, (kind, inputs, options) in enumerate(nodes):
        output = "logits" if number == len(nodes) - 1 else f"{kind}{number}"
        made.append(helper.make_node(kind, [names.get(name, name) for name in inputs], [output], **options))
        names[kind] = output
    return helper.make_graph(
        made,
        "splitter",
        [
            helper.make_tensor_value_info("units", TensorProto.INT64, ["batch", "length"]),
            helper.make_tensor_value_info("features", TensorProto.FLOAT, ["batch", "length", 1]),
        ],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", "length", 3])],
        [numpy_helper.from_array(table, name) for name, table in tables.items()],
    )


def _settings(lang: str) -> dict[str, str]:
    vocabulary = {
        "lang": lang,
        "idx": 0,
        "cutoff": 0,
        "lower": False,
        "_id2unit": _CHARACTERS,
        "_unit2id": {char: index for index, char in enumerate(_CHARACTERS)},
    }
    config = {"feat_funcs": ["capitalized"], "batch_size": 8, "max_seqlen": 1000}
    return {
        "lang_code": lang,
        "config": json.dumps(config),
        "vocab": json.dumps(vocabulary),
        "lexicon": "null",
    }
