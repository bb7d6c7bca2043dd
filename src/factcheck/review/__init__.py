"""Reviewing a case in the browser: a page on loopback, from which decisions and edits come back."""

from factcheck.review.server import Server
from factcheck.review.session import Session

__all__ = ["Server", "Session"]
