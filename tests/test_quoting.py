"""What messages quote of a text: whole words where the text has blanks."""

from __future__ import annotations

import pytest

from factcheck import lint
from factcheck.checks._base import around


@pytest.mark.parametrize(
    ("text", "sign", "quoted"),
    [
        ('Der Vorsitzende sagte gestern: "Das ist falsch geschrieben worden.', '"', 'sagte gestern: "Das ist falsch'),
        ('"Das ist es.', '"', '"Das ist es.'),
        ('Er rief: "', '"', 'Er rief: "'),
        ("彼は二〇二一年以降に会社を設立したと述べた「それは間違いだ」そして続けた「", "「", None),
        ("a" * 60 + '"' + "b" * 60, '"', "a" * 20 + '"' + "b" * 20),
    ],
)
def test_words_around_a_place_are_whole(text: str, sign: str, quoted: str | None) -> None:
    at = text.index(sign)
    got = around(text, at, before=20, after=20)
    assert got == (text[max(0, at - 20) : at + 21] if quoted is None else quoted)
    assert sign in got


def test_a_message_on_a_lost_bracket_ends_with_a_word() -> None:
    text = "Die Firma (nach eigenen Angaben vom Wirtschaftsministerium gefördert wuchs weiter."
    (finding,) = (found for found in lint(text, "de") if found.check == "punctuation-damage")
    assert finding.message == "The bracket in “(nach eigenen Angaben vom” has no counterpart."
