"""What outlets ask their readers to do, and where, in forty-three more languages than `promotions`.

    Последвайте ни в Telegram.             the demand stands first
    Telegram kanalımıza abunə olun.        it stands last
    Sekite mus „Telegram“ kanale.          where: a channel of the outlet

The patterns are of text as `in_one_case` gives it.
"""

from __future__ import annotations

from typing import Final

# With which a sentence begins, in languages that part words.
DEMANDS: Final = (
    r"падпісвай\w*|падпішы\w*|далучай\w*|сачыце|чытайце нас|"  # be
    r"последвай\w*|абонирай\w*|присъедин\w*|изтегл\w*|следвайте|харесайте|"  # bg
    r"пратите|пријавите|претплатите|преузмите|придружите|подржите|"  # sr
    r"pratite|prati|prijavi(?:te)?|pretplati(?:te)?|preuzmi(?:te)?|pridruži(?:te)?|"  # hr, sr
    r"spremljajte|sledite|naroči(?:te)?|prenesite|podprite|"  # sl
    r"следете|претплатете|пријавете|преземете|придружете|"  # mk
    r"na ndiq(?:ni)?|ndiqni|abonohu(?:ni)?|regjistrohu(?:ni)?|shkarko(?:ni)?|bashkohu(?:ni)?|"  # sq
    r"urmăr\w+-ne|abon(?:ează|ați)-(?:te|vă)|alătur\w+-\w+|"  # ro
    r"prihláste|odoberajte|stiahnite|podporte|"  # sk
    r"sekite|prenumeruokite|užsisakykite|prisijunkite|atsisiųskite|paremkite|"  # lt
    r"seko(?:jiet)?|piesak(?:ies|ieties)|pieraksti(?:es|eties)|abonē(?:jiet)?|pievienojie\w+|"  # lv
    r"jälgi(?:ge)?|telli(?:ge)?|liitu(?:ge)?|lae alla|toeta(?:ge)?|"  # et
    r"გამოგვყევით|გამოიწერეთ|გამოიწერე|შემოგვიერთდით|გადმოწერეთ|მოგვყევით|"  # ka
    r"հետևեք|հետեւեք|բաժանորդագրվեք|միացեք|ներբեռնեք|"  # hy
    r"עקבו|הירשמו|הרשמו|הצטרפו|הורידו|תמכו|"  # he
    r"tufuate|jiandikishe|jiunge|pakua|"  # sw
    r"nagala soco|nala soco|isku qor|ku soo biir|"  # so
    r"ku biyo|ku bi|yi rajista|ku shiga|ku sauke|"  # ha
    r"langgan|muat turun|sertai|"  # ms
    r"segueix(?:-nos)?|seguiu(?:-nos)?|subscriu(?:-te)?|subscriviu(?:-vos)?|uneix-te|"  # ca
    r"sundan|mag-subscribe|i-follow|i-download|sumali|"  # fil
    r"siga-nos|bibin abone\w*"  # pt, ku
)
# The same in languages that do not.
DEMANDS_UNPARTED: Final = (
    r"(?:กด)?ติดตาม|สมัคร|ดาวน์โหลด|เข้าร่วม|"  # th
    r"តាមដាន|ចុះឈ្មោះ|ទាញយក|"  # km
    r"(?:欢迎|歡迎|请|請|立即)?(?:追踪|追蹤)"  # zh
)
# With which a sentence ends.
DEMANDS_LAST: Final = (
    r"abunə olun|izləyin|qoşulun|yükləyin|dəstəkləyin|"  # az
    r"жазылыңыз(?:дар)?|қосылыңыз(?:дар)?|жүктеңіз|кошулуңуз|"  # kk, ky
    r"obuna bo.ling|a.zo bo.ling|kuzatib boring|qo.shiling|"  # uz
    r"обуна шавед|пайравӣ кунед|ҳамроҳ шавед|"  # tg
    r"дагаарай|дагаараарай|бүртгүүлээрэй|нэгдээрэй|"  # mn
    r"(?:फॉलो|फ़ॉलो|ज्वाइन|लाइक) करें|"  # hi
    r"(?:অনুসরণ|সাবস্ক্রাইব|ফলো|ডাউনলোড|লাইক) করুন|যোগ দিন|যুক্ত হোন|"  # bn
    r"பின்தொடர(?:வும்|ுங்கள்)|குழுசேர(?:வும்|ுங்கள்)|இணையுங்கள்|"  # ta
    r"(?:ఫాలో అవ్వండి|ఫాలో చేయండి|సబ్.?స్క్రైబ్ చేయండి|చేరండి)|"  # te
    r"(?:فالو|سبسکرائب|جوائن|ڈاؤن لوڈ) کریں|"  # ur
    r"وڅارئ|ترلاسه کړئ|تعقیب کړئ|ګډون وکړئ|"  # ps
    r"(?:فۆڵۆمان|بەشداری|سەبسکرایب)[^.]{0,30}بکەن|"  # ckb
    r"bişopînin|bin abone|"  # ku
    r"စာရင်းသွင်းပါ|ဖော်လိုးလုပ်ပါ|ဝင်ရောက်ပါ|"  # my
    r"ይከተሉን|ይመዝገቡ|ይቀላቀሉ(?:ን)?"  # am
)
# The last two characters of each of these.
LAST_TWO: Final = (
    *(
        "un",
        "in",
        "ыз",
        "ар",
        "із",
        "уз",
        "ng",
        "ед",
        "ай",
        "эй",
        "ें",
        "ুন",
        "িন",
        "োন",
        "ம்",
        "ள்",
        "డి",
    ),
    *("یں", "رئ", "ړئ", "ەن", "ne", "ပါ", "ሉን", "ገቡ", "ቀሉ"),
)
# What an outlet has beside the article.
CHANNELS: Final = (
    r"\bnewsletter\w*|билтен\w*|бюлетин\w*|\bbilten\w*|\bbulten\w*|\bbuletin\w*|\bbülleten\w*|"
    r"\be?-?novic\w*|naujienlaišk\w*|jaunumu vēstul\w*|vēstkop\w*|uudiskir\w*|butlletí|"
    r"таратылым\w*|жаңалық\w*|жаңылык\w*|\byangilik\w*|хабарнома\w*|товхимол\w*|სიახლე\w*|"
    r"լրատվ\w*|טלגרם|ניוזלטר|פייסבוק|יוטיוב|אינסטגרם|וואטסאפ|टेलीग्राम|फेसबुक|यूट्यूब|व्हाट्सएप|"
    r"টেলিগ্রাম|ফেসবুক|ইউটিউব|নিউজলেটার|டெலிகிராம|செய்திமடல|வாட்ஸ்அப்|யூடியூப்|"
    r"టెలిగ్రామ్|వార్తాలేఖ|యూట్యూబ్|వాట్సాప్|เทเลแกรม|จดหมายข่าว|เฟซบุ๊ก|ยูทูบ|ไลน์|"
    r"ព័ត៌មានរបស់យើង|သတင်းလွှာ|ချန်နယ်|ٹیلیگرام|نیوز لیٹر|فیس بک|یوٹیوب|واٹس ایپ|"
    r"ټلګرام|خبرپاڼ\w*|فېسبوک|یوټیوب|تێلیگرام|هەواڵنام\w*|فەیسبووک|یوتیوب|"
    r"በቴሌግራም|ፌስቡክ|ዩቲዩብ|ለጋዜጣችን|텔레그램|페이스북|유튜브|인스타그램|"
    r"телеграм\w*|surat berita|jarida letu|warsidah\w*|labaranmu|naše novice"
)
