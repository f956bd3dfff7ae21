"""What forms for comments say below an article, by the beginnings of their sentences.

A row of the table has a language, beginnings of "Your email address will not be published" and of
"Required fields are marked", as the most used systems translate them. `small_print` has further
languages.
"""

from __future__ import annotations

from typing import Final

from mirrorpress.text.tables import all_labels

TABLE: Final = """
ar | لن يتم نشر عنوان بريدك الإلكتروني | الحقول الإلزامية مشار إليها
az | sizin e-poçt ünvanınız dərc edilməyəcəkdir; e-poçt ünvanınız dərc | gərəkli sahələr
be | ваш адрас электроннай пошты не будзе апублікаваны | неабходныя палі пазначаны
bg | вашият имейл адрес няма да бъде публикуван | задължителните полета са отбелязани
bn | আপনার ই-মেইল এ্যাড্রেস প্রকাশিত হবে না; আপনার ইমেইল প্রকাশ করা হবে না | প্রয়োজনীয় ফিল্ডগুলি চিহ্নিত
bs | vaša email adresa neće biti | neophodna polja su označena
ca | l'adreça electrònica no es publicarà | els camps necessaris estan marcats
cs | vaše e-mailová adresa nebude zveřejněna | vyžadované informace jsou označeny
da | din e-mailadresse vil ikke blive publiceret | krævede felter er markeret
el | η ηλ. διεύθυνση σας δεν δημοσιεύεται; η διεύθυνση email σας δεν δημοσιεύεται; το email σας
   δεν δημοσιεύεται | τα υποχρεωτικά πεδία σημειώνονται
et | sinu e-postiaadressi ei avaldata | nõutavad väljad on tähistatud
eu | zure e-posta helbidea ez da argitaratuko | beharrezko eremuak
fa | نشانی ایمیل شما منتشر نخواهد شد; آدرس ایمیل شما منتشر نخواهد شد | بخش‌های موردنیاز
   علامت‌گذاری
fi | sähköpostiosoitettasi ei julkaista | pakolliset kentät on merkitty
gl | o teu enderezo electrónico non se publicará | os campos obrigatorios están marcados
he | האימייל לא יוצג באתר; כתובת האימייל לא תפורסם | שדות החובה מסומנים
hi | आपका ईमेल पता प्रकाशित नहीं किया जाएगा | आवश्यक फ़ील्ड चिह्नित हैं
hr | vaša adresa e-pošte neće biti objavljena | obavezna polja su označena; nužna polja su označena
hu | az e-mail címet nem tesszük közzé; az email címet nem tesszük közzé | a kötelező mezőket
id | alamat email anda tidak akan dipublikasikan | ruas yang wajib ditandai
is | netfang þitt verður ekki birt | nauðsynlegir reitir eru merktir
ka | თქვენი ელფოსტის მისამართი გამოქვეყნებული არ იყო | აუცილებელი ველები მონიშნულია
kk | э-пошта мекенжайыңыз жарияланбайды | міндетті өрістер
ko | 이메일 주소는 공개되지 않습니다; 이메일은 공개되지 않습니다 | 필수 필드는; 필수 입력창은
lt | el. pašto adresas nebus skelbiamas | būtini laukeliai pažymėti
lv | jūsu e-pasta adrese netiks publicēta | obligātie lauki ir atzīmēti
mk | вашата адреса за е-пошта нема да биде објавена | задолжителните полиња се означени
ms | alamat e-mel anda tidak akan disiarkan | medan diperlukan ditanda
no | din e-postadresse vil ikke bli publisert | obligatoriske felt er merket
ro | adresa ta de email nu va fi publicată | câmpurile obligatorii sunt marcate
sk | vaša e-mailová adresa nebude zverejnená | vyžadované polia sú označené; povinné polia sú
   označené
sl | vaš e-naslov ne bo objavljen | zahtevana polja so označena
sq | adresa juaj email s'do të bëhet publike | fushat e domosdoshme janë shënuar
sr | ваша адреса е-поште неће бити објављена; vaša adresa e-pošte neće biti objavljena; vaša email
   adresa neće biti | неопходна поља су означена; neophodna polja su označena
sv | din e-postadress kommer inte publiceras; din e-postadress kommer inte att publiceras |
   obligatoriska fält är märkta
th | อีเมลของคุณจะไม่แสดงให้คนอื่นเห็น | ช่องข้อมูลจำเป็นถูกทำเครื่องหมาย; ช่องที่ต้องการถูกทำเครื่องหมาย
tr | e-posta adresiniz yayınlanmayacak; e-posta hesabınız yayımlanmayacak | gerekli alanlar
uk | ваша e-mail адреса не оприлюднюватиметься; ваша електронна адреса не оприлюднюватиметься |
   обов'язкові поля позначені
ur | آپ کا ای میل ایڈریس شائع نہیں کیا جائے گا | ضروری خانوں کو
uz | email manzilingiz chop etilmaydi | majburiy bandlar
vi | email của bạn sẽ không được hiển thị | các trường bắt buộc được đánh dấu
zh | 您的邮箱地址不会被公开; 您的电子邮箱地址不会被公开;
   發佈留言必須填寫的電子郵件地址不會公開 | 必填项已用; 必填欄位標示為
"""

BEGINNINGS: Final = tuple(all_labels(TABLE))
