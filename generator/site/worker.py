"""One build in a process that stood ready: `python -m generator.site.worker PELICAN'S ARGUMENTS`.

A build needs a fresh process, since a changed module, template or setting must count at once, and a second for imports
that are always the same. So the next process is made ready while nobody waits: it imports, and builds when a line
comes on standard input. When that is closed instead, it ends.
"""

from __future__ import annotations

import importlib
import signal
import sys

# What a build imports late, and data that the first page would load.
_LATE = (
    "babel.dates", "generator.site.canonical", "generator.site.plugin", "markdown", "markdown.extensions.extra",
    "markdown.extensions.sane_lists", "nh3", "pelican.settings", "pelican.generators", "pelican.writers",
)  # fmt: skip


def main() -> None:
    """Waits, and builds once."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the preview ends this process, by closing its input
    for name in _LATE:
        importlib.import_module(name)
    import pelican  # type: ignore[import-untyped]

    from generator.site.markdown import Renderer
    from generator.views import phrases

    phrases.phrase("2001-02-03")
    Renderer().html("*ready*")
    if sys.stdin.readline():
        pelican.main(sys.argv[1:])


if __name__ == "__main__":
    main()
