"""The forms that stand before, behind and between numbers: units, currencies, hedges, words of ranges."""

from __future__ import annotations

from decimal import Decimal

from .forms import Forms, Table, fold_form, number, rank_prefixes, spaced_words


def _joined(form: str, data: Table) -> list[str]:
    """A name of two words as languages without blanks write it: スイス フラン, スイス・フラン, スイスフラン."""
    if " " not in form or spaced_words(data) or form.isascii():
        return [form]
    return [form, form.replace(" ", "・"), form.replace(" ", "")]


def beside(data: Table, side: str) -> Forms:
    """What stands before or after a number: units, currencies, hedges and the rest."""
    forms = Forms()
    for form, code in data.get("currencies", {}).items():
        forms.add(_joined(form, data), "currency", name=code)
        for prefix, scale in data.get("currency", {}).get("prefixes", {}).items():
            if form.upper() == code:
                forms.add([prefix + form], "currency", number(scale), code)
    for kind, spellings in data.get("percent", {}).items():
        if kind in ("hundredth", "thousandth"):
            forms.add(spellings if side == "after" else [], kind)
        elif kind not in ("tenth", "left") or side == "after":
            forms.add(spellings, "percent", name=kind)
    for hedge, places in data.get("hedges", {}).items():
        forms.add(places.get(side, []), "hedge", name=hedge)
    ordinal, times, dates = data.get("ordinal", {}), data.get("times", {}), data.get("dates", {})
    for role in ("am", "pm", "night"):  # "am" before a number is a preposition in German, never the half of a day
        forms.add(
            [f for f in times.get(role, []) if side == "after" or len(f) > 2 or not f.isascii() or f.isupper()], role
        )
    forms.add(dates.get("century", []), "century")
    forms.add(data.get("hedge", {}).get("not-hedges", []), "none")
    if side == "before":
        forms.add(rank_prefixes(data), "ordinal")
        forms.add(data.get("numbers", {}).get("minus", []), "minus")
        forms.add(dates.get("year-before", []), "year")
        forms.add(dates.get("day-before", []), "day")
        forms.add(dates.get("decade-prefixes", []), "decade")
        forms.add(data.get("ranges", {}).get("openers", []), "opener")
        forms.add(times.get("before", []), "at")
        forms.add(times.get("clock-before", []), "clock")
        for era, start in dates.get("eras", {}).items():
            forms.add([era], "era", Decimal(start))
        for rate, spellings in data.get("measure", {}).items():
            forms.add(spellings, "rate", name=rate)
        forms.add(times.get("half-past", []), "half-past", Decimal(30))
        forms.add(times.get("half-to", []), "half-to", Decimal(30))
        forms.add(times.get("quarter-past", []), "half-past", Decimal(15))
        forms.add(times.get("quarter-to", []), "half-to", Decimal(45))
        forms.add_spellings(data.get("numbers", {}).get("alike"))
        return forms
    for form, parts in data.get("subunits", {}).items():
        forms.add([form], "subunit", Decimal(parts))
    none = set(data.get("units", {}).get("none", []))
    for unit, spellings in data.get("units", {}).items():
        forms.add([form for form in spellings if unit != "none" and form not in none], "unit", name=unit)
    for form, value in data.get("scales", {}).items():
        forms.add([form], "scale", number(value))
    for unit, spellings in data.get("unit", {}).get("small", {}).items():
        forms.add(spellings, "small-unit", name=unit)
    forms.add(ordinal.get("suffixes", []), "ordinal")
    forms.add(data.get("multiple", {}).get("suffixes", []), "multiple")
    for around in data.get("numbers", {}).get("minus-after", []):
        before, _, behind = around.rpartition(" … ")
        forms.add([behind], "minus", name=before and fold_form(before))
    forms.add(data.get("counters", {}).get("forms", []), "counter")
    forms.add(dates.get("decade-suffixes", []), "decade")
    forms.add(data.get("ranges", {}).get("closers", []), "closer")
    for role in ("year", "month", "day"):
        forms.add(dates.get(f"{role}-after", []), role)
    for role in ("clock", "minute"):
        forms.add(times.get(role, []), role)
    forms.add(times.get("after", []), "at")
    forms.add_spellings(data.get("numbers", {}).get("alike"))
    return forms


def between(data: Table) -> Forms:
    """What stands between two numbers of a range or a ratio."""
    forms = Forms()
    joiners = {j.lower() for j in data.get("numbers", {}).get("joiners", [])}
    ranges = data.get("ranges", {})
    for form in ranges.get("between", []):
        forms.add([form], "and" if form.lower().split(" ")[0] in joiners else "range")
    forms.add(ranges.get("after-opener", []), "and")
    forms.add(ranges.get("backwards", []), "back")
    ratio = data.get("ratio", {})
    forms.add(ratio.get("of", []), "of")
    forms.add(ratio.get("whole-first", []), "of", name="whole")
    forms.add(ratio.get("share", []), "share")
    forms.add(ratio.get("counted-share", []), "share")
    forms.add(ratio.get("counted-share", []), "counted")
    forms.add(ratio.get("numerator-first", []), "divided")
    forms.add(ratio.get("over", []), "divided", name="alone")
    hundredths = ratio.get("percent-first", [])
    forms.add([form for form in ratio.get("denominator-first", []) if form not in hundredths], "over")
    forms.add(hundredths, "over", name="percent")
    return forms
