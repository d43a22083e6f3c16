package dev.parley.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;

import dev.parley.faq.FaqImport.Read;
import dev.parley.faq.FaqImport.RowError;
import dev.parley.faq.file.FaqFormat;
import dev.parley.platform.ParleyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaqImportTest {
    @Test
    void spreadsheetFile_isReadWithItsMarkSemicolonsAndLineEnds() {
        Read read = csv(
                "\uFEFFquestion;answer;variants;tags\r\n\"Wo; ist\r\nes?\";Hier;\"a|b\r\nc\";x\r\n\r\nZwei?;Ja;;\r\n");

        assertThat(read.errors()).isEmpty();
        assertThat(read.changes()).extracting(change -> change.content().question()).containsExactly("Wo; ist\r\nes?",
                "Zwei?");
        assertThat(read.changes().getFirst().content().variants()).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {",,A,,#question_empty", ",Q,,,#answer_empty",
            ",Q,A,,,surplus#too_many_cells"})
    void badRow_isReportedWithItsNumberAndReason(String row, String code) {
        Read read = csv("id,question,answer,locale,url\n,Good?,Yes,,\n" + row + "\n,Also good?,Yes,,\n");

        assertThat(read.changes()).hasSize(2);
        assertThat(read.errors()).extracting(RowError::row, RowError::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(3, code));
    }

    @Test
    void chatwootsArticles_areUnderstood() {
        Read read = csv("""
                id,title,description,content,status,category,locale,slug,author,views,created_at
                17,How do I return shoes?,About returns,"<p>Within <b>30 days</b>.</p>",published,Returns,en,returns,Ada,12,2026-01-01
                18,Secret,,Soon,draft,"Returns, Shoes",pt_BR,secret,Ada,0,2026-01-01
                19,Old,Only a summary,,archived,,en,old,Ada,0,2026-01-01
                """);

        assertThat(read.errors()).isEmpty();
        assertThat(read.changes()).extracting(change -> change.content().question())
                .containsExactly("How do I return shoes?", "Secret", "Old");
        assertThat(read.changes()).extracting(change -> change.content().answer())
                .containsExactly("Within **30 days**.", "Soon", "Only a summary");
        assertThat(read.changes()).extracting(change -> change.content().status())
                .containsExactly(FaqEntry.Status.PUBLISHED, FaqEntry.Status.DRAFT, FaqEntry.Status.DRAFT);
        assertThat(read.changes().get(1).content().tags()).containsExactly("Returns", "Shoes");
        assertThat(read.changes().get(1).content().locale()).isEqualTo("pt-BR");
    }

    @Test
    void intercomsAndZendesksArticles_areUnderstood() {
        Read intercom = csv("""
                Article ID,Title,Body (HTML),State,Language,Collection,Public URL
                9,Costs?,<p>5 EUR</p>,published,de,Versand,https://help.shop.example/9
                """);
        Read zendesk = csv(
                "id;title;body;locale;draft;label_names;html_url\n7;Costs?;<p>5 EUR</p>;en-us;true;a|b;/relative\n");

        assertThat(intercom.errors()).isEmpty();
        assertThat(intercom.changes().getFirst().content().url()).isEqualTo("https://help.shop.example/9");
        assertThat(intercom.changes().getFirst().content().locale()).isEqualTo("de");
        assertThat(zendesk.errors()).isEmpty();
        assertThat(zendesk.changes().getFirst().content().status()).isEqualTo(FaqEntry.Status.DRAFT);
        assertThat(zendesk.changes().getFirst().content().tags()).containsExactly("a", "b");
        assertThat(zendesk.changes().getFirst().content().url()).isNull();
        assertThat(List.of(intercom, zendesk)).allSatisfy(read -> assertThat(
                read.changes().getFirst().content().answer()).isEqualTo("5 EUR"));
    }

    @Test
    void unclosedQuote_keepsTheRowsBeforeIt() {
        Read read = csv("question,answer\nGood?,Yes\n\"Bad?,No\nLost?,Yes\n");

        assertThat(read.changes()).hasSize(1);
        assertThat(read.errors()).extracting(RowError::row).containsExactly(3);
    }

    @ParameterizedTest
    @CsvSource({"answer\\nA,missing_column", "question;colour\\nA;red,missing_column", "'',file_empty"})
    void fileWithoutAProperHeader_isRefusedWhole(String file, String code) {
        assertThatThrownBy(() -> csv(file.replace("\\n", "\n")))
                .isInstanceOfSatisfying(ParleyException.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void jsonLines_withBrokenAndWrongRows_takesTheOthers() {
        String id = UUID.randomUUID().toString();
        Read read = read(FaqFormat.JSONL, """
                {"question": "One?", "answer": "1", "id": "%s"}
                {"question": "Two?"

                {"question": "Three?", "answer": "3", "colour": "red"}
                [1]
                {"question": "Five?", "answer": "5", "id": "%s"}
                {"question": "Six\\u0000?", "answer": "6"}
                {"question": "Seven?", "answer": "", "status": "draft", "created_at": "2026-01-01T00:00:00Z"}
                """.formatted(id, id));

        assertThat(read.changes()).extracting(change -> change.content().question()).containsExactly("One?", "Three?",
                "Seven?");
        assertThat(read.ignored()).containsExactly("colour");
        assertThat(read.errors()).extracting(RowError::row).containsExactly(2, 5, 6, 7);
        assertThat(read.errors()).extracting(RowError::code).containsExactly("bad_json", "bad_row", "duplicate_id",
                "bad_character");
    }

    @Test
    void jsonWithoutEntries_isRefused() {
        for (String file : List.of("{}", "", "nonsense", "[{]", "{\"users\": [{\"name\": \"Ada\"}]}",
                "[".repeat(100_000))) {
            assertThatThrownBy(() -> read(FaqFormat.JSON, file))
                    .isInstanceOfSatisfying(ParleyException.class,
                            refused -> assertThat(refused.code()).isEqualTo("bad_json"));
        }
    }

    @Test
    void demoShop_hasFiveWordingsForEveryEntryInBothLanguages() {
        Read english = read(FaqFormat.JSONL, FaqSeed.file("faq-en"));
        Read chinese = read(FaqFormat.JSONL, FaqSeed.file("faq-zh"));

        assertThat(english.errors()).isEmpty();
        assertThat(chinese.errors()).isEmpty();
        assertThat(english.changes()).hasSizeGreaterThanOrEqualTo(44);
        assertThat(chinese.changes()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(english.changes()).allMatch(change -> change.content().variants().size() >= 5);
        assertThat(chinese.changes()).allMatch(change -> change.content().variants().size() >= 5);
    }

    private static Read csv(String file) {
        return read(FaqFormat.CSV, file);
    }

    private static Read read(FaqFormat format, String file) {
        return ReadFiles.read(format, file);
    }
}
