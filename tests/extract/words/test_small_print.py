"""What pages say beside their articles of forms, players and themselves."""

from __future__ import annotations

import pytest

from mirrorpress.extract.words.promotions import is_asking
from mirrorpress.extract.words.small_print import small_print_end


@pytest.mark.parametrize(
    "text",
    [
        # What a form asks to agree to.
        "By signing up, you agree to our Terms of Use and Privacy Policy.",
        "By submitting this form, you consent to be contacted.",
        "By clicking Subscribe, I agree to receive e-mails of the Ledger.",
        "Mit der Anmeldung stimmen Sie unseren Nutzungsbedingungen zu.",
        "Mit meiner Anmeldung zum Newsletter stimme ich der Werbevereinbarung zu.",
        "En m'inscrivant, j'accepte de recevoir la lettre et la politique de confidentialité.",
        "Ao me inscrever, concordo com os termos de uso.",
        "En vous inscrivant, vous acceptez nos conditions d’utilisation.",
        "Al suscribirte, aceptas nuestros términos y condiciones.",
        "Ao se inscrever, você concorda com os nossos termos.",
        "Iscrivendoti accetti i nostri termini.",
        "Door je aan te melden ga je akkoord met onze voorwaarden.",
        "Zapisując się, akceptujesz regulamin.",
        "Přihlášením souhlasíte s podmínkami.",
        "Genom att registrera dig godkänner du våra villkor.",
        "Ved å melde deg på godtar du våre vilkår.",
        "Ved at tilmelde dig accepterer du vores vilkår.",
        "Tilaamalla hyväksyt käyttöehdot.",
        "A feliratkozással elfogadod az adatkezelési szabályokat.",
        "Prin abonare ești de acord cu termenii noștri.",
        "Με την εγγραφή σας αποδέχεστε τους όρους.",
        "Подписываясь, вы соглашаетесь с условиями.",
        "Підписуючись, ви погоджуєтеся з умовами.",
        "Kaydolarak gizlilik koşullarını kabul edersiniz.",
        "بالتسجيل، فإنك توافق على الشروط.",
        "با ثبت نام، با قوانین ما موافقت می‌کنید.",
        "साइन अप करके आप हमारी शर्तों से सहमत हैं।",
        "Dengan mendaftar, Anda setuju dengan ketentuan kami.",
        "Khi đăng ký, bạn đồng ý với điều khoản của chúng tôi.",
        "注册即表示您同意我们的服务条款。",
        "登録することで、利用規約に同意したことになります。",
        "가입하면 이용 약관에 동의하는 것으로 간주됩니다.",
        # What it promises and answers.
        "You can unsubscribe at any time.",
        "Unsubscribe any time.",
        "We will never share your e-mail with third parties.",
        "We respect your privacy. No spam.",
        "Your e-mail address will not be published. Required fields are marked *",
        "Sie können den Newsletter jederzeit abbestellen.",
        "Ваш адрес email не будет опубликован.",
        "This site is protected by reCAPTCHA and the Google Privacy Policy applies.",
        "Please enter a valid e-mail address.",
        "Thanks for signing up! Please check your inbox.",
        "There was an error. Please try again.",
        # Instead of a script or a player.
        "Please enable JavaScript to view the comments.",
        "To watch this film, please enable JavaScript.",
        "JavaScript is disabled in your browser.",
        "Your browser does not support the audio element.",
        "Ihr Browser unterstützt dieses Video nicht.",
        "Ваш браузер не поддерживает видео.",
        "您的浏览器不支持视频播放。",
        # What an outlet asks of the article.
        "Was this article helpful?",
        "Spotted an error? Let us know.",
        "Report a typo",
        "Print this page",
        "Fehler gefunden?",
        "Нашли ошибку? Выделите её и нажмите Ctrl+Enter.",
    ],
)
def test_small_print(text: str) -> None:
    assert is_asking(text)


@pytest.mark.parametrize(
    "text",
    [
        "By signing the treaty, the two states agree to open the port.",
        "By submitting to the court, the company agreed to pay a fine.",
        "Unsubscribe links must work within ten days, the court said.",
        "You can unsubscribe, the town says, by letter only.",
        "We will never share power with them, the minister said.",
        "Your browser history is for sale, a report says.",
        "Please enter the church by the side door, a sign says.",
        "Check your e-mail before you travel, the ferry company says.",
        "Something went wrong, she said, and we could not stop it.",
        "“Something went wrong. Try again,” the machine said.",
        "There was an error in the count, so officials will try again on Monday.",
        "Cancel any time you like, the gym promised; then it sued.",
        "Found a mistake in the vote? The commission wants to hear from citizens until Friday.",
        "We respect your privacy, the shop told its users, and then it did not.",
        "JavaScript is required reading for the course, the teacher says.",
        "No spam, no eggs: the shop of Lisquay is empty.",
        "Mit der Anmeldung beim Amt erklärte der Bäcker seinen Betrieb.",
        "Sie können den Vertrag jederzeit kündigen, urteilte das Gericht.",
        "Al enviar tropas, el gobierno aceptó el riesgo.",
        "En cliquant sur la carte, vous verrez les bureaux de vote.",
        "Нажимая на газ, водитель не принимал во внимание лёд.",
        "点击量超过一百万，平台表示将接受调查。",
        # It begins like small print, and goes on.
        "You can unsubscribe at any time. That is what the law says since May, and the court of "
        "Lisquay has now told a ferry company that a letter sent by post is not enough.",
    ],
)
def test_lines_of_articles(text: str) -> None:
    assert not is_asking(text)


def test_where_small_print_ends() -> None:
    text = "was this page helpful? the quay is open."
    assert text[: small_print_end(text)] == "was this page helpful?"
    assert small_print_end(text, 23) == 0
    assert small_print_end("the quay is open. was this page helpful?", 18) == 40
    assert small_print_end("") == 0
