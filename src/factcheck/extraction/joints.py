"""What joins two atoms into one number: a blank, a hyphen, 'and', or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from ..languages import Language
from ..wording.folding import NBSP, Folded
from .atom import Atom

BLANKS = f" {NBSP}"


def joint(left: Atom, right: Atom, following: Sequence[Atom], folded: Folded, language: Language) -> str | None:
    """What joins two atoms into one number: "" or a joiner word; None where they stay apart."""
    if right.start == left.end and language.formal and _mixed(left, right, folded, language):
        return None
    if left.last:
        return None
    if folded.text[right.start : right.end] == "MM" and not beside_money(left, right, folded, language):
        return None  # millimetres in capitals; of money they are millions
    if right.start <= left.start or right.start == left.end:
        if left.role == "digits" and right.end - right.start == 1 and _thousands(left, right, folded, language):
            return None
        apart = left.role == "digits" and right.role in ("digits", "card", "ordinal")
        return None if apart and right.start > left.start else ""
    gap = folded.low[left.end : right.start]
    if len(gap) > 8:
        return None
    word = gap.strip(BLANKS)
    letter = right.end - right.start == 1 and folded.low[right.start].isascii()
    if right.role == "scale" and letter and not _measured(left, right, folded, language):
        return None  # "12 m" is a length; "£12 m" and "20m" are millions
    if right.role == "digits":
        if language.short_tail and left.role in ("scale", "both") and right.end - right.start == 1 and not gap:
            return ""
        grows = bool(following) and following[0].role in ("scale", "both") and following[0].start - right.end < 2
        if word in language.joiners and left.value == 100 and right.end - right.start == 2:
            return word  # three hundred and 21
        return (
            word
            if (not word or word in language.joiners)
            and (left.role in ("scale", "both") or (left.spelled and left.value is not None and left.value >= 1000))
            and (grows or (not word and right.value is not None and _fills(left, right, folded, language)))
            else None
        )
    if right.role in ("card", "ordinal", "part") and not left.spelled:
        return None
    if not word:
        return None if gap and not language.spaced and _apart(left, right, following, folded, language) else ""
    if word == "-" and ((left.spelled and right.spelled) or right.role == "scale"):
        return ""
    if word in language.joiners and right.role != "fraction":
        return word
    if word in language.articles and left.role == "fraction":
        return ""
    if word in language.linkers and right.role in ("scale", "both"):
        return ""
    return None


def _fills(left: Atom, right: Atom, folded: Folded, language: Language) -> bool:
    """Whether digits behind a scale are the rest of its number: 3 thousand 250, and 1천 15프랑, an amount of money."""
    value = right.value or 0
    return (
        language.tail_digits
        or value >= 100
        or (not language.spaced and value >= 10 and beside_money(left, right, folded, language))
    )


def _apart(left: Atom, right: Atom, following: Sequence[Atom], folded: Folded, language: Language) -> bool:
    """Whether a blank parts two numerals of a language without blanks: 一 二 三 are three, 한 경찰관 is a policeman."""
    if not left.spelled:
        return False
    if folded.low[left.start : left.end] in language.sounds:
        return True
    if right.role == "card":
        return right.end - right.start == 1 and left.role == "card" and left.end - left.start == 1
    grows = following and following[0].start == right.end
    letters = folded.low[right.end : right.end + 1].isalpha()
    return letters and not grows and not language.after.at(folded.low, folded.text, right.end)


def _mixed(left: Atom, right: Atom, folded: Folded, language: Language) -> bool:
    """Whether a formal sign stands beside an everyday one: 大陆三家 holds no 63."""
    signs = folded.low[left.end - 1], folded.low[right.start]
    formal = [sign in language.formal for sign in signs]
    return formal[0] != formal[1] and (signs[1] if formal[0] else signs[0]) in language.everyday


def inner_hedge(left: Atom, right: Atom, folded: Folded, language: Language) -> str:
    """The hedge between a number and its scale, where the language puts it there: 30多亿, два "с лишним" миллиона."""
    if right.role not in ("scale", "both"):
        return ""
    blank = 1 if language.spaced and folded.low[left.end] in BLANKS else 0
    hit = language.after.at(folded.low, folded.text, left.end + blank)
    if hit is None or hit[0] + blank != right.start:
        return ""
    return next((mark.name for mark in hit[1] if mark.role == "hedge"), "")


def _thousands(left: Atom, right: Atom, folded: Folded, language: Language) -> bool:
    """Whether a letter right behind thousands is a unit: a 1,500m race is no 1,500 millions."""
    if right.value != 1_000_000 or left.value is None or left.value < 1000:
        return False
    hit = language.after.at(folded.low, folded.text, right.start)
    return bool(hit and any(m.role == "unit" for m in hit[1])) and not beside_money(left, right, folded, language)


def _measured(left: Atom, right: Atom, folded: Folded, language: Language) -> bool:
    """Whether a letter behind a blank can only be a scale: 10 k, 2.5 G, which are no units, or an amount of money."""
    sure = left.step < 1 or folded.text[right.start] == "k"
    hit = language.after.at(folded.low, folded.text, right.start) if sure else None
    return bool(hit and not any(m.role == "unit" for m in hit[1])) or beside_money(left, right, folded, language)


def beside_money(left: Atom, right: Atom, folded: Folded, language: Language) -> bool:
    """Whether a currency sign stands before the number or right behind its scale: "£12 m", "2,5 M€"."""
    place = left.start - (folded.low[left.start - 1 : left.start] in (" ", NBSP))
    hits = (
        language.before.ending(folded.low, folded.text, place),
        language.after.at(folded.low, folded.text, right.end),
        language.after.at(folded.low, folded.text, right.end + 1),
    )
    return any(mark.role == "currency" for hit in hits if hit for mark in hit[1])
