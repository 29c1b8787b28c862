"""The interface's words for editors' prose, for those who correct, and for the desk of the preview."""

from __future__ import annotations

DESK: dict[str, str | tuple[str, str]] = {
    # what stands in editors' prose
    "embed.label": "Event: {title}",
    "unshown.event": "an event that is not shown yet",
    "unshown.page": "a page that is not shown yet",
    "unshown.embed": "An event belongs here that is not shown yet.",
    "cited.title": "Sources cited",
    "cited.digest": "Our digest of {label}",
    "cited.left_out": "A source that is left out for now",
    "cited.mark": "Source {number}: {label}",
    # originals that are not published
    "article.verified": "Verified against the original",
    "article.places_verified": "Places in the original verified",
    "claim.original": "Characters {start} to {end} of the original",
    # for those who correct
    "mend.edit": "Edit this page",
    "mend.edit_many": "Edit what this page is made of",
    "mend.suggest": "Suggest a correction",
    "mend.title": "Correction: {title}",
    "mend.body": (
        "Page: {address}\nFile: {file}\n\nWhat is wrong:\n\n\nWhat would be right, and where it can be read:\n\n"
    ),
    # the desk of the preview
    "desk.title": "The desk",
    "desk.standfirst": (
        "{n:cap} question waits for a decision.",
        "{n:cap} questions wait for a decision, the most urgent first.",
    ),
    "desk.nothing": "Nothing waits for a decision.",
    "desk.unchecked_count": (
        "{n:cap} page more is not yet checked by anybody.",
        "{n:cap} pages more are not yet checked by anybody.",
    ),
    "desk.preview": "This page is in your preview alone, and is never published.",
    "desk.parts": "On this page",
    "desk.see": "See the page",
    "desk.edit": "in the file",
    "desk.more": ("{n:cap} more", "{n:cap} more"),
    "desk.faults": "Faults",
    "desk.faults_note": "A page with an error is not on the site until it is mended; a warning leaves it there.",
    "desk.conflicts": "Conflicts",
    "desk.conflicts_note": "You and the sources both changed one thing. Yours stands until you decide.",
    "desk.orphans": "Orphans",
    "desk.orphans_note": "Claims whose article says them no more, and articles whose seed is gone.",
    "desk.drafts": "Drafts",
    "desk.drafts_note": "Claims of which the program is not sure, and pages that you keep off the site.",
    "desk.proposals": "One or two?",
    "desk.proposals_note": "Names that may be one, with what speaks for it.",
    "desk.changed": "Reviewed before their reports changed",
    "desk.changed_note": "A person signed these events off; since then their sources say more, less or other things.",
    "desk.disputed": "Disputed events",
    "desk.disputed_note": "Reports that cannot all be right, which nobody has signed off.",
    "desk.single": "Events of one report",
    "desk.single_note": "One independent report alone, which nobody has signed off.",
    "desk.alike": "Names that look alike",
    "desk.alike_note": "Two pages whose names are nearly the same; no evidence joins them.",
    "desk.unchecked": "Not yet checked",
    "desk.unchecked_note": "Nothing speaks against these; nobody has signed them off.",
}
