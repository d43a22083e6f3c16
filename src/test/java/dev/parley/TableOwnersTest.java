package dev.parley;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tables have owners, as classes do: SQL names only the tables of its own package, and uses the owner's public class
 * for the rest. The test reads the source text, including entities and Hibernate queries.
 */
class TableOwnersTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/parley");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private static final Map<String, String> OWNS = Map.ofEntries(
            entry("tenant", "tenant service_mark idempotent_request"),
            entry("key", "api_key"),
            entry("visitor", "visitor visitor_identity"),
            entry("agent", "agent"),
            entry("signin", "agent_session agent_link second_factor recovery_code sign_in_attempt sign_in_device"),
            entry("audit", "audit_entry"),
            entry("shop", "shop_removal"),
            entry("conversation", "conversation message answer attachment client_chat conversation_read"),
            entry("handoff", "handoff_settings handoff_wait agent_presence"),
            entry("desk", "note draft label canned_answer saved_view"),
            entry("faq", "faq_entry faq_meaning faq_revision"),
            entry("operator", "operator_entry"),
            entry("retention", "purge_lease purge_run erasure"),
            entry("spend", "spend_call spend_day spend_total"),
            entry("action", "action_call tool"),
            entry("voice", "recording recording_piece"),
            entry("webhook", "webhook webhook_attempt webhook_delivery"));

    /** Classes that may name tables of other packages, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            // The inbox is one query over conversations and what agents keep about them; it never writes there.
            entry("InboxRepository", "conversation conversation_read message"),
            entry("MessageSearchRepository", "conversation message"),
            entry("ReportRepository", "conversation message"),
            entry("UnansweredRepository", "answer conversation message"),
            // An agent and their sign-in methods span two packages: disabling an agent signs them out in the same
            // statement, and a session is looked up together with its agent.
            entry("AgentRepository", "agent_link agent_session"),
            entry("AgentLinkRepository", "agent"),
            entry("AgentSessionRepository", "agent"),
            // A shop is created with its first administrator, that agent's link and the first key in one transaction,
            // and deleted as one.
            entry("ShopRepository", "agent agent_link api_key tenant"),
            entry("ShopRemovalRepository", "agent_session tenant"));

    private static final Map<String, String> OWNER = OWNS.entrySet().stream()
            .flatMap(row -> words(row.getValue()).map(table -> entry(table, row.getKey())))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));

    @Test
    void everyTable_hasAnOwner() {
        assertThat(OWNER.keySet()).containsExactlyInAnyOrderElementsOf(tablesOfTheMigrations());
    }

    @Test
    void sql_namesTheTablesOfItsOwnPackageAlone() {
        List<String> trespasses = sources().flatMap(TableOwnersTest::trespasses).sorted().toList();

        assertThat(trespasses).isEmpty();
    }

    @Test
    void exceptions_areUsed() {
        Map<String, String> found = sources().map(source -> entry(simpleName(source), foreign(source)))
                .filter(each -> !each.getValue().isEmpty())
                .collect(toMap(Map.Entry::getKey, each -> String.join(" ", each.getValue())));

        assertThat(found).isEqualTo(EXCEPTIONS);
    }

    /** Hibernate queries name classes, which no import shows. */
    @Test
    void queries_nameEntitiesOfTheirOwnPackageAlone() {
        List<String> trespasses = sources().flatMap(source -> TOKEN.matcher(read(source)).results()
                .map(found -> found.group()).filter(token -> token.startsWith("\""))
                .flatMap(text -> ENTITY.matcher(text).results().map(found -> found.group()))
                .filter(entity -> !Files.exists(source.resolveSibling(entity + ".java")))
                .map(entity -> SOURCES.relativize(source) + " names " + entity)).toList();

        assertThat(trespasses).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "\"DELETE FROM draft WHERE id = $1\" | draft",
            "\"SELECT v.id FROM webhook w JOIN label v ON true\" | label webhook",
            "\"SELECT 1 FROM visitor known, visitor anonymous, label WHERE true\" | label visitor",
            "\"WITH label AS (SELECT 1) SELECT * FROM label\" | ",
            "\"conversation.visitor_id = $1 AND EXISTS (SELECT FROM message)\" | conversation message",
            "\"INSERT INTO answer AS a (id) VALUES ($1)\" | answer",
            "\"UPDATE \" + WHAT + \" SET x FROM note\" | note",
            "@Table(name = \"faq_entry\") | faq_entry",
            "rows.deleteSome(\"tool\", shop, most) | tool",
            "new Expiry(\"webhook\", KEPT, \"at < $1\") | webhook",
            "\"Take it from agent Smith\" /* FROM agent */ // \"FROM agent\" | ",
            "'\"'; \"FROM tool\" | tool"})
    void tables_areFoundInTexts(String source, @org.jspecify.annotations.Nullable String expected) {
        assertThat(String.join(" ", named(source))).isEqualTo(expected == null ? "" : expected);
    }

    private static Stream<String> trespasses(Path source) {
        List<String> excepted = words(EXCEPTIONS.getOrDefault(simpleName(source), "")).toList();
        return foreign(source).stream().filter(table -> !excepted.contains(table))
                .map(table -> SOURCES.relativize(source) + " names " + table + ", which is " + OWNER.get(table) + "'s");
    }

    private static Set<String> foreign(Path source) {
        String own = SOURCES.relativize(source).getName(0).toString();
        return named(read(source)).stream().filter(table -> !own.equals(OWNER.get(table)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static final Pattern TOKEN = Pattern.compile(
            """
            //[^\\n]*+|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])+'|"{3}(?:[^"\\\\]++|\\\\.|"(?!""))*+"{3}|"(?:\\\\.|[^"\\\\\\n]++)*+\"""",
            Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile(
            "\\b(?:FROM|JOIN|INTO|UPDATE|USING|ONLY)\\s+(\\w+)((?:\\s+(?:AS\\s+)?(?!WHERE\\b|SET\\b|ON\\b|JOIN\\b)\\w+)?)((?:\\s*,\\s*\\w+(?:\\s+(?:AS\\s+)?(?!WHERE\\b|SET\\b)\\w+)?)*)");
    private static final Pattern ENTITY = Pattern.compile("\\b[A-Z]\\w*Entity\\b");
    private static final Pattern IN_LIST = Pattern.compile(",\\s*(\\w+)");
    private static final Pattern QUALIFIED = Pattern.compile("\\b(\\w+)\\.(?:\\w+|\\*)");
    private static final Pattern COMMON_EXPRESSION = Pattern.compile("\\b(\\w+) AS (?:MATERIALIZED )?\\(");
    private static final Pattern SQL = Pattern
            .compile("\\b(?:SELECT|FROM|WHERE|UPDATE|INSERT|DELETE|JOIN|AND|EXISTS)\\b");
    private static final Pattern ARGUMENT = Pattern
            .compile("(?:deleteSome\\(|new Expiry\\(|@Table\\(name = )\"(\\w+)\"");

    /** All tables that a source names, with any owner. */
    private static Set<String> named(String source) {
        Set<String> names = new TreeSet<>();
        Matcher argument = ARGUMENT.matcher(source);
        while (argument.find()) {
            names.add(argument.group(1));
        }
        TOKEN.matcher(source).results().map(found -> found.group())
                .filter(token -> token.startsWith("\"") && SQL.matcher(token).find())
                .forEach(text -> addNamedIn(text, names));
        names.retainAll(OWNER.keySet());
        return names;
    }

    private static void addNamedIn(String sql, Set<String> names) {
        Set<String> inSql = new TreeSet<>();
        PLACE.matcher(sql).results().forEach(place -> {
            inSql.add(place.group(1));
            IN_LIST.matcher(place.group(3)).results().forEach(more -> inSql.add(more.group(1)));
        });
        QUALIFIED.matcher(sql).results().forEach(qualified -> inSql.add(qualified.group(1)));
        COMMON_EXPRESSION.matcher(sql).results().forEach(own -> inSql.remove(own.group(1)));
        names.addAll(inSql);
    }

    private static Set<String> tablesOfTheMigrations() {
        Set<String> tables = new TreeSet<>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            List<String> texts = files.map(TableOwnersTest::read).toList();
            texts.forEach(text -> Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?(\\w+)").matcher(text).results()
                    .forEach(made -> tables.add(made.group(1))));
            texts.forEach(text -> Pattern.compile("DROP TABLE (?:IF EXISTS )?(\\w+)").matcher(text).results()
                    .forEach(gone -> tables.remove(gone.group(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }

    private static Stream<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String simpleName(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty());
    }
}
