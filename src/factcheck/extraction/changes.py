"""Changes told backwards: "to 2.8 percent from 3.1 percent" goes from 3.1 to 2.8."""

from __future__ import annotations

from ..model import Claim
from .following import noun_after
from .neighbours import BLANKS, Context, mark
from .numeral import Numeral
from .quantity import Quantity
from .ranges import bind_right


def change_of(left: Quantity, numeral: Numeral, context: Context) -> Claim | None:
    """Two amounts in one unit with the word for "from" between."""
    if not left.unit or left.hedge or left.numeral.value is None or left.numeral.upper is not None:
        return None
    place = left.end + (context.low[left.end : left.end + 1] in (*BLANKS,))
    hit = context.language.between.at(context.low, context.folded.text, place)
    if not hit or not mark(hit[1], "back"):
        return None
    right = bind_right(left, numeral, context)
    if context.gap(hit[0], max(hit[0], right.start)):
        return None
    before = right.numeral
    same = right.unit == left.unit and right.kind is left.kind and right.hedge is None and before.upper is None
    if not same or before.value is None or before.value == left.numeral.value:
        return None
    span = context.folded.span(left.start, right.end)
    text = context.folded.text[left.start : right.end]
    return Claim(
        left.kind,
        text,
        span,
        before.value,
        left.numeral.value,
        left.unit,
        noun=noun_after(right.end, context),
        step=before.step,
        spelled=before.spelled,
    )
