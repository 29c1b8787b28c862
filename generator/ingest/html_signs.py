"""What the names in a page's markup say: words in class and id that content systems use the world over.

Names are compared in small letters and cut at signs and at humps: "shareTools post__tags" is the two names share-tools
and post-tags. Some words tell wherever they stand in a name ("newsletter-box", "mid-article-newsletter"); others only
as the whole of it, since "tag-politics", "overflow-hidden" or "elementor-widget" stand on articles too.
"""

from __future__ import annotations

import re
from functools import lru_cache

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_OTHER = re.compile(r"[^a-z0-9à-ÿ]+")
_BEFORE = "article|post|entry|story|page|site|content|block|section|single|blog|news|main|c|m|o|b|js|is"
_BEHIND = "wrap|wrapper|container|box|block|section|list|area|module|inner|links|items?|bar|holder|row|group|text|label"


def _anywhere(words: str) -> str:
    return r"[ -](?:" + "|".join(words.split()) + r")(?=[ -])"


def _whole(words: str) -> str:
    return rf" (?:(?:{_BEFORE})-)?(?:{'|'.join(words.split())})(?:-(?:{_BEHIND}))?(?= )"


# Parts that may be large, and are known so surely by their names that they go even then.
LARGE = re.compile(
    _anywhere(
        """
        footer site-footer page-footer sidebars? side-?bar right-?rail left-?rail related relate relatedposts
        recommend(?:ed|ations?) recirc(?:ulation)? most-(?:read|viewed|popular) outbrain taboola newsletters? cookies?
        consent gdpr disqus navigation navbar comment-?list commentlist relacionad[oa]s verwandte correlati gerelateerd
        relacionadas kommentare comentarios commentaires commenti reacties
        """
    )
    + "|"
    + _whole(
        """
        comments? respond discussions? replies talkback colophon navbox ftr foot fusszeile rail nav menus?
        reader-comments user-comments guestbook
        """
    )
)
# Parts of a page that are not its article.
APART = re.compile(
    LARGE.pattern
    + "|"
    + _anywhere(
        """
        share sharing shar(?:e|ing)-?(?:bar|tools|buttons?|daddy|links|icons) socials?
        social-(?:media|links|icons|share) addtoany addthis follow-us zergnet revcontent suggested read-?more
        read-?next read-?also also-?read see-also more-(?:stories|news|from|posts|articles|wrap|links|on)
        latest-(?:news|posts|stories|articles|headlines) up-?next you-may(?:-also)? next-(?:post|article|story)
        prev(?:ious)?-(?:post|article|story) post-nav(?:igation)? promos? promoted sponsor(?:ed)? partner-content
        advert(?:s|isements?|ising|orial)? adsense ad-(?:slot|wrap|box|container|label|unit|banner|feedback)
        sign-?up optin mailchimp call-to-action callout-cta subscription-widget
        subscri(?:be|ption)-(?:box|form|widget|cta|prompt|banner|promo)
        paywall-(?:barrier|prompt|offer|overlay|message|wall) regwall support-us breadcrumbs? crumbs crumb-trail
        cmp-?layer privacy-(?:bar|notice|banner) widget-area top-?bar masthead skip-?(?:link|nav|to-content)
        screen-reader-text visually-?hidden sr-only offscreen print-only noprint printfooter wp-caption(?:-text)?
        thumbcaption cutline photo-?credit image-?credit img-?caption image-?caption photo-?caption slide-caption
        fotocredit bildunterschrift tag-?cloud tag-?links filed-under catlinks
        author-?(?:bio|box|card|info|profile|about|description|desc|footer) about-?(?:the-)?authors? bio-?box
        contributor-bio postprofile user-?(?:info|profile) page-links pagenav wp-pagenavi jump-(?:link|to)
        back-?to-?top back2top editsection mw-editsection table-of-contents hatnote infobox mbox ambox reflist mw-jump
        mw-indicators stock-?ticker weather-?widget language-?(?:switcher|selector) search-?(?:box|form|bar)
        log-?in-?(?:form|box|prompt) pull-?quotes? video-?(?:player|embed) vjs audio-?player gallery-?(?:nav|thumbs)
        slideshow-?nav reactions emoji-?reactions like-?button view-?count page-?views post-?views hit-?counter
        compartir comparte suscrib(?:e|ete|ir) pie-(?:pagina|de-pagina|foto) noticias-relacionadas te-puede-interesar
        teilen werbung mehr-zum-thema partager partage lire-aussi a-lire-aussi pied-de-page condividi leggi-anche delen
        compartilhar compartilhe veja-tambem leia-(?:mais|tambem)
        """
    )
    + "|"
    + _whole(
        """
        social shares tags? taglist topics? labels? keywords categories footnotes? captions? credits? ads? banners?
        hidden widgets? latest popular trending search searchform log-?in sign-?in player polls? quiz survey votes?
        ratings? likes? counter barrier appeal cta corrections? subscri(?:be|ption|ptions) membership donate donation
        teasers?-list teasers toc metadata tools toolbars? utility modal modal-dialog popup pop-up overlay lightbox
        tooltip dialog drawer offcanvas toast snackbar pagination pager paging ticker bread subnav mainmenu navlinks
        signature contributors? bio magnify publicidad publicite pubblicita anzeigen? etiquetas pie fuss rights legal
        affiliate disclaimer
        """
    )
)
# What holds the article itself, and is never apart by its other names.
ARTICLE = re.compile(
    _anywhere(
        """
        (?:article|entry|post|story|news|page)-?(?:body|content|text) body-?(?:content|text|copy) main-?content
        mw-parser-output bodytext maintext articlebody storybody postbody hentry theme-post-content
        """
    )
)
# What a page tells about its article in a line of its own: who wrote it, when, under which heading of the paper.
META = re.compile(
    _anywhere(
        """
        bylines? by-?line authors? author-?(?:name|line|date) auteur autor autore posted-?(?:on|by) entry-?meta
        post-?meta article-?meta story-?meta meta-?data postmetadata article-?(?:info|date|time|details) dateline
        date-?line datum timestamp publish(?:ed)?-?(?:date|on|at|time)? pub-?date post-?date entry-?date submitted
        reading-?time read-?time kicker eyebrow overline rubric rubrik section-?name cat-links dachzeile antetitulo
        pretitle pre-?title supertitle pretitulo
        """
    )
    + "|"
    + _whole("by meta info date dates fecha time updated? category firma byl upd source")
)
# The paragraph between headline and text in which the author sums up.
STANDFIRST = re.compile(
    _anywhere(
        """
        standfirst stand-first subtitle sub-?title sub-?head(?:line|ing)? subhed deck dek lede lead leadin
        lead-?(?:text|paragraph|in) intro intro-?text introduction summary excerpt abstract strapline chapo chapeau
        sapo entradilla bajada subtitulo copete vorspann anriss teaser-?text article-teaser preamble ingress occhiello
        sommario linha-fina
        """
    )
    + "|"
    + _whole("sub teaser")
)
# What archives of the web put upon a page that they show.
ARCHIVES = re.compile(r"(?:wm-ipp.*|donato|bannerframe|wm-toolbar.*|__wb_.*)", re.I)
# Shown where there is room for it.
_ROOM = re.compile(r":(?:block|flex|grid|inline)")


def names(element: object) -> str:
    """The names in an element's class and id, as " share-tools post-tags "; nothing where they are absurdly long."""
    if element is None:  # the parent of what has none
        return ""
    said = f"{element.get('class') or ''} {element.get('id') or ''}"  # type: ignore[attr-defined]
    return "" if len(said) == 1 or len(said) > 2000 else _names(said)


@lru_cache(maxsize=4096)  # a page repeats its names from element to element
def is_apart(said: str) -> bool:
    """Whether names are of a part that is none of the article."""
    return bool(said) and ARTICLE.search(said) is None and APART.search(said) is not None


@lru_cache(maxsize=4096)
def is_large(said: str) -> bool:
    """Whether names are of a part beside the article, however large it is."""
    return LARGE.search(said) is not None


@lru_cache(maxsize=4096)
def _names(said: str) -> str:
    if _ROOM.search(said):
        said = said.replace("hidden", "")
    parts = (_OTHER.sub("-", _HUMP.sub("-", one).lower()).strip("-") for one in said.split())
    return " " + "  ".join(p for p in parts if p) + " "
