"""A small transformer, translating tokens to tokens, of the shape that CTranslate2 runs (normalization first)."""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional


class Shape(NamedTuple):
    """Sizes of a network; the defaults make some 570,000 weights, of a byte each once they are quantized."""

    vocabulary: int
    width: int = 96
    heads: int = 4
    inner: int = 256
    encoders: int = 3
    decoders: int = 2
    positions: int = 256


class Attention(nn.Module):
    """Attention to the layer's own states, or to the encoder's when they are given."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.norm = nn.LayerNorm(shape.width)
        self.query = nn.Linear(shape.width, shape.width)
        self.key_value = nn.Linear(shape.width, 2 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)

    def forward(self, states: Tensor, memory: Tensor | None, mask: Tensor) -> Tensor:
        normal = self.norm(states)
        key, value = self.key_value(normal if memory is None else memory).chunk(2, dim=-1)
        split = (self._split(part) for part in (self.query(normal), key, value))
        seen = functional.scaled_dot_product_attention(*split, attn_mask=mask)
        return states + self.out(seen.transpose(1, 2).flatten(2))

    def _split(self, states: Tensor) -> Tensor:
        return states.unflatten(-1, (self.heads, -1)).transpose(1, 2)


class FeedForward(nn.Module):
    """The two linear layers after attention."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(shape.width)
        self.first = nn.Linear(shape.width, shape.inner)
        self.second = nn.Linear(shape.inner, shape.width)

    def forward(self, states: Tensor) -> Tensor:
        return states + self.second(functional.relu(self.first(self.norm(states))))


class Layer(nn.Module):
    """A layer of the encoder, or of the decoder, which attends to the encoder too."""

    def __init__(self, shape: Shape, decoding: bool) -> None:
        super().__init__()
        self.own = Attention(shape)
        self.other = Attention(shape) if decoding else None
        self.feed = FeedForward(shape)

    def forward(self, states: Tensor, mask: Tensor, memory: Tensor | None, memory_mask: Tensor | None) -> Tensor:
        states = self.own(states, None, mask)
        if self.other is not None:
            states = self.other(states, memory, memory_mask)
        return self.feed(states)


class Network(nn.Module):
    """Encoder and decoder over one table of embeddings, which also scores the next token."""

    def __init__(self, shape: Shape, padding: int) -> None:
        super().__init__()
        self.shape, self.padding = shape, padding
        self.embedding = nn.Embedding(shape.vocabulary, shape.width)
        nn.init.normal_(self.embedding.weight, std=shape.width**-0.5)
        self.encoder = nn.ModuleList(Layer(shape, decoding=False) for _ in range(shape.encoders))
        self.decoder = nn.ModuleList(Layer(shape, decoding=True) for _ in range(shape.decoders))
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(shape.width), nn.LayerNorm(shape.width)
        self.bias = nn.Parameter(torch.zeros(shape.vocabulary))
        self.register_buffer("places", _places(shape))

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        """Scores of each next token; both are batches of token ids, padded."""
        seen = (source != self.padding)[:, None, None, :]
        states = self._embedded(source)
        for layer in self.encoder:
            states = layer(states, seen, None, None)
        memory = self.encoder_norm(states)
        earlier = torch.ones(target.shape[1], target.shape[1], dtype=torch.bool).tril()
        states = self._embedded(target)
        for layer in self.decoder:
            states = layer(states, earlier, memory, seen)
        return functional.linear(self.decoder_norm(states), self.embedding.weight, self.bias)

    def _embedded(self, tokens: Tensor) -> Tensor:
        return self.embedding(tokens) * math.sqrt(self.shape.width) + self.places[: tokens.shape[1]]


def _places(shape: Shape) -> Tensor:
    """Sines and cosines of each position."""
    angles = torch.arange(shape.positions)[:, None] / 10000 ** (torch.arange(0, shape.width, 2) / shape.width)
    return torch.stack([angles.sin(), angles.cos()], dim=-1).flatten(1)
