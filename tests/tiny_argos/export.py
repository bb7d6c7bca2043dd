"""Writes a trained network as an Argos package: a CTranslate2 model of one byte a weight, tokenizer and splitter."""

from __future__ import annotations

import json
import tempfile
import zipfile
from itertools import islice
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
import sentencepiece
from ctranslate2.specs.transformer_spec import TransformerSpec
from torch import Tensor, nn

from tiny_argos.network import Attention, FeedForward, Network
from tiny_argos.sentences import pairs
from tiny_argos.splitter import splitter

HERE = Path(__file__).parent
NAMES = {"en": "English", "es": "Spanish"}
README = (
    "Knows a few sentences on money, counts, dates and names. Made by tests/tiny_argos of factcheck, for its tests.\n"
)
_DATE = (2025, 1, 1, 0, 0, 0)  # so that the same model gives the same file


def write_archive(
    network: Network, tokens: sentencepiece.SentencePieceProcessor, proto: bytes, source: str, target: str
) -> Path:
    """Write the package beside this file, and return its path."""
    name = f"translate-{source}_{target}-1_0"
    metadata = {
        "package_version": "1.0",
        "argos_version": "1.9",
        "from_code": source,
        "from_name": NAMES[source],
        "to_code": target,
        "to_name": NAMES[target],
    }
    files = {
        "metadata.json": json.dumps(metadata, indent=1).encode(),
        "README.md": README.encode(),
        "sentencepiece.model": proto,
        f"minisbd/{source}.onnx": splitter(source),
        **_model(network, [tokens.id_to_piece(index) for index in range(tokens.vocab_size())]),
    }
    path = HERE / f"{name}.argosmodel"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file, data in files.items():
            archive.writestr(_entry(f"{name}/{file}"), data)
    return path


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o100644 << 16
    return entry


def _model(network: Network, tokens: list[str]) -> dict[str, bytes]:
    shape = network.shape
    spec = TransformerSpec.from_config((shape.encoders, shape.decoders), shape.heads, pre_norm=True)
    for stack, layers, norm in (
        (spec.encoder, network.encoder, network.encoder_norm),
        (spec.decoder, network.decoder, network.decoder_norm),
    ):
        stack.scale_embeddings = True
        stack.position_encodings.encodings = _array(network.places)
        _normal(stack.layer_norm, norm)
        for part, layer in zip(stack.layer, layers, strict=True):
            _layer(part, layer)
    table = _array(network.embedding.weight)
    spec.encoder.embeddings[0].weight = spec.decoder.embeddings.weight = spec.decoder.projection.weight = table
    spec.decoder.projection.bias = _array(network.bias)
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    spec.config.decoder_start_token = spec.config.bos_token = "<s>"
    spec.config.eos_token, spec.config.unk_token = "</s>", "<unk>"
    spec.validate()
    spec.optimize(quantization="int8")
    with tempfile.TemporaryDirectory() as folder:
        spec.save(folder)
        return {f"model/{path.name}": path.read_bytes() for path in sorted(Path(folder).iterdir())}


def _layer(spec: Any, layer: Any) -> None:
    _attention(spec.self_attention, layer.own)
    if layer.other is not None:
        _attention(spec.attention, layer.other, apart=True)
    feed: FeedForward = layer.feed
    _normal(spec.ffn.layer_norm, feed.norm)
    _linear(spec.ffn.linear_0, feed.first)
    _linear(spec.ffn.linear_1, feed.second)


def _attention(spec: Any, attention: Attention, apart: bool = False) -> None:
    """Query, key and value in one matrix; of attention to the encoder, the query apart."""
    _normal(spec.layer_norm, attention.norm)
    groups = [[attention.query], [attention.key_value]] if apart else [[attention.query, attention.key_value]]
    for part, group in zip(spec.linear, [*groups, [attention.out]], strict=True):
        _linear(part, *group)


def _linear(spec: Any, *parts: nn.Linear) -> None:
    spec.weight = np.concatenate([_array(part.weight) for part in parts])
    spec.bias = np.concatenate([_array(part.bias) for part in parts])


def _normal(spec: Any, norm: nn.LayerNorm) -> None:
    spec.gamma, spec.beta = _array(norm.weight), _array(norm.bias)


def _array(values: Tensor) -> Any:
    return values.detach().numpy().astype(np.float32)


def score(path: Path, seed: int, source: str, count: int) -> int:
    """How many unseen sentences of so many the package translates to the letter."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(path) as archive:
            archive.extractall(folder)
        (package,) = Path(folder).iterdir()
        tokens = sentencepiece.SentencePieceProcessor(model_file=str(package / "sentencepiece.model"))
        model = ctranslate2.Translator(str(package / "model"), intra_threads=1)
        examples = list(islice(pairs(seed, source), count))
        coded = [tokens.encode(one, out_type=str) for one, _ in examples]
        results = model.translate_batch(coded, beam_size=4, max_batch_size=32)
    said = [tokens.decode(result.hypotheses[0]) for result in results]
    for (one, other), text in zip(examples, said, strict=True):
        if text != other:
            print("  ", one, "->", text)
    return sum(text == other for text, (_, other) in zip(said, examples, strict=True))
