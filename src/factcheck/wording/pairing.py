"""Brackets and quotation marks of a text without their counterpart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_OPENING, _CLOSING = "([{（［｛【〔", ")]}）］｝】〕"
BRACKET = re.compile(f"[{re.escape(_OPENING + _CLOSING)}]")
_MARKER = re.compile(r"(?<![^\s(（])[\w.]{1,4}[)）]|[:;=8xX][-o*'^]?[()\[\]]+|\^[)(]")
"""a), 12), iv) before an item, and smileys."""
QUOTE = re.compile('["“”„‟«»＂「」『』]')
_OPEN, _CLOSE = frozenset("„「『"), frozenset("」』")
_BEFORE, _AFTER = frozenset("([{-–—/¿¡（"), frozenset(",.;:!?)]}…-–—/、。，！？）")


def unpaired_bracket(text: str) -> int | None:
    """Where the first bracket stands that has no counterpart; None where there are as many of both. Kinds may be
    mixed, as in intervals: [0, 1)."""
    if not BRACKET.search(text):
        return None
    markers = {match.end() - 1 for match in _MARKER.finditer(text)}
    opened: list[int] = []
    lonely: list[int] = []
    for match in BRACKET.finditer(text):
        if match.group() in _OPENING:
            opened.append(match.start())
        elif opened:
            opened.pop()
        elif match.start() not in markers:
            lonely.append(match.start())
    lonely += [at for at in opened if at not in markers]
    return min(lonely, default=None)


def unpaired_quotes(text: str) -> list[tuple[int, bool]]:
    """The quotation marks without a counterpart, with whether they open. Inches are none where marks are odd."""
    found = [match.start() for match in QUOTE.finditer(text)]
    if len(found) % 2:
        found = [at for at in found if text[at] != '"' or not text[at - 1 : at].isdigit()]
    opened: list[int] = []
    lonely = []
    for at in found:
        opens = _opens(text, at)
        if opens or (opens is None and not opened):
            opened.append(at)
        elif opened:
            opened.pop()
        else:
            lonely.append((at, False))
    return lonely + [(at, True) for at in opened]


def _opens(text: str, at: int) -> bool | None:
    """Whether a quotation mark opens, by what stands beside it, for languages use one mark for both; None: unclear."""
    char, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if char in _OPEN or char in _CLOSE:
        return char in _OPEN
    left = not before or before.isspace() or before in _BEFORE
    named = left and text[at + 2 : at + 3].isalnum()  # ".text", "--help"
    right = not after or after.isspace() or (after in _AFTER and not named)
    if left != right:
        return left
    return {"Pi": True, "Pf": False}.get(unicodedata.category(char))


def lost_quotes(texts: Iterable[tuple[int, str]]) -> list[tuple[int, int]]:
    """(number, offset) of the quotation marks that lack a counterpart in numbered texts that follow each other.

    Speech may go on over several of them, and each of these may open it again.
    """
    lost: list[tuple[int, int]] = []
    pending: tuple[int, int] | None = None
    for number, text in texts:
        lonely = unpaired_quotes(text)
        if not lonely and QUOTE.match(text):
            pending = None
        for at, opens in lonely:
            if not opens and pending is None:
                lost.append((number, at))
            elif opens and pending is not None and at > 0:
                lost.append(pending)
            pending = (number, at) if opens else None
    return lost + ([pending] if pending else [])
