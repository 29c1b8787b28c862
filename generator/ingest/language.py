"""Which language a text is in: by its script, and by the small words that no text does without.

Function words make up a third of running text in most languages, so a few dozen of them tell languages apart sooner
and more explainably than letter statistics do. A word that several languages share counts less for each of them.
"""

from __future__ import annotations

import re
from collections import Counter

UNKNOWN = "und"  # ISO 639-2: undetermined

# The commonest function words of each language (ISO 639-1), from its grammar; the neighbours that are easily taken for
# one another have those words that part them.
_WORDS: dict[str, str] = {
    "en": "the of and to in that is was for on with as by at from it he his they be have has had not but are were which this will would said an or who its their been after more about also than when",
    "fr": "le la les des et en un une du dans est pour que qui sur par au avec ne pas ce plus cette ont été sont mais aux il elle ses son leur nous vous après selon",
    "es": "el la los las de y en que un una por con para se del no su al es lo como más pero sus fue este ha entre cuando muy sin sobre también hasta hay desde están",
    "pt": "o a os as de e em que um uma por com para se do da dos das não no na ao é mais foi como mas seu sua pelo pela são também até há já nos nas está",
    "it": "il lo la i gli le di e in che un una per con si del della dei delle non è al alla nel nella da dal sono anche più come ha ma suo stato dopo questo",
    "ro": "și în de la cu pe un o care din pentru nu este au fost se ca mai după prin sunt lui dar că sau al ale cel ei fi",
    "ca": "el la els les de i en que un una per amb del al no és ha als dels però seva seu més han aquest aquesta són molt també fins des",
    "gl": "o a os as de e en que un unha por con para do da dos das non no na ao é máis foi como pero seu súa polo pola tamén ata hai",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über",
    "nl": "de het een van en in is dat op te voor met zijn aan niet die er door om ook naar maar uit bij worden wordt heeft was over zij hij nog deze",
    "af": "die van en in is dat op te vir met sy aan nie het wat om ook na maar uit by word was oor hulle hy nog daar hierdie",
    "sv": "och att i det som en på är av för med den till inte har de ett om han men var jag sig från vi så kan när också efter under",
    "da": "og at i det som en på er af for med den til ikke har de et om han men var jeg sig fra vi så kan når også efter blev være hun",
    "nb": "og at i det som en på er av for med den til ikke har de et om han men var jeg seg fra vi så kan når også etter ble være hun",
    "is": "og að í á er sem til um það við með ekki af fyrir en hann var því hefur frá eru þeir hún þetta eftir verið",
    "fi": "ja on ei se että oli hän ovat mutta kun myös joka mukaan sen vuonna kuin tai jos niin olla mitä ole jo vain sitten hänen",
    "et": "ja on ei et see oli ta kui ka mis oma aga või siis kes olid selle ning pärast juba pole nii saab",
    "lv": "un ir ar no uz par ka bija tas kas ne pēc arī kā to bet vai viņš tika līdz jau šis gan lai",
    "lt": "ir yra su iš į kad buvo tai kas ne po taip kaip bet ar jis ji už dėl nuo iki jau šis apie per",
    "pl": "w i na z że się do nie jest o to jak po za od przez dla jego ale był która który oraz są przy tym ze już tylko może",
    "cs": "a v se na je že s z do o k pro to ale jako za by od po jsou podle který která které byl také již jsem při však",
    "sk": "a v sa na je že s z do o k pre to ale ako za by od po sú podľa ktorý ktorá ktoré bol tiež už som pri však",
    "sl": "in v je na se za da so z ki po ne pa bi tudi od do iz kot bil pri ali še kar lahko ni med",
    "hr": "i u je na se za da su s o koji koja što ne od do iz kao bio te ili ali nije prema uz tijekom također sve bi",
    "sq": "dhe në e të i për me një nga që është u nuk ka ai kjo si do ishte por kanë më janë këtë tij",
    "hu": "a az és hogy nem egy is volt meg de van ez el csak mint már ha még azt vagy ki lesz szerint után sem",
    "tr": "ve bir bu da de için ile olarak daha olan çok ne gibi sonra kadar en ama var olduğunu tarafından göre ise değil dedi her",
    "az": "və bir bu da də üçün ilə olan daha çox kimi sonra qədər ki edib var deyil görə onun bütün isə",
    "id": "yang dan di dengan untuk dari pada ini itu dalam tidak akan ke oleh juga telah karena sudah bisa mereka saat kami bahwa adalah seperti",
    "ms": "yang dan di dengan untuk dari pada ini itu dalam tidak akan ke oleh juga telah kerana boleh mereka beliau katanya bahawa adalah seperti ialah",
    "tl": "ang ng sa na mga at ay ni si para hindi ito nang kung may din rin siya kay isang mula ayon",
    "vi": "và của là có được cho trong một không những người với các này đã khi để từ đến như tại về theo",
    "sw": "na ya wa kwa ni katika za la cha kuwa hiyo huyo baada yake watu lakini ambao kama pia hii alisema wake",
    "so": "iyo ku ka ee oo ay uu in la waa u aan kale ayaa soo badan sheegay waxaa",
    "ha": "da a na ya ta ba cikin ne wannan kuma su shi sai don ce daga zuwa wata an",
    "yo": "ti ni ati si fun awọn ó sí tí ní àti wọn pé kí àwọn",
    "cy": "yn y a i o ar yr mae wedi ei ac am gan bod eu oedd hefyd ond gyda sydd fod",
    "ga": "an na agus ar i a is le go do tá bhí ag sé ach nach seo ón leis sa",
    "eu": "eta da ez du bat dute izan ere baina zen dira egin hau behar duen den dela",
    "mt": "u ta li il ta' fil għal minn ma' biex mhux kien kienet hija din dan wara",
    "eo": "la kaj de en estas al por ne kun ke li pri el kiu sed oni estis ĉe pli",
    "ht": "nan yo ak pou ki sa li te gen pa nou pou yon ap se moun",
    # other scripts that several languages share
    "ru": "и в не на что с по как это но из у за от к о для же его все так при было он она они также после который",
    "uk": "і в не на що з по як це але із у за від до та для ж його все так при було він вона вони також після який є",
    "be": "і ў не на што з па як гэта але із у за ад да та для ж яго усё так пры было ён яна яны таксама пасля які",
    "bg": "и в не на че с по как това но от у за към да се са е за него всички така при беше той тя те също след който",
    "mk": "и во не на дека со по како тоа но од за кон да се е него сите така при беше тој таа тие исто после кој ќе",
    "sr": "и у не на да са по како то али од за ка се је су њега све тако при био он она они такође после који",
    "kk": "және бір бұл мен үшін бойынша болып де да емес деп бар оның кейін қазақстан еді",
    "mn": "нь ба юм байна энэ болон гэж тул бол дээр хийх байсан монгол улсын",
    "ky": "жана бир бул менен үчүн боюнча болуп эмес деп бар анын кийин кыргыз",
    "tg": "ва дар ба аз ки ин барои бо аст буд шуд низ тоҷикистон",
    "ar": "في من على أن إلى عن التي الذي هذا هذه ما لا كان مع قد بعد ذلك كما وقال بين كل أو لم",
    "fa": "در از به که این با را برای است آن یک های می شد تا بر خود شده کرد بود نیز و",
    "ur": "کے کی میں سے اور کا ہے کو نے کہ پر یہ ہیں اس تھا ایک نہیں بھی گیا کر",
    "ps": "د په او چې کې ته له دا یې سره هم نه شي دی شوي",
    "ku": "û li di ku de ji bo bi jî ev ew ne hat wê dike",
    "he": "של את על לא הוא זה עם כי גם היא כל אל או היה אם בין אשר הם",
    "yi": "און די אין פון דער איז צו מיט דאס נישט האט אויף פאר",
    "hi": "के में की है से का को ने और पर यह हैं कि भी नहीं एक इस लिए था",
    "mr": "आणि या आहे च्या मध्ये की हे नाही आहेत होते त्या केला एक ते करण्यात",
    "ne": "र को मा छ गरेको ले पनि छन् भएको यो लागि हो गर्न तथा नेपाल",
    "zh": "",
    "ja": "",
}  # fmt: skip

# Scripts that one living written language uses, or hardly any other: a character range -> the language.
_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("el", "\u0370-\u03ff\u1f00-\u1fff"), ("hy", "\u0530-\u058f"), ("ka", "\u10a0-\u10ff\u1c90-\u1cbf"),
    ("bn", "\u0980-\u09ff"), ("pa", "\u0a00-\u0a7f"), ("gu", "\u0a80-\u0aff"), ("or", "\u0b00-\u0b7f"),
    ("ta", "\u0b80-\u0bff"), ("te", "\u0c00-\u0c7f"), ("kn", "\u0c80-\u0cff"), ("ml", "\u0d00-\u0d7f"),
    ("si", "\u0d80-\u0dff"), ("th", "\u0e00-\u0e7f"), ("lo", "\u0e80-\u0eff"), ("bo", "\u0f00-\u0fff"),
    ("my", "\u1000-\u109f"), ("am", "\u1200-\u137f"), ("km", "\u1780-\u17ff"), ("dv", "\u0780-\u07bf"),
    ("ko", "\uac00-\ud7af\u1100-\u11ff"), ("ja", "\u3040-\u30ff"), ("zh", "\u4e00-\u9fff\u3400-\u4dbf"),
    ("Hebr", "\u0590-\u05ff"), ("Arab", "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"),
    ("Deva", "\u0900-\u097f"), ("Cyrl", "\u0400-\u052f"), ("Latn", "A-Za-z\u00c0-\u024f\u1e00-\u1eff"),
)  # fmt: skip
_SCRIPT_OF = [(name, re.compile(f"[{letters}]")) for name, letters in _SCRIPTS]
_SHARED = {"Hebr": ("he", "yi"), "Arab": ("ar", "fa", "ur", "ps"), "Deva": ("hi", "mr", "ne"),
           "Cyrl": ("ru", "uk", "be", "bg", "mk", "sr", "kk", "mn", "ky", "tg")}  # fmt: skip
# Letters that only some of a script's languages write decide where words are few.
_LETTERS: dict[str, str] = {
    "uk": "їєґ", "be": "ў", "sr": "ђћџљњ", "mk": "ѓќѕ", "kk": "әғқңұһ", "ky": "ңү", "tg": "ҷӯҳӣ", "mn": "өү", "ru": "ыэё",
    "fa": "پچژگ", "ur": "ٹڈڑےں", "ps": "ښځڅټډړڼ", "yi": "װױײ", "vi": "ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệ", "tr": "ğış", "az": "əğ",
    "pl": "łąęśżź", "cs": "řůě", "sk": "ľĺŕô", "hu": "őű", "ro": "șță", "is": "ðþ", "lv": "āēīūģķļņ", "lt": "ėįųū", "de": "ß",
    "mt": "ħġż", "cy": "ŵŷ", "eo": "ĉĝĥĵŝŭ", "sq": "ë", "et": "õ", "yo": "ọẹṣ", "pt": "ãõ", "es": "ñ¿¡", "hr": "đ",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 20_000


def _weights() -> dict[str, dict[str, float]]:
    known = {lang: frozenset(words.split()) for lang, words in _WORDS.items() if words}
    common = Counter(word for words in known.values() for word in words)
    return {lang: {word: 1.0 / common[word] for word in words} for lang, words in known.items()}


_WEIGHTS = _weights()
_OF_SCRIPTS = {lang for langs in _SHARED.values() for lang in langs}
_LATIN = tuple(lang for lang in _WEIGHTS if lang not in _OF_SCRIPTS)


def detect(text: str) -> str:
    """The language of a text as ISO 639-1; "und" where the text is too short or strange to tell."""
    sample = text[:_SAMPLE]
    counts = {name: len(pattern.findall(sample)) for name, pattern in _SCRIPT_OF}
    # Characters of Chinese writing stand among Japanese ones: kana decide, however few.
    if counts["ja"] > 0.05 * (counts["ja"] + counts["zh"]):
        counts["ja"] += counts["zh"]
        counts["zh"] = 0
    script, letters = max(counts.items(), key=lambda item: item[1])
    # One sign of Chinese, Korean or Thai says as much as several letters do.
    dense = max(("zh", "ja", "ko", "th"), key=lambda name: counts[name])
    if script == "Latn" and counts[dense] * 3 > letters:
        return dense
    if letters < 4:
        return UNKNOWN
    if script not in _SHARED and script != "Latn":
        return script
    candidates = _SHARED.get(script, _LATIN)
    return _by_words(sample.casefold(), candidates, script)


def _by_words(sample: str, candidates: tuple[str, ...], script: str) -> str:
    words = Counter(w.replace("’", "'") for w in _WORD.findall(sample))
    total = sum(words.values())
    scores: dict[str, float] = {}
    for lang in candidates:
        weights = _WEIGHTS[lang]
        score = sum(count * weights[word] for word, count in words.items() if word in weights)
        special = _LETTERS.get(lang, "")
        score += 0.15 * sum(sample.count(letter) for letter in special)
        scores[lang] = score
    ranked = sorted(scores.items(), key=lambda item: (-item[1], candidates.index(item[0])))
    best, score = ranked[0]
    if script != "Latn":
        return best if score > 0 else candidates[0]
    # A headline has one or two such words, running text one in five; names and numbers alone have none.
    enough = score >= 0.9 and score >= 0.04 * total
    clear = len(ranked) < 2 or score > 1.1 * ranked[1][1]
    return best if enough and clear else UNKNOWN
