package dev.parley.grounding;

final class LexiconWords {
    /** Columns: kind, base, factor, words. */
    static final String UNITS = """
            SPAN second 1 | second seconds sekunde sekunden seconde secondes segundo segundos secondo secondi sec sek sekund секунд секунды saniye 秒 초
            SPAN minute 1 | minute minutes min minuten minuto minutos minuti minuut minuta minuty minut минут минуты минута dakika دقيقة دقائق 分钟 分鐘 分 분
            SPAN minute 60 | hour hours hr hrs h hourly stunde stunden std stündig stündige stündigen heure heures hora horas ora ore uur uren godzina godziny godzin час часа часов saat saatlik ساعة ساعات 小时 小時 時間 시간 chasov timer timmar timme
            SPAN day 1 | day days tag tage tagen tages tägig tägige tägigen tägiges tägiger jour jours día días dia dias giorno giorni dag dagen daagse dzień dni dniowy dniowa день дня дней дн gün günlük günü gündür يوم يوما أيام ايام 天 日 日間 일 일간 dagar dage daags tägig tagesfrist tagefrist
            SPAN day 7 | week weeks weekly woche wochen wöchig wöchige wöchigen semaine semaines semana semanas settimana settimane weken tydzień tygodnie tygodni неделя недели недель неделю hafta haftalık أسبوع أسابيع اسابيع 周 週 週間 星期 礼拜 주 주일 vecka veckor uge uger
            SPAN month 1 | month months monat monate monaten monats monatig mois mes meses mese mesi mês maand maanden miesiąc miesiące miesięcy месяц месяца месяцев ay aylık شهر أشهر شهور 月 个月 個月 ヶ月 か月 カ月 ヵ月 개월 달 månad månader måned måneder
            SPAN month 12 | year years yr yrs jahr jahre jahren jahres jährig jarig jährige jährigen jähriger jahresgarantie an ans année années año años anno anni ano anos jaar jarige rok lata lat letnia letnią letni letniej год года лет летняя yıl yıllık yıldır سنة سنوات عام أعوام 年 年間 년 år års
            SPAN workday 1 | werktag werktage werktagen arbeitstag arbeitstage arbeitstagen geschäftstage bankarbeitstage bankarbeitstagen werkdag werkdagen workday workdays weekday weekdays 工作日 营业日 營業日 営業日 영업일
            AMOUNT EUR 1 | € eur euro euros евро 欧元 歐元 ユーロ 유로 يورو avro
            AMOUNT $ 1 | $ dollar dollars dólar dólares dollari dolar dolarów доллар доллара долларов dolares 美元 美金 ドル 달러 دولار دولارا دولارًا
            AMOUNT USD 1 | usd us$
            AMOUNT CAD 1 | cad
            AMOUNT AUD 1 | aud
            AMOUNT GBP 1 | £ gbp pound pounds pfund livre livres libra libras sterlina sterline 英镑 ポンド 파운드
            AMOUNT CHF 1 | chf franken sfr 瑞郎
            AMOUNT ¥ 1 | ¥ 元
            AMOUNT JPY 1 | jpy yen 日元 円 엔
            AMOUNT CNY 1 | cny rmb yuan 人民币 块
            AMOUNT KR 1 | kr kronor kroner
            AMOUNT SEK 1 | sek
            AMOUNT NOK 1 | nok
            AMOUNT DKK 1 | dkk
            AMOUNT PLN 1 | pln zł złotych złote
            AMOUNT RUB 1 | rub ₽ руб рублей рубля рубль
            AMOUNT TRY 1 | ₺ try tl
            AMOUNT INR 1 | ₹ inr
            AMOUNT KRW 1 | ₩ krw 원
            AMOUNT AED 1 | aed
            AMOUNT SAR 1 | sar
            MEASURE g 1 | g gram grams gramm gramme grammes gramos grammi gramas грамм г гр 克 グラム 그램 غرام جرام
            MEASURE g 1000 | kg kilo kilos kilogram kilograms kilogramm kilogrammes кг 公斤 千克 キロ 킬로 كغ كجم كيلوغرام
            MEASURE lb 1 | lb lbs
            MEASURE oz 1 | oz ounce ounces
            MEASURE mm 1 | mm millimetre millimeter millimetres millimeters мм 毫米 ミリ مم ملم
            MEASURE mm 10 | cm centimetre centimeter centimetres centimeters centimetri centímetros zentimeter см 厘米 センチ 센티미터 سم
            MEASURE mm 1000 | m metre meter metres meters mètre mètres metro metros metri м 米 メートル 미터
            MEASURE mm 1000000 | km kilometre kilometer kilometres kilometers kilometern км 公里
            MEASURE inch 1 | inch inches zoll pouces pulgadas pollici polegadas cal 英寸 インチ 인치
            MEASURE ml 1 | ml millilitre milliliter мл 毫升
            MEASURE ml 1000 | l litre litres liter liters litern litro litros litri litrów литр литра литров л 升 リットル 리터 لتر لترا
            MEASURE degree 1 | ° ° ℃ degrees degree grad degrés grados gradi graus graden stopni градусов 度 도
            MEASURE mb 1 | mb
            MEASURE mb 1000 | gb
            """.strip();

    static final String ROLES = """
            RANGE | - to bis à a al hasta tot do до ila 至 到 から إلى الى até till til through
            ENUM | or oder ou o of lub или veya أو 或 又は か 또는 and und et y e en i и ve و 和 と 및 /
            AND | and und et y e en i и ve
            OF | of de du del di van od la le the den am il
            SKIP | full whole calendar more further additional volle ganze vollen weitere weiteren kalendertage zusätzliche pleins plus autres más completos naturales interi altri altre corridos meer volle pełne kalenderdagen kalendertagen календарных полных takvim full- 整 左右
            WORKING | working business work ouvrés ouvrables ouvré laborables hábiles laborable hábil lavorativi lavorativo úteis útil robocze roboczych roboczy рабочих рабочие рабочих рабочий iş عمل bank arbeits werk banking werktägliche
            AT_MOST | up most maximum max maximal höchstens within bis binnen innerhalb jusqu jusque hasta máximo massimo entro fino até maximaal uiterlijk tot do maksymalnie до максимум en fazla أقصى 最多 以内 以內 至多 최대 이내
            AT_LEAST | from least minimum mindestens ab minimal partir desde mínimo partire almeno vanaf minstens od co от 至少 最少 から 以上 이상 최소
            BETWEEN | between zwischen entre tra fra tussen między между arasında بين
            ORDINAL | st nd rd th er ère e º ª . º
            AM | am 上午 早上 凌晨 午前 오전 صباحا صباحًا ص
            PM | pm 下午 晚上 午後 오후 مساء مساءً ظهرا ظهرًا م
            CLOCK | uhr o'clock h heures heure horas hora uur ore ora godz часов часа saat 点 點 時 时 시 kl
            PERCENT | % percent per_cent prozent pourcent procent procento procenta процент процента процентов yüzde 퍼센트 パーセント بالمئة بالمائة
            PERCENT_BEFORE | % yüzde 百分之
            COUNTER | 个 個 ヶ か カ
            LINK | http https www mailto
            OF | to at zu au no
            SKIP | m²
            """.strip();

    /** January first; a slash separates forms. */
    static final String MONTHS = """
            january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec
            januar/jänner februar/feber märz/mär april mai juni juli august september oktober/okt november dezember/dez
            janvier/janv février/févr mars avril/avr mai juin juillet/juil août septembre octobre novembre décembre/déc
            enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre
            gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
            janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
            januari februari maart april mei juni juli augustus september oktober november december
            stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec lipca/lipiec sierpnia/sierpień września/wrzesień października/październik listopada/listopad grudnia/grudzień
            января/январь февраля/февраль марта/март апреля/апрель мая/май июня/июнь июля/июль августа/август сентября/сентябрь октября/октябрь ноября/ноябрь декабря/декабрь
            ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
            يناير فبراير مارس أبريل/ابريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر
            januari februari mars april maj juni juli augusti september oktober november december""";

    /** Monday first. */
    static final String WEEKDAYS = """
            monday/mondays tuesday/tuesdays wednesday/wednesdays thursday/thursdays friday/fridays saturday/saturdays sunday/sundays
            montag/montags dienstag/dienstags mittwoch/mittwochs donnerstag/donnerstags freitag/freitags samstag/samstags/sonnabend sonntag/sonntags
            lundi mardi mercredi jeudi vendredi samedi dimanche
            lunes martes miércoles jueves viernes sábado/sábados domingo/domingos
            lunedì martedì mercoledì giovedì venerdì sabato domenica
            segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo
            maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
            poniedziałek/poniedziałku wtorek/wtorku środa/środy czwartek/czwartku piątek/piątku sobota/soboty niedziela/niedzieli
            понедельник/понедельника вторник/вторника среда/среды четверг/четверга пятница/пятницы суббота/субботу/субботы воскресенье/воскресенья
            pazartesi salı çarşamba perşembe cuma cumartesi pazar
            الاثنين/الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
            周一/星期一/月曜日/월요일 周二/星期二/火曜日/화요일 周三/星期三/水曜日/수요일 周四/星期四/木曜日/목요일 周五/星期五/金曜日/금요일 周六/星期六/土曜日/토요일 周日/星期日/星期天/日曜日/일요일""";

    private LexiconWords() {}
}
