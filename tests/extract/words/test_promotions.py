"""Paragraphs that ask readers to subscribe, follow, share or give."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.extract.words import promotions
from mirrorpress.extract.words.promotions import (
    is_at_the_end,
    is_consent,
    is_disclosure,
    is_promotion,
)
from mirrorpress.extract.words.small_print import is_small_print
from mirrorpress.extract.words.vocabulary import in_one_case
from pace import within


@pytest.mark.parametrize(
    "text",
    [
        "Sign up for our morning newsletter and never miss a story.",
        "Please subscribe to the Harbour Letter, our weekly newsletter.",
        "Follow the Ledger on Instagram, Facebook and YouTube.",
        "*** Follow @harbourledger on Twitter for more. Prices can change. All offers end. ***",
        "To get the latest from the port, join our Telegram channel.",
        "Don't miss a boat: download our app.",
        "Like this story? Share it with a friend!",
        "Do you have a story to tell? Write to desk@ledger.example.",
        "Got a news tip or want to contact us directly? Email news@ledger.example",
        "Have a story idea? Call the newsroom at 555-0100.",
        "Got a tip? We want to hear from you.",
        "Know something about the harbour? Get in touch: tips@ledger.example",
        "Follow your favorites to personalize your experience",
        "Get more from Rowing Follow your favorites to get information about races and more",
        "Haben Sie einen Hinweis? Schreiben Sie uns: tipp@ledger.example",
        "Vous avez une information ? Écrivez-nous à tuyau@ledger.example.",
        "¿Tienes una pista? Escríbenos a pistas@ledger.example",
        "Hai una segnalazione? Scrivici a redazione@ledger.example",
        "Tem alguma informação? Escreva para a redação.",
        "У вас есть новость? Напишите нам в редакцию.",
        "Heb je een tip? Mail de redactie.",
        "Masz dla nas temat? Napisz do nas.",
        "Not a subscriber? Then head over here to get the paper sent to your home.",
        "Want great stories in your inbox? Log in to your account, and choose what to receive.",
        "[Listen to Tide Talk on Spotify, Apple Podcasts and Google Podcasts.]",
        "Also available on Apple Podcasts",
        "Folgen Sie uns auf Instagram und Facebook.",
        "Abonnieren Sie hier unseren kostenlosen Newsletter.",
        "Keine Neuigkeiten aus dem Hafen mehr verpassen: Abonnieren Sie kostenlos den Newsletter.",
        "Hat Ihnen dieser Artikel gefallen? Dann unterstützen Sie uns mit einer Spende.",
        "Abonnez-vous à notre newsletter.",
        "Suivez-nous sur Facebook et Twitter.",
        "Síguenos en Facebook, y únete a nuestro canal de WhatsApp.",
        "¿Ya sabías que tenemos canal de Telegram?",
        "Follow us on Telegram. Join from your phone by the link that we show here.",
        "Siga nosso canal no WhatsApp.",
        "Iscriviti al nostro canale WhatsApp.",
        "Zapisz się na nasz newsletter.",
        "Подписывайтесь на наш канал в Телеграме.",
        "Підписуйтесь на наш канал у Telegram.",
        "تابعوا صفحتنا على فيسبوك",
        "扫码关注我们的微信公众号",
        # An app, an inbox, a gift.
        "Laden Sie die Hafenblatt-App für iPhone und Android.",
        "Die Nachrichten des Tages in Ihrem Postfach. Jetzt kostenlos für den Newsletter anmelden.",
        "Wenn Sie können, unterstützen Sie uns bitte mit einer monatlichen Spende.",
        "Téléchargez l’application du Courrier pour iPhone et Android.",
        "L’essentiel chaque matin dans votre boîte mail. Inscrivez-vous à notre newsletter.",
        "Si vous le pouvez, soutenez-nous par un don mensuel.",
        "Если можете, поддержите нас пожертвованием.",
        "Скачайте приложение «Гавани» для iPhone и Android.",
        "If you can, please support us with a monthly gift. It takes a minute.",
        "If you value our reporting, please consider making a donation today.",
        "每天早上送到您的邮箱。立即免费订阅我们的电子报。",
        "如果可以，请每月捐款支持我们。",
        "Si puede, apóyenos con una donación mensual.",
        "Se puoi, sostienici con una donazione mensile.",
        "Se puder, apoie-nos com uma doação mensal.",
        "Descargue la app de El Faro para iPhone y Android.",
        "Якщо можете, підтримайте нас щомісячним внеском.",
        "Завантажте застосунок «Портових вістей».",
        "احصل على أهم الأخبار كل صباح في بريدك الإلكتروني. اشترك في نشرتنا البريدية.",
        "إن استطعت، ادعمنا بتبرع شهري.",
        "Đăng ký nhận bản tin miễn phí của chúng tôi.",
        "下載《港務報》應用程式，第一時間收到通知。",
        "Elke ochtend het nieuws in je mailbox. Meld je gratis aan voor onze nieuwsbrief.",
        "Als je kunt, steun ons met een maandelijkse donatie.",
        "Prenumerera på vårt nyhetsbrev.",
        "Om du kan, stöd oss med en gåva varje månad.",
        "Meld deg på nyhetsbrevet vårt.",
        "Tilmeld dig vores nyhedsbrev.",
        "Tilaa uutiskirje sähköpostiisi.",
        "Stáhněte si naši aplikaci.",
        "Iratkozzon fel hírlevelünkre!",
        "Abonează-te la buletinul nostru.",
        "Jika bisa, dukung kami dengan donasi bulanan.",
        "Εγγραφείτε στο newsletter μας.",
        # The verb comes last.
        "हमारा न्यूज़लेटर सब्सक्राइब करें।",
        "Günün haberleri her sabah e-posta kutunuzda. Ücretsiz bültenimize abone olun.",
        "İmkânınız varsa bizi aylık bağışla destekleyin.",
        "مهم‌ترین خبرها را هر صبح در ایمیل خود دریافت کنید. در خبرنامه رایگان ما عضو شوید.",
        "毎朝メールでお届けします。無料のメールマガジンにご登録ください。",
        "アプリをダウンロードして、速報をスマートフォンで受け取りましょう。",
        "무료 뉴스레터를 구독하세요.",
        "가능하시다면 매월 정기 후원으로 함께해 주세요.",
    ],
)
def test_promotions(text: str) -> None:
    assert is_promotion(text)
    assert is_at_the_end(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "…",
        "The club followed the vote on Telegram.",
        "Sign up for the swimming course before Friday, the town says.",
        "Follow the coast to the second lighthouse, then turn left.",
        "“Subscribe to no newspaper,” he wrote in a newsletter that nobody read.",
        "He posted the picture on Facebook. Follow-up questions were not answered.",
        "Get out of the harbour before the app says so, the pilot told the crew.",
        "The ferry company sells tickets in its app. Download it, she said, and wait for the boat.",
        "Followers of the preacher met on WhatsApp.",
        "Have a question about the timetable? The town hall is open until six.",
        "Know something about the sea, the pilots say, and you will wait.",
        "Got a story to tell about the flood, everyone in the bar said.",
        "Do you have any idea what this costs? asked the mayor.",
        "Haben Sie Fragen zur Fähre? Das Rathaus gibt bis sechs Uhr Auskunft.",
        "Join the queue: nobody gets a ticket by phone.",
        "Do you want the truth? The minister did not.",
        "The town has a newsletter. It began in 1922, and was printed on a press that still stands "
        "in the hall. Subscribe to it if you like, said the mayor.",
        "Sign up for our newsletter. " + "The ferry left the port before the rain came in. " * 12,
        "关注海平面上升的科学家发表了新的报告。",
        "Für den Schwimmkurs kann man sich bis Freitag anmelden.",
        "Die Spenden kamen aus dem ganzen Land.",
        "Si vous le pouvez, prenez le bac de neuf heures.",
        "The app for iPhone and Android was shown in the town hall.",
        "Das Schreiben lag am Montag in Ihrem Postfach, sagte der Richter.",
        "Если можете, переждите шторм в порту, сказал капитан.",
        "如果可以，请乘坐第二班渡轮，船长说。",
        "捐款数额超过了市议会的预期。",
        "Volg de dijk tot aan de tweede sluis, en sla dan linksaf.",
        "Få fiskare läser brev.",
        "Ha az idő engedi, holnap indul a komp.",
        "La app del puerto para iPhone y Android falló el lunes.",
        "Si puede, tome el barco de las nueve.",
        "Вони завантажили човен і вийшли в море.",
        "اشترك خمسون صيادا في السباق.",
        "Vali, vatandaşları kurallara uymaya ve limanı terk etmeye çağırdı: kıyıdan çekilin.",
        "خبرنامه شورا هر ماه منتشر می‌شود.",
        "港の利用には登録が必要だ。市は窓口を開いた。",
        "시장은 주민들에게 조심하세요라고 말했다.",
    ],
)
def test_what_is_text(text: str) -> None:
    assert not is_promotion(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write to Al Root at al.root@ledger.example", True),
        ("Contact Ian via email, ian@ledger.example, or by telephone.", True),
        ("Ada Stone can be reached at ada@ledger.example.", True),
        ("Submit your letter to the editor with this form.", True),
        ("Send us your photos!", True),
        ("Get the Ledger every month. 12 issues for 11 pounds. Click here for more.", True),
        ("Senden Sie uns Ihr Feedback an: briefe@ledger.example", True),
        ("Residents can write to the town at ferry@town.example before Friday.", False),
        ("You may also contact the office at info@town.example.", False),
        ("Get more out of your boat with a new sail.", False),
        ("The ferry left at nine.", False),
        ("Contact with the boat was lost at nine.", False),
    ],
)
def test_lines_behind_the_text(text: str, expected: bool) -> None:
    assert is_at_the_end(text) is expected
    assert not is_promotion(text)


@pytest.mark.parametrize(
    "piece",
    [
        "never miss-",
        "to get x, ",
        "please and ",
        "want to ?",
        "follow us on ",
        "! ",
        "@",
        "can be reached ",
        "get click ",
    ],
)
def test_time_is_bounded(piece: str) -> None:
    with within(1):
        for size in range(0, 450, 9):
            text = (piece * 200)[:size]
            is_promotion(text)
            is_at_the_end(f"{text} x")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("If you buy something with links in our stories, we may earn a commission.", True),
        ("We may make money when you click on links to our partners. Learn more.", True),
        ("The Ledger may receive affiliate commissions when you shop with it.", True),
        ("You can earn money with links on your page.", False),
        ("The keeper may earn some money when the boats come back.", False),
        ("The commission may make links between islands cheaper.", False),
        ("We may earn a commission if you buy. " + "The boats come back. " * 30, False),
    ],
)
def test_disclosures(text: str, is_one: bool) -> None:
    assert is_disclosure(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Our website uses cookies to improve its performance. " * 9, True),
        ("We and our 842 partners use cookies and other data.", True),
        ("Wir verwenden Cookies, um Inhalte anzupassen.", True),
        ("Nous utilisons des cookies pour mesurer l’audience.", True),
        ("Utilizamos cookies propias y de terceros.", True),
        ("We and our partners store information on your device, such as identifiers.", True),
        ("With your permission we and our partners may scan your phone.", True),
        ("Your preferences will apply to this website only.", True),
        ("Wir und unsere 842 Partner speichern Informationen auf Ihrem Gerät.", True),
        ("Nous et nos partenaires utilisons des cookies.", True),
        ("Мы и наши партнёры храним файлы cookie.", True),
        ("我们及842个合作伙伴会在您的设备上存储信息。", True),
        ("We and our partners have rebuilt the quay, the mayor said.", False),
        ("With your permission we sail at nine, the captain said.", False),
        ("Your preferences in music say a lot about you.", False),
        ("Wir und unsere Partner in der Stadt bauen den Kai.", False),
        ("我们及合作伙伴重建了码头。", False),
        ("Noi e i nostri 842 partner archiviamo informazioni sul tuo dispositivo.", True),
        ("Biz ve 842 ortağımız, cihazınızda çerezleri saklıyor.", True),
        ("نقوم نحن وشركاؤنا بتخزين معلومات على جهازك.", True),
        ("ما و ۸۴۲ شریک‌مان کوکی‌ها را ذخیره می‌کنیم.", True),
        ("当社と842社のパートナーは、お使いのデバイスに情報を保存します。", True),
        ("당사와 842개 파트너는 귀하의 기기에 정보를 저장합니다.", True),
        ("Noi e i nostri partner costruiamo il molo.", False),
        ("当社とパートナーは埠頭を建てた。", False),
        ("The town’s website uses cookies, the court found.", False),
        ("Cookies are baked at nine.", False),
    ],
)
def test_consent(text: str, is_one: bool) -> None:
    assert is_consent(text) is is_one


# What invitations begin with, what follows, what stands between.
PIECES = st.sampled_from(
    ["Follow", "sign up", "SUBSCRIBE", "please", "and", "Want more?", "To get news,", "If you can,",
     "never miss", "Keine Meldung verpassen", "¿ya sabías", "¿Te gustó", "Подпишитесь", "关注",
     "フォロー", "bültenimize abone olun", "indirin", "bildirim alın", "登録ください",
     "ニュースレター", "뉴스레터를 구독하세요", "عضو شوید", "خبرنامه",
     "Do you have a tip?", "Curious?", "Did you like", "click here", "share it",
     " to our newsletter", " us on Facebook", " Telegram", " our app", " the boats", "微信", "@",
     ".", "!", "?", "…", "؟", "。", "！", " ", " ", "\n", "_", "-", "*", '"', "”", ")", "“", ","]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=12).map("".join)


@given(TEXTS)
def test_one_search_tells_what_is_no_promotion(text: str) -> None:
    found = is_promotion(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(promotions, "_INVITING", re.compile(""))
        assert found is is_promotion(text)


@given(TEXTS)
def test_outlets_ask_in_one_of_four_ways(text: str) -> None:
    beginning = in_one_case(text[: promotions.LONGEST])
    ways = (is_promotion(text), is_disclosure(text), is_consent(text))
    is_small = len(text) <= promotions.LONGEST and is_small_print(beginning)
    assert promotions.is_of_outlet(text, beginning) is (is_small or any(ways))
