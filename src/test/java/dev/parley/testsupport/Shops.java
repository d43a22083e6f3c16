package dev.parley.testsupport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Conversations.Opening;
import dev.parley.faq.FaqFields;
import dev.parley.faq.FaqQuery;
import dev.parley.faq.FaqSearch;
import dev.parley.faq.FaqStore;
import dev.parley.faq.search.Verdict;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.TenantSettings;
import dev.parley.tenant.Tenants;
import dev.parley.visitor.Visitor;
import dev.parley.visitor.VisitorTokens;
import dev.parley.visitor.Visitors;
import io.agroal.api.AgroalDataSource;
import io.smallrye.mutiny.Uni;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Creates shops for tests, each a tenant of its own, so that no test sees another's rows. */
@ApplicationScoped
public class Shops {
    public static final String ORIGIN = "https://shop.example";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Tenants tenants;
    private final Visitors visitors;
    private final VisitorTokens tokens;
    private final Conversations conversations;
    private final FaqStore faq;
    private final FaqSearch search;

    Shops(AgroalDataSource database, ObjectMapper json, Tenants tenants, Visitors visitors, VisitorTokens tokens,
            Conversations conversations, FaqStore faq, FaqSearch search) {
        this.database = database;
        this.json = json;
        this.tenants = tenants;
        this.visitors = visitors;
        this.tokens = tokens;
        this.conversations = conversations;
        this.faq = faq;
        this.search = search;
    }

    /** A shop with pages at {@link #ORIGIN} and an API key with the scopes, separated by blanks. */
    public record Shop(TenantId id, String slug, String apiKey) {}

    public Shop open() {
        return open("conversations faq");
    }

    public Shop open(String scopes) {
        UUID id = UUID.randomUUID();
        byte[] visitorKey = new byte[32];
        new SecureRandom().nextBytes(visitorKey);
        TenantSettings settings = new TenantSettings("Robin", "Hello!", List.of("How?"), "#112233", "en",
                "You are talking to an AI assistant.", "We are there from 9 to 5.", null, List.of(ORIGIN), null,
                Map.of());
        sql("INSERT INTO tenant (id, slug, name, settings, visitor_key, created_at) VALUES (?, ?, 'Sample shop', ?, ?, now())",
                id, "shop-" + id, write(settings), visitorKey);
        TenantId tenant = new TenantId(id);
        return new Shop(tenant, "shop-" + id, addKey(tenant, scopes, null));
    }

    /** Sets the shop's budget as JSON. Takes effect at once, unless the shop was looked up within the last seconds. */
    public void setBudget(Shop shop, String budget) {
        sql("UPDATE tenant SET settings = CAST(CAST(settings AS jsonb) || jsonb_build_object('budget', CAST(? AS jsonb)) AS text) WHERE id = ?",
                budget, shop.id().value());
    }

    public String addKey(TenantId tenant, String scopes, @Nullable Instant expires) {
        String key = "pk_" + UUID.randomUUID();
        sql("INSERT INTO api_key (id, tenant_id, name, key_hash, scopes, created_at, expires_at) "
                + "VALUES (gen_random_uuid(), ?, 'test', ?, ?, now(), CAST(? AS timestamptz))",
                tenant.value(), hash(key), scopes, expires == null ? null : expires.toString());
        return key;
    }

    /** A signed-in agent of the shop. */
    public ConsoleUser agent(Shop shop, String role) {
        UUID id = UUID.randomUUID();
        String email = role + "-" + id + "@shop.example";
        sql("INSERT INTO agent (id, tenant_id, email, name, role, password_hash, created_at) VALUES (?, ?, ?, ?, ?, ?, now())",
                id, shop.id().value(), email, "Agent " + id.toString().substring(0, 4), role, ConsoleUser.HASH);
        return new ConsoleUser(id, email, session(shop, id));
    }

    public String session(Shop shop, UUID agent) {
        String token = "token-" + UUID.randomUUID();
        sql("INSERT INTO agent_session (id, tenant_id, agent_id, token_hash, created_at, last_seen_at, expires_at) "
                + "VALUES (gen_random_uuid(), ?, ?, ?, now(), now(), now() + INTERVAL '1 day')", shop.id().value(),
                agent,
                hash(token));
        return token;
    }

    /** A visitor with the token of their browser. */
    public record Guest(Visitor visitor, String token) {}

    public Guest visitor(Shop shop) {
        Visitor visitor = await(visitors.create(shop.id()));
        Tenant tenant = await(tenants.byId(shop.id()));
        if (tenant == null) {
            throw new IllegalStateException("The shop is not there");
        }
        return new Guest(visitor, tokens.issue(tenant, visitor.id(), null).token());
    }

    public Conversation conversation(Shop shop) {
        return conversation(shop, visitor(shop));
    }

    public Conversation conversation(Shop shop, Guest guest) {
        return await(conversations.latestOrOpen(
                conversations.draft(shop.id(), new Opening(guest.visitor().id(), "en", null, "{}"))));
    }

    /** Returns once search finds the entry. */
    public void addEntry(Shop shop, String question, String answer, String... products) {
        await(faq.create(shop.id(), new FaqFields(null, question, null, answer, "en", List.of(products), null, null,
                "published", null, null)));
        Awaitility.await().until(() -> await(search.search(shop.id(), FaqQuery.of(question, 1))).stream()
                .anyMatch(match -> match.verdict() == Verdict.ANSWER));
    }

    public void sql(String statement, @Nullable Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = prepare(connection, statement, arguments)) {
            prepared.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of every row, as text. */
    public List<String> column(String query, @Nullable Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = prepare(connection, query, arguments);
                ResultSet rows = prepared.executeQuery()) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(String.valueOf(rows.getString(1)));
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String statement, @Nullable Object... arguments)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < arguments.length; i++) {
            prepared.setObject(i + 1, arguments[i]);
        }
        return prepared;
    }

    public static <T> T await(Uni<T> work) {
        return work.await().atMost(SOON);
    }

    private String write(TenantSettings settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
