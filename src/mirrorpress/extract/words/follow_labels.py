"""What stands ahead of the signs of social networks, whose links hold pictures only.

    Follow us on [sign] [sign]
    Share on [sign] [sign]

A row of the table has a language, and whole lines: of following the outlet, and of sharing.
"""

from __future__ import annotations

from typing import Final

from mirrorpress.text.tables import all_labels

TABLE: Final = """
am | ይከተሉን; በማኅበራዊ ሚዲያ ይከተሉን | ያጋሩ; ለጓደኛዎ ያጋሩ
ar | تابعنا على; تابعونا على; تابعنا; تابعونا; انضموا إلينا على | شارك على; شاركها على; شارك عبر
az | bizi izləyin; bizi sosial şəbəkələrdə izləyin; bizə qoşulun | paylaş; sosial şəbəkələrdə
   paylaş
be | сачыце за намі; сачыце за намі ў; падпісвайцеся на нас; мы ў сацсетках | падзяліцца ў
bg | последвайте ни; последвайте ни в; последвай ни; следвайте ни в; намерете ни в | сподели в;
   сподели във
bn | আমাদের অনুসরণ করুন; ফলো করুন; আমাদের ফলো করুন | শেয়ার করুন
bs | pratite nas; pratite nas na; zapratite nas; pronađite nas na | podijeli na; podijelite na
ca | segueix-nos; segueix-nos a; seguiu-nos a; segueix-nos a les xarxes | comparteix a;
   comparteix-ho
cs | sledujte nás; sledujte nás na; najdete nás na; sleduj nás na | sdílet na; sdílejte na
da | følg os; følg os på; find os på | del på; del via
de | folgen sie uns; folgen sie uns auf; folgt uns; folgt uns auf; folge uns; folge uns auf; folge
   uns bei; besuchen sie uns auf; besuche uns auf; finden sie uns auf; werden sie fan; werde fan
   auf | teilen auf; teilen via; teilen über; teilen sie diesen artikel auf
el | ακολουθήστε μας; ακολουθήστε μας στο; ακολουθήστε μας στα; βρείτε μας στο | κοινοποίηση σε;
   μοιράσου το
en | follow us; follow us on; follow us at; find us on; find us; like us on; like us; join us on;
   join us; connect with us on; become a fan on; become a fan; follow on; follow me on; follow;
   we're on; we are on; also on | share on; share via; share to; share it on; share this on; share
   this via
es | síguenos; síguenos en; síganos; síganos en; síguenos también en; seguinos en; encuéntranos
   en; hazte fan; hazte fan en; únete a nosotros en | compartir en; comparte en; compartir por;
   comparta en
et | jälgi meid; jälgi meid siin; jälgi meid sotsiaalmeedias; leia meid | jaga; jaga lehel
eu | jarrai gaitzazu; jarraitu gaitzazu | partekatu; partekatu hemen
fa | ما را دنبال کنید; ما را دنبال کنید در; به ما بپیوندید; ما را در شبکه‌های اجتماعی دنبال کنید |
   به اشتراک بگذارید در; اشتراک در
fi | seuraa meitä; seuraa meitä somessa; löydät meidät | jaa; jaa palvelussa
fil | sundan kami sa; i-follow kami sa; i-like kami sa | ibahagi sa; i-share sa
fr | suivez-nous; suivez-nous sur; suivez nous sur; retrouvez-nous sur; rejoignez-nous sur;
   rejoignez-nous; devenez fan; devenez fan sur; suivez-nous aussi sur; nous suivre; nous suivre
   sur | partager sur; partager via; partagez sur; partagez
gl | séguenos; séguenos en; síguenos nas redes | comparte en
he | עקבו אחרינו; עקבו אחרינו ב; עקבו אחרינו ב-; הצטרפו אלינו | שתפו ב; שתף ב
hi | हमें फॉलो करें; हमसे जुड़ें; फॉलो करें; हमें यहां फॉलो करें | शेयर करें; साझा करें
hr | pratite nas; pratite nas na; zapratite nas na; pronađite nas na | podijeli na; podijelite na
hu | kövess minket; kövessen minket; kövess minket itt; kövess minket facebookon is; csatlakozz
   hozzánk | megosztás; oszd meg
hy | հետևեք մեզ; հետևեք մեզ այստեղ; միացեք մեզ | կիսվել; տարածել
id | ikuti kami; ikuti kami di; temukan kami di; bergabung dengan kami di | bagikan ke; bagikan
   di; bagikan via
is | fylgstu með okkur; fylgstu með okkur á; fylgið okkur á | deila á; deila
it | seguici; seguici su; seguiteci su; seguici anche su; ci trovi su; diventa fan; diventa fan su
   | condividi su; condividi via; condividi
ja | フォローする; フォロー; フォローしてください; 公式sns; snsでフォロー | シェアする; シェア;
   この記事を共有
ka | გამოგვყევით; გამოგვყევით აქ; შემოგვიერთდით | გააზიარე; გაზიარება
kk | бізге жазылыңыз; бізді оқыңыз; бізге қосылыңыз | бөлісу; бөлісіңіз
km | តាមដានយើង; តាមដានយើងខ្ញុំ | ចែករំលែក
ko | 팔로우하기; 팔로우; 구독하고 소식 받기; 소셜미디어에서 만나요 | 공유; sns 공유
ky | бизге жазылыңыз; бизди окуңуз | бөлүшүү
lt | sekite mus; sekite mus socialiniuose tinkluose; sekite mūsų naujienas; raskite mus |
   pasidalinkite; dalinkitės
lv | seko mums; sekojiet mums; seko mums šeit | dalies; dalīties
mk | следете нè; следете не; следете не на; најдете не на | сподели на; споделете на
mn | биднийг дагаарай; биднийг дагах | хуваалцах
mr | आम्हाला फॉलो करा; फॉलो करा | शेअर करा
ms | ikuti kami; ikuti kami di; sertai kami di | kongsi di; kongsikan di
my | ကျွန်ုပ်တို့ကို ဖော်လိုးလုပ်ပါ; ဖော်လိုးလုပ်ရန် | မျှဝေရန်; မျှဝေပါ
nb | følg oss; følg oss på; finn oss på; lik oss på | del på; del via
ne | हामीलाई फलो गर्नुहोस्; फलो गर्नुहोस् | सेयर गर्नुहोस्
nl | volg ons; volg ons op; volg ons via; vind ons op; vind ons leuk op | deel op; deel via; delen
   op
pl | śledź nas; śledź nas na; obserwuj nas; obserwuj nas na; znajdź nas na; polub nas na; dołącz
   do nas na; dołącz do nas | udostępnij na; udostępnij przez; podziel się na
ps | موږ تعقیب کړئ; له موږ سره یو ځای شئ | شریک یې کړئ
pt | siga-nos; siga-nos no; siga-nos na; siga-nos em; siga-nos nas redes; siga a gente; segue-nos;
   segue-nos em; segue-nos no; encontre-nos no; curta nossa página; junte-se a nós no |
   compartilhar no; compartilhe no; compartilhar via; partilhar no; partilhar em; partilhe
ro | urmărește-ne; urmărește-ne pe; urmăriți-ne pe; urmăriți-ne și pe; ne găsești pe; urmărește-ne
   și pe | distribuie pe; distribuiți pe; share pe
ru | подписывайтесь на нас; подписывайтесь на нас в; следите за нами; следите за нами в; мы в
   соцсетях; мы в социальных сетях; присоединяйтесь к нам в; присоединяйтесь к нам; читайте нас в;
   читайте нас; мы в; подпишись на нас в | поделиться в; поделиться с друзьями; поделитесь;
   поделитесь с друзьями; расскажите друзьям; рассказать друзьям
sk | sledujte nás; sledujte nás na; nájdete nás na; sleduj nás na | zdieľať na; zdieľajte na
sl | spremljajte nas; spremljajte nas na; sledite nam; sledite nam na; najdete nas na | deli na;
   delite na
sq | na ndiqni; na ndiqni në; ndiqna në; na gjeni në | shpërndaje në; ndaje në
sr | pratite nas; pratite nas na; zapratite nas; zapratite nas na; pronađite nas na; пратите нас;
   пратите нас на; запратите нас на | podeli na; podelite na; подели на; поделите на
sv | följ oss; följ oss på; hitta oss på; gilla oss på | dela på; dela via
sw | tufuate; tufuate kwenye; ungana nasi kwenye | shiriki kwenye; sambaza
ta | எங்களை பின்தொடருங்கள்; எங்களைப் பின்தொடர; பின்தொடரவும் | பகிரவும்; பகிர்
te | మమ్మల్ని అనుసరించండి; మమ్మల్ని ఫాలో అవ్వండి | షేర్ చేయండి
tg | моро пайгирӣ кунед; ба мо ҳамроҳ шавед | мубодила кунед
th | ติดตามเราได้ที่; ติดตามเราที่; ติดตามเรา; ติดตามข่าวสารได้ที่ | แชร์ไปที่; แชร์ข่าวนี้; แบ่งปัน
tr | bizi takip edin; bizi takip et; takip et; takip edin; bizi sosial medyada takip edin; bizi
   sosyal medyada takip edin; bize katılın | paylaş; şurada paylaş; sosyal medyada paylaş
uk | підписуйтесь на нас; підписуйтесь на нас у; підписуйтеся на нас; підписуйтеся на нас у;
   стежте за нами; стежте за нами у; читайте нас; читайте нас у; ми в соцмережах; ми у соцмережах;
   приєднуйтесь до нас; приєднуйтесь до нас у | поділитися в; поділитися у; поширити в;
   поділіться; розповісти друзям
ur | ہمیں فالو کریں; فالو کریں; ہم سے جڑیں | شیئر کریں; شیئر کیجیے
uz | bizni kuzatib boring; bizga qoʻshiling; bizga obuna boʻling; бизни кузатиб боринг; бизга
   обуна бўлинг | ulashish; улашиш
vi | theo dõi chúng tôi; theo dõi chúng tôi trên; theo dõi chúng tôi tại; kết nối với chúng tôi |
   chia sẻ lên; chia sẻ qua; chia sẻ trên
zh | 关注我们; 关注我们的; 请关注我们; 欢迎关注我们 | 分享到; 分享至; 分享给朋友
zh-Hant | 追蹤我們; 關注我們; 請追蹤我們; 歡迎追蹤我們 | 分享到; 分享至; 分享給朋友
"""
LABELS: Final = frozenset(all_labels(TABLE))
