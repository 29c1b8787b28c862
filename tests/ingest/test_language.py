from __future__ import annotations

import pytest

from generator.ingest.language import UNKNOWN, detect

SAID = {
    "en": "The bridge over the river was closed on Monday because of the flood, and nobody knows when it will open "
    "again.",
    "fr": "Le pont sur la rivière a été fermé lundi à cause de la crue, et personne ne sait quand il rouvrira.",
    "de": "Die Brücke über den Fluss wurde am Montag wegen des Hochwassers gesperrt, und niemand weiß, wann sie "
    "wieder öffnet.",
    "es": "El puente sobre el río fue cerrado el lunes por la crecida, y nadie sabe cuándo se abrirá de nuevo.",
    "pt": "A ponte sobre o rio foi fechada na segunda-feira por causa da cheia, e ninguém sabe quando será reaberta.",
    "it": "Il ponte sul fiume è stato chiuso lunedì a causa della piena, e nessuno sa quando sarà riaperto.",
    "nl": "De brug over de rivier werd maandag gesloten vanwege het hoge water, en niemand weet wanneer hij weer "
    "opengaat.",
    "sv": "Bron över floden stängdes i måndags på grund av översvämningen, och ingen vet när den öppnas igen för "
    "trafik.",
    "da": "Broen over floden blev lukket mandag på grund af oversvømmelsen, og ingen ved, hvornår den åbner igen "
    "efter jul.",
    "nb": "Broen over elva ble stengt mandag på grunn av flommen, og ingen vet når den åpner igjen etter at vannet "
    "har sunket.",
    "fi": "Joen ylittävä silta suljettiin maanantaina tulvan vuoksi, eikä kukaan tiedä, milloin se on taas auki, "
    "mutta ei heti.",
    "et": "Jõe ületav sild suleti esmaspäeval üleujutuse tõttu ja keegi ei tea, millal see taas avatakse, kuid "
    "mitte enne suve.",
    "is": "Brúnni yfir ána var lokað á mánudag vegna flóðsins og það er ekki vitað hvenær hún verður opnuð að nýju "
    "fyrir bíla.",
    "pl": "Most na rzece został zamknięty w poniedziałek z powodu powodzi i nie wiadomo, kiedy się go otworzy, ale "
    "to potrwa.",
    "cs": "Most přes řeku byl v pondělí uzavřen kvůli povodni a nikdo neví, kdy se znovu otevře, ale bude to až po "
    "létě.",
    "sk": "Most cez rieku bol v pondelok uzavretý pre povodeň a nikto nevie, kedy sa znovu otvorí, ale bude to až "
    "po lete.",
    "sl": "Most čez reko so v ponedeljek zaprli zaradi poplave in nihče ne ve, kdaj ga bodo spet odprli, a ne pred "
    "poletjem.",
    "hr": "Most preko rijeke zatvoren je u ponedjeljak zbog poplave i nitko ne zna kada će se ponovno otvoriti, "
    "ali ne uskoro.",
    "hu": "A folyón átívelő hidat hétfőn lezárták az árvíz miatt, és senki sem tudja, hogy mikor nyitják meg újra, "
    "de nem ma.",
    "ro": "Podul de peste râu a fost închis luni din cauza inundației și nimeni nu știe când va fi redeschis "
    "pentru mașini.",
    "sq": "Ura mbi lumë u mbyll të hënën për shkak të përmbytjes dhe askush nuk e di se kur do të hapet përsëri në "
    "qytet.",
    "lt": "Tiltas per upę pirmadienį buvo uždarytas dėl potvynio, ir niekas nežino, kada jis vėl bus atidarytas, "
    "bet ne iki vasaros.",
    "lv": "Tilts pār upi pirmdien tika slēgts plūdu dēļ, un neviens nezina, kad to atkal atvērs, bet tas nebūs "
    "līdz vasarai.",
    "tr": "Nehrin üzerindeki köprü pazartesi günü sel nedeniyle kapatıldı ve ne zaman açılacağı bilinmiyor, bu da "
    "bir sorun.",
    "az": "Çayın üzərindəki körpü bazar ertəsi daşqına görə bağlandı və onun nə vaxt açılacağı bilinmir, bu da bir "
    "problem.",
    "id": "Jembatan di atas sungai itu ditutup pada hari Senin karena banjir, dan tidak ada yang tahu kapan akan "
    "dibuka lagi.",
    "vi": "Cây cầu qua sông đã bị đóng vào thứ hai vì lũ, và không ai biết khi nào nó được mở lại cho người dân.",
    "sw": "Daraja la mto lilifungwa siku ya Jumatatu kwa sababu ya mafuriko, na hakuna anayejua lini litafunguliwa "
    "tena kwa magari.",
    "so": "Buundada webiga ayaa la xiray maalintii Isniinta sababo la xiriira daadadka, waxaana aan la garanayn "
    "goorta la furi doono.",
    "eu": "Ibaiaren gaineko zubia itxi egin zuten astelehenean uholdeagatik, eta inork ez daki noiz irekiko den, "
    "baina ez da egun.",
    "cy": "Mae'r bont dros yr afon wedi ei chau ddydd Llun ac nid oes neb yn gwybod pryd y bydd yn agor, ond mae "
    "pawb yn flin.",
    "ga": "Dúnadh an droichead ar an Luan mar go raibh an tuile ann agus níl a fhios ag aon duine cathain a "
    "osclófar é ach tá sé dúnta.",
    "mt": "Il-pont għal fuq ix-xmara ngħalaq it-Tnejn minħabba l-għargħar, u ħadd ma jaf meta se jerġa' jinfetaħ "
    "għal dawn in-nies.",
    "ca": "El pont sobre el riu es va tancar dilluns per la riuada, i ningú no sap quan s'obrirà de nou, però són "
    "moltes les queixes.",
    "tl": "Ang tulay sa ibabaw ng ilog ay isinara noong Lunes dahil sa baha, at hindi alam ng mga tao kung kailan "
    "ito bubuksan.",
    "ru": "Мост через реку закрыли в понедельник из-за паводка, и никто не знает, когда его снова откроют, но это "
    "не скоро.",
    "uk": "Міст через річку закрили в понеділок через повінь, і ніхто не знає, коли його знову відкриють, але це "
    "не скоро.",
    "bg": "Мостът над реката беше затворен в понеделник заради наводнението и никой не знае кога ще се отвори, но "
    "не скоро.",
    "sr": "Мост преко реке затворен је у понедељак због поплаве и нико не зна када ће се поново отворити, али не "
    "ускоро.",
    "mk": "Мостот над реката беше затворен во понеделникот поради поплавата и никој не знае кога ќе се отвори, но "
    "не наскоро.",
    "el": "Η γέφυρα έκλεισε τη Δευτέρα λόγω της πλημμύρας και κανείς δεν ξέρει πότε θα ανοίξει.",
    "ar": "أغلق الجسر فوق النهر يوم الاثنين بسبب الفيضان ولا أحد يعرف متى سيفتح من جديد، كما قال المحافظ.",
    "fa": "پل روی رودخانه روز دوشنبه به دلیل سیل بسته شد و هیچ کس نمی داند که چه زمانی باز می شود.",
    "ur": "دریا پر پل پیر کے روز سیلاب کی وجہ سے بند کر دیا گیا اور کسی کو معلوم نہیں کہ یہ کب کھلے گا۔",
    "he": "הגשר מעל הנהר נסגר ביום שני בגלל השיטפון, ואף אחד לא יודע מתי הוא ייפתח שוב.",
    "hi": "नदी पर बना पुल बाढ़ के कारण सोमवार को बंद कर दिया गया और किसी को नहीं पता कि यह कब खुलेगा।",
    "bn": "বন্যার কারণে সোমবার নদীর উপর সেতুটি বন্ধ করে দেওয়া হয়েছে।",
    "ta": "வெள்ளம் காரணமாக ஆற்றின் மீதான பாலம் திங்களன்று மூடப்பட்டது.",
    "th": "สะพานข้ามแม่น้ำถูกปิดเมื่อวันจันทร์เนื่องจากน้ำท่วม",
    "ka": "ხიდი ორშაბათს დაიხურა წყალდიდობის გამო.",
    "hy": "Կամուրջը փակվեց երկուշաբթի օրը հեղեղումների պատճառով։",
    "am": "ድልድዩ ሰኞ ዕለት በጎርፍ ምክንያት ተዘግቷል።",
    "ko": "강 위의 다리는 홍수 때문에 월요일에 폐쇄되었다.",
    "ja": "川にかかる橋は洪水のため月曜日に閉鎖された。",
    "zh": "由于洪水,河上的桥梁星期一关闭,没有人知道什么时候重新开放。",
}


@pytest.mark.parametrize("lang", SAID)
def test_a_sentence_is_enough(lang: str) -> None:
    assert detect(SAID[lang]) == lang


@pytest.mark.parametrize("text", ["", "12 + 30 = 42", "Kraków Poznań Gdańsk Łódź", "xkq zzt prr", "https://"])
def test_no_guess_without_evidence(text: str) -> None:
    assert detect(text) == UNKNOWN


def test_foreign_names_do_not_make_english_foreign() -> None:
    said = "Łukasz Żółć of the Instytut Pamięci Narodowej in Kraków said that he was surprised by the vote in Gdańsk."
    assert detect(said) == "en"


def test_a_short_english_note_is_english() -> None:
    assert detect("The road is open. Nobody was hurt in the fire.") == "en"
