package dev.parley.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.parley.embedding.Vector;
import dev.parley.faq.FaqEntry;
import dev.parley.faq.search.StoredMeaning;
import dev.parley.platform.database.EmbeddedDatabase;

/** Writes rows as the service would have written them over time, straight into the database of a stopped service. */
final class Filling implements AutoCloseable {
    private static final int MESSAGES_PER_CONVERSATION = 10;
    private static final int DIMENSIONS = 384;
    private static final int BATCH = 500;

    private final Connection connection;
    private final Random random = new Random(1);

    Filling(EmbeddedDatabase database) throws SQLException {
        connection = DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
        // Without triggers and references, which would take most of the time.
        run("SET session_replication_role = replica");
        run("SET maintenance_work_mem = '256MB'");
    }

    /** Of the demo shop: conversations of ten messages in the last 25 days, each answer with evidence and cost. */
    void messages(int count) throws SQLException {
        // Sorting words in one by one takes far longer than all at once.
        String index = text("SELECT indexdef FROM pg_indexes WHERE indexname = 'message_words'");
        run("DROP INDEX message_words");
        for (String statement : MESSAGES.replace("COUNT", Integer.toString(count / MESSAGES_PER_CONVERSATION))
                .split(";\n", -1)) {
            run(statement);
        }
        run(index);
        run("VACUUM (ANALYZE)");
    }

    /** Besides the demo shop, with its settings and `each` entries of two texts with vectors. */
    void shops(int count, int each) throws SQLException {
        for (int i = 0; i < count; i++) {
            String id = text("INSERT INTO tenant (id, slug, name, settings, visitor_key, created_at) SELECT "
                    + "gen_random_uuid(), 'shop-" + i + "', name, settings, decode(repeat('ab', 32), 'hex'), now() "
                    + "FROM tenant WHERE slug = 'demo' RETURNING id");
            entries(UUID.fromString(id), each);
        }
        run("VACUUM (ANALYZE)");
    }

    /** In the demo shop, besides its own. */
    void entriesOfDemo(int count) throws SQLException {
        entries(UUID.fromString(text("SELECT id FROM tenant WHERE slug = 'demo'")), count);
        run("VACUUM (ANALYZE)");
    }

    private void entries(UUID shop, int count) throws SQLException {
        run("INSERT INTO faq_revision (tenant_id, revision) VALUES ('" + shop + "', 1) "
                + "ON CONFLICT (tenant_id) DO UPDATE SET revision = faq_revision.revision + 1");
        String model = text("SELECT model FROM faq_meaning m JOIN faq_entry e ON e.id = m.entry_id "
                + "WHERE e.locale = 'en' LIMIT 1");
        try (PreparedStatement entry = connection.prepareStatement("INSERT INTO faq_entry (tenant_id, id, question, "
                + "answer, locale, status, revision, created_at, updated_at) SELECT ?, ?, ?, ?, 'en', 'published', "
                + "revision, now(), now() FROM faq_revision WHERE tenant_id = ?");
                PreparedStatement meaning = connection
                        .prepareStatement("INSERT INTO faq_meaning VALUES (?, ?, ?, ?, ?)")) {
            for (int i = 1; i <= count; i++) {
                FaqEntry made = entry(i);
                StoredMeaning stored = StoredMeaning.of(made, model, List.of(direction(), direction()));
                set(entry, shop, made.id(), made.question(), made.answer(), shop);
                set(meaning, shop, made.id(), model, stored.textHash(), stored.vectors());
                if (i % BATCH == 0 || i == count) {
                    entry.executeBatch();
                    meaning.executeBatch();
                }
            }
        }
    }

    private FaqEntry entry(int number) {
        java.time.Instant now = java.time.Instant.EPOCH;
        return new FaqEntry(UUID.randomUUID(), "What about " + words(8) + " " + number + "?", List.of(),
                words(30) + ".",
                "en", List.of(), List.of(), null, FaqEntry.Status.PUBLISHED, null, null, now, now);
    }

    /** From 3,000 words with the frequencies of a language, none of which the questions contain. */
    private String words(int count) {
        return random.doubles(count).mapToObj(any -> "word" + (int) (3_000 * any * any * any))
                .collect(Collectors.joining(" "));
    }

    private Vector direction() {
        float[] values = new float[DIMENSIONS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Vector.of(values);
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        List<Object> all = new ArrayList<>(List.of(values));
        for (int i = 0; i < all.size(); i++) {
            statement.setObject(i + 1, all.get(i));
        }
        statement.addBatch();
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static final String MESSAGES = """
            CREATE TEMP TABLE filled AS SELECT uuidv7(-age) AS id, uuidv7(-age) AS visitor, now() - age AS at, n,
                (SELECT id FROM tenant WHERE slug = 'demo') AS shop
            FROM (SELECT n, INTERVAL '2 days' + INTERVAL '23 days' * n / COUNT AS age
                FROM generate_series(COUNT, 1, -1) AS n) AS numbers;
            INSERT INTO visitor (id, tenant_id, created_at, last_seen_at) SELECT visitor, shop, at, at FROM filled;
            INSERT INTO conversation (id, tenant_id, visitor_id, state, epoch, last_seq, last_question_seq, locale,
                created_at, last_activity_at)
            SELECT id, shop, visitor, CASE WHEN n % 3 = 0 THEN 'closed' ELSE 'with_bot' END, 1, 10, 9, 'en', at,
                at + INTERVAL '5 minutes' FROM filled;
            INSERT INTO message (conversation_id, seq, tenant_id, author, text, client_message_id, finish, sources, at)
            SELECT id, seq, shop, CASE WHEN seq % 2 = 1 THEN 'visitor' ELSE 'bot' END,
                CASE WHEN seq % 2 = 1 THEN 'How much does shipping cost for order ' || n * 10 + seq || ', and when will it come?'
                ELSE 'Standard shipping within the EU costs **€4.90** and is **free from €100**, so each of our three products ships free. [1]' END,
                CASE WHEN seq % 2 = 1 THEN uuidv7(-(now() - at)) END, CASE WHEN seq % 2 = 0 THEN 'stop' END,
                CASE WHEN seq % 2 = 1 THEN '[]' ELSE '[{"id":"018f3b5e-7c1a-7000-8000-000000000001","question":"What does shipping cost?","score":0.93}]' END,
                at + seq * INTERVAL '30 seconds'
            FROM filled, generate_series(1, 10) AS seq;
            INSERT INTO answer (id, tenant_id, conversation_id, epoch, question_seq, first_question_seq, finish, message_seq,
                partial_text, evidence, started_at, finished_at)
            SELECT uuidv7(-(now() - at)), shop, id, 1, seq - 1, seq - 1, 'stop', seq, '', '{"entries":"' || repeat('x', 600) || '"}',
                at + seq * INTERVAL '30 seconds', at + seq * INTERVAL '30 seconds' FROM filled, generate_series(2, 10, 2) AS seq;
            INSERT INTO spend_call (id, tenant_id, conversation_id, attempt, kind, lane, model, input_tokens, output_tokens,
                estimated, input_price, cached_price, output_price, currency, cost, counted, outcome, day, at)
            SELECT uuidv7(-(now() - at)), shop, id, 1, 'chat', 'm', 'm', 700, 30, false, 0, 0, 0, 'USD', 0, 0, 'stop',
                CAST(at AS date), at FROM filled, generate_series(1, 5)""";
}
