package dev.parley.faq;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.parley.faq.FaqImport.Mode;
import dev.parley.faq.FaqImport.Report;
import dev.parley.faq.file.FaqFormat;
import dev.parley.faq.search.Correction;
import dev.parley.faq.search.FaqMatch;
import dev.parley.faq.search.Verdict;
import dev.parley.faq.search.WordRanking;
import dev.parley.platform.ParleyException;
import dev.parley.platform.database.Statements;
import dev.parley.shop.DemoShop;
import dev.parley.tenant.TenantId;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FaqStoreTest {
    @Inject
    FaqStore store;
    @Inject
    FaqSearch search;
    @Inject
    FaqChangeRepository writer;
    @Inject
    DemoShop demo;
    @Inject
    Clock clock;
    @Inject
    Statements database;

    private TenantId tenant;

    @BeforeEach
    void openShop() {
        tenant = new TenantId(UUID.randomUUID());
        wait(database.ofEveryTenant().rows("""
                INSERT INTO tenant (id, slug, name, settings, visitor_key, created_at)
                SELECT $1, $2, 'Test', settings, visitor_key, created_at FROM tenant WHERE slug = 'demo'""", row -> row,
                tenant.value(), tenant.toString()));
    }

    @Test
    void createdEntry_isFoundByOtherWords() {
        FaqEntry created = wait(store.create(tenant, fields("How long can I return shoes?", "Within 30 days.")));

        List<FaqMatch> found = ask("until when may I send my sneakers back");

        assertThat(found).extracting(match -> match.entry().id()).containsExactly(created.id());
    }

    @Test
    void updatedEntry_isFoundByItsNewTextOnly() {
        FaqEntry created = wait(store.create(tenant, fields("Do you sell gift cards?", "Yes.")));

        wait(store.update(tenant, created.id(), fields("What is the phone number?", "0800 1234.")));

        assertThat(wait(store.get(tenant, created.id())).question()).isEqualTo("What is the phone number?");
        assertThat(ask("phone number").getFirst().entry().answer()).isEqualTo("0800 1234.");
        assertThat(ask("phone number").getFirst().score()).isGreaterThan(ask("gift cards").getFirst().score());
    }

    @Test
    void deletedEntry_isGone() {
        FaqEntry created = wait(store.create(tenant, fields("Do you sell gift cards?", "Yes.")));

        wait(store.delete(tenant, created.id()));

        assertThat(ask("gift cards")).isEmpty();
        assertThatThrownBy(() -> wait(store.get(tenant, created.id()))).isInstanceOf(ParleyException.class);
        assertThatThrownBy(() -> wait(store.delete(tenant, created.id()))).isInstanceOf(ParleyException.class);
    }

    @Test
    void changeOfAnotherReplica_isSearchableSoon() {
        UUID id = UUID.randomUUID();
        FaqContent content = FaqRules.check(fields("Can I pay with shells?", "No."));

        wait(writer.write(tenant, List.of(new FaqChange(id, content)), FaqChangeRepository.Provided.NOTHING, 10));

        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !ask("pay with shells").isEmpty());
        Awaitility.await().atMost(Duration.ofSeconds(5))
                .until(() -> ask("Can I pay with shells?").getFirst().verdict() == Verdict.ANSWER);
    }

    @Test
    void draftAndEntriesOutOfTheirTime_areNotFound() {
        Instant now = clock.instant();
        wait(store.create(tenant, fields("Draft question about boats", "", "draft", null, null)));
        wait(store.create(tenant,
                fields("Past question about boats", "a", null, null, now.minusSeconds(5).toString())));
        wait(store.create(tenant,
                fields("Later question about boats", "a", null, now.plusSeconds(900).toString(), null)));
        wait(store.create(tenant, fields("Present question about boats", "a", null, now.minusSeconds(5).toString(),
                now.plusSeconds(900).toString())));

        List<FaqMatch> found = ask("question about boats");

        assertThat(found).extracting(match -> match.entry().question()).containsExactly("Present question about boats");
    }

    @Test
    void otherShop_findsAndReadsNothing() {
        FaqEntry created = wait(store.create(tenant, fields("Do you sell gift cards?", "Yes.")));
        TenantId other = requireNonNull(wait(demo.openIfWanted(false))).id();

        assertThatThrownBy(() -> wait(store.get(other, created.id()))).isInstanceOf(ParleyException.class);
        assertThatThrownBy(() -> wait(store.update(other, created.id(), fields("Mine now", "x"))))
                .isInstanceOf(ParleyException.class);
        assertThatThrownBy(() -> wait(store.delete(other, created.id()))).isInstanceOf(ParleyException.class);
        assertThat(wait(store.get(tenant, created.id())).question()).isEqualTo("Do you sell gift cards?");
    }

    @Test
    void exportedFile_importsToTheSameEntries() {
        for (FaqFormat format : FaqFormat.values()) {
            FaqFields fields = new FaqFields(null, "Tricky, \"quoted\"; " + format,
                    List.of("one, two", "three; \"four\""),
                    "Line one\nline | two", "zh-Hant", List.of("A-1", "B 2"), List.of("x"), "https://a.example/b",
                    "draft",
                    "2026-01-01", "2027-01-01T10:00:00+02:00");
            FaqEntry before = wait(store.create(tenant, fields));
            byte[] file = wait(store.exportFile(tenant, format));
            wait(store.delete(tenant, before.id()));

            Report report = wait(store.importFile(tenant, format, file, Mode.ALL_OR_NOTHING));

            assertThat(report.errors()).isEmpty();
            assertThat(wait(store.get(tenant, before.id()))).usingRecursiveComparison()
                    .ignoringFields("createdAt", "updatedAt").isEqualTo(before);
        }
    }

    @Test
    void importWithABadRow_takesTheGoodOnesOrNothingAsAsked() {
        byte[] file = "question,answer\nGood one?,Yes\n,No question\nAnother?,Yes\n".getBytes(StandardCharsets.UTF_8);

        Report strict = wait(store.importFile(tenant, FaqFormat.CSV, file, Mode.ALL_OR_NOTHING));
        Report partial = wait(store.importFile(tenant, FaqFormat.CSV, file, Mode.PARTIAL));

        assertThat(strict.imported()).isZero();
        assertThat(partial.imported()).isEqualTo(2);
        assertThat(partial.errors()).extracting(FaqImport.RowError::row).containsExactly(3);
        assertThat(wait(store.list(tenant, new FaqStore.Listing(10, null, null, null, null, null))).items()).hasSize(2);
    }

    @Test
    void rowWithAKnownId_replacesThatEntry() {
        FaqEntry known = wait(store.create(tenant, fields("Old?", "Old.")));
        String file = "{\"id\":\"" + known.id() + "\",\"question\":\"New?\",\"answer\":\"New.\"}\n";

        Report report = wait(
                store.importFile(tenant, FaqFormat.JSONL, file.getBytes(StandardCharsets.UTF_8), Mode.PARTIAL));

        assertThat(report).isEqualTo(new Report(0, 1, 0, List.of(), List.of()));
        assertThat(wait(store.get(tenant, known.id())).question()).isEqualTo("New?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"question;answer\nHow long?;%s days\nWie lange?;%s Tage\n",
            "id;title;body;locale\n17;How long?;<p>%s days</p>;en-us\n17;Wie lange?;<p>%s Tage</p>;de\n",
            "question;products;answer\nHow long?;SHOE;%s days\nHow long?;JACKET;%s days\n",
            "question;answer\nHow long?;%s days\nHOW LONG;%s weeks\n",
            "question_en;answer_en;question_de;answer_de\nHow long?;%s days;Wie lange?;%s Tage"})
    void sameFileTwice_updatesInsteadOfDoubling(String file) {
        Report first = wait(
                store.importFile(tenant, FaqFormat.CSV, file.formatted("3", "3").getBytes(StandardCharsets.UTF_8),
                        Mode.ALL_OR_NOTHING));
        Report second = wait(
                store.importFile(tenant, FaqFormat.CSV, file.formatted("4", "4").getBytes(StandardCharsets.UTF_8),
                        Mode.ALL_OR_NOTHING));

        assertThat(first).isEqualTo(new Report(2, 0, 0, List.of(), List.of()));
        assertThat(second).isEqualTo(new Report(0, 2, 0, List.of(), List.of()));
        List<FaqEntry> kept = wait(store.list(tenant, new FaqStore.Listing(10, null, null, null, null, null))).items();
        assertThat(kept).hasSize(2).allSatisfy(entry -> assertThat(entry.answer()).startsWith("4 "));
    }

    @Test
    void fileThatIsSentTwiceAtOnce_isThereOnce() {
        byte[] file = "question,answer\nHow long?,3 days\nHow dear?,5 EUR\n".getBytes(StandardCharsets.UTF_8);

        wait(io.smallrye.mutiny.Uni.join().all(store.importFile(tenant, FaqFormat.CSV, file, Mode.PARTIAL),
                store.importFile(tenant, FaqFormat.CSV, file, Mode.PARTIAL)).andFailFast());

        assertThat(wait(store.list(tenant, new FaqStore.Listing(10, null, null, null, null, null))).items()).hasSize(2);
    }

    @Test
    void list_givesEveryEntryOnceAcrossPages() {
        for (int i = 0; i < 5; i++) {
            wait(store.create(tenant, fields("Question 100%_" + i, "a")));
        }

        FaqPage first = wait(store.list(tenant, new FaqStore.Listing(3, null, "100%_", null, "EN", null)));
        FaqPage second = wait(
                store.list(tenant, new FaqStore.Listing(3, first.nextCursor(), "100%_", null, "EN", null)));

        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2);
        assertThat(second.nextCursor()).isNull();
        assertThat(first.items()).doesNotContainAnyElementsOf(second.items());
        assertThat(wait(store.list(tenant, new FaqStore.Listing(3, null, "nothing", null, null, null))).items())
                .isEmpty();
    }

    @Test
    void demoShop_answersTheVisitorsFirstQuestionInTwoLanguages() {
        TenantId alder = requireNonNull(wait(demo.openIfWanted(false))).id();

        List<FaqMatch> english = wait(
                search.search(alder, FaqQuery.of("how many days until I must send back my boots", 3)));
        List<FaqMatch> chinese = wait(search.search(alder, new FaqQuery("买的鞋几天内能退？", 3, "zh-CN", null)));
        List<FaqMatch> foreign = wait(search.search(alder, FaqQuery.of("Who won the football world cup in 1990?", 3)));

        assertThat(english.getFirst().entry().question()).isEqualTo("How long do I have to return an item?");
        assertThat(english.getFirst().verdict()).isEqualTo(Verdict.ANSWER);
        assertThat(chinese.getFirst().entry().question()).isEqualTo("退货期限是多久？");
        assertThat(foreign).extracting(FaqMatch::verdict).containsOnly(Verdict.FAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wie viel kostet der Versand nach Wien?", "¿Puedo pagar con PayPal?",
            "hoe was ik mijn wandelschoenen",
            "las zapatillas me quedan pequeñas, ¿puedo cambiarlas?"})
    void wordsOfALanguageThatTheShopHasNothingIn_areNoTypingErrors(String question) {
        TenantId alder = requireNonNull(wait(demo.openIfWanted(false))).id();

        FaqFound found = wait(search.find(alder, FaqQuery.of(question, 3)));

        assertThat(found.corrections()).isEmpty();
        assertThat(found.searchedFor()).isEqualTo(question);
    }

    @Test
    void typingErrors_areMendedWhereThatFindsMore() {
        TenantId alder = requireNonNull(wait(demo.openIfWanted(false))).id();

        FaqFound mended = wait(search.find(alder, FaqQuery.of("jaket watrproof??", 3)));
        FaqFound foreign = wait(search.find(alder, FaqQuery.of("Do you sell bicycles?", 3)));

        assertThat(mended.searchedFor()).isEqualTo("jacket waterproof??");
        assertThat(mended.corrections()).extracting(Correction::typed).containsExactly("jaket", "watrproof");
        assertThat(mended.matches().getFirst().verdict()).isEqualTo(Verdict.ANSWER);
        assertThat(mended.isFar()).isFalse();
        assertThat(foreign.searchedFor()).isEqualTo("Do you sell bicycles?");
        assertThat(foreign.corrections()).isEmpty();
    }

    @Test
    void fileWithoutLocales_isAnsweredWordForWordInItsOwnLanguage() {
        String file = "question,answer\n退货需要几天内申请？,三十天内\n返品はできますか,三十日以内であれば返品できます\n送料はいくらですか,無料です\n";

        wait(store.importFile(tenant, FaqFormat.CSV, file.getBytes(StandardCharsets.UTF_8), Mode.ALL_OR_NOTHING));

        assertThat(wait(store.list(tenant, new FaqStore.Listing(10, null, null, null, null, null))).items())
                .extracting(FaqEntry::locale).containsExactlyInAnyOrder("zh", "ja", "ja");
        assertThat(List.of("退货需要几天内申请", "返品はできますか？", "送料はいくらですか"))
                .allSatisfy(question -> assertThat(ask(question).getFirst().verdict()).isEqualTo(Verdict.ANSWER));
        assertThat(ask("富士山の高さはどれくらいですか")).extracting(FaqMatch::verdict).doesNotContain(Verdict.ANSWER);
    }

    @Test
    void visitorsLanguage_comesFirst_andTheOthersWhereItHasNothing() {
        wait(store.create(tenant, inLanguage("de", "Garantie")));
        wait(store.create(tenant, inLanguage("fr", "Garantie")));
        wait(store.create(tenant, inLanguage("fr", "Livraison")));

        FaqQuery common = new FaqQuery("Garantie", 3, "fr-CH", null);
        FaqQuery german = new FaqQuery("Livraison", 3, "de", null);

        assertThat(wait(search.search(tenant, common)).getFirst().entry().locale()).isEqualTo("fr");
        assertThat(wait(search.search(tenant, german)).getFirst().entry().question()).isEqualTo("Livraison");
    }

    @Test
    void largeImport_saysHowManyEntriesWait_andForHowLong() {
        StringBuilder file = new StringBuilder("question,answer,locale\n");
        for (int i = 0; i < 520; i++) {
            file.append("Is item ").append(i).append(" in stock?,Yes.,").append(i < 500 ? "en" : "ru").append('\n');
        }

        wait(store.importFile(tenant, FaqFormat.CSV, file.toString().getBytes(StandardCharsets.UTF_8), Mode.PARTIAL));
        FaqStatus status = store.status(tenant);

        assertThat(status.entries()).isEqualTo(520);
        assertThat(status.languages()).isEqualTo(java.util.Map.of("en", 500, "ru", 20));
        assertThat(status.pending()).isBetween(400, 500);
        assertThat(status.searchable()).isEqualTo(520 - status.pending());
        assertThat(status.readyInS()).isPositive();
        assertThat(status.floors().get("ru")).isEqualTo(new FaqStatus.Floor(null, null, WordRanking.FLOOR));
        assertThat(ask("Is item 77 in stock?").getFirst().verdict()).isEqualTo(Verdict.ANSWER);
        Awaitility.await().atMost(Duration.ofMinutes(1))
                .until(() -> store.status(tenant).pending() < status.pending());
    }

    private static FaqFields inLanguage(String locale, String question) {
        return new FaqFields(null, question, null, "A.", locale, null, null, null, null, null, null);
    }

    private List<FaqMatch> ask(String question) {
        return wait(search.search(tenant, FaqQuery.of(question, 5)));
    }

    private static FaqFields fields(String question, String answer) {
        return fields(question, answer, null, null, null);
    }

    private static FaqFields fields(String question, String answer, @Nullable String status, @Nullable String from,
            @Nullable String until) {
        return new FaqFields(null, question, null, answer, null, null, null, null, status, from, until);
    }

    private static <T> T wait(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(20));
    }
}
