"""Briefing microsites: news articles in, Markdown pages out, a static site from these."""

__version__ = "0.1.0"
