"""XML from outside, read as it passes by: no entities are declared, and nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from xml.sax.handler import ContentHandler, feature_external_ges

from .errors import InputError

if TYPE_CHECKING:
    from xml.sax.xmlreader import Locator

Handler = TypeVar("Handler", bound=ContentHandler)


def parsed(
    chunks: Iterable[str],
    file: str | Path,
    made: Callable[[str | Path, Locator], Handler],
    otherwise: str,
    hints: Mapping[str, str] | None = None,
) -> Iterator[Handler]:
    """The handler after each chunk of a file's text. made: makes it; hints, otherwise: what to do about the parser's
    errors, by their texts. InputError with the line for broken XML and for entities; a DTD that is only named is
    passed over."""
    from xml.sax import SAXParseException

    from defusedxml.common import DefusedXmlException
    from defusedxml.sax import make_parser

    parser = make_parser()
    handler = made(file, parser)
    parser.setFeature(feature_external_ges, False)
    parser.forbid_dtd = parser.forbid_external = False
    parser.setContentHandler(handler)
    try:
        for chunk in chunks:
            parser.feed(chunk)
            yield handler
        parser.close()
    except SAXParseException as error:
        told, line = error.getMessage(), error.getLineNumber() or parser.getLineNumber() or 0
        hint = (hints or {}).get(told, otherwise)
        raise InputError(f"broken XML: {told}", file=file, place=f"line {line}", hint=hint) from None
    except DefusedXmlException:
        place, hint = f"line {parser.getLineNumber() or 0}", "write the characters themselves"
        raise InputError("declares entities, which are not read", file=file, place=place, hint=hint) from None
