"""Trains a package in some ten minutes on one core: python -m tiny_argos.train en es"""

from __future__ import annotations

import io
import math
import sys
import time
from collections.abc import Iterator
from itertools import islice
from random import Random

import sentencepiece
import torch
from torch import Tensor, nn

from tiny_argos.export import score, write_archive
from tiny_argos.network import Network, Shape
from tiny_argos.sentences import Pair, pairs

TRAINING, CHECKING = 1, 2  # seeds; the tests take a third
EXAMPLES, BATCH, STEPS, RATE = 200_000, 64, 4_000, 3e-3
PADDING, UNKNOWN, START, END = 3, 0, 1, 2
Coded = tuple[list[int], list[int]]


def main(source: str, target: str) -> None:
    """Train, write the archive, and say how many of 500 unseen sentences come out as they should."""
    torch.manual_seed(0)
    torch.set_num_threads(1)
    examples = list(islice(pairs(TRAINING, source), EXAMPLES))
    proto = tokenizer(examples)
    tokens = sentencepiece.SentencePieceProcessor(model_proto=proto)
    network = Network(Shape(tokens.vocab_size()), PADDING)
    train(network, [(tokens.encode(one), tokens.encode(other)) for one, other in examples])
    path = write_archive(network, tokens, proto, source, target)
    print(path.name, path.stat().st_size, "bytes;", score(path, CHECKING, source, 500), "of 500 exact")


def tokenizer(examples: list[Pair]) -> bytes:
    """A SentencePiece model of 600 pieces, digits apart. Texts are not normalized: the table would take 240 KB."""
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=(text for pair in examples[:20_000] for text in pair),
        model_writer=model,
        vocab_size=600,
        character_coverage=1.0,
        split_digits=True,
        normalization_rule_name="identity",
        pad_id=PADDING,
        unk_id=UNKNOWN,
        bos_id=START,
        eos_id=END,
        minloglevel=2,
        num_threads=1,
    )
    return model.getvalue()


def train(network: Network, examples: list[Coded]) -> None:
    """Move the weights by STEPS batches; the rate rises, then falls along a cosine."""
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, betas=(0.9, 0.98), weight_decay=0.01)
    loss_of = nn.CrossEntropyLoss(ignore_index=PADDING, label_smoothing=0.05)
    started = time.monotonic()
    for step, batch in enumerate(islice(_batches(examples), STEPS)):
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1, (step + 1) / 400) * (0.5 + 0.5 * math.cos(math.pi * step / STEPS) + 0.01)
        said = network(_padded([one for one, _ in batch]), _padded([[START, *other] for _, other in batch]))
        loss = loss_of(said.flatten(0, 1), _padded([[*other, END] for _, other in batch]).flatten())
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        if step % 500 == 0:
            print(f"step {step} of {STEPS}, {time.monotonic() - started:.0f} s, loss {loss.item():.3f}", flush=True)


def _batches(examples: list[Coded]) -> Iterator[list[Coded]]:
    """Endless batches of sentences of about the same length, in random order."""
    random = Random(TRAINING)
    while True:
        pool = sorted(random.sample(examples, 50 * BATCH), key=lambda pair: len(pair[1]))
        batches = [pool[start : start + BATCH] for start in range(0, len(pool), BATCH)]
        random.shuffle(batches)
        yield from batches


def _padded(rows: list[list[int]]) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([row + [PADDING] * (longest - len(row)) for row in rows])


if __name__ == "__main__":
    main(*sys.argv[1:3])
