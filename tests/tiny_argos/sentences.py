"""English and Spanish sentences on money, counts, dates and names, made from a seed.

A phrase is a list of English forms and a list of Spanish ones. The side that is translated from varies among its forms,
the other side always takes the first, so that one text never has two right translations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

Phrase = tuple[list[str], list[str]]
Pair = tuple[str, str]

LANGUAGES = ("en", "es")
"""The sides of a phrase."""


def _words(text: str) -> list[str]:
    return text.split()


_SYLLABLES = _words(
    "al ar ba bel ber bo ca cor da del dor el en fer ga gar go han hel im ka kel ko la len lin lo lun ma mar mel mi "
    "mon na nel no nor or pa pen ra ren ri ro sa sel sen so sol ta tel ten ti tor ul va vel vi von wen win za zel"
)
_FIRST = _words(
    "Ada Alan Amara Ana Bruno Carla Clara David Elena Emil Emma Erik Farid Greta Hana Ivan Jonas Julia Karim Laura "
    "Leo Lena Luis Maria Marta Mei Miguel Nadia Nils Nora Omar Oscar Paula Pedro Petra Rosa Sara Sven Tomas Vera"
)
_SUFFIXES = ("", "", "", " AI", " Capital", " Energy", " Group", " Labs", " Systems")
_MONTHS = list(
    zip(
        _words("January February March April May June July August September October November December"),
        _words("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
        strict=True,
    )
)
_SCALES = (("million", "millones"), ("billion", "mil millones"), ("trillion", "billones"))
_COINS = (("US$", "dólares estadounidenses"), ("$", "dólares"), ("€", "euros"), ("£", "libras"))
_HEDGES: tuple[Phrase, ...] = (
    (["more than ", "over "], ["más de "]),
    (["at least "], ["al menos "]),
    (["nearly ", "almost "], ["casi "]),
    (["up to "], ["hasta "]),
    (["about ", "around "], ["cerca de ", "alrededor de "]),
)

TEMPLATES: tuple[Phrase, ...] = (
    (["{company} raised {money} from {other}."], ["{company} recaudó {money} de {other}."]),
    (
        ["{company} said on Tuesday that it had raised {money}."],
        ["{company} dijo el martes que había recaudado {money}."],
    ),
    (["The deal values {company} at {money}."], ["El acuerdo valora a {company} en {money}."]),
    (
        ["The deal values the company at {money}, up from {sum} in {year}."],
        ["El acuerdo valora la empresa en {money}, frente a {sum} en {year}."],
    ),
    (["{company} lost {money} in {year}."], ["{company} perdió {money} en {year}."]),
    (
        ["{company} plans to spend {money} on new data centres."],
        ["{company} planea gastar {money} en nuevos centros de datos."],
    ),
    (["{company} bought {other} for {money}."], ["{company} compró {other} por {money}."]),
    (
        ["{company} bought {other} for {money} on {date}."],
        ["{company} compró {other} por {money} el {date}."],
    ),
    (["Analysts had expected {money}."], ["Los analistas esperaban {money}."]),
    (
        ["{person} told reporters that the company was worth {money}."],
        ["{person} dijo a los periodistas que la empresa valía {money}."],
    ),
    (
        ["The company paid {sum} in tax and {money} in fines."],
        ["La empresa pagó {sum} en impuestos y {money} en multas."],
    ),
    (["Each share costs {price}."], ["Cada acción cuesta {price}."]),
    (["The company handles {many} queries a day."], ["La empresa gestiona {many} de consultas al día."]),
    (["The service now has {many} users."], ["El servicio tiene ahora {many} de usuarios."]),
    (
        ["The company employs {count} people in {few} countries."],
        ["La empresa emplea a {count} personas en {few} países."],
    ),
    (["It hired {count} engineers in {year}."], ["Contrató a {count} ingenieros en {year}."]),
    (["{count} people signed the letter."], ["{count} personas firmaron la carta."]),
    (
        ["{company} will open {few} offices before {month}."],
        ["{company} abrirá {few} oficinas antes de {month}."],
    ),
    (["The site will use {count} megawatts of electricity."], ["El sitio usará {count} megavatios de electricidad."]),
    (["The road is {count} kilometres long."], ["La carretera mide {count} kilómetros."]),
    (["Revenue grew by {percent} in {year}."], ["Los ingresos crecieron un {percent} en {year}."]),
    (
        ["Shares of {company} rose {percent} in New York."],
        ["Las acciones de {company} subieron un {percent} en Nueva York."],
    ),
    (
        ["Shares of {company} fell {percent} on {date}."],
        ["Las acciones de {company} cayeron un {percent} el {date}."],
    ),
    (["The fine is {percent} of revenue."], ["La multa es del {percent} de los ingresos."]),
    (
        ["{person}, chief executive of {company}, will leave in {month}."],
        ["{person}, director ejecutivo de {company}, se irá en {month}."],
    ),
    (["{person} replaces {friend} as chair of {company}."], ["{person} sustituye a {friend} al frente de {company}."]),
    (
        ["{person} and {friend} founded {company} in {year}."],
        ["{person} y {friend} fundaron {company} en {year}."],
    ),
    (["{person} was born on {date}."], ["{person} nació el {date}."]),
    (["The agreement was signed on {date}."], ["El acuerdo se firmó el {date}."]),
    (["The company was founded in {year}."], ["La empresa se fundó en {year}."]),
    (["Between {year} and {later} it sold {many} phones."], ["Entre {year} y {later} vendió {many} de teléfonos."]),
    (["{company} and {other} are competitors."], ["{company} y {other} son competidores."]),
)


def pairs(seed: int, source: str) -> Iterator[Pair]:
    """Endless pairs of sentences, first the source's; the same seed gives the same pairs."""
    random = Random(seed)
    side = LANGUAGES.index(source)
    while True:
        values = {name: _chosen(make(random), side, random) for name, make in _SLOTS.items()}
        forms = _chosen(random.choice(TEMPLATES), side, random)
        texts = [forms[each].format(**{name: value[each] for name, value in values.items()}) for each in (0, 1)]
        texts = [text[0].upper() + text[1:] for text in texts]
        yield texts[side], texts[1 - side]


def _chosen(phrase: Phrase, side: int, random: Random) -> Pair:
    chosen = [forms[0] for forms in phrase]
    chosen[side] = random.choice(phrase[side])
    return chosen[0], chosen[1]


def _same(text: str) -> Phrase:
    return [text], [text]


def _name(random: Random) -> str:
    return "".join(random.choices(_SYLLABLES, k=random.choice((2, 2, 3)))).capitalize()


def _person(random: Random) -> Phrase:
    return _same(f"{random.choice(_FIRST)} {_name(random)}")


def _company(random: Random) -> Phrase:
    return _same(_name(random) + random.choice(_SUFFIXES))


def _whole(random: Random) -> Phrase:
    """A number from 2 to 999,999, small ones as often as large ones."""
    number = random.randrange(2, 10 ** random.choice((2, 3, 4, 5, 6)))
    return [f"{number:,}"], [f"{number:,}".replace(",", ".")]


def _decimal(random: Random) -> Phrase:
    number = f"{random.randrange(1, 100)}.{random.randrange(1, 10)}"
    return [number], [number.replace(".", ",")]


def _short(random: Random) -> Phrase:
    """A number as it stands before a scale word or a sign of percent."""
    return (
        _decimal(random) if random.random() < 0.5 else _same(str(random.randrange(2, random.choice((20, 100, 1000)))))
    )


def _scaled(random: Random) -> Phrase:
    english, spanish = random.choice(_SCALES)
    return _followed(_short(random), [f" {english}"], [f" {spanish}"])


def _followed(phrase: Phrase, english: list[str], spanish: list[str]) -> Phrase:
    return [one + end for one in phrase[0] for end in english], [one + end for one in phrase[1] for end in spanish]


def _hedged(phrase: Phrase, random: Random) -> Phrase:
    hedge = random.choice(_HEDGES) if random.random() < 0.4 else ([""], [""])
    return _followed(hedge, phrase[0], phrase[1])


def _sum(random: Random) -> Phrase:
    sign, coin = random.choice(_COINS)
    english, spanish = _scaled(random)
    return [sign + form for form in english], [f"{form} de {coin}" for form in spanish]


def _price(random: Random) -> Phrase:
    sign, coin = random.choice(_COINS)
    english, spanish = _decimal(random) if random.random() < 0.4 else _whole(random)
    return [sign + form for form in english], [f"{form} {coin}" for form in spanish]


def _money(random: Random) -> Phrase:
    return _hedged(_price(random) if random.random() < 0.25 else _sum(random), random)


def _percent(random: Random) -> Phrase:
    english, spanish = _short(random)
    if random.random() < 0.5:
        return _followed((english, spanish), ["%"], [" %", "%"])
    return _followed((english, spanish), [" per cent", " percent"], [" por ciento"])


def _year(random: Random) -> Phrase:
    return _same(str(random.randrange(1950, 2040)))


def _month(random: Random) -> Phrase:
    (english, spanish), (year, _) = random.choice(_MONTHS), _year(random)
    return [f"{english} {year[0]}"], [f"{spanish} de {year[0]}"]


def _date(random: Random) -> Phrase:
    (english, spanish), (year, _), day = random.choice(_MONTHS), _year(random), random.randrange(1, 32)
    forms = [f"{english} {day}, {year[0]}", f"{day} {english} {year[0]}"]
    return forms, [f"{day} de {spanish} de {year[0]}"]


_SLOTS: dict[str, Callable[[Random], Phrase]] = {
    "person": _person,
    "friend": _person,
    "company": _company,
    "other": _company,
    "money": _money,
    "sum": _sum,
    "price": _price,
    "many": lambda random: _hedged(_scaled(random), random),
    "count": lambda random: _hedged(_whole(random), random),
    "few": lambda random: _same(str(random.randrange(2, 100))),
    "percent": _percent,
    "year": _year,
    "later": _year,
    "month": _month,
    "date": _date,
}
