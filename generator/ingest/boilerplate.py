"""What a news page prints around its article: known by general signs, line by line.

Precision comes first: running prose is never cut. A *line* sign takes the one line that it describes in full. A *tail*
sign says that the article is over: what follows goes too, provided that enough of an article came before. A *block*
sign heads a list of other articles: the lines without a sentence that follow it go, and the next prose stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

Scope = Literal["line", "tail", "block"]


class Sign(NamedTuple):
    """One general sign. The pattern describes a whole line, in any case, with white space folded."""

    what: str
    scope: Scope
    pattern: str
    limit: int = 160  # characters: a longer line is somebody's prose


_NETWORK = (
    r"(?:facebook|twitter|x|linked ?in|whats ?app|telegram|reddit|pinterest|tumblr|e-?mail|pocket|instagram|threads"
    r"|bluesky|mastodon|flipboard|messenger|youtube|tik ?tok|print|pdf|sms|copy link|google news|line|vk|viber|skype)"
)
_NETWORKS = rf"{_NETWORK}(?:[\s,|/·•&+]+(?:and |or |on )?{_NETWORK})*"
_PIECE = r"(?:stor(?:y|ies)|articles?|posts?|news|coverage|content|reading|topics?|reads?|links?|videos?|items?|reports?)"

SIGNS: tuple[Sign, ...] = (
    # -- moving about the site
    Sign("navigation between posts", "tail", r"(?:[«‹←<]\s*)?(?:previous|prev|older)(?: (?:post|article|story|entry|page))?"
         r"(?:\s*[|/·•]?\s*(?:next|newer)(?: (?:post|article|story|entry|page))?(?:\s*[»›→>])?)?"),
    Sign("navigation between posts", "tail", r"(?:next|newer) (?:post|article|story|entry)(?:\s*[»›→>])?"),
    Sign("navigation between posts", "tail", r"(?:post|article) navigation"),
    Sign("navigation between posts", "tail", r"(?:[«‹←]\s*)?(?:previous|next) (?:post|article|story)\s*:.*"),
    Sign("breadcrumbs", "line", r"(?:home|news|start)(?:\s*[>»›/|]\s*[\w&' -]{2,40}){1,5}"),
    Sign("menu", "line", r"(?:main |toggle |open |close )?(?:menu|navigation|search)(?: (?:menu|button))?"),
    Sign("menu", "line", r"(?:skip|jump) to (?:main |primary )?(?:content|navigation|text|search)|back to (?:top|home(?:page)?)"),
    Sign("menu", "line", r"(?:sign|log) ?(?:in|out|up)(?:\s*[|/·]\s*(?:register|sign up|subscribe))?|register|my account"),
    Sign("paging", "line", r"(?:page )?\d+ (?:of|/) \d+|loading(?:\.\.\.|…)?|(?:show|view|load|see) (?:more|all|less)(?: " + _PIECE + r")?"),
    # -- comments
    Sign("comment form", "tail", r"(?:leave|post|write|add|submit) (?:a |your )?(?:reply|comments?|response)s?\b.{0,60}"),
    Sign("comment form", "tail", r"your e-?mail address will not be (?:published|shared)\b.*", 300),
    Sign("comment form", "tail", r"required fields are marked.*|save my name, e-?mail.*|notify me of (?:follow-?up|new) .*", 300),
    Sign("comment form", "tail", r"(?:you must be|please) (?:log(?:ged)?[ -]?in|sign(?:ed)?[ -]?in)\b.{0,40} to (?:post|leave|write|comment|reply)\b.*"),
    Sign("comment form", "tail", r"(?:this site uses akismet|learn how your comment data).*", 300),
    Sign("comments", "tail", r"(?:\d+ |no |view |all |show |read |join the )?comments?(?: \(\d+\)| yet| \d+)?"
         r"(?: are closed\.?| on this (?:story|article|post)\.?)?|(?:join|view) the (?:conversation|discussion)(?: \(\d+\))?|\d+ responses"),
    Sign("comments", "tail", r"(?:\d+|one|two|three) (?:thoughts?|responses?|repl(?:y|ies)|comments?) (?:on|to) [“\"‘'].*", 250),
    Sign("comments", "tail", r"be the first to comment\b.*|comments? (?:are )?(?:closed|off|disabled)\.?|what do you think\? .{0,80}comments? below.*"),
    # -- sharing
    Sign("sharing", "line", rf"(?:click to )?(?:share|tweet|pin|e-?mail|send|post|print)(?: (?:this|it|the|via|on|to|by|with|story|article|post|page|news|link|a|friend|"
         rf"your|friends|now|via e-?mail|{_NETWORK}))*(?: ?\(opens in new window\))?\s*[:.!]?(?:\s*{_NETWORKS})?"),
    Sign("sharing", "line", rf"(?:share|tweet|pin|like|print|e-?mail|save)(?:[\s|/·•,]+(?:share|tweet|pin|like|print|e-?mail|save|comment|{_NETWORK})){{1,8}}"),
    Sign("sharing", "line", rf"{_NETWORKS}"),
    Sign("sharing", "tail", r"like this:?|like loading(?:\.\.\.|…)?|share this:"),
    Sign("sharing", "line", r"\d[\d.,]*[km]? (?:shares?|views|likes|retweets|reads)|shares?:? \d[\d.,]*[km]?"),
    Sign("following", "line", rf"(?:please )?(?:follow|like|find|join) (?:us|[\w.@' -]{{2,40}}) (?:on|at|via) (?:our )?{_NETWORKS}\b.{{0,80}}"),
    Sign("following", "line", rf"(?:follow|connect with) (?:us|@\w+|(?:the )?author)\b.{{0,60}}|follow (?:him|her|them) on {_NETWORK}\b.{{0,60}}"),
    # -- other articles
    Sign("the whole article", "line", r"(?:click here to )?(?:read|continue reading|see|view|keep reading|find)(?: the)? (?:full |whole |entire |rest of (?:the |this )?|original |complete )?"
         r"(?:article|story|post|report|text|piece|more)(?: in full| here| at .{2,60}| on .{2,60}| ?[»›→>]+| ?(?:\.\.\.|…))?[.:]?"),
    Sign("the whole article", "line", r"(?:continue|keep) reading\b.{0,80}|read (?:it )?(?:in full|on)(?: here)?[.:]?|(?:read|see) more ?[»›→>.…]*"),
    Sign("another article", "line", r"(?:read|see|watch|listen|explore|learn|view)(?: (?:more|also|next|now|here|this|the full story|related))*\s*[:|»›→>–—].{2,150}", 200),
    Sign("another article", "line", r"(?:also (?:read|see|watch|on)|more on this(?: story)?|(?:don['’]t|do not) miss|must[ -]read|recommended(?: for you| by .{2,30})?)\s*[:|»›→>–—]?.{0,150}", 200),
    Sign("another article", "line", rf"related(?: {_PIECE})?\s*[:|»›→>–—].{{2,150}}", 200),
    Sign("other articles", "block", rf"(?:related|similar|recommended|suggested|other|more|popular|trending|latest|recent|top|most[ -](?:read|popular|viewed|shared|recent))"
         rf"(?: (?:related|recent|popular|trending|top|latest|from|local|world|breaking))*(?: {_PIECE})(?: (?:from|by|on|in|for you|you may like|about)\b.{{0,60}})?:?"),
    Sign("other articles", "block", r"(?:you (?:may|might) (?:also )?(?:like|be interested in|enjoy|have missed)|more (?:from|in|on|about|by) [\w' &-]{2,40}|most (?:read|popular|viewed|shared)"
         r"|editor['’]?s['’]? picks?|in case you missed it|what to read next|up next|read next|trending(?: now)?|related|recommended|from the web|around the web|sponsored (?:content|links|stories)|promoted stories)\s*:?(?:\s*\.\.\.|…)?"),
    # -- letters, money, applications
    Sign("newsletter", "line", r"(?:please |click here to |you can )?(?:sign up|subscribe|register|get|receive|join|enter your e-?mail)\b.{0,120}\b(?:newsletters?|inbox|e-?mail(?: updates| alerts| list| address)?|"
         r"mailing list|daily digest|briefing|push notifications|whatsapp channel|telegram channel|rss feed)\b.{0,80}", 240),
    Sign("newsletter", "line", r"(?:our |free |daily |the |morning |weekly )*newsletters?|subscribe(?: (?:now|today|here|to (?:our|the|this) .{2,60}))?[.!]?|already a subscriber\??.{0,30}|thank(?:s| you) for (?:signing up|subscribing)\b.{0,60}"),
    Sign("newsletter", "line", r"get (?:the )?(?:latest|breaking|top|more|our best) (?:news|stories|updates|headlines)\b.{0,100}(?:inbox|phone|app|e-?mail|delivered|notifications|alerts).{0,40}", 200),
    Sign("appeal", "line", r"(?:please )?(?:support|donate|contribute|make a (?:donation|contribution)|become a (?:member|supporter|patron|subscriber))\b"
         r".{0,60}(?:our (?:work|journalism|reporting|newsroom|site)|independent (?:journalism|media|news)|today|now|here|us)\b.{0,60}", 200),
    Sign("application", "line", r"(?:download|get|install) (?:our|the) (?:free |new |[\w ]{2,30} )?(?:mobile )?app\b.{0,100}", 200),
    Sign("players", "line", r"(?:listen to|hear|play) this (?:article|story|episode|page)\b.{0,40}|(?:play|pause|mute|unmute)(?: (?:video|audio|sound))?|this (?:video|audio|content) (?:can ?not be played|is not available|is unavailable).{0,60}"
         r"|(?:your browser does not support|to play this (?:video|content)|please enable javascript|javascript is (?:disabled|required)|media (?:is|caption)\b).{0,120}", 240),
    Sign("reading time", "line", r"(?:(?:estimated )?reading time|read time)\s*:?\s*\d+.{0,12}|\d+[ -]min(?:ute)?s?\.?(?: read| reading)?"),
    # -- advertising and privacy
    Sign("advertisement", "line", r"[-–—\s*\[(]*(?:advertise?ments?|ads?|sponsored|advertorial|promoted|publicité|werbung|anzeige)(?: (?:by|content|feature|link|blocker).{0,40})?[-–—\s*\])]*"),
    Sign("advertisement", "line", r"(?:this )?(?:story|article|advertisement|content|scroll) (?:continues?|will continue) (?:below|after|to continue|with content)\b.{0,60}|scroll (?:down )?(?:to|for) (?:continue|more)\b.{0,40}|remove ads?|report (?:this )?ad"),
    Sign("cookies", "line", r"(?:we|this (?:web)?site|our (?:web)?site|by (?:using|continuing|clicking|visiting))\b.{0,120}\bcookies?\b.{0,250}", 420),
    Sign("cookies", "line", r"(?:accept|reject|manage|allow)(?: all)?(?: cookies)?(?: (?:settings|preferences))?|cookie (?:policy|settings|notice|preferences)|(?:do not sell|privacy) (?:my|policy|notice|settings).{0,60}"),
    # -- whose the page and its pictures are
    Sign("copyright", "tail", r"(?:©|\(c\)|copyright\b)\s*(?:©|\(c\))?.{0,160}(?:19|20)\d{2}\b.{0,160}|.{0,80}(?:©|\(c\)|copyright)\s*(?:19|20)\d{2}\b.{0,160}", 330),
    Sign("copyright", "tail", r".{0,140}\ball rights reserved\b.{0,200}", 330),
    Sign("terms", "line", r"(?:terms (?:of (?:use|service)|and conditions|& conditions)|privacy(?: policy)?|contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers|sitemap|imprint|impressum|disclaimer)"
         r"(?:\s*[|·•/,&]?\s*(?:terms (?:of (?:use|service)|and conditions|& conditions)|privacy(?: policy)?|contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers|sitemap|imprint|cookies?(?: policy)?|disclaimer|faq|help)){0,8}"),
    Sign("reprint", "line", r"(?:this (?:article|story|post|piece|report)|it) (?:was |is |has been )?(?:(?:originally|first) )?(?:published|appeared|republished|reprinted|posted)\b.{0,30}\b(?:by|on|in|at|from|here|under)\b.{0,160}", 260),
    Sign("reprint", "line", r"(?:read|see) the original (?:article|story|post|version)\b.{0,80}|(?:the )?views expressed (?:in this|are|here).{0,200}"
         r"|(?:the post|this post) .{3,150} (?:appeared first on|first appeared on) .{2,80}|this (?:story|article) (?:was|has been) (?:auto-?generated|edited by .{2,40} staff|translated).{0,120}", 300),
    Sign("sign-off", "line", r"[\[(]?\s*(?:(?:additional |with |further )?(?:reporting|writing|editing|compiled|translated|research|graphics?|produced|rewriting)(?: and (?:writing|editing|reporting))? by\b[^.]{2,120}[;.,]?\s*){1,5}[\])]?\.?", 330),
    Sign("sign-off", "line", r".{2,120} contributed (?:to )?(?:reporting|this (?:report|story|article|piece))\b.{0,40}", 240),
    Sign("rule", "line", r"[\W_]+"),
    Sign("sign-off", "line", r"\W*(?:ends?|-30-|30|#{2,3}|\*{3}|fin)\W*"),
    Sign("standards", "line", r"our standards:.{0,80}|(?:report a correction|corrections? policy|send (?:us )?(?:a )?(?:tip|feedback|correction))\b.{0,100}|(?:got|have) a (?:news )?tip\?.{0,120}"),
    Sign("filing", "line", r"(?:tags?|tagged|filed under|categories|category|topics?|keywords?|posted in|published in|section|labels?)\s*(?::|\bwith\b|\bin\b).{0,150}", 220),
    # -- pictures: a line of its own
    Sign("picture credit", "line", r"(?:image|photo|picture|video|file photo|photo credit|image credit|credit|photograph|illustration|graphic)s?\s*(?:source|credit|courtesy(?: of)?|by|caption)?\s*[:|,–—]\s?.{2,200}", 240),
    Sign("picture credit", "line", r"(?:image|photo(?:graph)?|picture|illustration|file photo|courtesy) (?:source|credit|courtesy(?: of)?|by|caption|from|via)\b.{1,120}", 160),
    Sign("picture credit", "line", r"(?:getty(?: images)?|shutterstock|istock(?:photo)?|alamy|wikimedia commons|unsplash|pixabay|handout|file|stock (?:image|photo))(?:\s*[/|,].{0,60})?"),
)  # fmt: skip

_AGENCY = r"(?:reuters|afp|a\.?f\.?p\.?|ap|a\.p\.|epa(?:-efe)?|efe|dpa|ansa|tass|xinhua|anadolu(?: agency)?|aa|pti|ani|getty(?: images)?|shutterstock|bloomberg|upi|pa(?: media| wire)?|handout|courtesy|file|pool|screen ?(?:grab|shot))"
_PICTURE = r"(?:photo(?:graph)?|image|picture|illustration|video|screen ?(?:grab|shot))s?"
_PERSON = r"(?-i:[A-ZÀ-Þ][\w.'’&-]*(?: [\w.'’&-]+){0,4})"
# The end of a caption: in brackets a word for a picture, or a person and an agency parted by a stroke; or the same
# without brackets, where the words alone cannot be a sentence's.
_CREDIT = re.compile(
    rf"[\[(](?P<inner>(?:file )?{_PICTURE}\b[^()\[\]]{{0,80}}|(?:photo )?(?:credit|courtesy|via|source)s?\b[^()\[\]]{{1,80}}"
    rf"|[^()\[\]]{{0,60}}\b(?:photo|via ap|handout)s?\b[^()\[\]]{{0,50}}"
    rf"|(?:file|pool|handout)?[:\s]*{_PERSON}\s?/\s?{_PERSON}(?:/{_PERSON})?|{_AGENCY})[\])]\.?$"
    rf"|(?:^|[\s|–—.,-])(?:{_PICTURE}|(?:{_PICTURE} )?credit|courtesy)\s*(?:(?:by|courtesy(?: of)?|credit|from)\b\s*:?|[:©])\s?[^.]{{2,60}}$"
    rf"|(?:©|\(c\))\s?[^.]{{2,60}}$"
    rf"|{_PERSON}\s?/\s?(?:{_AGENCY}|{_PERSON} (?:images|via .{{2,30}}))(?: (?:photos?|via .{{2,30}}|images))?$",
    re.I,
)
_WORD_OF_AGENCY = re.compile(rf"\b{_AGENCY}\b", re.I)
_SENTENCES = re.compile(r"[.!?][”\"’')\]]* +[A-Z“\"‘]")
_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*$")
_COMPILED = tuple((sign, re.compile(sign.pattern, re.I)) for sign in SIGNS)
_CAPTION_LIMIT = 420
_ENOUGH = 400  # characters of prose: less is no article that could be over


def is_prose(text: str) -> bool:
    """Whether a line is running prose: long enough, and made of at least one finished sentence."""
    return len(text) >= 80 and _SENTENCE_END.search(text) is not None


def is_caption(text: str) -> bool:
    """Whether a line is a picture's caption: it ends in a credit, and is not a paragraph signed by an agency."""
    if len(text) > _CAPTION_LIMIT:
        return False
    found = _CREDIT.search(text, max(0, len(text) - 130))
    if not found:
        return False
    finished = _SENTENCE_END.search(text[: found.start()].rstrip()) is not None
    if inner := found["inner"]:
        # "…, he said. (Reuters)" is a report's last paragraph: a caption has no full stop before a bare agency.
        if finished and re.fullmatch(_AGENCY, inner, re.I):
            return False
        # "… at 97 km/h (60 mph/26 m/s)." A bracket within a sentence, unless an agency stands in it.
        if not finished and found[0].endswith(".") and not ("/" in inner and _WORD_OF_AGENCY.search(inner)):
            return False
    return len(_SENTENCES.findall(text)) <= 3


def sign_of(text: str) -> Sign | None:
    """The sign that describes a whole line; None for anything that may belong to an article."""
    if len(text) > 420:
        return None
    folded = " ".join(text.split())
    for sign, pattern in _COMPILED:
        if len(folded) <= sign.limit and pattern.fullmatch(folded):
            return sign
    return None


def kept(texts: Sequence[str]) -> list[int]:
    """The numbers of the paragraphs that belong to the article."""
    signs = [sign_of(text) for text in texts]
    prose = [len(text) if is_prose(text) else 0 for text in texts]
    end = _end(signs, prose)
    numbers: list[int] = []
    listing = False
    for number in range(end):
        text, sign = texts[number], signs[number]
        if sign is not None:
            listing = sign.scope == "block"
        elif prose[number] or not listing:
            listing = False
            if not is_caption(text):
                numbers.append(number)
    return numbers


def _end(signs: Sequence[Sign | None], prose: Sequence[int]) -> int:
    """Where the article is over: first at a comment form, then, in what is left of the page, at any other tail."""
    end = len(signs)
    for comments in (True, False):
        total, before, finished = sum(prose[:end]), 0, 0
        for number in range(end):
            sign = signs[number]
            if sign is not None and sign.scope == "tail" and sign.what.startswith("comment") == comments:
                share = before / total if total else 0.0
                # Readers may write more than the author did; but two paragraphs may also be a summary on top.
                if share >= 0.75 or (comments and (share >= 0.3 or (finished >= 3 and before >= _ENOUGH))):
                    end = number
                    break
            if sign is None and prose[number]:
                before += prose[number]
                finished += 1
    return end
