package dev.parley.faq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.faq.FaqEntry.Status;
import dev.parley.faq.FaqImport.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anything not recognised as published is a draft. */
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
            "Status,?", "Status,1", "Status,2", "Status,no", "Status,published v3 (old)", "Status,archived",
            "Statut,brouillon",
            "状态,草稿", "Draft,TRUE", "Draft,t", "Draft,1", "Draft,yes", "Draft,x", "Draft,✔", "Draft,ja", "Draft,maybe",
            "Draft,-",
            "Entwurf,wahr", "Archived,2025-01-01", "Deleted,1", "Internal,X", "Published,false", "Published,''",
            "Published,0", "Published,-1",
            "Published,nope", "Active,''", "Aktiv,nein", "Visible,internal", "Visibility,agents only",
            "Visibility,private",
            "Visibility,logged in users", "Audience,staff", "User segment id,360001", "Published at,''",
            "Published at,soon",
            "Published at,2027-01-01", "公開,いいえ", "下書き,はい"})
    void everythingElse_isADraft(String column, String cell) {
        assertThat(status(column, cell)).isEqualTo(Status.DRAFT);
    }

    /** Whatever the other columns say, as long as it is neither archived nor a draft. */
    @ParameterizedTest
    @ValueSource(strings = {"\"draft\": false", "\"status\": \"published\"", "\"archived\": false"})
    void dayToCome_isNoneOnWhichItWasPublished(String said) {
        for (String day : new String[]{"2027-01-01", "2026-01-01"}) {
            Read read = ReadFiles
                    .json("[{\"question\": \"One?\", \"answer\": \"1\", \"published_at\": \"" + day + "\", "
                            + said + "}]");

            assertThat(read.changes().getFirst().content().status())
                    .isEqualTo(day.startsWith("2027") ? Status.DRAFT : Status.PUBLISHED);
        }
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

    @ParameterizedTest
    @ValueSource(strings = {"visibility_status", "Moderation state", "Workflow", "approval status", "review_status",
            "publish_state", "Restricted", "Members only", "Staff only", "agents_only", "confidential", "WIP",
            "has_draft",
            "hide", "display", "displayed", "show on site", "on website", "expired", "deleted_at", "archived_at",
            "unpublished_at", "Gesperrt", "Aktiviert", "En ligne", "IsVisibleInPkb", "post_password", "Hidden?",
            "Nur für Mitarbeiter", "Auf der Website anzeigen", "Interner Artikel", "Privé", "Affiché",
            "Mostrar en la web",
            "Eliminado", "Nascosto", "Restringido", "Verwijderd", "Ukryty", "Удалено", "Показать на сайте", "Доступ",
            "Silindi mi", "是否显示", "审核状态", "是否删除", "非表示", "掲載", "표시 여부", "삭제됨", "مخفي", "Lifecycle state",
            "Requires login", "Zugriff", "Not for publishing", "Needs review", "isUnpublished", "Show?", "Verified"})
    void namesOfPublicationVisibilityReviewAndDeletion_areNeverOverlooked(String column) {
        Read read = ReadFiles.csv("Question;Answer;" + column + "\nHow long?;3 days;nothing known\n");

        assertThat(read.ignored()).isEmpty();
        assertThat(read.changes().getFirst().content().status()).isEqualTo(Status.DRAFT);
    }

    @ParameterizedTest
    @CsvSource({"visibility_status,PUBLIC", "Moderation state,published", "review_status,approved",
            "Workflow,Published",
            "Restricted,no", "Members only,''", "hide,0", "displayed,1", "show on site,yes", "deleted_at,''",
            "Gesperrt,nein", "Aktiviert,ja", "En ligne,oui", "IsVisibleInPkb,true", "post_password,''", "是否显示,是",
            "非表示,いいえ", "not hidden,yes", "Удалено,нет"})
    void suchNamesWithAPlainYes_arePublished(String column, String cell) {
        assertThat(status(column, cell)).isEqualTo(Status.PUBLISHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Published by", "Display order", "Review count", "comment_status", "permission_group_id",
            "drupal_internal__nid", "Internal notes", "State/Province", "Last reviewed", "IsVisibleInCsp",
            "Accessories",
            "International", "Activity", "lastPublishedAt", "Live chat", "Reviewer", "Delivery status"})
    void namesThatOnlySoundLikeIt_areLetPass(String column) {
        Read read = ReadFiles.csv("Question;Answer;" + column + "\nHow long?;3 days;7\n");

        assertThat(read.ignored()).containsExactly(column);
        assertThat(read.changes().getFirst().content().status()).isEqualTo(Status.PUBLISHED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"true|false|PUBLISHED|DRAFT", "1|0|PUBLISHED|DRAFT", "On|Off|PUBLISHED|DRAFT",
            "yes|no|PUBLISHED|DRAFT", "TRUE|TRUE|PUBLISHED|PUBLISHED", "2|1|DRAFT|DRAFT", "1|1|DRAFT|DRAFT",
            "yes|draft|DRAFT|DRAFT", "true|''|PUBLISHED|DRAFT", "-1|0|DRAFT|DRAFT"})
    void statusOfYesAndNo_isReadSo(String one, String two, Status first, Status second) {
        assertThat(ReadFiles.csv("Question;Answer;Status\nOne?;1;" + one + "\nTwo?;2;" + two.replace("'", "") + "\n")
                .changes()).extracting(change -> change.content().status()).containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"user_segment_ids\":[88],F}", "{\"password\":\"abc\",F}",
            "{\"_id\":\"drafts.abc\",F}", "{\"sys\":{\"id\":\"y\",\"version\":3},\"fields\":{F}}",
            "{\"title\":{\"rendered\":\"One?\"},\"content\":{\"rendered\":\"1\",\"protected\":true}}",
            "{\"fields\":{\"Published\":true,\"question\":\"Two?\",\"answer\":\"2\"}},{\"fields\":{F}}",
            "{\"sys\":{\"publishedVersion\":3},\"fields\":{\"question\":\"Two?\",\"answer\":\"2\"}},{\"sys\":{\"id\":\"y\"},\"fields\":{F}}"})
    void whatOtherSystemsKeepAsideInJson_isADraft(String entries) {
        String file = "[" + entries.replace("F", "\"question\":\"One?\",\"answer\":\"1\"") + "]";

        assertThat(ReadFiles.json(file).changes().getLast().content()).satisfies(content -> {
            assertThat(content.question()).isEqualTo("One?");
            assertThat(content.status()).isEqualTo(Status.DRAFT);
        });
    }

    private static Status status(String column, String cell) {
        return ReadFiles.csv("Question;Answer;" + column + "\nHow long?;3 days;" + cell + "\n").changes().getFirst()
                .content().status();
    }
}
