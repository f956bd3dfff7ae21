"""How long ago, as pages say it in ninety languages: "3 hours ago", "преди 3 часа", "3시간 전".

A row of the table has a language, and forms with the words for units of time that go into them: "#"
is a number, "~" a unit.

Source: Unicode CLDR (as in Babel 2.19), fields of dates in the past, wide and short, with what
newsrooms use besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from mirrorpress.text.folding import fold
from mirrorpress.text.tables import labels_in, rows_of

TABLE: Final = """
af | # ~ gelede: sekondes; sekonde; s.; minute; minuut; min.; uur; u.; dae; dag; weke; week; w.;
   maande; maand; md.; jaar; j.
am | ከ# ~ በፊት: ሰከንዶች; ሰከንድ; ደቂቃዎች; ደቂቃ; ሰዓቶች; ሰዓት; ቀናት; ቀን; ቀኖች; ሳምንታት; ሳምንት; ወራት; ወር; ዓመታት; ዓመት
   | ~: ከ # ቀን በፊት
ar | قبل ~: # ثانية; ثانية واحدة; ثانيتين; # ثوانِ; # دقيقة; دقيقة واحدة; دقيقتين; # دقائق; #
   ساعة; ساعة واحدة; ساعتين; # ساعات; # يوم; يوم واحد; يومين; # أيام; # يومًا; # أسبوع; أسبوع
   واحد; أسبوعين; # أسابيع; # أسبوعًا; # شهر; شهر واحد; شهرين; # أشهر; # شهرًا; # سنة; سنة واحدة;
   سنتين; # سنوات | ~: خلال # أشهر | منذ ~: # دقيقة; # دقائق; دقيقة; # ساعة; # ساعات; ساعة;
   ساعتين; # يوم; # أيام; يوم; يومين; أسبوع; # أسابيع; شهر
as | # ~ পূৰ্বে: ছেকেণ্ড; মিনিট; ঘণ্টা; দিন; সপ্তাহ; মাহ; বছৰৰ
az | # ~ əvvəl: saniyə; san; dəqiqə; dəq; saat; st; gün; həftə; hft; ay; il
be | # ~ таму: секунды; секунду; секунд; с; хвіліны; хвіліну; хвілін; хв; гадзіны; гадзіну;
   гадзін; гадз; дня; дзень; дні; дзён; тыдня; тыдзень; тыдні; тыдняў; тыд; месяца; месяц;
   месяцы; месяцаў; мес.; года; год; гады; гадоў; г.
bg | преди # ~: секунди; секунда; сек; минути; минута; мин; часа; час; ч; дни; ден; седмици;
   седмица; седм; месеца; месец; м; години; година; г
bn | # ~ আগে: সেকেন্ড; মিনিট; ঘণ্টা; দিন; সপ্তাহ; মাস; বছর | ~: # বছর পূর্বে
bs | prije # ~: sekundi; sekundu; sekunde; sek; minuta; minutu; minute; min; sati; sat; sata;
   dana; dan; sedmica; sedmicu; sedmice; sedm; mjeseci; mjesec; mjeseca; mj; godina; godinu;
   godine; god
ca | fa # ~: segons; segon; s; minuts; minut; min; hores; hora; h; dies; dia; setmanes; setmana;
   setm; mesos; mes; anys; any
cs | před # ~: sekundami; sekundou; sekundy; s; minutami; minutou; minuty; min; hodinami;
   hodinou; hodiny; h; dny; dnem; dne; týdny; týdnem; týdne; týd; měsíci; měsícem; měsíce; měs;
   lety; rokem; roku; l; r
cy | ~ yn ôl: # eiliad; # eil.; # munud; # mun.; # funud; # awr; awr; # diwrnod; # ddiwrnod; #
   wythnos; # ws; # ws.; pythefnos; # mis; # fis; deufis; # o flynyddoedd; blwyddyn; # flynedd; #
   bl.
da | ~ siden: for # sekunder; for # sekund; # sek.; for # minutter; for # minut; # min.; for #
   timer; for # time; # timer; # time; for # dage; for # dag; # dage; # dag; for # uger; for #
   uge; # uger; # uge; for # måneder; for # måned; # mdr.; # md.; for # år; # år
de | vor # ~: sekunden; sekunde; sek; minuten; minute; min; stunden; stunde; std; tagen; tag;
   wochen; woche; monaten; monat; jahren; jahr | vor einer ~: sekunde; minute; stunde; woche |
   vor einem ~: tag; monat; jahr
el | πριν από # ~: δευτερόλεπτα; δευτερόλεπτο; δευτ; λεπτά; λεπτό; λεπ; ώρες; ώρα; ώ; ημέρες;
   ημέρα; ημ; εβδομάδες; εβδομάδα; εβδ; μήνες; μήνα; έτη; έτος
en | # ~ ago: seconds; second; sec.; minutes; minute; min.; hours; hour; hr.; days; day; weeks;
   week; wk.; months; month; mo.; years; year; yr. | an ~ ago: hour | a ~ ago: second; minute;
   day; week; month; year | one ~ ago: second; minute; hour; day; week; month; year | # ~ ago:
   min; mins; hr; hrs; sec; secs
es | hace # ~: segundos; segundo; s; minutos; minuto; min; horas; hora; h; días; día; d; semanas;
   semana; sem; meses; mes; m; años; año; a | hace una ~: hora; semana | hace un ~: minuto; día;
   mes; año
et | # ~ eest: sekundi; sek; minuti; min; tunni; t; päeva; p; nädala; näd; kuu; aasta; a
eu | duela # ~: segundo; minutu; ordu; egun; aste; hilabete; urte
fa | # ~ پیش: ثانیه; دقیقه; ساعت; روز; هفته; ماه; سال | # ~ قبل: دقیقه; ساعت; روز; هفته; ماه; سال
fi | # ~ sitten: sekuntia; sekunti; s; minuuttia; minuutti; min; tuntia; tunti; t; päivää; päivä;
   pv; viikkoa; viikko; vk; kuukautta; kuukausi; kk; vuotta; vuosi; v
fil | # ~ ang nakalipas: segundo; seg.; minuto; min.; oras; araw; (na) araw; linggo; (na) linggo;
   buwan; taon
fr | il y a ~: # secondes; # seconde; # s; # minutes; # minute; # min; # heures; # heure; # h; #
   jours; # jour; # j; # semaines; # semaine; # sem; # mois; # m; # ans; # an; # a | il y a une
   ~: minute; heure; semaine | il y a un ~: jour; mois; an
ga | # ~ ó shin: soicind; shoicind; soic.; shoic.; nóiméad; nóim.; uair an chloig; n-uair an
   chloig; uair; huaire; n-uaire; lá; seachtain; sheachtain; seachtaine; scht.; shcht.; mí; mhí;
   bliain; bhliain; bliana; mbliana; bl.; bhl.; mbl.
gl | hai # ~: segundos; segundo; s; minutos; minuto; min; horas; hora; h; días; día; semanas;
   semana; sem; meses; mes; anos; ano
gu | # ~ પહેલાં: સેકંડ; મિનિટ; કલાક; દિવસ; અઠવાડિયા; અઠ.; મહિના; વર્ષ
ha | ~ gabata: dakiku # da suka; dakika # da ta; mintuna # da suka; minti # da ya; awanni # da
   suka; awa # da ta; kwanaki # da suka; kwana # da ya; makonni # da suka; mako # da ya; watanni
   # da suka; wata # da ya; shekaru # da suka; shekara # da ta
he | לפני ~: # שניות; שנייה; שתי שניות; # שני׳; שני׳ (#); שתי שני׳; # דקות; דקה (#); # דק׳; דק׳
   (#); # שעות; שעה (#); שעתיים (#); # שע׳; שע׳ (#); # ימים; יום אחד (#); יומיים (#); # שבועות;
   שבוע (#); שבועיים (#); # שב׳; שב׳ (#); # חודשים; חודש (#); חודשיים (#); # שנים; שנה; שנתיים;
   שנה (#); שנתיים (#)
hi | # ~ पहले: सेकंड; से॰; मिनट; मि॰; घंटे; घं॰; दिन; सप्ताह; माह; वर्ष
hr | prije # ~: sekundi; sekundu; sekunde; s; minuta; minutu; minute; min; sati; sat; sata; h;
   dana; dan; tjedana; tjedan; tjedna; tj; mjeseci; mjesec; mjeseca; mj; godina; godinu; godine;
   g
hu | # ~ ezelőtt: másodperccel; perccel; órával; nappal; héttel; hónappal; évvel | ~: # napja
hy | # ~ առաջ: վայրկյան; վրկ; րոպե; ր; ժամ; ժ; օր; շաբաթ; շաբ; ամիս; տարի; տ
id | # ~ lalu: detik yang; dtk; menit yang; mnt; jam yang; jam; hari yang; h; minggu yang; mgg;
   bulan yang; bln; tahun yang; thn | # ~ lalu: menit; hari; minggu; bulan; tahun
ig | ~ # gara aga: sekọnd; nkeji; n’ime awa; awa; ụbọchị; n’ụbọchị; izu; ọnwa; afọ
is | fyrir # ~: sekúndum; sekúndu; sek; mínútum; mínútu; mín; klukkustundum; klukkustund; klst;
   dögum; degi; vikum; viku; mánuðum; mánuði; mán; árum; ári
it | # ~ fa: secondi; secondo; sec.; minuti; minuto; min; ore; ora; h; giorni; giorno; gg; g;
   settimane; settimana; sett.; mesi; mese; anni; anno | un'~ fa: ora | un ~ fa: minuto; giorno;
   mese; anno | una ~ fa: settimana
ja | ~: # 秒前; # 分前; # 時間前; # 日前; # 週間前; # か月前; # 年前
jv | # ~ kepungkur: detik; menit; jam; dina; minggu; mgg.; sasi; taun
ka | # ~ წინ: წამის; წმ; წუთის; წთ; საათის; სთ; დღის; კვირის; კვ.; თვის; წლის
kk | # ~ бұрын: секунд; сек.; минут; мин.; сағат; сағ.; күн; апта; ап.; ай; жыл; ж.
km | ~: # វិនាទីមុន; # នាទីមុន; # ម៉ោងមុន; # ថ្ងៃមុន; # សប្ដាហ៍មុន; # ខែមុន; # ឆ្នាំមុន
kn | # ~ ಹಿಂದೆ: ಸೆಕೆಂಡುಗಳ; ಸೆಕೆಂಡ್; ನಿಮಿಷಗಳ; ನಿಮಿಷದ; ಗಂಟೆಗಳ; ಗಂಟೆ; ದಿನಗಳ; ದಿನದ; ವಾರಗಳ; ವಾರದ;
   ತಿಂಗಳುಗಳ; ತಿಂಗಳ; ತಿಂಗಳು; ವರ್ಷಗಳ; ವರ್ಷದ
ko | ~: #초 전; #분 전; #시간 전; #일 전; #주 전; #개월 전; #년 전
ky | # ~ мурун: секунд; сек.; мүнөт; мүн.; саат; саат.; күн; апта; апт.; ай; жыл
lo | # ~ ກ່ອນ: ວິ.; ນທ.; ຊມ.; ອທ.; ດ. | ~: # ວິນາທີກ່ອນ; # ນາທີກ່ອນ; # ຊົ່ວໂມງກ່ອນ; # ມື້ກ່ອນ; #
   ອາທິດກ່ອນ; # ເດືອນກ່ອນ; # ປີກ່ອນ
lt | prieš # ~: sekundžių; sekundę; sekundes; sek; minučių; minutę; minutes; min; valandų;
   valandą; valandas; valandos; val; dienų; dieną; dienas; dienos; d; savaičių; savaitę;
   savaites; sav; mėnesių; mėnesį; mėnesius; mėnesio; mėn; metų; metus; m
lv | pirms # ~: sekundēm; sekundes; sek; minūtēm; minūtes; min; stundām; stundas; dienām; dienas;
   d; nedēļām; nedēļas; ned; mēnešiem; mēneša; mēn; gadiem; gada; g | ~: pirms # st
mk | пред # ~: секунди; секунда; сек; минути; минута; мин; часа; час; дена; ден; седмици;
   седмица; месеци; месец; години; година; год
ml | # ~ മുമ്പ്: സെക്കൻഡ്; മിനിറ്റ്; മണിക്കൂർ; ദിവസം; ആഴ്ച; മാസം; വർഷം
mn | # ~ өмнө: секундын; сек; минутын; мин; цагийн; ц; өдрийн; долоо хоногийн; 7 хоногийн; сарын;
   жилийн
mr | # ~ पूर्वी: से.; मिनि. | ~: # सेकंदांपूर्वी; # मिनिटांपूर्वी; # तासांपूर्वी; # दिवसांपूर्वी;
   # आठवड्यांपूर्वी; # महिन्यांपूर्वी; # वर्षांपूर्वी
ms | # ~ lalu: saat; minit; min; jam; hari; minggu; mgu; bulan; bln; tahun; thn
mt | ~ ilu: # sekonda; sekonda; # sekondi; #-il sekonda; # sek.; sek.; #-il sek.; # minuta;
   minuta; # minuti; #-il minuta; # min.; min.; #-il min.; # siegħa; siegħa; sagħtejn; # sigħat;
   #-il siegħa; # ġurnata; ġurnata; jumejn; # ġranet; #-il ġurnata; # ġimgħa; ġimgħa; ġimagħtejn;
   # ġimgħat; #-il ġimgħa; # xahar; xahar; xahrejn; # xhur; #-il xahar; # sena; sena; sentejn; #
   snin; #-il sena; sa sena
my | ပြီးခဲ့သည့် # ~: စက္ကန့်; မိနစ်; နာရီ; ရက်; ပတ်; လ; နှစ်
nb | for # ~ siden: sekunder; sekund; sek; minutter; minutt; min; timer; time; t; døgn; d.; uker;
   uke; u.; måneder; måned; md.; år
ne | # ~ पहिले: सेकेन्ड; मिनेट; घण्टा; दिन; हप्ता; महिना | ~: # वर्ष अघि
nl | # ~ geleden: seconden; seconde; sec.; minuten; minuut; min.; uur; dagen; dag; dgn; weken;
   week; maanden; maand; jaar
nn | for # ~ sidan: sekund; sek; minutt; min; timar; time; t; døgn; d.; veker; veke; v.; månadar;
   månad; md.; år
om | ~ # darbe: sekoondii; sek.; daqiiqaa; daq.; sa’aatii; sa.; guyyaa; torbee; tr.; ji’a; ji. |
   ~ # darban: sekoondiiwwan; daqiiqaawwan; sa’aatiiwwan; guyyoota; torbanoota; ji’oota | ~ #
   dura: waggoota; waggaa; wg.
or | # ~ ପୂର୍ବେ: ସେକେଣ୍ଡ; ସେ.; ମିନିଟ୍; ମି.; ଘଣ୍ଟା; ଘ.; ଦିନ; ସପ୍ତାହ; ସପ୍ତା.; ମାସ; ମା.; ବର୍ଷ; ବ.
pa | # ~ ਪਹਿਲਾਂ: ਸਕਿੰਟ; ਮਿੰਟ; ਘੰਟੇ; ਘੰਟਾ; ਦਿਨ; ਹਫ਼ਤੇ; ਹਫ਼ਤਾ; ਮਹੀਨੇ; ਮਹੀਨਾ; ਸਾਲ
pl | # ~ temu: sekundy; sekundę; sekund; sek.; minuty; minutę; minut; min; godziny; godzinę;
   godzin; godz.; dnia; dzień; dni; tygodnia; tydzień; tygodnie; tygodni; tyg.; tydz.; miesiąca;
   miesiąc; miesiące; miesięcy; mies.; roku; rok; lata; lat
ps | # ~ مخکې: ثانيې; ثانيه; دقيقې; دقيقه; ساعتونه; ساعت; ورځې; ورځ; اونۍ; مياشتې; مياشت; کاله;
   کال
pt | há # ~: segundos; segundo; seg; minutos; minuto; min; horas; hora; h; dias; dia; semanas;
   semana; sem; meses; mês; anos; ano | há uma ~: hora; semana | há um ~: minuto; dia; mês; ano |
   ~ atrás: # minutos; # horas; # hora; # dias; # dia; # semanas; # meses
ro | acum # ~: de secunde; secundă; secunde; sec; de minute; minut; minute; min; de ore; oră;
   ore; h; de zile; zi; zile; de săptămâni; săptămână; săptămâni; săpt; de luni; lună; luni; de
   ani; an; ani
ru | # ~ назад: секунды; секунду; секунд; сек.; минуты; минуту; минут; мин.; часа; час; часов; ч;
   дня; день; дней; дн.; недели; неделю; недель; нед.; месяца; месяц; месяцев; мес.; года; год;
   лет; г.; л. | ~ назад: час; минуту; день; неделю; месяц; год
sd | # ~ پهرين: سيڪنڊ; منٽ; ڪلاڪ; ڏينهن; هفتا; هفتو; مهينا; سال
sk | pred # ~: sekundami; sekundou; sekundy; s; minútami; minútou; minúty; min; hodinami;
   hodinou; h; dňami; dňom; dňa; d; týždňami; týždňom; týždňa; týž; mesiacmi; mesiacom; mesiaca;
   mes; rokmi; rokom; roka; r
sl | pred # ~: sekundami; sekundo; sekundama; s; minutami; minuto; minutama; min; urami; uro;
   urama; dnevi; dnevom; dnevoma; tedni; tednom; tednoma; ted; meseci; mesecem; mesecema; mes;
   leti; letom; letoma; l
so | # ~ kahor: ilbiriqsi; daqiiqadood; daqiiqad; saacadood; saacad; maalmood; maalin; toddobaad;
   bilood; bil; sannadood; sannad | # ~ khr: ilbrqsi; dqqd; scd; mlmd; mln; tdbd; bil; snd
sq | # ~ më parë: sekonda; sekondë; sek; minuta; minutë; min; orë; ditë; javë; muaj; vjet; vit
sr | пре # ~: секунди; секунде; сек; минута; мин; сати; сата; ч; дана; д; недеља; недеље; нед;
   месеци; месеца; мес; година; године; год
sv | för # ~ sedan: sekunder; sekund; minuter; minut; timmar; timme; tim; dagar; dag; veckor;
   vecka; v.; månader; månad; år | för # ~ sen: s; min; mån.; år | ~: för # d sedan
sw | ~ # iliyopita: sekunde; dakika; saa; siku; wiki; miezi; miaka | ~ # zilizopita: sekunde;
   dakika; saa; siku; wiki | ~ # uliopita: mwezi; mwaka
ta | # ~ முன்: விநாடிகளுக்கு; விநாடிக்கு; வி.; நிமிடங்களுக்கு; நிமிடத்திற்கு; நிமி.; மணிநேரம்;
   ம.; நாட்களுக்கு; நாளுக்கு; வாரங்களுக்கு; வாரத்திற்கு; வார.; மாதங்களுக்கு; மாதத்துக்கு; மாத.;
   ஆண்டுகளுக்கு; ஆண்டிற்கு
te | # ~ క్రితం: సెకన్ల; సెకను; సెక.; నిమిషాల; నిమిషం; నిమి.; గంటల; గంట; గం.; రోజుల; రోజు; వారాల;
   వారం; నెలల; నెల; సంవత్సరాల; సంవత్సరం; సం.
tg | # ~ пеш: сония; сон.; дақиқа; дақ.; соат; ст.; рӯз; ҳафта; ҳ.; моҳ; м.; сол; с.
th | ~: # วินาทีที่ผ่านมา; # วินาทีที่แล้ว; # นาทีที่ผ่านมา; # นาทีที่แล้ว; # ชั่วโมงที่ผ่านมา; #
   ชม. ที่แล้ว; # วันที่ผ่านมา; # วันที่แล้ว; # สัปดาห์ที่ผ่านมา; # สัปดาห์ที่แล้ว; #
   เดือนที่ผ่านมา; # เดือนที่แล้ว; # ปีที่แล้ว
tk | # ~ öň: sekunt; sek.; minut; min.; sagat; sag.; gün; g.; hepde; hep.; aý; ýyl; ý.
tr | # ~ önce: saniye; sn.; dakika; dk.; saat; sa.; gün; hafta; hf.; ay; yıl
tt | # ~ элек: секунд; с.; минут; мин.; сәгать; сәг.; көн; атна; ай; ел
ug | # ~ ئىلگىرى: سېكۇنت; مىنۇت; سائەت; كۈن; ھەپتە; ئاي; يىل
uk | # ~ тому: секунди; секунду; секунд; с; хвилини; хвилину; хвилин; хв; години; годину; годин;
   год; дня; день; дні; днів; дн.; тижня; тиждень; тижні; тижнів; тиж.; місяця; місяць; місяці;
   місяців; міс.; року; рік; роки; років; р. | ~ тому: годину; хвилину; день; тиждень; # хв; #
   год
ur | # ~ پہلے: سیکنڈ; منٹ; گھنٹے; گھنٹہ; دنوں; دن; ہفتے; ہفتہ; مہینے; مہینہ; سال | ~: # ماہ قبل |
   # ~ پہلے: گھنٹے; گھنٹہ; منٹ; دن; ہفتے; ہفتہ; مہینے
uz | # ~ oldin: soniya; daqiqa; soat; kun; hafta; oy; yil
uz-Cyrl | # ~ олдин: сония; дақиқа; соат; кун; ҳафта | # ~ аввал: ой; йил
vi | # ~ trước: giây; phút; giờ; ngày; tuần; tháng; năm | cách đây ~: # phút; # giờ; # ngày; #
   tuần; # tháng
zh | ~: #秒钟前; #秒前; #分钟前; #小时前; #天前; #周前; #个月前; #年前
zh | ~: # 秒前; # 分鐘前; # 小時前; # 天前; # 週前; # 個月前; # 年前
zu | ~ edlule: # amasekhondi; # amaminithi; emahoreni angu-#; amaviki angu-#; # inyanga; #
   iminyaka | ~ ezedlule: ezinsukwini ezingu-#; # izinsuku; # izinyanga | ~: # unyaka odlule
"""
_NUMBER = re.compile(r"\d{1,3}")
_UNSEEN = str.maketrans("", "", " .\u200b\u200c\u200d'’")
_LONGEST = 48  # characters


def says_ago(text: str) -> bool:
    """Whether a text says how long ago, and no more."""
    return len(text) <= _LONGEST and _key(text) in _forms()


@cache
def _forms() -> frozenset[str]:
    return frozenset(_each_form())


def _each_form() -> Iterable[str]:
    for _, *parts in rows_of(TABLE):
        for part in parts:
            form, _, units = part.partition(":")
            for unit in labels_in(units):
                yield _key(form.replace("~", unit))


def _key(text: str) -> str:
    """A text without case, marks, spaces and figures, as forms are compared."""
    return _NUMBER.sub("#", fold(text).casefold()).translate(_UNSEEN)
