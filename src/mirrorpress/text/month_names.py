"""Names of months in ninety languages.

A language has twelve groups of names, January first; a slash parts the spellings of one month and
an underscore stands for a space. Case and diacritics do not matter (`months`).

Source: Unicode CLDR (as in Babel 2.19), the wide and abbreviated names of the Gregorian calendar
beside a day and alone, with spellings and cases that newsrooms use besides.
"""

from __future__ import annotations

from typing import Final

BY_LANGUAGE: Final = {
    "af": "januarie/jan februarie/feb maart/mrt april/apr mei junie/jun julie/jul augustus/aug "
    "september/sep oktober/okt november/nov desember/des",
    "am": "ጃንዋሪ/ጃን/ጃኑዋሪ ፌብሩዋሪ/ፌብ/ፌብሯሪ ማርች ኤፕሪል/ኤፕሪ/አፕሪል ሜይ ጁን ጁላይ ኦገስት/ኦገስ/ኦጋስት ሴፕቴምበር/ሴፕቴ "
    "ኦክቶበር/ኦክቶ/ኦክተውበር ኖቬምበር/ኖቬም ዲሴምበር/ዲሴም",
    "ar": "يناير/جانفي/كانون_الثاني فبراير/فيفري/شباط مارس/آذار أبريل/أفريل/نيسان مايو/ماي/أيار "
    "يونيو/جوان/حزيران يوليو/جويلية/تموز/يوليوز أغسطس/أوت/آب/غشت سبتمبر/أيلول/شتنبر "
    "أكتوبر/تشرين_الأول نوفمبر/تشرين_الثاني/نونبر ديسمبر/كانون_الأول/دجنبر",
    "as": "জানুৱাৰী ফেব্ৰুৱাৰী মাৰ্চ এপ্ৰিল মে’ জুন জুলাই আগষ্ট ছেপ্তেম্বৰ অক্টোবৰ নৱেম্বৰ ডিচেম্বৰ",
    "az": "yanvar/yan/јанвар/јан/yanvarın fevral/fev/феврал/фев/fevralın "
    "mart/mar/март/мар/martın aprel/apr/апрел/апр/aprelin may/май/mayın "
    "iyun/iyn/ијун/ијн/iyunun iyul/iyl/ијул/ијл/iyulun avqust/avq/август/авг/avqustun "
    "sentyabr/sen/сентјабр/сен/sentyabrın oktyabr/okt/октјабр/окт/oktyabrın "
    "noyabr/noy/нојабр/ној/noyabrın dekabr/dek/декабр/дек/dekabrın",
    "be": "студзеня/сту/студзень лютага/лют/люты сакавіка/сак/сакавік красавіка/кра/красавік "
    "мая/май/травень чэрвеня/чэр/чэрвень ліпеня/ліп/ліпень жніўня/жні/жнівень "
    "верасня/вер/верасень кастрычніка/кас/кастрычнік лістапада/ліс/лістапад "
    "снежня/сне/снежань",
    "bg": "януари/яну февруари/фев март април/апр май юни юли август/авг септември/сеп "
    "октомври/окт ноември/ное декември/дек",
    "bn": "জানুয়ারি/জানুয়ারী/জানু ফেব্রুয়ারি/ফেব্রুয়ারী/ফেব মার্চ এপ্রিল/এপ্রি মে জুন "
    "জুলাই/জুল আগস্ট/অগাস্ট/আগ সেপ্টেম্বর/সেপ/সেপ্ট অক্টোবর/অক্টো নভেম্বর/নভে "
    "ডিসেম্বর/ডিসে",
    "bs": "januar/jan/јануар/јан/januara februar/feb/фебруар/феб/februara "
    "mart/mar/март/мар/marta april/apr/април/апр/aprila maj/мај/maja "
    "juni/jun/јуни/јун/juna juli/jul/јули/јул/jula august/aug/аугуст/ауг/avgusta "
    "septembar/sep/септембар/сеп/septembra oktobar/okt/октобар/окт/oktobra "
    "novembar/nov/новембар/нов/novembra decembar/dec/децембар/дец/decembra",
    "ca": "gener/gen febrer/febr març abril/abr maig juny juliol/jul agost setembre/set "
    "octubre/oct novembre/nov desembre/des",
    "ckb": "کانوونی_دووەم/کانونی_دووەم/جەنیوەری/کانوونی_دووەمی/کانونی_دووەمی "
    "شوبات/فێبریوەری/شوباتی/فێبریوەریی ئازار/ئادار/مارت/ئازاری/ئاداری "
    "نیسان/ئەپریل/نیسانی/ئەپریلی ئایار/مەی/ئایاری/مەیی حوزەیران/جوون/حوزەیرانی/جوونی "
    "تەمووز/تەممووز/جولای/تەمووزی/تەممووزی ئاب/ئۆگەست/ئابی/ئۆگەستی "
    "ئەیلوول/ئەیلول/سێپتەمبەر/ئەیلوولی/ئەیلولی "
    "تشرینی_یەکەم/ئۆکتۆبەر/تشرینی_یەکەمی/ئۆکتۆبەری "
    "تشرینی_دووەم/نۆڤەمبەر/تشرینی_دووەمی/نۆڤەمبەری "
    "کانونی_یەکەم/کانوونی_یەکەم/دیسەمبەر/کانوونی_یەکەمی/کانونی_یەکەمی",
    "cs": "ledna/led/leden února/úno/únor března/bře/březen dubna/dub/duben května/kvě/květen "
    "června/čvn/červen července/čvc/červenec srpna/srp/srpen září/zář října/říj/říjen "
    "listopadu/lis/listopad prosince/pro/prosinec",
    "cy": "ionawr/ion chwefror/chwef/chw mawrth/maw ebrill/ebr mai mehefin/meh "
    "gorffennaf/gorff/gor awst medi hydref/hyd tachwedd/tach rhagfyr/rhag",
    "da": "januar/jan februar/feb marts/mar april/apr maj juni/jun juli/jul august/aug "
    "september/sep oktober/okt november/nov december/dec",
    "de": "januar/jänner/jan februar/feb märz/mrz/mär april/apr mai juni/jun juli/jul august/aug "
    "september/sept/sep oktober/okt november/nov dezember/dez",
    "el": "ιανουαρίου/ιαν/ιανουάριος φεβρουαρίου/φεβ/φεβρουάριος μαρτίου/μάρ/μάρτιος "
    "απριλίου/απρ/απρίλιος μαΐου/μάι/μάιος ιουνίου/ιούν/ιούνιος ιουλίου/ιούλ/ιούλιος "
    "αυγούστου/αύγ/αύγουστος σεπτεμβρίου/σεπ/σεπτέμβριος οκτωβρίου/οκτ/οκτώβριος "
    "νοεμβρίου/νοέ/νοέμβριος δεκεμβρίου/δεκ/δεκέμβριος",
    "en": "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug "
    "september/sept/sep october/oct november/nov december/dec",
    "es": "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago "
    "septiembre/setiembre/sept/sep octubre/oct noviembre/nov diciembre/dic",
    "et": "jaanuar/jaan/jaanuaril veebruar/veebr/veebruaril märts/märtsil aprill/apr/aprillil "
    "mai/mail juuni/juunil juuli/juulil august/aug/augustil september/sept/septembril "
    "oktoober/okt/oktoobril november/nov/novembril detsember/dets/detsembril",
    "eu": "urtarrila/urt/urtarrilaren otsaila/ots/otsailaren martxoa/mar/martxoaren "
    "apirila/api/apirilaren maiatza/mai/maiatzaren ekaina/eka/ekainaren "
    "uztaila/uzt/uztailaren abuztua/abu/abuztuaren iraila/ira/irailaren urria/urr/urriaren "
    "azaroa/aza/azaroaren abendua/abe/abenduaren",
    "fa": "ژانویه/جنوری/جنو فوریه/فبروری مارس/مارچ آوریل/اپریل مه/می ژوئن/جون ژوئیه/جولای/جول "
    "اوت/اگست سپتامبر/سپتمبر اکتبر/اکتوبر نوامبر/نومبر دسامبر/دسمبر/دسم",
    "fi": "tammikuuta/tammi/tammikuu helmikuuta/helmi/helmikuu maaliskuuta/maalis/maaliskuu "
    "huhtikuuta/huhti/huhtikuu toukokuuta/touko/toukokuu kesäkuuta/kesä/kesäkuu "
    "heinäkuuta/heinä/heinäkuu elokuuta/elo/elokuu syyskuuta/syys/syyskuu "
    "lokakuuta/loka/lokakuu marraskuuta/marras/marraskuu joulukuuta/joulu/joulukuu",
    "fil": "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre "
    "disyembre",
    "fr": "janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil/juill août "
    "septembre/sept octobre/oct novembre/nov décembre/déc",
    "ga": "eanáir/ean feabhra/feabh márta aibreán/aib bealtaine/beal meitheamh/meith iúil "
    "lúnasa/lún meán_fómhair/mfómh deireadh_fómhair/dfómh samhain/samh nollaig/noll",
    "gl": "xaneiro/xan febreiro/feb marzo/mar abril/abr maio xuño xullo/xul agosto/ago "
    "setembro/set outubro/out novembro/nov decembro/dec",
    "gu": "જાન્યુઆરી/જાન્યુ ફેબ્રુઆરી/ફેબ્રુ માર્ચ એપ્રિલ મે જૂન જુલાઈ ઑગસ્ટ સપ્ટેમ્બર/સપ્ટે "
    "ઑક્ટોબર/ઑક્ટો નવેમ્બર/નવે ડિસેમ્બર/ડિસે",
    "ha": "janairu/jan faburairu/fab maris/mar afirilu/afi mayu/may yuni/yun yuli/yul agusta/agu "
    "satumba/sat oktoba/okt nuwamba/nuw disamba/dis",
    "he": "ינואר/ינו פברואר/פבר מרץ אפריל/אפר מאי יוני יולי אוגוסט/אוג ספטמבר/ספט אוקטובר/אוק "
    "נובמבר/נוב דצמבר/דצמ",
    "hi": "जनवरी फ़रवरी/फ़र मार्च अप्रैल मई जून जुलाई/जुल अगस्त/अग सितंबर/सितम्बर/सित "
    "अक्टूबर/अक्तूबर/अक्टू नवंबर/नवम्बर/नव दिसंबर/दिसम्बर/दिस",
    "hr": "siječnja/sij/siječanj veljače/velj/veljača ožujka/ožu/ožujak travnja/tra/travanj "
    "svibnja/svi/svibanj lipnja/lip/lipanj srpnja/srp/srpanj kolovoza/kol/kolovoz "
    "rujna/ruj/rujan listopada/lis/listopad studenoga/stu/studeni prosinca/pro/prosinac",
    "ht": "janvye fevriye mas avril me jen jiyè out septanm oktòb novanm desanm",
    "hu": "január/jan február/febr március/márc április/ápr május/máj június/jún július/júl "
    "augusztus/aug szeptember/szept október/okt november/nov december/dec",
    "hy": "հունվարի/հնվ/հունվար փետրվարի/փտվ/փետրվար մարտի/մրտ/մարտ ապրիլի/ապր/ապրիլ "
    "մայիսի/մյս/մայիս հունիսի/հնս/հունիս հուլիսի/հլս/հուլիս օգոստոսի/օգս/օգոստոս "
    "սեպտեմբերի/սեպ/սեպտեմբեր հոկտեմբերի/հոկ/հոկտեմբեր նոյեմբերի/նոյ/նոյեմբեր "
    "դեկտեմբերի/դեկ/դեկտեմբեր",
    "id": "januari/jan februari/feb maret/mar april/apr mei juni/jun juli/jul agustus/agu "
    "september/sep oktober/okt november/nov desember/des",
    "ig": "jenụwarị/jen febrụwarị/feb maachị/maa epreel/epr mee jun/juu julaị/jul ọgọọst/ọgọ "
    "septemba/sep ọktoba/ọkt novemba/nov disemba/dis",
    "is": "janúar/jan febrúar/feb mars/mar apríl/apr maí júní/jún júlí/júl ágúst/ágú "
    "september/sep október/okt nóvember/nóv desember/des",
    "it": "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug "
    "agosto/ago settembre/set ottobre/ott novembre/nov dicembre/dic",
    "ka": "იანვარი/იან თებერვალი/თებ მარტი/მარ აპრილი/აპრ მაისი/მაი ივნისი/ივნ ივლისი/ივლ "
    "აგვისტო/აგვ სექტემბერი/სექ ოქტომბერი/ოქტ ნოემბერი/ნოე დეკემბერი/დეკ",
    "kk": "қаңтар/қаң/қаңтардың ақпан/ақп/ақпанның наурыз/нау/наурыздың сәуір/сәу/сәуірдің "
    "мамыр/мам/мамырдың маусым/мау/маусымның шілде/шіл/шілденің тамыз/там/тамыздың "
    "қыркүйек/қыр/қыркүйектің қазан/қаз/қазанның қараша/қар/қарашаның "
    "желтоқсан/жел/желтоқсанның",
    "km": "មករា កុម្ភៈ/កុម្ភះ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ",
    "kn": "ಜನವರಿ/ಜನ ಫೆಬ್ರವರಿ/ಫೆಬ್ರ ಮಾರ್ಚ್ ಏಪ್ರಿಲ್/ಏಪ್ರಿ ಮೇ ಜೂನ್ ಜುಲೈ ಆಗಸ್ಟ್/ಆಗ "
    "ಸೆಪ್ಟೆಂಬರ್/ಸೆಪ್ಟೆಂ ಅಕ್ಟೋಬರ್/ಅಕ್ಟೋ ನವೆಂಬರ್/ನವೆಂ ಡಿಸೆಂಬರ್/ಡಿಸೆಂ",
    "ku": "rêbendan/rbn/çile/rêbendana/çileyê/çileya_paşîn/çilea "
    "sibat/sbt/sibatê/reşemiyê/sibata adar/adr/adarê/adara nîsan/nsn/nîsanê/avrêl/nîsana "
    "gulan/gln/gulanê/gulana hezîran/hzr/hezîranê/pûşper/hezîrana "
    "tîrmeh/trm/tîrmehê/tîrmeha tebax/tbx/tebaxê/tebaxa îlon/îln/îlonê/rezber/îlona "
    "cotmeh/cot/cotmehê/çiriya_pêşîn/cotmeha mijdar/mjd/mijdarê/çiriya_paşîn/mijdara "
    "berfanbar/brf/kanûn/kanûna_pêşîn/kanûna/berfanbara",
    "ky": "январь/янв февраль/фев март/мар апрель/апр май июнь/июн июль/июл август/авг "
    "сентябрь/сен октябрь/окт ноябрь/ноя декабрь/дек",
    "lo": "ມັງກອນ ກຸມພາ ມີນາ ເມສາ ພຶດສະພາ ມິຖຸນາ ກໍລະກົດ ສິງຫາ ກັນຍາ ຕຸລາ ພະຈິກ ທັນວາ",
    "lt": "sausio/saus/sausis vasario/vas/vasaris kovo/kov/kovas balandžio/bal/balandis "
    "gegužės/geg/gegužė birželio/birž/birželis liepos/liep/liepa rugpjūčio/rugp/rugpjūtis "
    "rugsėjo/rugs/rugsėjis spalio/spal/spalis lapkričio/lapkr/lapkritis "
    "gruodžio/gruod/gruodis",
    "lv": "janvāris/janv/janvārī februāris/febr/februārī marts/martā aprīlis/apr/aprīlī "
    "maijs/maijā jūnijs/jūn/jūnijā jūlijs/jūl/jūlijā augusts/aug/augustā "
    "septembris/sept/septembrī oktobris/okt/oktobrī novembris/nov/novembrī "
    "decembris/dec/decembrī",
    "mg": "janoary/jan febroary/feb martsa/mar aprily/apr mey jona/jon jolay/jol aogositra/aog "
    "septambra/sep oktobra/okt novambra/nov desambra/des",
    "mi": "hānuere/hān pēpuere/pēp māehe/māe āperira/āpe mei hune/hun hūrae/hūr ākuhata/āku "
    "hepetema/hep oketopa/oke noema/noe tīhema/tīh",
    "mk": "јануари/јан февруари/фев март/мар април/апр мај јуни/јун јули/јул август/авг "
    "септември/сеп октомври/окт ноември/ное декември/дек",
    "ml": "ജനുവരി/ജനു ഫെബ്രുവരി/ഫെബ്രു മാർച്ച്/മാർ ഏപ്രിൽ/ഏപ്രി മേയ് ജൂൺ ജൂലൈ ഓഗസ്റ്റ്/ഓഗ "
    "സെപ്റ്റംബർ/സെപ്റ്റം ഒക്ടോബർ/ഒക്ടോ നവംബർ/നവം ഡിസംബർ/ഡിസം",
    "mn": "нэгдүгээр_сарын хоёрдугаар_сарын гуравдугаар_сарын дөрөвдүгээр_сарын тавдугаар_сарын "
    "зургаадугаар_сарын долдугаар_сарын/долоодугаар_сарын наймдугаар_сарын есдүгээр_сарын "
    "аравдугаар_сарын арваннэгдүгээр_сарын/арван_нэгдүгээр_сарын "
    "арванхоёрдугаар_сарын/арван_хоёрдугаар_сарын",
    "mr": "जानेवारी/जाने फेब्रुवारी/फेब्रु मार्च एप्रिल/एप्रि मे जून जुलै ऑगस्ट/ऑग "
    "सप्टेंबर/सप्टें ऑक्टोबर/ऑक्टो नोव्हेंबर/नोव्हें डिसेंबर/डिसें",
    "ms": "januari/jan februari/feb mac april/apr mei jun julai/jul ogos/ogo september/sep "
    "oktober/okt november/nov disember/dis",
    "mt": "jannar/jan frar/fra marzu/mar april/apr mejju/mej ġunju/ġun lulju/lul awwissu/aww "
    "settembru/set ottubru/ott novembru/nov diċembru/diċ",
    "my": "ဇန်နဝါရီ/ဇန်နဝါရီလ ဖေဖော်ဝါရီ/ဖေဖော်ဝါရီလ မတ်/မတ်လ ဧပြီ/ဧပြီလ မေ/မေလ ဇွန်/ဇွန်လ "
    "ဇူလိုင်/ဇူလိုင်လ ဩဂုတ်/ဩဂုတ်လ/သြဂုတ်လ/သြဂုတ် စက်တင်ဘာ/စက်/စက်တင်ဘာလ "
    "အောက်တိုဘာ/အောက်/အောက်တိုဘာလ နိုဝင်ဘာ/နိုဝင်ဘာလ ဒီဇင်ဘာ/ဒီဇင်ဘာလ",
    "nb": "januar/jan februar/feb mars/mar april/apr mai juni/jun juli/jul august/aug "
    "september/sep oktober/okt november/nov desember/des",
    "ne": "जनवरी फेब्रुअरी मार्च अप्रिल मे जुन जुलाई अगस्ट सेप्टेम्बर अक्टोबर नोभेम्बर डिसेम्बर",
    "nl": "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug "
    "september/sep oktober/okt november/nov december/dec",
    "om": "amajjii guraandhala/gurraandhala bitooteessa/bitootessa elba/eebila caamsaa/caamsa "
    "waxabajjii adooleessa/adoolessa hagayya fuulbana/fulbaana onkololeessa/onkoloolessa "
    "sadaasa mudde",
    "or": "ଜାନୁଆରୀ ଫେବୃଆରୀ ମାର୍ଚ୍ଚ ଅପ୍ରେଲ ମଇ ଜୁନ ଜୁଲାଇ ଅଗଷ୍ଟ ସେପ୍ଟେମ୍ବର ଅକ୍ଟୋବର ନଭେମ୍ବର ଡିସେମ୍ବର",
    "pa": "ਜਨਵਰੀ/جنوری ਫ਼ਰਵਰੀ/ਫ਼ਰ/فروری ਮਾਰਚ/مارچ ਅਪ੍ਰੈਲ/ਅਪ੍ਰੈ/اپریل ਮਈ/مئ ਜੂਨ/جون "
    "ਜੁਲਾਈ/ਜੁਲਾ/جولائی ਅਗਸਤ/ਅਗ/اگست ਸਤੰਬਰ/ਸਤੰ/ستمبر ਅਕਤੂਬਰ/ਅਕਤੂ/اکتوبر ਨਵੰਬਰ/ਨਵੰ/نومبر "
    "ਦਸੰਬਰ/ਦਸੰ/دسمبر",
    "pl": "stycznia/styczeń/sty lutego/luty/lut marca/marzec/mar kwietnia/kwiecień/kwi maja/maj "
    "czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz "
    "października/październik/paź listopada/listopad/lis grudnia/grudzień/gru",
    "ps": "جنوري/جنورۍ فبروري/فېبروري/فبرورۍ مارچ اپریل مۍ/می/مې جون جولای/جولايي اګست "
    "سېپتمبر/سپتمبر/سېپټمبر اکتوبر/اکټوبر نومبر/نوېمبر دسمبر/ډيسمبر",
    "pt": "janeiro/jan fevereiro/fev março/mar abril/abr maio/mai junho/jun julho/jul agosto/ago "
    "setembro/set outubro/out novembro/nov dezembro/dez",
    "ro": "ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul august/aug "
    "septembrie/sept octombrie/oct noiembrie/nov decembrie/dec",
    "ru": "января/январь/янв февраля/февраль/фев/февр марта/март/мар апреля/апрель/апр мая/май "
    "июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сент/сен "
    "октября/октябрь/окт ноября/ноябрь/ноя/нояб декабря/декабрь/дек",
    "rw": "mutarama gashyantare werurwe mata gicurasi kamena nyakanga kanama nzeri/nzeli "
    "ukwakira ugushyingo ukuboza",
    "sd": "جنوري فيبروري مارچ اپريل مئي جون جولاءِ آگسٽ سيپٽمبر آڪٽوبر نومبر ڊسمبر",
    "si": "ජනවාරි පෙබරවාරි/පෙබ මාර්තු අප්රේල් මැයි ජූනි ජූලි අගෝස්තු/අගෝ සැප්තැම්බර්/සැප් "
    "ඔක්තෝබර්/ඔක් නොවැම්බර්/නොවැ දෙසැම්බර්/දෙසැ",
    "sk": "januára/jan/január februára/feb/február marca/mar/marec apríla/apr/apríl mája/máj "
    "júna/jún júla/júl augusta/aug/august septembra/sep/september októbra/okt/október "
    "novembra/nov/november decembra/dec/december",
    "sl": "januar/jan/januarja februar/feb/februarja marec/mar/marca april/apr/aprila maj/maja "
    "junij/jun/junija julij/jul/julija avgust/avg/avgusta september/sep/septembra "
    "oktober/okt/oktobra november/nov/novembra december/dec/decembra",
    "sn": "ndira kukadzi kurume kubvumbi chivabvu chikumi chikunguru nyamavhuvhu gunyana "
    "gumiguru mbudzi zvita",
    "so": "janaayo/jan/jannaayo febraayo/feb maarso/mar abriil/abr maayo/may/maajo/meey juun/jun "
    "luulyo/lul/luuliyo agosto/ogs/ogosto/agoosto sebtembar/seb/sebteembar oktoobar/okt "
    "noofeembar/nof/nofembar/nofeembar diseembar/dis/disembar",
    "sq": "janar/jan/janarit shkurt/shk/shkurtit mars/mar/marsit prill/pri/prillit maj/majit "
    "qershor/qer/qershorit korrik/korr/korrikut gusht/gush/gushtit shtator/sht/shtatorit "
    "tetor/tet/tetorit nëntor/nën/nëntorit dhjetor/dhj/dhjetorit",
    "sr": "јануар/јан/januar/jan/јануара фебруар/феб/februar/feb/фебруара "
    "март/мар/mart/mar/марта април/апр/april/apr/априла мај/maj/маја јун/jun/јуна "
    "јул/jul/јула август/авг/avgust/avg/августа септембар/сеп/septembar/sep/септембра "
    "октобар/окт/oktobar/okt/октобра новембар/нов/novembar/nov/новембра "
    "децембар/дец/decembar/dec/децембра",
    "sv": "januari/jan februari/feb mars/mar april/apr maj juni/jun juli/jul augusti/aug "
    "september/sep oktober/okt november/nov december/dec",
    "sw": "januari/jan februari/feb machi/mac aprili/apr mei juni/jun julai/jul agosti/ago "
    "septemba/sep oktoba/okt novemba/nov desemba/des",
    "ta": "ஜனவரி/ஜன பிப்ரவரி/பிப் மார்ச்/மார் ஏப்ரல்/ஏப் மே ஜூன் ஜூலை ஆகஸ்ட்/ஆக செப்டம்பர்/செப் "
    "அக்டோபர்/அக் நவம்பர்/நவ டிசம்பர்/டிச",
    "te": "జనవరి/జన ఫిబ్రవరి/ఫిబ్ర మార్చి ఏప్రిల్/ఏప్రి మే జూన్ జులై ఆగస్టు/ఆగ "
    "సెప్టెంబర్/సెప్టెం అక్టోబర్/అక్టో నవంబర్/నవం డిసెంబర్/డిసెం",
    "tg": "январ/янв/январи феврал/фев/феврали март/мар/марти апрел/апр/апрели май/майи июн/июни "
    "июл/июли август/авг/августи сентябр/сен/сентябри октябр/окт/октябри ноябр/ноя/ноябри "
    "декабр/дек/декабри",
    "th": "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
    "tk": "ýanwar/ýan fewral/few mart/mar aprel/apr maý iýun iýul awgust/awg sentýabr/sen "
    "oktýabr/okt noýabr/noý dekabr/dek",
    "tr": "ocak/oca şubat/şub mart/mar nisan/nis mayıs/may haziran/haz temmuz/tem ağustos/ağu "
    "eylül/eyl ekim/eki kasım/kas aralık/ara",
    "tt": "гыйнвар/гыйн/гыйнварь февраль/фев март/мар апрель/апр/апрельдә май июнь июль "
    "август/авг сентябрь/сент октябрь/окт ноябрь/нояб декабрь/дек",
    "ug": "يانۋار فېۋرال مارت ئاپرېل ماي ئىيۇن ئىيۇل ئاۋغۇست سېنتەبىر ئۆكتەبىر نويابىر دېكابىر",
    "uk": "січня/січень/січ лютого/лютий/лют березня/березень/бер квітня/квітень/кві/квіт "
    "травня/травень/тра/трав червня/червень/чер/черв липня/липень/лип "
    "серпня/серпень/сер/серп вересня/вересень/вер жовтня/жовтень/жов/жовт "
    "листопада/листопад/лис/лист грудня/грудень/гру/груд",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "uz": "yanvar/yan/январ/янв/январь fevral/fev/феврал/фев/февраль mart/mar/март/мар "
    "aprel/apr/апрел/апр/апрель may/май iyun/iyn/июн/июнь iyul/iyl/июл/июль "
    "avgust/avg/август/авг sentabr/sen/сентябр/сен/sentyabr/сентябрь "
    "oktabr/okt/октябр/окт/oktyabr/октябрь noyabr/noy/ноябр/ноя/ноябрь "
    "dekabr/dek/декабр/дек/декабрь",
    "vi": "tháng_1/tháng_01/thg_1 tháng_2/tháng_02/thg_2 tháng_3/tháng_03/thg_3 "
    "tháng_4/tháng_04/thg_4 tháng_5/tháng_05/thg_5 tháng_6/tháng_06/thg_6 "
    "tháng_7/tháng_07/thg_7 tháng_8/tháng_08/thg_8 tháng_9/tháng_09/thg_9 tháng_10/thg_10 "
    "tháng_11/thg_11 tháng_12/thg_12",
    "xh": "janyuwari/jan februwari/feb matshi/mat epreli/epr/apreli meyi/mey juni/jun julayi/jul "
    "agasti/aga septemba/sept/sep okthobha/okt/okthoba novemba/nov disemba/dis",
    "zu": "januwari/jan februwari/feb mashi/mas ephreli/eph/apreli meyi/mey juni/jun julayi/jul "
    "agasti/aga septhemba/sep/seputemba okthoba/okt novemba/nov disemba/dis",
}
