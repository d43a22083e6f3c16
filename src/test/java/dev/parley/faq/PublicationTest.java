package dev.parley.faq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.faq.FaqEntry.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not understood as published is a draft. */
class PublicationTest {
    @ParameterizedTest
    @CsvSource({"Status,published", "Status,Published", "STATE,live", "status,publish", "Article Status,Active",
            "Status,veröffentlicht",
            "Statut,publié", "Estado,Publicado", "Статус,Опубликовано", "状态,已发布", "ステータス,公開済み", "상태,게시됨",
            "Status,''", "Draft,false", "Draft,f", "Draft,0", "Draft,no", "Draft,''", "Is Draft,N", "Archived,nein",
            "Hidden,non",
            "Entwurf,falsch", "Published,true", "Published,x", "Published,✓", "Active,1", "Aktiv,ja", "Visible,Yes",
            "Publié,oui",
            "公開,はい", "Visibility,Everyone", "Visibility,public", "Sichtbarkeit,Alle", "Published at,2026-01-01",
            "published_at,01.02.2026 10:00", "publishedOn,45000", "User segment id,''"})
    void whatSaysPublished_isPublished(String column, String cell) {
        assertThat(status(column, cell)).isEqualTo(Status.PUBLISHED);
    }

    @ParameterizedTest
    @CsvSource({"Status,draft", "Status,In review", "Status,pending", "Status,Entwurf", "Status,not published",
            "Status,unpublished",
            "Status,?", "Status,1", "Status,2", "Status,yes", "Status,published v3 (old)", "Status,archived",
            "Statut,brouillon",
            "状态,草稿", "Draft,TRUE", "Draft,t", "Draft,1", "Draft,yes", "Draft,x", "Draft,✔", "Draft,ja", "Draft,maybe",
            "Draft,-",
            "Entwurf,wahr", "Archived,2025-01-01", "Deleted,1", "Internal,X", "Published,false", "Published,''",
            "Published,0",
            "Published,nope", "Active,''", "Aktiv,nein", "Visible,internal", "Visibility,agents only",
            "Visibility,private",
            "Visibility,logged in users", "Audience,staff", "User segment id,360001", "Published at,''",
            "Published at,soon",
            "Published at,2027-01-01", "公開,いいえ", "下書き,はい"})
    void everythingElse_isADraft(String column, String cell) {
        assertThat(status(column, cell)).isEqualTo(Status.DRAFT);
    }

    @Test
    void severalColumns_mustAllSaySo() {
        assertThat(ReadFiles.csv("""
                Title,Body,Status,Visibility,Archived,Published at
                One?,1,published,public,false,
                Two?,2,published,agents,false,2026-01-01
                Three?,3,published,public,true,2026-01-01
                Four?,4,,,,2026-01-01
                """).changes()).extracting(change -> change.content().status()).containsExactly(Status.PUBLISHED,
                Status.DRAFT, Status.DRAFT, Status.PUBLISHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"draft\": true", "\"draft\": 1", "\"published\": false", "\"published\": null",
            "\"publishedAt\": null",
            "\"status\": \"in_progress\"", "\"status\": {\"name\": \"Draft\"}", "\"is_active\": 0", "\"state\": 5",
            "\"visibility\": \"internal\"", "\"deleted\": true", "\"archived\": \"2025-01-01\""})
    void fieldsOfOtherSystems_sayItToo(String field) {
        assertThat(ReadFiles.json("[{\"question\": \"One?\", \"answer\": \"1\", " + field + "}]").changes())
                .extracting(change -> change.content().status()).containsExactly(Status.DRAFT);
    }

    private static Status status(String column, String cell) {
        return ReadFiles.csv("Question;Answer;" + column + "\nHow long?;3 days;" + cell + "\n").changes().getFirst()
                .content().status();
    }
}
