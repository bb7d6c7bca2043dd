"""Records: schemas with their examples, round trips, and what `factcheck validate` says about bad files."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from factcheck import records
from factcheck.errors import InputError
from factcheck.model import Article, Claim, Hedge, Kind, Report
from factcheck.records.schemas import load_schema
from sample_report import linted, sample

LEDGER: dict[str, Any] = load_schema("ledger")["examples"][0]
CLAIM = json.dumps(load_schema("claim")["examples"][0])


@pytest.mark.parametrize("name", records.schema_names())
def test_schema_is_valid_and_its_examples_too(name: str) -> None:
    schema = load_schema(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:factcheck:schema:{name}"
    assert schema["description"]
    assert schema["examples"]
    for example in schema["examples"]:
        records.validate(example, name)


@pytest.mark.parametrize("name", records.schema_names())
def test_every_object_of_a_schema_is_closed_and_described(name: str) -> None:
    loose = [path for path, node in _objects(load_schema(name)) if "additionalProperties" not in node]
    assert [path for path in loose if not path.endswith("made_by")] == []


def _objects(node: object, path: str = "") -> list[tuple[str, dict[str, Any]]]:
    if isinstance(node, list):
        return [item for number, child in enumerate(node) for item in _objects(child, f"{path}[{number}]")]
    if not isinstance(node, dict):
        return []
    own = [(path, node)] if node.get("type") == "object" else []
    return own + [item for key, child in node.items() if key != "examples" for item in _objects(child, f"{path}.{key}")]


def test_schemas_are_the_seven() -> None:
    assert records.schema_names() == (
        "baseline",
        "claim",
        "decisions",
        "finding",
        "language",
        "ledger",
        "notice",
        "report",
    )


_amounts = st.decimals(allow_nan=False, allow_infinity=False, places=3)
_claims = st.builds(
    Claim,
    kind=st.sampled_from(Kind),
    text=st.text(max_size=20),
    span=st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)),
    value=_amounts | st.decimals(min_value="1e-90", max_value="1e90", allow_nan=False),
    upper=st.none() | _amounts,
    unit=st.sampled_from(["", "USD", "square-kilometer"]),
    hedge=st.none() | st.sampled_from(Hedge),
    moment=st.sampled_from(["", "2022-08", "--08-05", "T17:30"]),
    noun=st.text(max_size=5),
    step=_amounts,
    readings=st.lists(_amounts, max_size=2).map(tuple),
    spelled=st.booleans(),
    segment=st.integers(0, 10**6),
)


@given(_claims)
def test_claim_survives_the_round_trip(claim: Claim) -> None:
    record = json.loads(json.dumps(records.claim_to_record(claim, lang="de", file="a.md", line=3)))
    records.validate(record, "claim")
    assert records.claim_from_record(record) == claim


def test_amounts_are_exact_and_plain() -> None:
    claim = Claim(Kind.MONEY, "7 billion", (0, 9), Decimal("7E+9"), step=Decimal("1E+9"))
    record = records.claim_to_record(claim)
    assert (record["value"], record["step"]) == ("7000000000", "1000000000")
    assert "upper" not in record
    huge = records.claim_to_record(replace(claim, value=Decimal("1E+400")))
    assert huge["value"] == "1E+400"
    records.validate(huge, "claim")


def test_zero_is_no_missing_value() -> None:
    claim = Claim(Kind.COUNT, "0", (0, 1), Decimal(0))
    assert records.claim_from_record(records.claim_to_record(claim)) == claim


def test_findings_survive_the_round_trip() -> None:
    for finding in sample().findings():
        record = records.finding_to_record(finding)
        records.validate(record, "finding")
        assert records.finding_from_record(record) == finding


def test_ledger_survives_the_round_trip() -> None:
    ledger = sample().ledger
    assert records.ledger_from_record(records.ledger_to_record(ledger)) == ledger


@pytest.mark.parametrize("report", [sample(), linted()], ids=["sample", "lint"])
def test_report_survives_the_round_trip_but_for_whole_texts(report: Report) -> None:
    record = json.loads(json.dumps(records.report_to_record(report)))
    assert records.report_from_record(record) == _without_texts(report)


def _without_texts(report: Report) -> Report:
    def bare(article: Article) -> Article:
        return replace(article, text="")

    translations = tuple(replace(t, article=bare(t.article)) for t in report.translations)
    return replace(report, source=report.source and bare(report.source), translations=translations)


def test_joined_segments_stand_in_full() -> None:
    report = sample()
    first = report.translations[0]
    assert first.pairs[2].target
    joined = replace(first.pairs[2].target, text="joined of two")
    pairs = (replace(first.pairs[2], target=joined, target_claims=()), *first.pairs[3:])
    changed = replace(report, translations=(replace(first, pairs=pairs),))
    record = records.report_to_record(changed)
    assert record["translations"][0]["pairs"][0]["target"]["text"] == "joined of two"
    assert record["translations"][0]["pairs"][1]["target"] == 3
    assert records.report_from_record(record) == _without_texts(changed)


def _validate(folder: Path, text: str, name: str = "file.json") -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return records.validate_file(path)


@pytest.mark.parametrize(
    ("text", "name", "schema"),
    [
        (json.dumps(LEDGER), "a.json", "ledger"),
        (json.dumps(LEDGER, indent=2), "a.txt", "ledger"),
        ("\ufeff" + json.dumps(LEDGER), "a.json", "ledger"),
        (json.dumps(load_schema("report")["examples"][0], indent=1), "a.json", "report"),
        (json.dumps(load_schema("finding")["examples"][1], indent=1), "a.json", "finding"),
        (CLAIM, "a.json", "claim"),
        (CLAIM, "a.jsonl", "records"),
        (f"{CLAIM}\n\n{CLAIM}\r\n", "a.txt", "records"),
    ],
)
def test_validate_file_decides_by_content(tmp_path: Path, text: str, name: str, schema: str) -> None:
    assert _validate(tmp_path, text, name) == schema


def _fact(**changes: object) -> Callable[[dict[str, Any]], object]:
    return lambda ledger: ledger["facts"][0].update(changes)


@pytest.mark.parametrize(
    ("change", "place", "reason", "hint"),
    [
        (_fact(value=7000000000), "facts[0].value", "must be a text in quotes, not 7000000000", 'write "7000000000"'),
        (_fact(value="7 billion"), "facts[0].value", '"7 billion" is not written', '"7000000000"'),
        (_fact(vlaue="7"), "facts[0]", 'unknown key "vlaue"', 'did you mean "value"?'),
        (_fact(kind="monney"), "facts[0].kind", '"monney" is not known', 'did you mean "money"?'),
        (_fact(hedge="or so"), "facts[0].hedge", '"or so" is not known', "known: at least, more than"),
        (_fact(unit="dollars"), "facts[0].unit", '"dollars" is not written', "ISO 4217"),
        (_fact(upper="3"), "facts[0].upper", "3 is not above 7000000000", "lower end"),
        (_fact(sentence=""), "facts[0].sentence", "is empty", "one plain sentence"),
        (lambda r: r["facts"][0].pop("unit"), "facts[0]", 'lacks the key "unit"', ""),
        (lambda r: r["facts"][1].pop("moment"), "facts[1]", 'lacks the key "moment"', ""),
        (lambda r: r["facts"][1].update(id="anthropic-raised"), "facts[1].id", "taken already by facts[0]", "its own"),
        (lambda r: r["names"][1].update(name="Sutskever"), "names[1].name", "taken already by names[0]", "its own"),
        (lambda r: r["names"][0]["renderings"].update(ja="x"), "names[0].renderings.ja", "must be a list", ""),
        (lambda r: r["names"][0].update(name="x" * 10**5, kind=[]), "names[0].kind", "not a list", ""),
        (lambda r: r.update(version=2), "version", "must be 1, not 2", ""),
        (lambda r: r.pop("version"), None, 'lacks the key "version"', ""),
    ],
)
def test_broken_ledger_names_place_reason_and_hint(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], place: str | None, reason: str, hint: str
) -> None:
    ledger = deepcopy(LEDGER)
    change(ledger)
    with pytest.raises(InputError) as caught:
        _validate(tmp_path, json.dumps(ledger))
    assert caught.value.place == place
    assert reason in caught.value.message
    assert hint in (caught.value.hint or "")
    assert caught.value.file == str(tmp_path / "file.json")
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ('{"version": 1,\n "facts": [1,]}', "line 2, column", "is not JSON"),
        ('{"version": 1,\n "facts": [1', "line 2, column 13", "is not JSON"),
        ("{'a': 1}", "line 1, column 2", "is not JSON"),
        ('"no end', "line 1, column 1", "is not JSON: unterminated string"),
        ("", None, "is empty"),
        (" \n\n", None, "is empty"),
        ("[1]", None, "holds a list"),
        ("7", None, "holds 7"),
        ('{"a": 1, "a": 2}', None, 'the key "a" stands twice'),
        ('{"a": NaN}', None, "NaN is no value"),
        ("[" * 100_000, None, "nested too deeply"),
        ('{"a": ' + "9" * 5000 + "}", None, "a number of 5000 digits"),
        ('{"record": "clam"}', None, 'its "record" is "clam"'),
        ("{}", None, 'lacks the key "record"'),
        (f"{CLAIM}\n\n{{{CLAIM}", "line 3, column 2", "is not JSON"),
        (f"{CLAIM}\n[]", "line 2", "holds a list"),
        (f"{CLAIM}\n" + CLAIM.replace("[21,", "[-1,"), "line 2, span[0]", "-1 is less than"),
        (f"{CLAIM}\n" + json.dumps(LEDGER), "line 2", 'lacks the key "record"'),
    ],
)
def test_broken_json_names_line_and_column(tmp_path: Path, text: str, place: str | None, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        _validate(tmp_path, text)
    assert reason in caught.value.message
    assert (caught.value.place or "").startswith(place or "")
    assert (caught.value.place is None) == (place is None)
    assert len(str(caught.value)) < 400


def test_position_that_is_not_there(tmp_path: Path) -> None:
    report = deepcopy(load_schema("report")["examples"][0])
    report["translations"][0]["pairs"][0]["source"] = 99
    with pytest.raises(InputError, match="position that is not there") as caught:
        _validate(tmp_path, json.dumps(report))
    assert caught.value.place == "translations[0].pairs"


def test_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        records.validate_file(tmp_path / "none.json")


@given(st.text(max_size=200) | st.binary(max_size=60).map(lambda data: data.decode("latin-1")))
def test_no_text_makes_the_parser_fail_otherwise(text: str) -> None:
    from factcheck.records.validation import parse_json

    with suppress(InputError):
        parse_json(text, "a.json")
