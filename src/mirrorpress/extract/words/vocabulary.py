"""Words by which pages name their parts: the data that the body finder reads.

Class names and ids are matched lower-cased, as `Element.hint`. Words of text are matched against
whole short lines. Nothing here names a site.

`re.IGNORECASE` lowers a character anew for each of a hundred alternatives. `Phrases` lowers the
text once, by the same rules, and passes over an alternative by its first letter.
"""

from __future__ import annotations

import re

# Letters that `re.IGNORECASE` takes for others, and that `str.lower` leaves as they are.
_SAME_LETTERS = str.maketrans(
    "\u0131\u017f\u00b5\u03c2\u03d0\u03d1\u03d5\u03d6\u03f0\u03f1\u03f5\u1e9b\u1fbe\u1fd3\u1fe3"
    "\u1c80\u1c81\u1c82\u1c83\u1c84\u1c85\u1c86\u1c87\u1c88\ufb06",
    "is\u03bc\u03c3\u03b2\u03b8\u03c6\u03c0\u03ba\u03c1\u03b5\u1e61\u03b9\u0390\u03b0"
    "\u0432\u0434\u043e\u0441\u0442\u0442\u044a\u0463\ua64b\ufb05",
)
_LIKE_OTHERS = re.compile(f"[{''.join(map(chr, _SAME_LETTERS))}]")


def in_one_case(text: str) -> str:
    """A text of the same length that is to a pattern what the text is with `re.IGNORECASE`."""
    if text.isascii():
        return text.lower()
    lowered = text.replace("İ", "i").lower()
    return lowered.translate(_SAME_LETTERS) if _LIKE_OTHERS.search(lowered) else lowered


class Phrases:
    """A pattern, written as `in_one_case` gives it, that matches text of any case."""

    __slots__ = ("in_one_case",)

    def __init__(self, pattern: str) -> None:
        self.in_one_case = re.compile(pattern)  # for a text that is so already

    @property
    def pattern(self) -> str:
        return self.in_one_case.pattern

    def match(self, text: str) -> re.Match[str] | None:
        return self.in_one_case.match(in_one_case(text))

    def search(self, text: str) -> re.Match[str] | None:
        return self.in_one_case.search(in_one_case(text))


# Elements that never hold text of the article.
NEVER = frozenset(
    [
        "nav",
        "footer",
        "button",
        "input",
        "select",
        "textarea",
        "option",
        "datalist",
        "dialog",
        "canvas",
        "map",
        "object-fit",
        "head",
        "noframes",
        "frameset",
        "frame",
        "marquee",
        "menu",
        "optgroup",
        "progress",
        "meter",
        "slot",
        "title",
        "link",
        "meta",
        "base",
        "script",
        "style",
        "template",
    ]
)

# What readers wrote is never taken for the article, however long it is.
COMMENTS = re.compile(
    r"(?<!no)comment|kommenta|(?<!noload)disqus|(?:^|\s)respond|livefyre|pinglun|coral-|viafoura"
)

# Words that name the whole of an article.
ARTICLE = re.compile(
    r"article|story|entry|post|content|text|body|main|news|artikel|beitrag|column|blog|page"
)

# Names of galleries, so that several pictures become one figure.
GALLERY = re.compile(r"gallery|slideshow|slider|carousel|diaporama|photoset|swiper|galerie|tiled")

# Names of captions and credits, for pages without figcaption.
CAPTION = re.compile(
    r"caption|cutline|legende|légende|bildunterschrift|bildtext|img-desc|image-desc|imgdesc|"
    r"img-info|pic-info|picinfo|img_tit|pictext|pic-text|imagetext|image-text|photo-text|"
    r"media-?_?info|podpis|didascalia|pie-de-foto|piedefoto|caption-text|wp-caption-dd|bu\b"
)
CREDIT = re.compile(
    r"credit|copyright|photographer|photograph-by|rights|(?<!re)source|quelle|fotograf|agency|agencia|"
    r"attribution|byline|autor|author|owner|provider"
)

# Names of elements that hold one picture and its caption.
PICTURE = re.compile(
    r"(?:^|[\s_-])(?:photo|foto|image|img|pic|picture|figure|media|bild|thumb|illustration)"
    r"(?:$|[\s_-])|wp-caption"
)

# Quotations that repeat words of the body in large type.
PULLED = re.compile(
    r"pull-?_?quote|exergue|blockzitat|zitat-box|quote-box|"
    # not "pull-left", which only says where a box stands
    r"(?:^|[\s_-])pull(?:ed)?(?:$|[\s_-](?!(?:left|right|start|end|center|none|up|down|top)\b))"
)

# Bold lines that serve as headings.
SUBHEAD = re.compile(
    r"crosshead|sub-?_?head|zwischentitel|zwischenueberschrift|intertitre|intertit"
)

CORRECTION = Phrases(
    r"correct(?:ion|ed)|clarification|korrektur|berichtigung|errat|corrección|rectific|исправ|"
    r"更正|勘误|訂正|정정|تصحيح|تصحیح"
)  # what an outlet says of its own mistake

# Lines that open a list of other articles; what follows them to the end is boilerplate.
FOLLOWED_BY_OTHERS = Phrases(
    r"^[‹›«»<>–-]?\s?(?:"
    r"related(?: (?:articles?|stor(?:y|ies)|posts?|news|content|topics?|links?|reading|coverage))?|"
    r"read (?:more|also|next)|also (?:read|on)\b.{0,30}|see also|more (?:from|on|in|"
    r"about|"
    r"stories|news|like this|great|top|popular|must-?reads?)\b.{0,40}|"
    r"you (?:may|might) (?:also )?(?:like|be interested).{0,20}|"
    r"recommended(?: (?:for you|stories|reading|articles))?|"
    r"most (?:read|popular|viewed)(?: (?:in|on)\b.{0,30})?|trending"
    r"(?: now)?|popular(?: (?:posts|stories|now))?|latest (?:news|stories|posts)|up next|"
    r"don.t miss|what to read next|comments?(?: \(\d+\))?|leave a (?:reply|comment)|"
    r"\d+ (?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|"
    r"комментари[йяев]+|коментар[іів]+|yorum)|\d+ ?(?:条评论|則留言|件のコメント)|"
    r"join the (?:conversation|discussion)|share this.{0,30}|"
    r"mehr zum thema.{0,30}|lesen sie auch.{0,20}|"
    r"das (?:thema )?könnte (?:sie|dich|euch|dir|ihnen) auch (?:interessieren|gefallen)|"
    r"weitere (?:aktuelle )?(?:artikel|themen|meldungen|nachrichten|beiträge).{0,30}|"
    r"entdecken? (?:sie )?(?:weitere|mehr)\b.{0,30}|mehr (?:dazu|artikel|news|"
    r"aus).{0,30}|"
    r"verwandte (?:artikel|themen|beiträge)|ähnliche (?:artikel|beiträge)|kommentare?(?: \(\d+\))?|"
    r"auch interessant|meistgelesen|"
    r"à lire aussi|lire aussi|à lire également|sur le même (?:sujet|thème)|articles? liés?|"
    r"les plus lus|commentaires?(?: \(\d+\))?|"
    r"te puede interesar|le puede interesar|lea también|lee también|noticias relacionadas|"
    r"más (?:noticias|información|leídas).{0,20}|comentarios|"
    r"leggi anche|potrebbe interessarti.{0,20}|leia também|veja também|lees ook|læs også|läs också|"
    r"les også|lue myös|czytaj (?:także|też|również)|zobacz (?:także|też|również)|"
    r"читайте (?:также|ещё|еще).{0,20}|по теме|материалы по теме|ещё по теме|"
    r"اقرأ أيضا.{0,20}|مواضيع ذات صلة|أخبار ذات صلة|مقالات ذات صلة|بیشتر بخوانید|مطالب مرتبط|"
    r"相关(?:阅读|新闻|文章|推荐|报道|链接|专题|内容)|相關(?:閱讀|新聞|文章|推薦|報導|連結)|"
    r"延伸(?:阅读|閱讀)|"
    r"推荐(?:阅读|新闻|文章)?|推薦(?:閱讀)?|猜你喜欢|热门(?:推荐|新闻|文章|评论|排行)?|"
    r"熱門(?:新聞|文章)?|"
    r"更多(?:精彩|新闻|相关)?.{0,8}|精彩推荐|今日推荐|为您推荐|编辑推荐|最新(?:评论|新闻|文章)|"
    r"网友评论|"
    r"(?:全部|精彩|最新)?(?:评论|評論)(?: ?[（(]\d+[)）])?|上一篇.{0,80}|下一篇.{0,80}|"
    r"大家都在看|相关搜索|関連記事|"
    r"あわせて読みたい|관련기사|"
    r"другие новости|комментарии|самое читаемое|лучшее за.{0,20}|التعليقات|الأكثر قراءة|留言|"
    r"點擊排行|点击排行|"
    r"(?:next|previous) (?:[a-z]+ ){0,2}(?:news|articles?|stor(?:y|ies)|posts?|entry)|"
    r"(?:today.s )?top (?:picks|stories|headlines|news)|(?:latest|more) headlines|"
    r"also(?=\s*:)|part of complete coverage(?: on)?\b.{0,40}|"
    r"ads by (?:google|yahoo|taboola|outbrain|revcontent)|like this topic\?.{0,60}|"
    r"also on the wire|mehr nachrichten|hot news|elsewhere on.{0,20})\s*[:：>»…–-]*$"
)

# Short lines that are boilerplate wherever they stand.
BOILERPLATE_LINE = Phrases(
    r"^(?:advertis(?:e)?ment(?: [-–—:].{0,40}| \d{1,2})?|advertising|sponsored(?: content)?|"
    r"anzeige|werbung|"
    r"publicité|publicidad|advertentie|annonce|mainos|hirdetés|publicitate|iklan|विज्ञापन|pubblicità|reklama|reklame|annonse|annons|реклама|广告|廣告|إعلان|"
    r"تبلیغات|"
    r"ad|continue reading.{0,40}|story continues below.{0,30}|article continues (?:after|"
    r"below).{0,30}|(?:weiter|weiterlesen|es geht weiter) nach der (?:anzeige|werbung)|"
    r"nach der (?:anzeige|werbung) geht .{0,20}|la suite après (?:la|cette|une) publicité|"
    r"(?:el artículo )?continúa (?:tras|después de) la publicidad|continua após a publicidade|"
    r"(?:l.articolo )?continua dopo la pubblicità|"
    r"(?:het artikel gaat )?(?:lees )?verder (?:onder|na) (?:de )?advertentie|"
    r"(?:artikkelen|saken) fortsetter (?:under|etter) annonsen?|"
    r"artikeln fortsätter (?:under|efter) annonsen|artiklen fortsætter efter annoncen|"
    r"(?:dalsza część|ciąg dalszy) .{0,20}pod reklamą|článek pokračuje pod reklamou|"
    r"publicidade|продолжение после рекламы|продовження після реклами|reklam(?:dan sonra.{0,20})?|"
    r"haberin devami.{0,30}|quảng cáo|nội dung tiếp tục.{0,20}|يتبع بعد الإعلان|آگهی|"
    r"ادامه مطلب پس از آگهی|広告(?:の後に.{0,10})?|스폰서|광고(?: 후 .{0,10})?|"
    r"广告(?:之)?后继续.{0,6}|廣告後繼續.{0,6}|"
    r"listen to (?:this|the) (?:article|story)|(?:diesen )?artikel (?:anhören|vorlesen).{0,10}|"
    r"écouter (?:cet |l.)article|escuchar? (?:este |el )?artículo|ascolta (?:questo |l.)articolo|"
    r"ouvir (?:este |o )?artigo|luister naar dit artikel|слушать (?:статью|материал|новость)|"
    r"слухати (?:статтю|матеріал|новину)|(?:bu )?haberi dinle(?:yin)?|nghe (?:bài viết|đọc bài)|"
    r"(?:이 )?기사 듣기|"
    r"收听(?:本文|全文|文章)|听(?:全文|文章)|收聽(?:本文|全文)|聽(?:全文|新聞)|この記事を聴く|"
    r"استمع إلى (?:المقال|الخبر)|گوش کنید|"
    r"skip (?:advertisement|ad|to .{0,40}|past .{0,40})|scroll (?:down )?to continue.{0,30}|"
    r"share(?: this(?: article| story| page| post)?)?(?: (?:on|in) .{0,30})?|tweet|pin it|email|"
    r"e-mail|"
    r"print|"
    r"facebook|twitter|whatsapp|linkedin|reddit|telegram|pinterest|save|"
    r"teilen|drucken|merken|artikel (?:drucken|teilen|merken)|zurück|"
    r"partager|imprimer|compartir|condividi|deel|"
    r"[^.]{0,160}s(?<=\bs)(?:ign(?:ing)? up|ubscrib(?:e|ing)) (?:to|for) our [^.]{0,60}"
    r"newsletters?[^.]{0,40}\.?|get in touch with [^.]{0,40}\bteam by email.{0,80}|"
    r"this site uses akismet to reduce spam\b.{0,80}|leave a (?:comment|reply).{0,30}cancel reply|"
    r"externer inhalt(?: nicht verfügbar)?\W*|trending videos|password recovery|"
    r"an dieser stelle (?:finden sie|befindet sich|ist ein).{0,40}extern.{0,200}|"
    r"\[[a-z][\w-]{1,30} [^\]]{0,100}=[^\]]{1,300}\].{0,200}|"
    r"(?:image|photo|bild|foto|slide) \d{1,3} (?:of|von|de|sur|/)[ /]{0,3}\d{1,3}|"
    r"an official website of the united states government\W*|official websites use \.gov.{0,200}|"
    r"secure \.gov websites use https.{0,250}|(?:don.t want to see this\? )?remove ads|"
    r"view this post on instagram|a post shared by .{1,80}|"
    r"submit your (?:letters?|op-eds?|stor(?:y|ies)) (?:to|via)\b.{0,120}|"
    r"(?:faire|je fais) un don|donate(?: now| today)?|(?:jetzt )?spenden|donar(?: ahora)?|"
    r"dona(?: ahora| ora)|поддержать|підтримати|.{0,100}ctrl ?\+ ?enter.{0,80}|"
    r"this entry was posted (?:in|on|by)\b.{0,200}|"
    r"\((?:noch keine bewertungen|no ratings yet)\).{0,20}|schreibe? einen kommentar.{0,30}|by|"
    r"(?:medically |clinically |fact[ -]?)?(?:checked|reviewed) by\b.{0,60}|"
    r"was this (?:page|article|story|information) helpful\W*|tell us why\W*|"
    r"thank(?:s| you) for (?:your feedback|letting us know)\W*|"
    r"war dieser artikel hilfreich\W*|danke für (?:ihr|dein) feedback\W*|"
    r"cet article vous a-t-il été utile\W*|¿te ha resultado útil\W*|"
    r"advert|text size|sharing is caring\W*|like this\W*|expand|caption|click to unmute|"
    r"this slideshow requires javascript\.?|\d{1,3} min(?:ute)?s?\.? read|next prev|prev next|"
    r"we apologize, but this video has failed to load\.?|video not available\.?|"
    r"unfortunately, this video is not available in your region\.?|your video will play in .{0,8}|"
    r"sign in or create an account|recommended videos|view full post on \w{1,20}|back to video|"
    r"(?:there are )?no comments?(?: yet)?\W*|comments? (?:are |is )?(?:closed|off|disabled)\W*|"
    r"player wird geladen\W*|(?:personen-)?box aufklappen (?:personen-)?box zuklappen|"
    r"bild anzeigen bild schließen|mit freunden teilen|diesen artikel teilen|kommentare ?teilen|"
    r"(?:bisher |noch )?keine kommentare\W*|kommentare (?:sind )?geschlossen\W*|"
    r"kommentarfeed \W.{0,60}|weitere videos|ツイート|シェアする|シェア|ツイートする|我要分享|"
    r"正在加载\W*|已收藏\W*|知道了|"
    r"for more (?:stories|news) like this,? check .{0,60}|(?:toggle|hide) caption|"
    r"sign up\b.{0,80}|subscribe(?: (?:now|to|for)\b.{0,80})?|log ?in|register|follow us\b.{0,40}|"
    r"click here to .{0,60}|download (?:the|our) app.{0,40}|get the app|"
    r"article content|authors? of the article:?|last updated \d{1,2} (?:minutes?|hours?|days?) ago|"
    r"join the conversation\W*|aktuelle zeit:?[\d:\s]{0,12}gesamtdauer.{0,20}|"
    r"(?:主办|主辦|承办|承辦)单?單?位\s?[:：].{0,200}|网站标识码.{0,60}|(?:like )?loading\W*|"
    r"image (?:source|copyright|caption),?|watch(?: now| more)?:?|play(?: video)?|video|"
    r"close|open|menu|back to top|top|next|previous|comments?|read (?:more|less)|show (?:more|"
    r"less)|"
    r"see more|view (?:more|all|gallery|comments).{0,20}|view image in fullscreen|"
    r"read (?:full |the full )?(?:article|story)|"
    r"copyright(?:\W{0,3}(?:[©:]|\(c\)|\d{4}\b|by\b).{0,120}|\b.{0,80}\brights reserved\W*)?|"
    r"©.{0,150}|\(c\) \d{4}.{0,120}|all rights reserved\W*.{0,60}|"
    r"copyright (?:is )?(?:owned|held)\b.{0,280}|"
    r"(?:new ?)?you can now listen to .{0,40}articles\W*|"
    r"[^.]{0,30}\.? ?no (?:re(?:production|print|distribution)|part of this (?:page|article))\b"
    r".{0,40}\bwithout.{0,40}\bpermission.{0,40}|"
    r"(?:[^.:]{0,30}: )?this copy is for your personal,? non-?commercial use only\b.{0,280}|"
    r"(?:see a sample reprint\b|order a reprint\b|order presentation-ready copies\b).{0,120}|"
    r"[“\"]?start quote|end quote\b.{0,80}|"
    r"(?:to )?contact the (?:reporters?|editors?|writers?|authors?)\b.{0,200}@.{0,100}|"
    r"tags?\s*[:：].{0,300}|filed under\s*[:：]?.{0,200}|topics?\s*[:：].{0,200}|"
    r"keywords?\s*[:：].{0,300}|"
    r"posted in\b[^.!?]{0,200}|categor(?:y|ies)\s*[:：].{0,200}|schlagw(?:o|ö)rter\s*[:：].{0,200}|"
    r"分享(?:(?:到|至|给|本|此|文章|链接|按钮|[:：|\s]).{0,30})?|扫一扫.{0,40}|扫码[^。]{0,30}|手机(?:看新闻|扫码).{0,20}|字号.{0,20}|"
    r"(?:字体|字體)[:：]?\s*[\[【]?大.{0,12}小.{0,4}|自动播放|[（(]?原(?:标题|標題)[:：].{0,120}|"
    r"\d{1,2}:\d{2}(?::\d{2})?|打印(?:本页)?|收藏|点赞|举报|关闭(?:窗口)?|返回(?:顶部|首页|"
    r"搜狐，查看更多).{0,10}|点击.{0,12}(?:进入|查看|下载).{0,30}|"
    r"[^。]{0,30}用app看新聞.{0,60}|\W*(?:the )?end\W*|全文完|"
    r"(?:请|請)?(?:点|點|戳)(?:击|擊)?(?:上方|下方|顶部|頂部|文首|文末|蓝字|藍字|标题|標題|左下角|右上角|这里|這裡)"
    r"[^。]{0,24}(?:关注|關注|订阅|訂閱|置顶|置頂|星标|星標)[^。]{0,16}|"
    r"[^。]{0,10}有(?:instagram|telegram|facebook|youtube)[！!]?(?:欢迎|歡迎)[^。]{0,40}。?|"
    r"标签[：:].{0,100}|关键词[：:].{0,100}|版权(?:声明|所有).{0,200}|免责声明.{0,300}|"
    r"打开.{0,8}app.{0,30}|下载.{0,10}客户端.{0,30}|阅读 ?\(?\d*\)?|展开全文|查看更多.{0,10})$"
)

# The first person of several, in which an outlet speaks of itself.
OF_US = Phrases(
    r"(?<![^\W\d_])(?:we|us|our|ours|wir|uns|unser\w*|nous|notre|nos|nosotros|nuestr\w+|noi|"
    r"nostr\w+|nós|noss\w+|wij|ons|onze|nasz\w*|vi|oss|våra?|våre|vores|meidän|naš\w*|nás|nám|noi|noastr\w+|kami|μασ|мы|нас|нам|наш\w*|ми|наші\w*)(?![^\W\d_])|"
    r"我们|我們|本报|当社|弊社|私たち|우리|저희|chúng tôi|"
    r"biz(?:im?)?\b|\w+(?:lerimiz|larimiz)\w*|صحيفتنا|أخبارنا|(?:تحریریه|خبرهای) ما"
)

# Lines that end an article; what follows them is about the page, not about the news.
END_OF_ARTICLE = Phrases(
    r"(?:about the (?:authors?|writers?)|(?:article|story) sources?|cite this (?:page|article)|"
    r"please use (?:one of )?the following (?:format|citation)s?\b.{0,80}|"
    r"disclaimer|legal notice|über (?:den autor|die autorin)|zum autor|à propos de l.auteure?|"
    r"sobre (?:el autor|la autora|o autor|a autora)|об авторе|关于作者|作者简介|\d{1,3} sources|"
    r"(?:post|write|add|leave|submit) (?:a|your) (?:comment|reply)|"
    r"(?:(?:einen|ihren) )?kommentar (?:verfassen|schreiben|hinterlassen|abgeben)|"
    r"bitte füllen sie die felder aus.{0,60}|schreiben sie einen kommentar|"
    r"(?:laisser|écrire|ajouter|poster) un commentaire|(?:deja|escribe|añade) (?:un|tu) comentario|"
    r"lascia un commento|deixe (?:um|seu) comentário|(?:оставить|добавить) комментарий|"
    r"залишити коментар|コメントを書く|发表评论|我要评论|發表評論|اترك تعليقا|أضف تعليقا)"
    r"\s*[:：.!]?$|"
    r"story source:|"
    r"(?:【(?:纠错|糾錯)】\s*)?[（(【\[]?\s*(?:(?:责任编辑|責任編輯|责编|責編|本文编辑)\s*[:：]?|(?:编辑|編輯)\s*[:：])"
    r"\s*\S{0,20}\s?\S{0,20}[)）】\]]?$|"
    r"本文来源[:：].{0,40}责任编辑[:：].{0,40}$|notice: the content above \(including .{0,300}$|"
    r"(?:特别|特別)?(?:声明|聲明)[:：](?:以上|该文|該文|此文|本文).{0,30}(?:平台|作者本人|网友|用户|用戶).{0,250}$|"
    r".{0,60}icp[备備证證].{0,300}$|"
    r".{0,80}(?:新闻信息服务|视听节目|节目制作经营)许可证.{0,300}$"
)
