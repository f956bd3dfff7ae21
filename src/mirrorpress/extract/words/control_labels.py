"""The words on buttons and labels, in the languages of which `controls` has no list of its own.

A row of the table has a language and six kinds of labels, in this order; each is a whole line, and
"#" is a number:

    comments      View comments; Log in to comment; Be the first to comment
    sharing       Copy link; Print; Save
    time          Reading time: # minutes; # views
    players       Listen to the article; Watch the video; View gallery
    pages         Next article; Previous article; Home page
    access        Subscribe; Log in; For subscribers only
"""

from __future__ import annotations

from typing import Final

from mirrorpress.text.tables import all_labels

TABLE: Final = """
am | አስተያየት ይስጡ; አስተያየት ይጻፉ; አስተያየቶችን ይመልከቱ | ሊንኩን ቅዳ; አትም; ለሌሎች ያጋሩ | የንባብ ጊዜ: # ደቂቃ; # ዕይታዎች |
   ያዳምጡ; ቪዲዮውን ይመልከቱ | ቀጣይ ዜና; ቀዳሚ ዜና; ዋና ገጽ | ይመዝገቡ; ይግቡ
az | şərh yazın; şərhlərə bax; ilk şərhi siz yazın | linki kopyala; çap et; çap versiyası; yadda
   saxla; dostunla paylaş | oxuma vaxtı: # dəqiqə; # dəfə oxunub; baxış sayı: #; baxılıb: # |
   xəbəri dinlə; videoya bax; qalereyaya bax | növbəti xəbər; əvvəlki xəbər; ana səhifə | abunə
   ol; abunə olun; daxil ol; yalnız abunəçilər üçün
be | паглядзець каментары; пакінуць каментар; напісаць каментар | скапіяваць спасылку;
   раздрукаваць; версія для друку | час чытання: # хвілін; час чытання: # хв; праглядаў: # |
   праслухаць; глядзець відэа; глядзець галерэю | наступная навіна; папярэдняя навіна; на галоўную
   | падпісацца; увайсці; толькі для падпісчыкаў
bg | виж коментарите; вижте коментарите; напиши коментар; напишете коментар; остави коментар;
   влез, за да коментираш | копирай линка; копиране на линк; принтирай; отпечатай; запази статията
   | време за четене: # минути; време за четене: # мин; # мин четене; прочетена # пъти; #
   преглеждания; видяна # | чуй статията; слушай; гледай видеото; виж галерията; към галерията |
   следваща новина; предишна новина; следваща статия; предишна статия | абонирай се; абонирайте
   се; само за абонати
bn | মন্তব্য করুন; মন্তব্য দেখুন; আপনার মতামত লিখুন; প্রথম মন্তব্য করুন | লিংক কপি করুন; লিঙ্ক কপি
   করুন; প্রিন্ট করুন; প্রিন্ট; সংরক্ষণ করুন | পড়ার সময়: # মিনিট; # মিনিটে পড়ুন | শুনুন;
   সংবাদটি শুনুন; ভিডিও দেখুন; ছবি দেখুন | পরবর্তী খবর; পূর্ববর্তী খবর; প্রচ্ছদ; হোম | সাবস্ক্রাইব
   করুন; লগইন; লগইন করুন
bs | pogledaj komentare; ostavi komentar; napiši komentar; komentariši; budi prvi koji će
   komentarisati | kopiraj link; štampaj; printaj; spremi | vrijeme čitanja: # min; # pregleda; #
   dijeljenja | poslušaj članak; pogledaj video; pogledaj galeriju; otvori galeriju | sljedeća
   vijest; prethodna vijest; sljedeći članak; naslovna | pretplati se; pretplatite se; prijavi se;
   samo za pretplatnike
ca | veure comentaris; mostra els comentaris; escriu un comentari; inicia sessió per comentar |
   copia l'enllaç; copiar enllaç; imprimeix; desa l'article; comparteix a facebook | temps de
   lectura: # minuts; temps de lectura: # min; # min de lectura; # visites | escolta l'article;
   veure vídeo; veure galeria; ampliar imatge | notícia següent; notícia anterior; article següent
   | subscriu-te; subscriu-t'hi; inicia la sessió; només per a subscriptors; butlletí
ckb | کۆمێنت بنووسە; لێدوان بنووسە; لێدوانەکان ببینە | لینک کۆپی بکە; چاپکردن; پاشەکەوتکردن | کاتی
   خوێندنەوە: # خولەک; # بینراوە | گوێ بگرە; ڤیدیۆکە ببینە | هەواڵی دواتر; هەواڵی پێشوو; سەرەتا |
   بەشداری بکە; چوونەژوورەوە
el | δείτε τα σχόλια; γράψτε σχόλιο; σχολίασε; σχόλια χρηστών; συνδεθείτε για να σχολιάσετε |
   αντιγραφή συνδέσμου; αντιγραφή link; εκτύπωση; κοινοποίηση άρθρου | χρόνος ανάγνωσης: # λεπτά;
   χρόνος ανάγνωσης: # λεπτό; # λεπτά ανάγνωσης; # προβολές | ακούστε το άρθρο; δείτε το βίντεο;
   δείτε το video; δείτε τις φωτογραφίες | επόμενο άρθρο; προηγούμενο άρθρο; αρχική σελίδα |
   εγγραφείτε; εγγραφή στο newsletter; μόνο για συνδρομητές
et | vaata kommentaare; kommenteeri; lisa kommentaar; kirjuta kommentaar; kommenteerimiseks logi
   sisse | kopeeri link; prindi; salvesta; jaga facebookis; saada sõbrale | lugemisaeg: # min;
   lugemise aeg # min; # vaatamist | kuula artiklit; kuula; vaata videot; vaata galeriid; ava
   galerii | järgmine uudis; eelmine uudis; järgmine artikkel; eelmine artikkel; esileht; avaleht
   | telli; telli uudiskiri; liitu uudiskirjaga; logi sisse; ainult tellijale
eu | ikusi iruzkinak; utzi iruzkina; iruzkindu | kopiatu esteka; inprimatu; gorde | irakurtzeko
   denbora: # minutu | entzun; ikusi bideoa; ikusi galeria | hurrengo albistea; aurreko albistea |
   harpidetu; hasi saioa; harpidedunentzat soilik
fa | دیدگاه خود را بنویسید; نظر خود را بنویسید; ثبت نظر; مشاهده دیدگاه‌ها; نظر بگذارید; ارسال
   دیدگاه | کپی کردن لینک; کپی شد; چاپ; چاپ خبر; نسخه چاپی; پرینت; اشتراک‌گذاری; ارسال به دوستان |
   مدت زمان مطالعه: # دقیقه; زمان مطالعه # دقیقه; # دقیقه مطالعه; # بازدید; بازدید: # | بشنوید;
   پخش صوتی; ویدیو را ببینید; تماشای ویدیو; مشاهده گالری | مطلب بعدی; مطلب قبلی; صفحه اصلی; صفحه
   نخست | عضویت; ثبت نام; فقط برای مشترکان
ga | féach ar na tráchtanna; fág trácht | cóipeáil an nasc; priontáil; sábháil | am
   léitheoireachta: # nóiméad | éist; féach ar an bhfíseán | an chéad scéal eile; abhaile |
   liostáil; logáil isteach
gl | ver comentarios; deixar un comentario; comentar; inicia sesión para comentar | copiar
   ligazón; copiar enlace; imprimir; gardar; compartir en facebook | tempo de lectura: # minutos;
   tempo de lectura: # min; # min de lectura | escoitar; escoita a noticia; ver vídeo; ver
   galería; ampliar imaxe | noticia seguinte; noticia anterior | subscríbete; iniciar sesión; só
   para subscritores
gu | ટિપ્પણી કરો; કોમેન્ટ કરો; કોમેન્ટ જુઓ | લિંક કોપી કરો; પ્રિન્ટ કરો; સેવ કરો | વાંચવાનો સમય: #
   મિનિટ | સાંભળો; વીડિયો જુઓ; ફોટા જુઓ | આગામી સમાચાર; અગાઉના સમાચાર; હોમ | સબ્સ્ક્રાઇબ કરો;
   લૉગિન; લૉગ ઇન
he | הצג תגובות; הוסף תגובה; הוספת תגובה; כתבו תגובה; לכל התגובות; התחבר כדי להגיב | העתק קישור;
   העתקת קישור; הקישור הועתק; הדפסה; הדפס; הדפס כתבה; שלח לחבר; שתף בפייסבוק; שתפו בוואטסאפ | זמן
   קריאה: # דקות; זמן קריאה # דקות; # דקות קריאה; # צפיות | האזינו לכתבה; האזנה; צפו בסרטון; צפו
   בווידאו; לגלריית התמונות | הכתבה הבאה; הכתבה הקודמת; דף הבית; לדף הבית | הרשמה; התחברות; הרשמה
   לניוזלטר; למנויים בלבד
hi | टिप्पणी लिखें; कमेंट करें; कमेंट देखें; टिप्पणियां पढ़ें; सबसे पहले टिप्पणी करें; टिप्पणी
   करने के लिए लॉग इन करें | लिंक कॉपी; कॉपी लिंक; प्रिंट करें; प्रिंट; सेव करें; फेसबुक पर शेयर करें;
   व्हाट्सएप पर शेयर करें | पढ़ने का समय: # मिनट; # मिनट में पढ़ें | सुनें; खबर सुनें; वीडियो
   देखें; तस्वीरें देखें; फोटो देखें | अगली खबर; पिछली खबर; अगला लेख; पिछला लेख; होम; मुख्य पृष्ठ
   | सब्सक्राइब करें; सदस्यता लें; लॉग इन; लॉग इन करें; केवल सदस्यों के लिए
hr | prikaži komentare; pogledaj komentare; ostavi komentar; napiši komentar; komentiraj; prijavi
   se za komentiranje; budi prvi koji će komentirati | kopiraj link; kopiraj poveznicu; ispiši;
   spremi; spremi za kasnije; podijeli na facebooku | vrijeme čitanja: # min; vrijeme čitanja: #
   minuta; # min čitanja; # pregleda | poslušaj članak; poslušaj; pogledaj video; pogledajte
   video; pogledaj galeriju; otvori galeriju | sljedeća vijest; prethodna vijest; sljedeći članak;
   prethodni članak; naslovnica | pretplati se; pretplatite se; prijavi se; samo za pretplatnike
hu | kommentelek; szóljon hozzá; bejelentkezés a hozzászóláshoz; legyen ön az első hozzászóló |
   link másolása; a link másolva; nyomtatás; küldés e-mailben; megosztom | olvasási idő: # perc;
   olvasási idő # perc; # perc olvasás; # megtekintés | hallgassa meg; a cikk meghallgatása; videó
   megtekintése; galéria megnyitása; megnézem a galériát | következő cikk; előző cikk; következő
   hír; kezdőlap; főoldal | feliratkozás; feliratkozom; hírlevél feliratkozás; bejelentkezés; csak
   előfizetőknek
hy | դիտել մեկնաբանությունները; թողնել մեկնաբանություն; գրել մեկնաբանություն; մեկնաբանել |
   պատճենել հղումը; տպել; պահպանել; կիսվել ֆեյսբուքում | ընթերցման ժամանակը՝ # րոպե; դիտում՝ #;
   դիտումներ՝ #; # դիտում | լսել; դիտել տեսանյութը; դիտել պատկերասրահը | հաջորդ նորությունը;
   նախորդ նորությունը; գլխավոր էջ | բաժանորդագրվել; գրանցվել
id | lihat semua komentar; tulis komentar anda; beri komentar; jadilah yang pertama berkomentar;
   masuk untuk berkomentar | salin link; link disalin; cetak; simpan; bagikan ke facebook; bagikan
   berita ini | waktu baca: # menit; waktu baca # menit; # menit baca; dibaca # kali; dilihat #
   kali | dengarkan artikel; dengarkan; tonton video; lihat video; lihat foto; lihat galeri;
   perbesar gambar | berita selanjutnya; berita sebelumnya; artikel selanjutnya; artikel
   sebelumnya; halaman selanjutnya; beranda | langganan; khusus pelanggan
is | sjá ummæli; skrifa ummæli; skráðu þig inn til að skrifa ummæli | afrita hlekk; afrita tengil;
   prenta; vista; deila á facebook; senda frétt | lestími: # mínútur; # mínútna lestur | hlusta;
   hlusta á frétt; horfa á myndband; skoða myndir | næsta frétt; fyrri frétt; forsíða | gerast
   áskrifandi; skráðu þig á póstlistann; innskráning; aðeins fyrir áskrifendur
ka | კომენტარების ნახვა; დატოვე კომენტარი; კომენტარის დამატება; კომენტარის დაწერა | ბმულის
   კოპირება; ლინკის კოპირება; ამობეჭდვა; გაზიარება | კითხვის დრო: # წუთი; ნახვა: #; # ნახვა;
   ნანახია # | მოუსმინე; მოისმინეთ; ვიდეოს ნახვა; უყურეთ ვიდეოს; ფოტოების ნახვა | შემდეგი სტატია;
   წინა სტატია; მთავარი გვერდი | გამოწერა; გამოიწერე
kk | пікірлерді көру; пікір қалдыру; пікір жазу; пікір білдіру | сілтемені көшіру; басып шығару;
   бөлісу; фейсбукте бөлісу | оқу уақыты: # минут; оқу уақыты # мин; қаралды: #; # рет оқылды; #
   рет қаралды | тыңдау; мақаланы тыңдау; бейнені көру; видеоны көру; галереяны көру | келесі
   жаңалық; алдыңғы жаңалық; келесі мақала; басты бет | жазылу; тіркелу; тек жазылушыларға
km | សរសេរមតិ; មើលមតិ; បញ្ចេញមតិ | ចម្លងតំណ; បោះពុម្ព; រក្សាទុក; ចែករំលែក | រយៈពេលអាន: # នាទី; #
   ដង | ស្តាប់; ស្ដាប់; មើលវីដេអូ; មើលរូបភាព | ព័ត៌មានបន្ទាប់; ព័ត៌មានមុន; ទំព័រដើម | ជាវ; ចូល;
   ចុះឈ្មោះ
kn | ಕಾಮೆಂಟ್ ಮಾಡಿ; ಕಾಮೆಂಟ್‌ಗಳನ್ನು ನೋಡಿ; ಪ್ರತಿಕ್ರಿಯಿಸಿ | ಲಿಂಕ್ ನಕಲಿಸಿ; ಮುದ್ರಿಸಿ; ಉಳಿಸಿ | ಓದುವ ಸಮಯ:
   # ನಿಮಿಷ | ಆಲಿಸಿ; ವಿಡಿಯೋ ನೋಡಿ; ಫೋಟೋಗಳನ್ನು ನೋಡಿ | ಮುಂದಿನ ಸುದ್ದಿ; ಹಿಂದಿನ ಸುದ್ದಿ; ಮುಖಪುಟ |
   ಚಂದಾದಾರರಾಗಿ; ಲಾಗಿನ್
ku | şîroveyan bibîne; şîroveyekê binivîse | lînkê kopî bike; çap bike; parve bike | dema
   xwendinê: # xulek | guhdarî bike; vîdyoyê temaşe bike | nûçeya din; nûçeya berê; rûpela sereke
   | bibe abone; têkeve
ky | пикирлерди көрүү; пикир калтыруу; пикир жазуу | шилтемени көчүрүү; басып чыгаруу; бөлүшүү |
   окуу убактысы: # мүнөт; көрүлдү: #; # жолу окулду | угуу; видеону көрүү | кийинки жаңылык;
   мурунку жаңылык; башкы бет | жазылуу; катталуу
lo | ຂຽນຄໍາເຫັນ; ເບິ່ງຄໍາເຫັນ | ສໍາເນົາລິ້ງ; ພິມ; ບັນທຶກ; ແບ່ງປັນ | ເວລາອ່ານ: # ນາທີ | ຟັງ;
   ເບິ່ງວິດີໂອ | ຂ່າວຕໍ່ໄປ; ຂ່າວກ່ອນໜ້າ; ໜ້າຫຼັກ | ສະໝັກ; ເຂົ້າສູ່ລະບົບ
lt | peržiūrėti komentarus; rodyti komentarus; skaityti komentarus; komentuoti; rašyti komentarą;
   palikti komentarą; prisijunkite, kad galėtumėte komentuoti | kopijuoti nuorodą; nuoroda
   nukopijuota; spausdinti; išsaugoti; dalintis; dalintis facebook; pasidalinti; siųsti draugui |
   skaitymo laikas: # min; skaitymo trukmė: # min; # min. skaitymo; # peržiūros; # peržiūrų |
   klausyti straipsnio; klausyti; žiūrėti video; žiūrėti vaizdo įrašą; peržiūrėti galeriją;
   atidaryti galeriją | kitas straipsnis; ankstesnis straipsnis; kita naujiena | prenumeruoti;
   prenumeruokite; prisijungti; tik prenumeratoriams
lv | skatīt komentārus; lasīt komentārus; komentēt; pievienot komentāru; rakstīt komentāru;
   pieslēdzies, lai komentētu | kopēt saiti; saite nokopēta; drukāt; izdrukāt; saglabāt; dalīties;
   dalies facebook; nosūtīt draugam | lasīšanas laiks: # min; lasīšanas ilgums: # minūtes; #
   skatījumi | klausīties rakstu; klausies; skatīties video; skatīt galeriju; atvērt galeriju |
   nākamais raksts; iepriekšējais raksts; nākamā ziņa; sākumlapa | abonēt; abonē; pieteikties
   jaunumiem; ienākt; tikai abonentiem
mk | види ги коментарите; прикажи коментари; остави коментар; напиши коментар; коментирај |
   копирај линк; копирај го линкот; печати; испечати; зачувај; сподели на фејсбук | време за
   читање: # минути; време за читање: # мин; # прегледи | слушај; слушни ја веста; погледни видео;
   погледни ја галеријата | следна вест; претходна вест; следна статија; почетна; насловна |
   претплати се; најави се; само за претплатници
ml | അഭിപ്രായം എഴുതുക; കമന്റ് ചെയ്യുക; കമന്റുകൾ കാണുക | ലിങ്ക് പകർത്തുക; പ്രിന്റ്; സേവ് ചെയ്യുക;
   ഷെയർ ചെയ്യുക | വായനാ സമയം: # മിനിറ്റ് | കേൾക്കുക; വീഡിയോ കാണുക; ചിത്രങ്ങൾ കാണുക | അടുത്ത
   വാർത്ത; മുൻ വാർത്ത; ഹോം | വരിക്കാരാകുക; ലോഗിൻ; സബ്സ്ക്രൈബ് ചെയ്യുക
mn | сэтгэгдэл үзэх; сэтгэгдэл бичих; сэтгэгдэл үлдээх | линк хуулах; холбоос хуулах; хэвлэх;
   хуваалцах | унших хугацаа: # минут; үзсэн: #; # үзсэн | сонсох; бичлэг үзэх; видео үзэх; зураг
   үзэх | дараагийн мэдээ; өмнөх мэдээ; нүүр хуудас | бүртгүүлэх; нэвтрэх; захиалах
mr | प्रतिक्रिया द्या; प्रतिक्रिया नोंदवा; कमेंट करा; प्रतिक्रिया पहा | लिंक कॉपी करा; प्रिंट करा;
   सेव्ह करा; शेअर करा | वाचन वेळ: # मिनिटे; # मिनिटांत वाचा | ऐका; बातमी ऐका; व्हिडिओ पहा; फोटो
   पहा | पुढील बातमी; मागील बातमी; मुख्यपृष्ठ; होम | सबस्क्राइब करा; लॉगिन; लॉगिन करा
ms | lihat komen; tulis komen; tinggalkan komen; log masuk untuk komen | salin pautan; pautan
   disalin; cetak; simpan; kongsi; kongsi di facebook; kongsi artikel | masa bacaan: # minit; #
   minit bacaan; # tontonan | dengar artikel; dengar; tonton video; lihat galeri | artikel
   seterusnya; artikel sebelumnya; berita seterusnya; laman utama | langgan; langgan sekarang; log
   masuk; untuk pelanggan sahaja
my | မှတ်ချက်ရေးရန်; မှတ်ချက်ပေးရန်; မှတ်ချက်များကြည့်ရန် | လင့်ခ်ကူးယူရန်; လင့်ကူးယူရန်;
   ပရင့်ထုတ်ရန်; သိမ်းဆည်းရန်; မျှဝေရန် | ဖတ်ရှုချိန်: # မိနစ် | နားထောင်ရန်; ဗီဒီယိုကြည့်ရန်;
   ဓာတ်ပုံများကြည့်ရန် | နောက်သတင်း; ရှေ့သတင်း; ပင်မစာမျက်နှာ | စာရင်းသွင်းရန်; အကောင့်ဝင်ရန်
ne | प्रतिक्रिया दिनुहोस्; प्रतिक्रिया दिनुहोस; कमेन्ट गर्नुहोस्; प्रतिक्रिया हेर्नुहोस् | लिंक
   कपी गर्नुहोस्; प्रिन्ट गर्नुहोस्; सुरक्षित गर्नुहोस्; शेयर गर्नुहोस् | पढ्ने समय: # मिनेट |
   सुन्नुहोस्; भिडियो हेर्नुहोस्; फोटो हेर्नुहोस् | अर्को समाचार; अघिल्लो समाचार; गृहपृष्ठ |
   सदस्यता लिनुहोस्; लग इन; लगइन गर्नुहोस्
pa | ਟਿੱਪਣੀ ਕਰੋ; ਟਿੱਪਣੀਆਂ ਵੇਖੋ | ਲਿੰਕ ਕਾਪੀ ਕਰੋ; ਪ੍ਰਿੰਟ ਕਰੋ; ਸੇਵ ਕਰੋ; ਸਾਂਝਾ ਕਰੋ | ਪੜ੍ਹਨ ਦਾ ਸਮਾਂ: #
   ਮਿੰਟ | ਸੁਣੋ; ਵੀਡੀਓ ਦੇਖੋ; ਤਸਵੀਰਾਂ ਦੇਖੋ | ਅਗਲੀ ਖ਼ਬਰ; ਪਿਛਲੀ ਖ਼ਬਰ; ਹੋਮ | ਸਬਸਕ੍ਰਾਈਬ ਕਰੋ; ਲਾਗਇਨ
ps | تبصره وکړئ; تبصره ولیکئ; تبصرې وګورئ | لینک کاپي کړئ; چاپ; خوندي کړئ; شریک کړئ | د لوستلو
   وخت: # دقیقې | واورئ; ویډیو وګورئ | بل خبر; پخوانی خبر; کور پاڼه; کورپاڼه | ګډون وکړئ; ننوتل
ro | vezi comentariile; citește comentariile; lasă un comentariu; scrie un comentariu; adaugă
   comentariu; autentifică-te pentru a comenta | copiază link; copiază linkul; link copiat;
   printează; tipărește; salvează; distribuie pe facebook; trimite pe whatsapp | timp de citire: #
   minute; timp de lectură: # minute; timp de citit: # min; # min de citit; # vizualizări; citit
   de # ori | ascultă articolul; ascultă; vezi video; vezi galeria foto; deschide galeria |
   articolul următor; articolul anterior; știrea următoare; acasă; prima pagină | abonează-te;
   abonare; abonați-vă; autentificare; conectare; doar pentru abonați
si | අදහස් දක්වන්න; ප්‍රතිචාර බලන්න | සබැඳිය පිටපත් කරන්න; මුද්‍රණය; සුරකින්න; බෙදාගන්න | කියවීමේ
   කාලය: විනාඩි # | අහන්න; වීඩියෝව බලන්න | ඊළඟ පුවත; පෙර පුවත; මුල් පිටුව | දායක වන්න; පිවිසෙන්න
sk | zobraziť komentáre; čítať komentáre; pridať komentár; napísať komentár; vstúpiť do diskusie;
   zobraziť diskusiu; prihláste sa pre komentovanie | kopírovať odkaz; skopírovať odkaz; odkaz
   skopírovaný; vytlačiť; tlačiť; uložiť; uložiť na neskôr; zdieľať na facebooku; poslať e-mailom
   | čas čítania: # minút; čas čítania: # min; # min čítania; # zobrazení | vypočuť článok;
   počúvať; pozrieť video; pozrite si video; zobraziť galériu; otvoriť galériu | ďalší článok;
   predchádzajúci článok; nasledujúci článok | predplatiť; odoberať; odoberať newsletter;
   prihlásiť sa; len pre predplatiteľov
sl | poglej komentarje; prikaži komentarje; komentiraj; dodaj komentar; napiši komentar; prijavite
   se za komentiranje | kopiraj povezavo; povezava kopirana; natisni; shrani; deli na facebooku;
   pošlji prijatelju | čas branja: # min; čas branja: # minut; # min branja; # ogledov | poslušaj
   članek; poslušaj; oglej si video; poglej video; odpri galerijo; poglej galerijo | naslednji
   članek; prejšnji članek; naslednja novica; naslovnica | naroči se; naročite se; prijavi se;
   samo za naročnike
sq | shiko komentet; lini një koment; lër një koment; shkruaj koment; komento | kopjo linkun;
   kopjo lidhjen; printo; ruaj; shpërndaje në facebook | koha e leximit: # minuta; koha e leximit:
   # min; # shikime | dëgjo artikullin; dëgjo; shiko videon; shiko galerinë | artikulli tjetër;
   artikulli i radhës; artikulli i mëparshëm; lajmi tjetër; ballina | abonohu; abonohuni;
   identifikohu; vetëm për abonentët
sr | pogledaj komentare; prikaži komentare; ostavi komentar; pošalji komentar; napiši komentar;
   komentariši; погледај коментаре; прикажи коментаре; остави коментар; пошаљи коментар;
   коментариши | kopiraj link; odštampaj; štampaj; sačuvaj; podeli na fejsbuku; копирај линк;
   одштампај; штампај; сачувај | vreme čitanja: # min; vreme čitanja: # minuta; # pregleda; време
   читања: # мин; време читања: # минута | poslušaj tekst; poslušajte vest; pogledaj video;
   pogledajte video; pogledaj galeriju; послушај текст; погледај видео; погледај галерију |
   sledeća vest; prethodna vest; naredna vest; sledeći članak; naslovna; следећа вест; претходна
   вест; насловна | pretplati se; pretplatite se; prijavi se; samo za pretplatnike; претплати се;
   пријави се; само за претплатнике
sw | tazama maoni; acha maoni; andika maoni; toa maoni | nakili kiungo | muda wa kusoma: dakika #
   | sikiliza; sikiliza makala; tazama video; tazama picha | habari inayofuata; habari
   iliyotangulia; ukurasa wa mwanzo | jiandikishe; jisajili
ta | கருத்து தெரிவிக்க; கருத்துகளைப் பார்க்க; கருத்துகளை பதிவு செய்க | லிங்க் நகலெடுக்க; இணைப்பை
   நகலெடு; அச்சிட; சேமி; பகிர்; பகிர்க | வாசிப்பு நேரம்: # நிமிடங்கள் | கேளுங்கள்; வீடியோவைப்
   பார்க்க; படங்களைப் பார்க்க | அடுத்த செய்தி; முந்தைய செய்தி; முகப்பு | சந்தா; உள்நுழைக
te | కామెంట్ చేయండి; కామెంట్లు చూడండి | లింక్ కాపీ చేయండి; ప్రింట్; సేవ్ చేయండి; షేర్ చేయండి |
   చదివే సమయం: # నిమిషాలు | వినండి; వీడియో చూడండి; ఫోటోలు చూడండి | తదుపరి వార్త; మునుపటి వార్త;
   హోమ్ | సబ్‌స్క్రైబ్ చేయండి; లాగిన్
tg | шарҳ нависед; шарҳ гузоред | нусхабардории пайванд; чоп кардан; мубодила | вақти хондан: #
   дақиқа; # бор хонда шуд | гӯш кунед; видеоро бинед | хабари навбатӣ; хабари қаблӣ; саҳифаи
   асосӣ; ба саҳифаи асосӣ | обуна шудан; обуна шавед
th | แสดงความคิดเห็น; ดูความคิดเห็น; อ่านความคิดเห็น; เข้าสู่ระบบเพื่อแสดงความคิดเห็น |
   คัดลอกลิงก์; คัดลอกลิงค์; พิมพ์; แชร์; แชร์เรื่องนี้; แชร์บทความ | เวลาอ่าน: # นาที;
   ใช้เวลาอ่าน # นาที; อ่าน # นาที; เข้าชม # ครั้ง | ฟังข่าว; ฟังบทความ; ชมวิดีโอ; ดูคลิป;
   ดูภาพทั้งหมด; ชมคลิป | ข่าวถัดไป; ข่าวก่อนหน้า; บทความถัดไป; บทความก่อนหน้า; หน้าแรก;
   กลับหน้าแรก | สมัครสมาชิก; เข้าสู่ระบบ; เฉพาะสมาชิก
ur | تبصرہ کریں; تبصرے دیکھیں; اپنی رائے دیں; تبصرہ لکھیں | لنک کاپی کریں; پرنٹ کریں; پرنٹ; محفوظ
   کریں; شیئر کریں; فیس بک پر شیئر کریں | پڑھنے کا وقت: # منٹ | سنیں; خبر سنیں; ویڈیو دیکھیں;
   تصاویر دیکھیں | اگلی خبر; پچھلی خبر; سرورق; ہوم | سبسکرائب کریں; لاگ ان; لاگ ان کریں
uz | izohlarni ko'rish; izoh qoldirish; izoh yozish; fikr bildirish; fikr qoldirish; изоҳ
   қолдириш; фикр билдириш | havolani nusxalash; chop etish; ulashish; ҳаволани нусхалаш; чоп
   этиш; улашиш | o'qish vaqti: # daqiqa; # marta ko'rildi; # marta o'qildi; ko'rilgan: #; ўқиш
   вақти: # дақиқа; # марта кўрилди | tinglash; maqolani tinglash; videoni ko'rish; videoni
   tomosha qilish; видеони кўриш | keyingi yangilik; oldingi yangilik; keyingi maqola; bosh
   sahifa; кейинги янгилик; олдинги янгилик; бош саҳифа | obuna bo'ling; obuna bo'lish; ro'yxatdan
   o'tish; обуна бўлинг
vi | xem bình luận; xem tất cả bình luận; gửi bình luận của bạn; hãy là người đầu tiên bình luận;
   đăng nhập để bình luận | sao chép link; copy link; đã sao chép; in bài; in bài viết; in tin
   này; lưu tin; lưu bài viết; chia sẻ lên facebook; gửi email | thời gian đọc: # phút; # phút
   đọc; # lượt xem; lượt xem: # | nghe bài viết; nghe đọc bài; nghe tin; xem video; xem ảnh; xem
   toàn bộ ảnh | bài tiếp theo; bài trước; tin tiếp theo; trang chủ; về trang chủ; trở lại trang
   chủ | đăng ký; đăng nhập; đăng ký nhận tin; theo dõi chúng tôi trên google news; dành cho thuê
   bao
zu | bona imibono; shiya umbono | kopisha ilinki; phrinta; londoloza; yabelana | isikhathi
   sokufunda: amaminithi # | lalela; bukela ividiyo | indaba elandelayo; indaba edlule | bhalisa
"""

LABELS: Final = tuple(all_labels(TABLE))
