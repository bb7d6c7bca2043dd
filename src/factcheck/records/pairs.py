"""Articles and their aligned pairs as records.

Pairs name segments and claims by position, because these stand in the report already; what was joined for a pair
stands in full.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from factcheck.model import Article, Claim, Match, Pair, Relation, Segment
from factcheck.records.basic import claim_from_record, claim_to_record, sparse
from factcheck.records.schemas import Record

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True)
class Table(Generic[T]):
    """Items that a report holds already, and are named by position from then on."""

    items: Sequence[T]
    write: Callable[[T], Record]
    read: Callable[[Record], T]
    positions: Mapping[T, int]

    def name(self, item: T | None) -> int | Record | None:
        """The position of the item, or the item itself when it is none of the table, or None."""
        if item is None:
            return None
        return self.positions[item] if item in self.positions else self.write(item)

    def get(self, name: int | Record | None) -> T | None:
        """The item that name() named. IndexError for a position that is not there."""
        if name is None:
            return None
        return self.items[name] if isinstance(name, int) else self.read(name)

    def all(self, names: Iterable[int | Record]) -> tuple[T, ...]:
        """The items that name() named one by one."""
        return tuple(item for name in names if (item := self.get(name)) is not None)


@dataclass(frozen=True)
class Side:
    """What pairs refer to on one side: the segments and the claims of an article."""

    segments: Table[Segment]
    claims: Table[Claim]


def side(article: Article | None, claims: Sequence[Claim]) -> Side:
    """The tables of an article and its claims; empty without an article."""
    held = article.segments if article else ()
    segments = {segment: position for position, segment in enumerate(held)}
    positions = {claim: position for position, claim in enumerate(claims)}
    return Side(
        Table(held, _segment, _segment_from, segments),
        Table(claims, claim_to_record, claim_from_record, positions),
    )


def article_to_record(article: Article) -> Record:
    """An article without its whole text, which its segments hold."""
    segments = [_segment(segment) for segment in article.segments]
    return {"lang": article.lang, **sparse(file=article.file, origin=article.origin), "segments": segments}


def article_from_record(record: Mapping[str, Any]) -> Article:
    """The article of a valid record; its whole text is empty."""
    segments = tuple(_segment_from(item) for item in record["segments"])
    return Article(record["lang"], segments, record.get("file", ""), "", record.get("origin", ""))


def pair_to_record(pair: Pair, source: Side, target: Side) -> Record:
    """An aligned pair, with positions for what the two sides hold."""
    return {
        "source": source.segments.name(pair.source),
        "target": target.segments.name(pair.target),
        **sparse(
            source_claims=[source.claims.name(claim) for claim in pair.source_claims],
            target_claims=[target.claims.name(claim) for claim in pair.target_claims],
            matches=[
                {
                    "source": source.claims.name(match.source),
                    "target": target.claims.name(match.target),
                    "relation": str(match.relation),
                }
                for match in pair.matches
            ],
        ),
    }


def pair_from_record(record: Mapping[str, Any], source: Side, target: Side) -> Pair:
    """The pair of a valid record. IndexError for a position that is not there."""
    return Pair(
        source=source.segments.get(record["source"]),
        target=target.segments.get(record["target"]),
        source_claims=source.claims.all(record.get("source_claims", ())),
        target_claims=target.claims.all(record.get("target_claims", ())),
        matches=tuple(
            Match(source.claims.get(m["source"]), target.claims.get(m["target"]), Relation(m["relation"]))
            for m in record.get("matches", ())
        ),
    )


def _segment(segment: Segment) -> Record:
    return {
        "index": segment.index,
        "text": segment.text,
        "kind": segment.kind,
        "line": segment.line,
        "offset": segment.offset,
        **sparse(breaks=[list(item) for item in segment.breaks]),
    }


def _segment_from(record: Mapping[str, Any]) -> Segment:
    breaks = tuple((offset, line) for offset, line in record.get("breaks", ()))
    return Segment(**{**record, "breaks": breaks})
