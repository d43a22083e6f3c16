package dev.parley.faq;

import static dev.parley.faq.ReadFiles.answers;
import static dev.parley.faq.ReadFiles.csv;
import static dev.parley.faq.ReadFiles.questions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;

import dev.parley.faq.FaqImport.Read;
import dev.parley.faq.FaqImport.RowError;
import dev.parley.faq.file.FaqFormat;
import dev.parley.faq.file.Tables;
import dev.parley.platform.ParleyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as spreadsheet programs and other systems save them. */
class TableFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"sep=;\r\nquestion;answer\r\nHow long?;3 days, or 4\r\n",
            "\uFEFF\"sep=|\"\nquestion|answer\nHow long?|3 days, or 4",
            "SEP=;;\nquestion;answer\nHow long?;3 days, or 4\n",
            "question\tanswer\rHow long?\t3 days, or 4\r", "question|answer\nHow long?|3 days, or 4\n",
            "question;answer;;;\n;;;;\nHow long?;3 days, or 4;;;\n;;;;\n",
            "question ; answer\n \"How long?\" ; \"3 days, or 4\" \n",
            "\"question,answer\"\r\n\"How long?,\"\"3 days, or 4\"\"\"\r\n",
            "\n\nquestion;answer\nHow long?;3 days, or 4\n",
            "Our help pages;\nas of May;\n;\nquestion;answer\nHow long?;3 days, or 4\n",
            "question,answer,checked\n,,FALSE\nHow long?,\"3 days, or 4\",TRUE\n,,FALSE\n\u00a0,\u200b,FALSE\n",
            "How long?;3 days, or 4\n", "question,answer\nHow long?,=\"3 days, or 4\"\n",
            "tags;question;answer\nDelivery;;\n;How long?;3 days, or 4\n"})
    void tableOfASpreadsheetProgram_hasOneEntry(String file) {
        Read read = csv(file);

        assertThat(read.errors()).isEmpty();
        assertThat(questions(read)).containsExactly("How long?");
        assertThat(answers(read)).containsExactly("3 days, or 4");
    }

    @ParameterizedTest
    @CsvSource({"Question,Answer", "QUESTIONS,ANSWERS", "Q,A", "FAQ Question,FAQ Answer", "faqQuestion,faqAnswer",
            "Question*,Answer (HTML)", "question_text,answer_text", "Frage,Antwort", "FRAGE,ANTWORT",
            "Frage (Pflicht),Antworttext",
            "Pregunta,Respuesta", "Question,Réponse", "Domanda,Risposta", "Pergunta,Resposta", "Vraag,Antwoord",
            "Pytanie,Odpowiedź", "Вопрос,Ответ", "Soru,Cevap", "السؤال,الإجابة", "问题,答案", "問題,回答", "質問,回答",
            "질문,답변", "Fråga,Svar", "Spørgsmål,Svar", "Otázka,Odpověď", "Ερώτηση,Απάντηση", "שאלה,תשובה",
            "Питання,Відповідь", "Câu hỏi,Trả lời", "Title,Body", "post_title,post_content",
            "Article Title,Article Body HTML",
            "Titel,Inhalt", "Titre,Contenu", "标题,内容", "Subject,Details", "Customer question,Bot response"})
    void columnsInTheWordsOfOthers_areUnderstood(String question, String answer) {
        Read read = csv(question + "," + answer + ",Author\nHow long?,3 days,Ada\n");

        assertThat(questions(read)).containsExactly("How long?");
        assertThat(answers(read)).containsExactly("3 days");
        assertThat(read.ignored()).containsExactly("Author");
    }

    @Test
    void columnsOfOneKind_areReadAsTheyAreMeant() {
        Read read = csv("""
                Topic;Title;Question;Question 2;Alternative questions;Short description;Answer;Keywords;Category;Author
                Delivery;A page;How long?;When will it come?;Where is it? | Is it late?;Short;3 days;time, post;Shipping;Ada
                Delivery;A page;How dear?;;;Only this;;;;Ada
                """);

        assertThat(read.errors()).isEmpty();
        FaqContent first = read.changes().getFirst().content();
        assertThat(first.question()).isEqualTo("How long?");
        assertThat(first.variants()).containsExactlyInAnyOrder("When will it come?", "Where is it?",
                "Is it late?");
        assertThat(first.answer()).isEqualTo("3 days");
        assertThat(first.tags()).containsExactlyInAnyOrder("Delivery", "time", "post", "Shipping");
        assertThat(read.changes().get(1).content().answer()).isEqualTo("Only this");
        assertThat(read.ignored()).containsExactly("Author");
    }

    @Test
    void columnForEachLanguage_isAnEntryForEach() {
        Read read = csv("""
                id;question_en;answer_en;Frage (Deutsch);Antwort (Deutsch);question pt-BR;answer pt-BR
                7;How long?;3 days;Wie lange?;3 Tage;;
                """);

        assertThat(read.errors()).isEmpty();
        assertThat(read.changes()).extracting(change -> change.content().locale(), change -> change.content().answer())
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("en", "3 days"),
                        org.assertj.core.groups.Tuple.tuple("de", "3 Tage"));
        assertThat(read.changes()).extracting(FaqChange::id).doesNotHaveDuplicates();
    }

    @Test
    void rows_areNumberedAsASpreadsheetDoes() {
        Read read = csv("question,answer\r\n\r\n\"One\r\n?\",\"1\r\n2\r\n3\"\r\n,4\r\n,,\r\n\r\nFive?,\r\n");

        assertThat(questions(read)).containsExactly("One\r\n?");
        assertThat(read.errors()).extracting(RowError::row).containsExactly(4, 7);
    }

    @Test
    void rowsBelowATitle_areNumberedFromTheTop() {
        Read read = csv("Help\n\nquestion,answer\n,No question\n");

        assertThat(read.errors()).extracting(RowError::row).containsExactly(4);
    }

    @Test
    void quotesThatNobodyDoubled_areText() {
        Read read = csv("""
                question,answer
                "How wide is the 5" pipe?","It is 5" wide"
                A 6" one?,6"
                "What is \\"new\\"?","Ends in a slash\\"
                """);

        assertThat(read.errors()).isEmpty();
        assertThat(questions(read)).containsExactly("How wide is the 5\" pipe?", "A 6\" one?", "What is \"new\"?");
        assertThat(answers(read)).containsExactly("It is 5\" wide", "6\"", "Ends in a slash\\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer\nA\n", "Colour,Size\nred,5\n", "Name,Price\nShoe,5\n", "x\n", "How long\n"})
    void tableWithoutQuestionsAndAnswers_isRefusedAndSaysWhatItNames(String file) {
        assertThatThrownBy(() -> csv(file)).isInstanceOfSatisfying(ParleyException.class, refused -> {
            assertThat(refused.code()).isEqualTo("missing_column");
            assertThat(refused.detail()).contains("`" + file.substring(0, file.indexOf('\n')).split(",", -1)[0] + "`");
        });
    }

    @Test
    void idsOfAnotherSystem_areTheSameEachTimeAndForEachLanguage() {
        String file = "id,question,answer,locale\n%s,How long?,3 days,en\n%s,Wie lange?,3 Tage,de\n17,Else?,Yes,en\n17,More?,No,en\n"
                .formatted("360001", "360001");

        Read once = csv(file);
        Read again = csv(file.replace("3 days", "4 days"));

        assertThat(once.errors()).isEmpty();
        assertThat(once.changes()).extracting(FaqChange::id).doesNotHaveDuplicates()
                .isEqualTo(again.changes().stream().map(FaqChange::id).toList());
    }

    @Test
    void ownId_isKept() {
        UUID id = UUID.randomUUID();

        FaqChange change = csv("ID,Question,Answer\n" + id.toString().toUpperCase(java.util.Locale.ROOT) + ",Q?,A\n")
                .changes()
                .getFirst();

        assertThat(change.id()).isEqualTo(id);
        assertThat(change.sameQuestion()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"de,de", "DE,de", "German,de", "Deutsch,de", "allemand,de", "de_AT,de-AT", "en-us,en-US",
            "English (US),en",
            "日本語,ja", "jp,ja", "Japanese,ja", "中文,zh", "简体中文,zh-CN", "zh_Hant,zh-Hant", "kr,ko", "한국어,ko", "русский,ru",
            "português,pt", "Español,es", "pt-br.UTF-8,pt-BR", "eng,en", "ENG,en", "ger,de", "deu,de", "fre,fr",
            "deu-AT,de-AT", "fil,fil", "jpn,ja", "'',en", "all,en", "default,en", "-,en"})
    void languageInAnyWords_isUnderstoodOrDetected(String cell, String locale) {
        Read read = csv("question,answer,language\nHow long?,3 days,\"" + cell + "\"\n");

        assertThat(read.errors()).isEmpty();
        assertThat(read.changes().getFirst().content().locale()).isEqualTo(locale);
    }

    @ParameterizedTest
    @CsvSource({"https://shop.example/a,https://shop.example/a", "shop.example/a,https://shop.example/a", "/a,",
            "javascript:alert(1),", "#,", "https://größe.example/straße,https://größe.example/straße",
            "https://my_shop.example/a,https://my_shop.example/a", "mailto:help@shop.example,", "help@shop.example,",
            "https://a.example/x; https://b.example/y,https://a.example/x",
            "https://a.example/x;https://b.example/y,https://a.example/x",
            "/faq/1 https://a.example/x,https://a.example/x",
            "https://ada:secret@shop.example/a,https://shop.example/a",
            "[page](https://shop.example/y),https://shop.example/y", "<https://shop.example/z>,https://shop.example/z",
            "https://,", "https://shop.example/a;b=1,https://shop.example/a;b=1",
            "www.shop.example/a,https://www.shop.example/a"})
    void addressOfAnotherSystem_isTakenWhereItLeadsSomewhere(String cell, String url) {
        for (String header : List.of("Title,Body,Link", "question,answer,url")) {
            Read read = csv(header + "\nHow long?,3 days,\"" + cell + "\"\n");

            assertThat(read.errors()).isEmpty();
            assertThat(read.changes().getFirst().content().url()).isEqualTo(url);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#REF!", "#N/A", "#VALUE!", "#NAME?", "########", "#DIV/0!", "#BEZUG!", "#NV", "#WERT!",
            "#¡REF!", "#N/D", "#ССЫЛКА!", "Err:508", "#SPILL!", "#ERROR!", " #REF! "})
    void errorOfAFormula_isNoText(String error) {
        Read read = csv("question,answer,variants\nOne?," + error + ",\n" + error + ",2,\nThree?,3," + error + "\n");

        assertThat(read.errors()).extracting(RowError::row, RowError::code).containsExactly(
                org.assertj.core.groups.Tuple.tuple(2, "formula_error"),
                org.assertj.core.groups.Tuple.tuple(3, "formula_error"));
        assertThat(read.changes()).hasSize(1);
        assertThat(read.changes().getFirst().content().variants()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1", "#REFUND", "#NoFilter!", "Use #REF! here", "##"})
    void textWithANumberSign_isText(String answer) {
        assertThat(answers(csv("question,answer\nOne?," + answer + "\n"))).hasSize(1);
    }

    @Test
    void workbook_isRefusedWithAHint() {
        for (byte[] file : List.of(new byte[]{'P', 'K', 3, 4, 20, 0},
                new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0})) {
            assertThatThrownBy(() -> ReadFiles.read(FaqFormat.CSV, file)).isInstanceOfSatisfying(ParleyException.class,
                    refused -> assertThat(refused.code()).isEqualTo("bad_file"));
        }
    }
}
