"""Briefing microsites: news articles in, Markdown pages out, a static site from these."""

__version__ = "1.0.0"
