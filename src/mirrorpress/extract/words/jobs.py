"""Jobs of those who write, in fifty languages: "reporter", "кореспондент", "újságíró"."""

from __future__ import annotations

import re
from typing import Final

_JOBS = (
    r"reporter|journalist|writer|editor|author|correspondent|columnist|contributor|photographer|"
    r"producer|analyst|blogger|novelist|founder|co-founder|"  # en
    r"\w{0,24}redakteur(?:in)?|redaktions\w{2,24}|\w{0,24}reporterin|autor(?:in)?|journalistin|"
    r"korrespondent(?:in)?|"  # de
    r"journaliste|correspondante?|rédacteur|rédactrice|écrivain|éditorialiste|chroniqueu(?:r|se)|"
    r"periodista|corresponsal|redactora?|reporter[oa]|columnista|editora?|"  # es, ca
    r"jornalista|correspondente|repórter|colunista|redatora?|"  # pt
    r"giornalista|corrispondente|redattore|redattrice|inviat[oa]|scrittore|scrittrice|"  # it
    r"correspondente|redacteur|redactrice|verslaggever|verslaggeefster|schrijver|"  # nl
    r"redaktör|redaktør|skribent|toimittaja|päätoimittaja|kirjeenvaihtaja|"  # sv, da, nb, fi
    r"dziennikar(?:z|ka)|korespondent(?:ka)?|redaktor(?:ka)?|reporterka|publicyst(?:a|ka)|"  # pl
    r"novinář(?:ka)?|zpravodaj(?:ka)?|reportér(?:ka)?|novinár(?:ka)?|"  # cs, sk
    r"spravodaj(?:ca|kyňa)|újságíró|tudósító|(?:fő)?szerkesztő|riporter|"  # hu
    r"jurnalistă?|corespondentă?|redactor|redactoare|"  # ro
    r"novinar(?:ka)?|dopisni(?:k|ca)|uredni(?:k|ca)|новинар(?:ка)?|дописни(?:к|ца)|"  # hr, sl, sr
    r"уредни(?:к|ца)|репортер(?:ка)?|журналист(?:ка)?|кореспондент(?:ка)?|"  # sr, mk, bg, uk
    r"корреспондент(?:ка)?|редактор(?:ка)?|обозреватель(?:ница)?|спецкор|собкор|корр|автор|"  # ru
    r"журналіст(?:ка)?|оглядач(?:ка)?|карэспандэнт(?:ка)?|рэдактар(?:ка)?|"  # uk, be
    r"gazetare?|korrespondente?|redaktore?|"  # sq
    r"žurnalist(?:as|ė)|korespondent(?:as|ė)|redaktor(?:ius|ė)|"  # lt
    r"žurnālist(?:s|e)|korespondent(?:s|e)|redaktor(?:s|e)|ajakirjanik|toimetaja|"  # lv, et
    r"δημοσιογράφος|ανταποκριτής|ανταποκρίτρια|συντάκτης|συντάκτρια|αρχισυντάκτ\w+|"  # el
    r"gazeteci|muhabiri?|editörü?|yazarı?|jurnalist|müxbiri?|muxbiri?|muharriri?|"  # tr, az, uz
    r"тілші(?:сі)?|кабарчы(?:сы)?|хабарнигор|рӯзноманигор|сэтгүүлч|сурвалжлагч|"  # kk, ky, tg, mn
    r"ჟურნალისტი|კორესპონდენტი|რედაქტორი|რეპორტიორი|լրագրող|թղթակից|խմբագիր|"  # ka, hy
    r"خبرنگار|روزنامه.?نگار|سردبیر|صحافی|نامہ نگار|ایڈیٹر|رپورٹر|خبریال|"  # fa, ur, ps
    r"صحفية?|صحافية?|مراسلة?|محررة?|پەیامنێر|ڕۆژنامەنووس|"  # ar, ckb
    r"כתבת?|כתבנו|עיתונאית?|עורכת?|פרשנ?ית?|"  # he
    r"पत्रकार|संवाददाता|संपादक|रिपोर्टर|प्रतिनिधी|সাংবাদিক|প্রতিবেদক|সম্পাদক|প্রতিনিধি|"  # hi, mr, bn
    r"பத்திரிகையாளர்|செய்தியாளர்|ஆசிரியர்|நிருபர்|జర్నలిస్ట్|రిపోర్టర్|విలేకరి|"  # ta, te
    r"ผู้สื่อข่าว|นักข่าว|บรรณาธิการ|คอลัมนิสต์|"  # th
    r"nhà báo|phóng viên|biên tập viên|jurnalis|wartawan|penulis|penyunting|"  # vi, id, ms
    r"mwandishi|ripota|mhariri|mwanahabari|ጋዜጠኛ|ዘጋቢ|"  # sw, am
    r"기자|특파원|편집장|논설위원|記者|编辑|編集長|特派員"  # ko, zh, ja
)
JOB: Final = re.compile(rf"(?<![^\W\d_])(?:{_JOBS})s?(?![^\W\d_])", re.IGNORECASE)
