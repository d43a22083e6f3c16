package dev.parley.faq;

import static dev.parley.faq.ReadFiles.answers;
import static dev.parley.faq.ReadFiles.questions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import dev.parley.faq.FaqImport.Read;
import dev.parley.faq.file.FaqFormat;
import dev.parley.platform.ParleyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files in legacy code pages of programs and countries. */
class CodePagesTest {
    @ParameterizedTest
    @CsvSource({"windows-1252,Wie groß ist Größe 42?,Für Füße über 27 cm kostet es 5 €.",
            "x-MacRoman,Wie groß ist Größe 42?,Für Füße über 27 cm kostet es 5 €.",
            "IBM850,Wie groß ist Größe 42?,Für Füße über 27 cm.", "UTF-16LE,Wie groß?,Größe 42",
            "UTF-16BE,Wie groß?,Größe 42",
            "windows-1252,Quels sont les délais à l’étranger ?,Trois jours après l’expédition.",
            "windows-1250,Jak mogę zwrócić buty?,W ciągu 30 dni jeśli są nieużywane. Przesyłka zwrotna jest bezpłatna.",
            "windows-1254,İade nasıl yapılır?,30 gün içinde iade edebilirsiniz. Kargo ücretsiz şu bağlantıdan çıktı alın.",
            "windows-1251,Как вернуть обувь?,В течение 30 дней после получения.",
            "KOI8-R,Как вернуть обувь?,В течение 30 дней после получения.",
            "windows-1253,Πώς επιστρέφω τα παπούτσια?,Εντός 30 ημερών από την παραλαβή.",
            "windows-1255,איך מחזירים נעליים?,תוך 30 יום מהקבלה.",
            "windows-1256,كيف أعيد الحذاء؟,خلال 30 يوما من الاستلام.",
            "GB18030,退货需要几天内申请？,签收后三十天内都可以申请退货。", "Big5,退貨需要幾天內申請？,簽收後三十天內都可以申請退貨。",
            "Shift_JIS,返品はできますか,商品到着後三十日以内であれば返品できます。", "EUC-KR,반품은 어떻게 하나요?,수령 후 30일 이내에 가능합니다."})
    void codePageOfAnyCountry_isRecognised(String charset, String question, String answer) {
        byte[] file = ("question;answer\r\n" + question + ";" + answer + "\r\n").getBytes(Charset.forName(charset));

        Read read = ReadFiles.read(FaqFormat.CSV, file);

        assertThat(questions(read)).containsExactly(question);
        assertThat(answers(read)).containsExactly(answer);
    }

    @Test
    void unicodeWithALineOfAnotherProgram_isMended() {
        byte[] one = "question,answer\nÖl ändern für Größe?,Möglich\n"
                .getBytes(StandardCharsets.UTF_8);
        byte[] other = "Füße?,Ja\n".getBytes(Charset.forName("windows-1252"));
        byte[] file = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, file, one.length, other.length);

        assertThat(questions(ReadFiles.read(FaqFormat.CSV, file))).containsExactly("Öl ändern für Größe?", "Füße?");
    }

    @Test
    void codePageThatIsSaid_counts() {
        byte[] file = "question,answer\nŁódź?,Tak\n".getBytes(Charset.forName("ISO-8859-2"));

        Read read = FaqImport.read(FaqFormat.CSV, file, FaqFormat.charset("text/csv; charset=\"iso-8859-2\""),
                ReadFiles.reader("en"));

        assertThat(questions(read)).containsExactly("Łódź?");
        assertThat(FaqFormat.charset("text/csv; charset=klingon")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"Was kostet der Versand?|4,90 €",
            "Was kostet…|4,90 € – „schnell“", "Was kostet’s?|5 €", "What’s the fee?|It’s £5 – “always”",
            "Is it free?|Yes — it’s free…", "Cost?|€5", "What is Karst™?|A pack", "When?|Mo–Fr, 9–17",
            "Un cœur ?|Le bœuf", "Refunds?|“Yes”", "Wann?|Bald…", "Which?|• one • two", "Whose?|The customers’ choice",
            "How?|See ‘Orders’", "Weshalb?|Das „Warum“ – und „Wie“", "C’est combien ?|5 € l’unité",
            "How long?|2—3 days", "GROSS…|5 EUR"})
    void onlyTheEuroAndMarksOfTypography_areThoseOfWindows(String question, String answer) {
        for (String header : new String[]{"question;answer", "Frage;Antwort"}) {
            byte[] file = (header + "\r\n" + question + ";" + answer + "\r\n")
                    .getBytes(Charset.forName("windows-1252"));

            Read read = ReadFiles.read(FaqFormat.CSV, file);

            assertThat(questions(read)).containsExactly(question);
            assertThat(answers(read)).containsExactly(answer);
        }
    }

    @ParameterizedTest
    @CsvSource({"Wie groß?,Über 30 cm", "Ändern?,Später", "¿Cuánto cuesta?,Diez años", "Où ?,À côté de l’école",
            "Schön?,Ja",
            "Quel délai ?,Deux à trois jours", "Größe?,5 cm", "Qual è il costo?,Perché sì", "Cómo?,Más días",
            "Vad kostar det?,50 kr för åt ö", "Hvor længe?,På tre døgn"})
    void lettersOfTheMacintosh_areRead(String question, String answer) {
        for (String page : new String[]{"x-MacRoman", "windows-1252"}) {
            byte[] file = ("question;answer\r" + question + ";" + answer + "\r").getBytes(Charset.forName(page));

            Read read = ReadFiles.read(FaqFormat.CSV, file);

            assertThat(questions(read)).as(page).containsExactly(question);
            assertThat(answers(read)).as(page).containsExactly(answer);
        }
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-2,pytanie;odpowiedź,Jak długo trwa zwrot pieniędzy?,Około czternaście dni później piszę",
            "ISO-8859-2,question;answer,Jak długo trwa zwrot pieniędzy?,Około czternaście dni później piszę",
            "ISO-8859-2,otázka;odpověď,Jak dlouho trvá doručení zásilky?,Příští den žádný problém šťastně",
            "windows-1250,otázka;odpověď,Jak dlouho trvá doručení zásilky?,Příští den žádný problém",
            "windows-1250,question;answer,Jak dlouho?,Příští den",
            "windows-1257,jautājums;atbilde,Cik ilgi ilgst piegāde?,Trīs dienas šķirošana ļoti ātri",
            "windows-1257,question;answer,Kiek trunka pristatymas?,Tris dienas – greičiausiai šią savaitę",
            "windows-1257,klausimas;atsakymas,Kaip grąžinti prekę?,Per keturiolika dienų",
            "windows-1257,küsimus;vastus,Kui kaua?,Kolm päeva – šokolaad",
            "x-windows-874,คำถาม;คำตอบ,ค่าจัดส่งเท่าไร,ฟรีค่ะ", "x-windows-874,question;answer,ค่าจัดส่งเท่าไร,ฟรีค่ะ",
            "IBM866,вопрос;ответ,Как вернуть обувь?,В течение тридцати дней",
            "ISO-8859-15,question;answer,Quel prix ?,5 € à l'étranger",
            "IBM852,pytanie;odpowiedź,Jak długo trwa zwrot pieniędzy?,Około czternaście dni później piszę"})
    void pagesThatTheDetectorDoesNotKnow_areToldByTheirLetters(String page, String header, String question,
            String answer) {
        byte[] file = (header + "\r\n" + question + ";" + answer + "\r\n").getBytes(Charset.forName(page));

        Read read = ReadFiles.read(FaqFormat.CSV, file);

        assertThat(questions(read)).containsExactly(question);
        assertThat(answers(read)).containsExactly(answer);
    }

    /** A few letters prove little, so the shop's language and the most common code page decide. */
    @ParameterizedTest
    @CsvSource({"en,windows-1252,Où est-il ?,Là", "fr,windows-1252,Très bien ?,Déjà", "de,windows-1252,Groß?,Für 3 m²",
            "es,windows-1252,¿Año?,Sí", "pt,windows-1252,Não?,Três", "nl,windows-1252,Eén?,Eén",
            "it,windows-1252,Perché?,Così",
            "sv,windows-1252,Går det?,På måndag", "en,windows-1252,Café?,Crème", "fr,windows-1252,Prêt ?,Être",
            "da,windows-1252,Større?,På",
            "en,windows-1252,Señor?,Mañana", "en,windows-1252,Coração?,Avó", "fi,windows-1252,Missä?,Täällä",
            "de,windows-1252,Länge?,±2 µm", "es,windows-1252,¿Qué?,2º", "en,windows-1252,How long?,5 m² ½",
            "ca,windows-1252,Què?,Això",
            "pl,windows-1250,Już?,Tak", "cs,windows-1250,Kolik?,Příště", "hu,windows-1250,Mennyi?,Később",
            "hr,windows-1250,Što?,Čaša"})
    void veryShortFile_isReadAsTheShopWrites(String locale, String page, String question, String answer) {
        byte[] file = ("question;answer\r\n" + question + ";" + answer + "\r\n").getBytes(Charset.forName(page));

        Read read = FaqImport.read(FaqFormat.CSV, file, null, ReadFiles.reader(locale));

        assertThat(questions(read)).containsExactly(question);
        assertThat(answers(read)).containsExactly(answer);
    }

    @Test
    void namesNotUnderstoodInAGuessedPage_areRefusedWithTheWayOut() {
        byte[] file = "größe;höhe\nfünf;sechs\n".getBytes(Charset.forName("windows-1252"));

        assertThatThrownBy(() -> ReadFiles.read(FaqFormat.CSV, file)).isInstanceOfSatisfying(ParleyException.class,
                refused -> assertThat(refused.detail()).contains("`größe`", "windows-125", "CSV UTF-8"));
    }
}
