"""The general signs of what a news page prints around its article.

A sign describes a *whole* line, in any case, with white space folded; the alternatives stand one below the other. The
wordings are those of the usual content systems (WordPress and its plugins, newspapers' and broadcasters' own) and of
agencies' copy. What could be a sentence of an article is no sign: where the words alone do not decide, the sign asks
for a number, a colon, a network's name or the like, and for a short line.
"""

from __future__ import annotations

from generator.ingest.boilerplate_words import Sign
from generator.ingest.boilerplate_words import sign as _sign

SIGNS: tuple[Sign, ...] = (
    _sign(
        "navigation between posts", "tail", 160,
        r"(?:[«‹←<]\s*)?(?:previous|prev|older)(?: POST)?(?:\s*[|/·•]?\s*(?:next|newer)(?: POST)?(?:\s*[»›→>])?)?",
        r"(?:next|newer) POST(?:\s*[»›→>])?",
        r"[«‹←<]\s*(?:older|newer|previous|next)\b.{2,140}",
        r"(?:post|article) navigation",
        r"(?:[«‹←]\s*)?(?:previous|next) (?:post|article|story)\s*:.*",
    ),
    _sign("breadcrumbs", "line", 120, r"(?:home|news|start)(?:\s*[>»›/|]\s*[\w&' -]{2,40}){1,5}"),
    _sign(
        "menu", "line", 60,
        r"(?:main |toggle |open |close )?(?:menu|navigation)(?: menu| button)?",
        r"(?:skip|jump) to (?:main |primary )?(?:content|navigation|text|search)(?: jump to (?:navigation|search))?",
        r"back to (?:top|home(?:page)?)",
        r"(?:sign|log) ?(?:in|out|up)(?:\s*[|/·]\s*(?:register|sign up|subscribe))?",
        r"register|my account|search(?: for)?:?|hi, what are you looking for\?|connect with us|powered by [\w .]{2,30}",
        r"(?:scroll )?to top|showing posts (?:with label|from) .{1,60}|leer en español|save (?:story|article"
        r"|for later)|\d+ photos?",
        r"adjust font size:?|listen|photos?|gallery|font size.{0,20}",
    ),
    _sign(
        "browser notice", "line", 200,
        r"(?:ie|internet explorer) \d+ is not supported\b.*",
        r".{0,60}\bupdate your browser\b.*",
    ),
    _sign(
        "paging", "line", 60,
        r"page \d+ (?:of|/) \d+|\d+ / \d+",
        r"loading(?:\.\.\.|…)?",
        r"(?:show|view|load|see) (?:more|all|less)(?: PIECE)?",
    ),
    _sign(
        "comment form", "tail", 300,
        r"(?:leave|post|write|add|submit) (?:a |your )?(?:reply|comments?|response)(?: cancel reply| to .{2,40})?[:.]?",
        r"(?:leave|post|write|add|submit) (?:a |your )?(?:reply|comments?|response) (?:below|here|on this).{0,60}",
        r"your e-?mail address will not be (?:published|shared)\b.*",
        r"required fields are marked.*",
        r"save my name, e-?mail.*",
        r"notify me of (?:follow-?up|new) .*",
        r"(?:you must be|please) (?:logged|log|signed|sign)[ -]?in\b.{0,40} to (?:post|leave|write|comment|reply)\b.*",
        r"(?:this site uses akismet|learn how your comment data).*",
    ),
    _sign(
        "comments", "tail", 250,
        r"\d+ (?:replies|answers)|(?:reader|your) comments",
        r"(?:\d+ |no |view |all |show |read |join the )?comments?(?: \(\d+\)| yet| \d+)?(?: are (?:closed|off"
        r"|disabled)\.?)?",
        r"comments are (?:closed|off|disabled)\b.{0,160}|responses? \(\d+\).{0,60}",
        r"comments? (?:on this (?:story|article|post)|closed|off|disabled)\.?",
        r"(?:join|view) the (?:conversation|discussion)(?: \(\d+\))?|\d+ responses",
        r"(?:\d+|one|two|three) (?:thoughts?|responses?|repl(?:y|ies)|comments?) (?:on|to) [“\"‘'].*",
        r"be the first to comment\b.{0,80}|click to comment|(?:one|two|three|four|five) comments?:?|(?:no "
        r"|\d+ )?comments:",
        r"(?:what do you think\?|let us know)\b.{0,80}\bcomments? (?:section )?below.{0,30}",
    ),
    _sign(
        "sharing", "line", 120,
        r"(?:click to )?(?:share|tweet|pin|e-?mail|send|print)(?: (?:this|it|the|via|on|to|by|with|story|article"
        r"|post|page"
        r"|link|a|friend|your|friends|now|NETWORK)){0,8}(?: ?\(opens in new window\))?\s*[:.!]?"
        r"(?:\s*(?:tweet[\s|/·•,]*)?(?:NETWORKS)?)",
        r"(?:share|tweet|pin|like|print|e-?mail|save)(?:[\s|/·•,]+(?:share|tweet|pin|like|print|e-?mail|save"
        r"|comment|NETWORK)){1,8}",
        r"NETWORKS",
        r"\d[\d.,]*[km]? (?:shares?|views|likes|retweets|reads)|shares?:? \d[\d.,]*[km]?",
        r"(?:\d[\d.,]*[km]? (?:shares?|views|likes|retweets|reposts|replies|comments|quotes)[\s|·•,]*){2,6}",
        r"share this(?: if| with| on| so)\b[^.]{0,40}\.?(?:\s*\|.{0,60})?",
    ),
    _sign("sharing", "tail", 60, r"like this:?", r"like loading(?:\.\.\.|…)?", r"share this:"),
    _sign(
        "following", "line", 160,
        r"(?:please )?(?:follow|like|find|join) (?:us|@?[\w.' -]{2,40}) (?:on|at|via) (?:our )?NETWORKS\b.{0,60}",
        r"(?:follow|connect with) (?:us|@\w+|(?:the )?author)\b.{0,60}",
        r"(?:[\w ]{4,40}\? )?(?:please )?tag (?:us|me|@\w+)\b.{0,20}"
        r" (?:on|at|via) NETWORKS\b.{0,60}",
    ),
    _sign(
        "the whole article", "line", 120,
        r"(?:click here to )?(?:read|continue reading|see|view|keep reading)(?: the)?"
        r"(?: (?:full|whole|entire|rest of (?:the|this)|original|complete))?(?: (?:article|story|post|report"
        r"|text|piece|more))"
        r"(?: in full| here| at .{2,60}| on .{2,60}| ?[»›→>]+| ?(?:\.\.\.|…))?[.:]?",
        r"(?:continue|keep) reading(?:\s*(?:[»›→>:.…]+|below|\.\.\.|here|“.*|\".*))?",
        r"read (?:it )?in full(?: here)?[.:]?",
        r"(?:read|see) more ?[»›→>.…]*|(?:read|find out|learn) more (?:about|on) this(?: \w+)?[.:]?",
    ),
    _sign(
        "another article", "line", 200,
        r"(?:read|see|watch|listen|explore)(?: (?:more|also|next|now|here|this|the full story|related|to|about this))*"
        r"\s*[:|»›→>–—].{2,150}",
        r"(?:enjoyed|liked|like) (?:this|what you (?:read|see))\b[^.?]{0,40}\?.{0,100}",
        r"(?:coming )?(?:(?:up|in (?:the|our)) )?next(?: (?:issue|week|letter|post|episode|chapter|time|month))?"
        r"(?: (?:in|on) (?:this|the|our) [\w ]{2,20})?\s*:.{2,180}",
        r"you (?:may|might)(?: also)? (?:like|enjoy|be interested in|have missed)\s*:.{2,190}",
        r"more (?:from|by|in) (?-i:[A-Z])[\w'’ &-]{1,40}\s*:.{2,180}",
        r"also (?:read|see|watch)\b\s*[:|»›→>–—-]?.{0,150}",
        r"(?:more on this(?: story)?|(?:don['’]t|do not) miss|must[ -]read|recommended(?: for you)?|in pictures"
        r"|on our radar)"
        r"\s*[:|»›→>–—].{0,150}",
        r"related(?: PIECE)?\s*[:|»›→>–—].{2,150}",
    ),
    _sign(
        "other articles", "block", 90,
        r"(?:related|similar|recommended|suggested|other|more|popular|trending|latest|recent|top|most[ -](?:read"
        r"|popular|viewed|recent))"
        r"(?: (?:related|recent|popular|trending|top|latest|local|world|breaking))*(?: PIECE)"
        r"(?: (?:from|by|on|in|for you|you may like|about)\b.{0,40})?:?",
        r"(?:read|see) (?:also|more from [\w'’ &-]{2,40}|next|on)\s*:?",
        r"(?:related|more|further) (?:documents?|communications?"
        r"|statements?|releases?|announcements?|publications?|notices?|downloads?)\s*:?",
        r"you (?:may|might)(?: also)? (?:like|be interested in|enjoy|have missed)\s*(?::|\.\.\.|…)?",
        r"more on this(?: PIECE| series)?\s*:?",
        r"(?:mehr zum thema|mehr aus [\w ]{2,30}"
        r"|das könnte (?:sie|dich) auch interessieren|lesen sie auch"
        r"|auch interessant|weitere (?:artikel|meldungen|themen|nachrichten)|(?:à )?lire aussi"
        r"|sur le même (?:sujet|thème)"
        r"|más (?:noticias|información|sobre [\w ]{2,30})|te puede interesar"
        r"|(?:noticias|temas) relacionad[oa]s|lea también"
        r"|leggi anche|potrebbe interessarti|lees ook|meer over [\w ]{2,30}|läs också|les også|læs også)\s*:?",
        r"more (?:from|by|about) [\w' &-]{2,40}:?|more in [\w' &-]{2,30}:",
        r"most (?:read|popular|viewed|shared)(?: (?:today|this week|in [\w ]{2,20}|PIECE))?:?",
        r"(?:editor['’]?s['’]? picks?|in case you missed it|what to read next|up next|read next"
        r"|trending(?: now)?|related|recommended"
        r"|recommended for you|from the web|around the web|sponsored (?:content|links|stories)|promoted stories)\s*:?",
    ),
    _sign(
        "newsletter", "line", 260,
        r"(?:please |click here to |you can )?(?:sign up|subscribe|register|get|receive|join|enter your e-?mail)\b"
        r".{0,120}\bSERVICE\b.{0,80}",
        r"(?:our |free |daily |the |morning |weekly )*newsletters?",
        r"(?:for|to get) .{2,120}\b(?:sign up|subscribe) (?:to|for) (?:our|the) .{0,30}SERVICE\b.{0,40}",
        r"(?:sign up|subscribe) (?:to|for) (?-i:[A-Z])[\w'’ ]{1,30}, (?:our|the|a) .{2,120}",
        r"thank(?:s| you) for reading\b.{0,60}[.!](?: .{0,120}\b(?:share|subscribe|support)\b.{0,60})?",
        r"join .{2,40} (?:for free )?to (?:get|receive) (?:updates|stories|posts|news) from (?:this|the) .{2,40}",
        r"subscribe(?: (?:now|today|here|to (?:our|the|this) .{2,60}))?[.!]?",
        r"already a subscriber\??.{0,30}|thank(?:s| you) for (?:signing up|subscribing)\b.{0,60}",
        r"get (?:the )?(?:latest|breaking|top|more|our best) (?:news|stories|updates|headlines)\b.{0,100}"
        r"(?:inbox|phone|app|e-?mail|delivered|notifications|alerts).{0,40}",
    ),
    _sign(
        "appeal", "line", 200,
        r"(?:please )?(?:support|donate|contribute|make a (?:donation|contribution)|become a (?:member|supporter"
        r"|patron|subscriber))\b"
        r".{0,40}(?:our (?:work|journalism|reporting|newsroom|site)|independent (?:journalism|media|news)|today"
        r"|now|here)\b.{0,40}",
        r"(?:download|get|install) (?:our|the) (?:free |new )?(?:[\w ]{2,30} )?(?:mobile )?app\b.{0,80}",
    ),
    _sign(
        "players", "line", 240,
        r"(?:listen to|hear|play) this (?:article|story|episode|page)\b.{0,40}",
        r"(?:play|pause|mute|unmute)(?: (?:video|audio|sound))?",
        r"this (?:video|audio|content) (?:can ?not be played|is not available|is unavailable).{0,60}",
        r"(?:your browser does not support|to play this (?:video|content)|please enable javascript"
        r"|javascript is (?:disabled|required)"
        r"|media caption\b).{0,120}",
    ),
    _sign(
        "reading time", "line", 60,
        r"(?:words|text|story|photos?|photographs?|pictures?|drawings?|illustrations?)"
        r"(?:(?:,| and) (?:words|text|story|photos?|photographs?|pictures?|drawings?|illustrations?))* by [^.]{2,40}\.?"
        r"\s*(?:reading time|read time)?.{0,24}",
        r"(?:(?:estimated )?reading time|read time)\s*:?\s*\d+.{0,12}",
        r"\d+[ -]min(?:ute)?s?\.?(?: read| reading)?",
    ),
    _sign(
        "advertisement", "line", 130,
        r"[-–—\s*\[(]*(?:advertise?ments?|ads?|sponsored|advertorial|promoted|publicité|werbung|anzeige)"
        r"(?: (?:by .{2,40}|content|feature|link))?[-–—\s*\])]*",
        r"(?:this )?(?:story|article|advertisement|content|scroll) (?:continues?|will continue) (?:below|after"
        r"|with content)\b.{0,60}",
        r"advertise?ment\. scroll to continue reading\.?",
        r"scroll (?:down )?(?:to|for) (?:continue|more)\b.{0,40}|remove ads?|report (?:this )?ad",
    ),
    _sign(
        "cookies", "line", 420,
        r"(?:we|this (?:web)?site|our (?:web)?site|by (?:using|continuing|clicking"
        r"|visiting))\b.{0,120}\bcookies\b.{0,250}"
        r"\b(?:website|site|browsing|consent|preferences|policy|settings|experience|browser)\b.{0,120}",
        r"(?:accept|reject|manage|allow) (?:all )?(?:cookies|settings|preferences)(?: (?:settings|preferences))?"
        r"|(?:accept|reject) all",
        r"cookie (?:policy|settings|notice|preferences)|do not sell my .{0,60}|privacy (?:policy|notice|settings)",
    ),
    _sign(
        "money from links", "line", 320,
        r"(?:we|i|this (?:site|post|article|page)) (?:may|might|will)?\s*(?:earn|receive|get|contains?)\b.{0,80}"
        r"\b(?:commission|affiliate)\b.{0,200}",
        r"(?:this (?:post|article|page|site)|(?:some|all|any) (?:of the )?(?:links"
        r"|products))\b.{0,60}\baffiliate\b.{0,200}",
        r".{0,60}\bis a reader-supported (?:publication|newsletter|site|magazine)\b.{0,200}",
    ),
    _sign(
        "state of the page", "line", 420,
        r"(?:this (?:page|site|document) (?:was )?)last (?:updated|modified|revised|edited|changed)\b.{0,350}",
        r"you are (?:the )?visitor (?:no|number|#).{0,300}|.{0,20}\b\d+ visitors? since\b.{0,60}",
        r"(?:this (?:page|site) is )?best viewed (?:in|with|at|using)\b.{0,100}",
        r"applies to:? (?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?(?:(?:,| and|, and) (?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?){0,3}",
        r"(?:web)?(?:site|page) (?:design(?:ed)?|built|developed|maintained|created|hosted)(?: and \w+)? by .{2,80}",
    ),
    _sign(
        "history of the page", "tail", 160,
        r"(?:updates to|history of|changes to) this (?:POST|document|publication)",
        r"(?:first )?published:? \d.{4,30} (?:last )?updated:? \d.{4,80}",
    ),
    _sign(
        "correction", "line", 480,
        r"(?:[\w'’ ]{0,30}\b(?:correction|clarification|note|update)s?\b[^.:]{0,40}: ?)?(?:an? |the )?(?:earlier"
        r"|previous"
        r"|original|initial|prior) versions? of this (?:article|story|post|report|page|piece|headline"
        r"|caption)\b.{0,380}",
        r"(?:[\w'’ ]{0,30}\b(?:correction|clarification|note|update)s?\b[^.:]{0,40}: ?)?this (?:article|story"
        r"|post|report"
        r"|piece) (?:was|has been) (?:amended|corrected|updated|edited|modified|revised)\b.{0,380}",
    ),
    _sign(
        "correction", "line", 330,
        r"a correction was made on .{4,300}",
        r"when we learn of a mistake\b.{0,300}",
    ),
    _sign(
        "how to reach the author", "line", 320,
        r"(?:(?:you can |please |to )?(?:contact|reach|e-?mail|follow|find|message)) (?:[\w.'’-]+ ){1,5}(?:at|on"
        r"|via|by)\b.{0,30}"
        r"(?:[\w.-]+@[\w.-]+|@\w+|\d{3}[-. )]\d{3,4}|NETWORK|e-?mail).{0,200}",
        r"[\w.'’ -]{2,50} can be (?:reached|contacted|followed) (?:at|on|via|by)\b.{0,60}(?:@|\d{3}|NETWORK"
        r"|e-?mail).{0,120}",
        r"(?:if you have|do you have|have|got|any) (?:any |a |an )?(?:thoughts|questions?|comments?|feedback"
        r"|corrections?"
        r"|suggestions?|story ideas?)\b.{0,80}\b(?:e-?mail|contact|get in touch|let (?:me|us) know|write|message"
        r"|tweet|drop)"
        r"\b.{0,160}",
    ),
    _sign(
        "small print of a release", "line", 1500,
        r"(?:this|certain statements (?:made )?in this|statements in this)\b.{0,80}\b(?:contains?|includes?"
        r"|constitute|are)\b"
        r".{0,80}\bforward[- ]looking\b.*",
    ),
    _sign(
        "end of a release", "tail", 240,
        r"(?:(?:media|press|investor|news|editorial|pr)(?: (?:media|relations|and \w+))? )?(?:contacts?|enquiries"
        r"|inquiries)"
        r"(?: information| details)?:.{0,200}",
        r"(?-i:SOURCE) (?-i:[A-Z]).{2,80}",
        r"(?:media|press|news|pr) (?:contacts?|enquiries|inquiries)",
        r"for (?:media|press) (?:enquiries|inquiries)\b.{0,80}",
        r"about the authors?:?|note(?:s)? to editors:?",
    ),
    _sign(
        "copyright", "tail", 330,
        r"(?:©|\(c\)|copyright\b)\s*(?:©|\(c\))?.{0,160}(?:19|20)\d{2}\b.{0,160}",
        r".{0,80}(?:©|\(c\)|\bcopyright)\s*(?:19|20)\d{2}\b.{0,160}",
        r".{0,140}\ball rights reserved\b.{0,200}",
        r"(?:©|\(c\)|copyright)\s*(?-i:[A-Z])[\w .&'’-]{1,50}\. .{0,30}\b(?:reproduc|republi|reprint|permission"
        r"|subscriber)\w*.{0,120}",
    ),
    _sign(
        "terms", "line", 200,
        r"(?:terms (?:of (?:use|service)|(?:and|&) conditions)|privacy(?: policy)?|contact(?: us)?|about us"
        r"|advertise(?: with us)?"
        r"|sitemap|imprint|impressum)(?:\s*[|·•/,&]?\s*(?:terms (?:of (?:use|service)|(?:and|&) conditions)"
        r"|privacy(?: policy)?"
        r"|contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers|sitemap|imprint|cookies?(?: policy)?"
        r"|disclaimer|faq|help)){0,8}",
    ),
    _sign(
        "reprint", "line", 300,
        r"(?:this|the) (?:article|story|post|piece|report|text) (?:was |is |has been )?(?:originally |first |also )?"
        r"(?:published|appeared|appears|republished|reprinted|reproduced|posted)\b.{0,30}\b(?:by|on|in|at|from"
        r"|here|under|with)\b.{0,160}",
        r"a version of this (?:article|story|piece) (?:appears|appeared|was published|ran) (?:in|on) .{2,200}",
        r"(?:read|see) the original (?:article|story|post|version)\b.{0,80}",
        r"(?:the )?views expressed (?:in this|are|here).{0,200}",
        r"(?:the|this) post .{3,150} (?:appeared first on|first appeared on) .{2,80}",
        r"this (?:story|article) (?:was|has been) (?:auto-?generated|edited by .{2,40} staff|translated)\b.{0,120}",
        r"\(?except for the headline, this story has not been edited by .{0,120}",
    ),
    _sign(
        "sign-off", "line", 330,
        r"[\[(]?\s*(?:(?:additional |with |further )?(?:reporting|writing|editing|compiled|translated|research"
        r"|graphics?|rewriting)"
        r"(?: and (?:writing|editing|reporting))? by\b[^()\[\]]{2,120}?[;.,]?\s*){1,5}[\])]?\.?",
        r".{2,120} contributed (?:to )?(?:reporting|this (?:report|story|article|piece))\b.{0,40}",
        r"\W*(?:ends?|enditem|-30-|30|#{2,3}|\*{3}|fin)\W*",
        r"\(?(?:web |news )?(?:editors?|producers?|desk)\s*:.{2,80}\)?",
        r"[\W_]+",
    ),
    _sign(
        "paywall", "tail", 200,
        r"the rest of this (?:news item|article|story) is (?:only )?available to (?:subscribers|members)\b.{0,80}",
        r"(?:to (?:continue|keep) reading|to read the (?:full|rest of the) (?:article|story)),? .{2,100}",
        r"(?:this (?:content|article|story) is|available) (?:only )?(?:for|to) (?:subscribers|members) only\b.{0,60}",
    ),
    _sign(
        "standards", "line", 180,
        r"our standards:.{0,80}",
        r"(?:report a correction|corrections? policy|send (?:us )?(?:a )?(?:news tip|feedback|correction))\b.{0,100}",
        r"(?:got|have) a (?:news |story )?tip\?.{0,120}",
        r"did you [^.?]{3,60}\?\s*(?:write|contact|e-?mail|tell|call|get in touch)\b.{0,110}",
    ),
    _sign(
        "filing", "line", 220,
        r"(?:suggested|related) (?:tags?|topics?):?.{0,120}",
        r"(?:tags?|tagged|filed under|categories|category|topics?|keywords?|posted in|published in|section"
        r"|labels?)\s*:.{0,150}",
        r".{0,80}\b(?:filed under|posted in|tagged)\s*:.{2,80}",
        r"from (?:our|the) [\w ]{2,30} issue\.(?: .{2,120})?",
        r"(?:tagged|filed|posted) (?:with|under|in) .{2,100}(?<![.!?])",
    ),
    _sign(
        "picture caption", "line", 700,
        r"(?:file\s?[-–—:]+\s?)?(?:in )?this (?:[\w.]+,? ){0,7}(?:photo|image|picture|photograph|frame grab"
        r"|video grab|handout)"
        r"(?: \w+)? (?:provided|released|taken|made|shows?|from|by|obtained|posted)\b.*",
        r"file\s?[-–—:]+\s?.{10,500}",
    ),
    # -- pictures: a line of its own (captions that end in a credit are in `boilerplate`)
    _sign(
        "picture credit", "line", 240,
        r"(?:PICTURE|PICTURE credit|credit)\s*(?:source|credit|courtesy(?: of)?|by|caption)?\s*[:|]\s?.{2,200}",
        r"PICTURE (?:source|credit|caption)\b,?.{1,200}",
        r"[\w%.()+-]{1,80}\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|mp[34])",
        r"(?:PICTURE )(?:on )?pages? \d+.{0,200}",
        r"(?:text|words|story|PICTURE)\s*:\s*(?-i:[A-Z])[\w.'’ -]{2,40}\.? this (?:story|article|report"
        r"|piece) .{2,180}",
        r"(?:PICTURE (?:by|courtesy of|from|via)|courtesy(?: of)?|photographed by) [^.]{2,60}(?<![.!?])",
        r"(?:ap|afp|reuters|epa|upi|dpa) (?:photos?|images?|file photo)|[\w .-]{2,40} via (?:ap|afp|reuters"
        r"|getty images)",
        r"(?:getty(?: images)?|shutterstock|istock(?:photo)?|alamy|wikimedia commons|unsplash|pixabay|handout"
        r"|file|stock (?:image|photo))"
        r"(?:\s*[/|,].{0,60})?",
    ),
)  # fmt: skip
