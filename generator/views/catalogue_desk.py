"""The interface's words for editors' prose, for those who correct, and for the desk of the preview."""

from __future__ import annotations

DESK: dict[str, str | tuple[str, str]] = {
    # what stands in editors' prose
    "embed.label": "Event: {title}",
    "cited.title": "Sources cited",
    "cited.digest": "Our digest of {label}",
    "cited.left_out": "A source that is left out for now",
    "cited.mark": "Source {number}: {label}",
}
