"""factcheck finds out whether an article's translations still state its facts."""

__version__ = "0.1.0"
