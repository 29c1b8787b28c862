"""What the names in a page's markup say: words in class and id that content systems use the world over.

Names are compared in small letters, cut at signs and at humps ("shareTools" is share-tools), word by word. A name alone
never takes most of a page away: see `html_tree.apart`.
"""

from __future__ import annotations

import re

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_OTHER = re.compile(r"[^a-z0-9à-ÿ]+")


def _names(words: str) -> re.Pattern[str]:
    return re.compile(r"-(?:" + "|".join(words.split()) + r")(?=-)")


# Parts of a page that are not its article.
APART = _names(
    """
    share sharing shares shar(?:e|ing)(?:bar|tools|buttons?|daddy) social socials addtoany addthis follow-us
    related relate relatedposts recommend(?:ed|ations?)? recirc(?:ulation)? teasers? suggested read-?more read-?next
    read-?also also-?read see-also more-(?:stories|news|from|posts|articles|wrap|links|on) most-(?:read|viewed|popular)
    popular trending outbrain taboola zergnet revcontent latest up-?next you-may(?:-also)? next-(?:post|article|story)
    prev(?:ious)?-(?:post|article|story) post-nav(?:igation)? promos? promoted sponsor(?:ed)? partner-content
    advert(?:s|isements?|ising|orial)? ads? ad-(?:slot|wrap|box|container|label|unit|banner) adsense banners?
    newsletters? subscri(?:be|ption|ptions) subscription-widget sign-?up optin mailchimp cta call-to-action callout-cta
    membership donate donation paywall(?:-barrier)? barrier meter regwall piano-offer support-us appeal
    breadcrumbs? crumbs bread crumb-trail cookies? consent gdpr cmp(?:-layer)? privacy-(?:bar|notice|banner)
    sidebars? side-?bar rail right-?rail left-?rail widgets? widget-area
    footers? foot ftr colophon site-info nav navi navigation navbar navlinks subnav menus? mainmenu topbar
    top-bar toolbars? tools article-tools story-tools post-tools page-tools utility masthead
    skip-?(?:link|nav|to-content) screen-reader-text visually-hidden sr-only offscreen print-only noprint printfooter
    captions? wp-caption(?:-text)? thumbcaption cutline credits? photo-?credit image-?credit img-?caption fotocredit
    bildunterschrift magnify tags? tag-?(?:list|links|cloud) taglist post-tags labels post-labels topics? keywords
    catlinks filed-under categories entry-footer post-footer article-footer story-footer
    modal popup pop-up overlay lightbox tooltip dialog drawer offcanvas toast snackbar
    author-?(?:bio|box|card|info|profile|about|description|desc|footer) about-?(?:the-)?authors? bio-?box
    contributor(?:s|-bio)? post-?author-box postprofile signature user-?(?:info|profile)
    pagination pager paging page-links pagenav wp-pagenavi jump-(?:link|to) back-?to-?top back2top
    editsection mw-editsection toc table-of-contents hatnote navbox vertical-navbox infobox metadata mbox ambox reflist
    references-list footnotes? mw-jump sitenotice mw-indicators
    ticker breaking-?news-?bar stock-?ticker weather-?widget poll quiz survey language-?(?:switcher|selector) search
    searchform search-?(?:box|form|bar) login log-?in sign-?in hidden visuallyhidden
    pull-?quotes? pullquote video-?(?:player|embed|container|description|meta) player audio-?player gallery-?(?:nav|thumbs)
    slideshow-?nav correction corrections rating ratings vote votes reactions? emoji-?reactions likes? like-?button
    views? view-?count counter hit-?counter
    compartir comparte comentarios? relacionad[oa]s etiquetas pie-?(?:pagina|de-pagina|foto) pie suscrib(?:e|ete|ir)
    publicidad noticias-relacionadas te-puede-interesar
    teilen kommentare fuss fusszeile werbung anzeigen? mehr-zum-thema verwandte
    partager commentaires partage publicite lire-aussi a-lire-aussi pied-de-page
    condividi commenti correlati pubblicita leggi-anche delen reacties gerelateerd
    compartilhar compartilhe relacionadas veja-tambem leia-(?:mais|tambem)
    """
)
# Where readers write: it may be most of a page.
COMMENTS = _names(
    """comments? comments?-(?:area|section|list|wrapper|container|thread|block|form) commentlist comment-?list respond
    disqus(?:-thread)? discussion discussions replies reply-?list reader-?comments talkback livefyre fb-comments
    opinions-?readers user-?comments kommentare comentarios commentaires commenti reacties guestbook"""
)
# What holds the article itself, and is never apart by its other names.
ARTICLE = _names(
    """(?:article|entry|post|story|news|page)-?(?:body|content|text) body-?(?:content|text|copy) main-?content
    mw-parser-output bodytext maintext articlebody storybody postbody entry hentry"""
)
# What a page tells about its article in a line of its own: who wrote it, when, under which heading of the paper.
META = _names(
    """by bylines? by-?line author authors? author-?(?:name|line|date) auteur autor autore posted-?(?:on|by) entry-?meta
    post-?meta postmeta article-?meta story-?meta meta meta-?data postmetadata article-?(?:info|date|time|details) info
    dateline date-?line datum date dates fecha timestamp time publish(?:ed)?-?(?:date|on|at|time)? pub-?date post-?date
    entry-?date updated? submitted reading-?time read-?time kicker eyebrow overline rubric rubrik section-?(?:name|label)
    category cat-links dachzeile antetitulo pretitle pre-?title supertitle pretitulo firma byl upd source"""
)
# The paragraph between headline and text in which the author sums up.
STANDFIRST = _names(
    """standfirst stand-first subtitle sub-?title sub-?head(?:line|ing)? sub subhed deck dek lede lead lead-?(?:text|paragraph|in) leadin intro intro-?text introduction summary excerpt abstract strapline chapo chapeau sapo entradilla
    bajada subtitulo copete vorspann anriss teaser-?text preamble ingress occhiello sommario linha-fina tagline-article"""
)
# What archives of the web put upon a page that they show.
ARCHIVES = re.compile(r"(?:wm-ipp.*|donato|bannerframe|wm-toolbar.*|__wb_.*)", re.I)


def names(element: object) -> str:
    """The words in an element's class and id, as "-one-two-"; nothing where they are absurdly long."""
    said = f"{element.get('class') or ''} {element.get('id') or ''}"  # type: ignore[attr-defined]
    if len(said) == 1 or len(said) > 2000:
        return ""
    return "-" + _OTHER.sub("-", _HUMP.sub("-", said).lower()).strip("-") + "-"
