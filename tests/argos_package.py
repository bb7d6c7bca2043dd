"""Makes a tiny, real Argos package: a CTranslate2 transformer that swaps words by a glossary, with its tokenizer.

Its weights are set by hand, not trained. Each decoder position attends to the same position of the source (positions
and words are one-hot halves of the states), the projection turns the word found there into its counterpart, and
the feed-forward layer asks for the end of the sentence where the source has no such position.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

POSITIONS = 64
_SHARP = 60.0  # so that the right choice has a probability of nearly 1
_END = "</s>"


def make_package(home: Path, source: str, target: str, glossary: Mapping[str, str]) -> Path:
    """Write a package that translates the words of the glossary, and return its folder."""
    folder = home / f"translate-{source}_{target}-1_0"
    folder.mkdir(parents=True)
    data = {"package_version": "1.0", "argos_version": "1.9", "from_code": source, "to_code": target}
    (folder / "metadata.json").write_text(json.dumps(data), "utf-8")
    tokens = _tokenizer(folder / "sentencepiece.model", [*glossary, *glossary.values()])
    swaps = {f"▁{word}": f"▁{other}" for word, other in glossary.items()}
    spec = _spec(tokens, [tokens.index(swaps.get(token, token)) for token in tokens])
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    spec.validate()
    (folder / "model").mkdir()
    spec.save(str(folder / "model"))
    return folder


def _tokenizer(path: Path, words: Iterable[str]) -> list[str]:
    """Write a tokenizer that knows these words, and return its tokens."""
    import sentencepiece

    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sorted(set(words))),
        model_writer=model,
        model_type="word",
        vocab_size=len(set(words)) + 3,
        minloglevel=2,
    )
    path.write_bytes(model.getvalue())
    processor = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    return [processor.id_to_piece(index) for index in range(processor.get_piece_size())]


def _spec(tokens: list[str], swap: list[int]) -> Any:
    from ctranslate2.specs.transformer_spec import TransformerSpec

    count = len(tokens)
    size = count + POSITIONS
    words, positions = np.eye(count, size), np.eye(POSITIONS, size, k=count)
    keep_words, keep_positions = words.T @ words, positions.T @ positions
    spec = TransformerSpec.from_config(num_layers=1, num_heads=1)
    for stack in (spec.encoder, spec.decoder):
        stack.scale_embeddings = False
        _set(stack.position_encodings, encodings=positions)
        _neutral(stack, size)
    _set(spec.encoder.embeddings[0], weight=words)
    _set(spec.decoder.embeddings, weight=np.zeros((count, size)))
    attention = spec.decoder.layer[0].attention
    _set(attention.linear[0], weight=_SHARP * keep_positions)
    _set(attention.linear[1], weight=np.vstack([keep_positions, keep_words - keep_positions]))
    _set(attention.linear[2], weight=np.eye(size) / _scale(size))
    ffn = spec.decoder.layer[0].ffn
    _set(ffn.linear_0, weight=positions, bias=np.full(POSITIONS, -0.5))
    _set(ffn.linear_1, weight=10 * np.outer(words[tokens.index(_END)], np.ones(POSITIONS)))
    projection = np.zeros((count, size))
    np.add.at(projection, swap, words)  # the counterpart of a word answers to it
    _set(spec.decoder.projection, weight=_SHARP * projection)
    return spec


def _scale(size: int) -> float:
    """What layer normalization multiplies a state of two ones by."""
    return 1 / float(np.std(np.array([1.0, 1.0, *[0.0] * (size - 2)])))


def _neutral(stack: Any, size: int) -> None:
    """Normalizations that only normalize, and zero for all other weights: the state passes through."""
    layer = stack.layer[0]
    parts = [layer.self_attention, layer.ffn, *([layer.attention] if hasattr(layer, "attention") else [])]
    for norm in (stack.layer_norm, *(part.layer_norm for part in parts)):
        _set(norm, gamma=np.ones(size), beta=np.zeros(size))
    zero = np.zeros((size, size))
    _set(layer.self_attention.linear[0], weight=np.zeros((3 * size, size)), bias=np.zeros(3 * size))
    _set(layer.self_attention.linear[1], weight=zero, bias=np.zeros(size))
    for linear in (layer.ffn.linear_0, layer.ffn.linear_1):
        _set(linear, weight=zero, bias=np.zeros(size))


def _set(spec: Any, **values: Any) -> None:
    for name, value in values.items():
        setattr(spec, name, np.asarray(value, dtype=np.float32))
