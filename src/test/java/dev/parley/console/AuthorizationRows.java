package dev.parley.console;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The expectations for each operation of the console; {@link AuthorizationMatrixTest} checks them against the code. */
final class AuthorizationRows {
    private static final String CONVERSATION = "/v1/console/conversations/{id}";

    private AuthorizationRows() {}

    enum About {
        /** Needs no sign-in. */
        OPEN,
        /** Concerns the caller's own shop. */
        OWN_SHOP,
        /** Names an object in the path, which is absent for agents of another shop. */
        NAMED
    }

    record Row(String role, About about, @Nullable Object body) {}

    private static Row open(Object body) {
        return new Row("", About.OPEN, body);
    }

    private static Row own(String role, @Nullable Object body) {
        return new Row(role, About.OWN_SHOP, body);
    }

    private static Row named(String role, @Nullable Object body) {
        return new Row(role, About.NAMED, body);
    }

    private static final Map<String, String> CLIENT = Map.of("id", "018f3b5e-7c1a-7000-8000-000000000001", "text", "x");
    static final Map<String, Row> ROWS = Map.ofEntries(
            entry("POST /v1/console/session", open(Map.of("email", "nobody@shop.example", "password", "wrong"))),
            entry("POST /v1/console/password-reset", open(Map.of("email", "nobody@shop.example"))),
            entry("POST /v1/console/password-reset/confirm", open(Map.of("token", "x", "password", "a long phrase"))),
            entry("GET /v1/console/sign-in-options", new Row("", About.OPEN, null)),
            entry("GET /v1/console/sso", new Row("", About.OPEN, null)),
            entry("GET /v1/console/sso/callback", new Row("", About.OPEN, null)),
            entry("GET /v1/console/session", own("agent", null)),
            entry("DELETE /v1/console/session", own("agent", null)),
            entry("PUT /v1/console/password", own("agent", Map.of("current", "wrong", "password", "a long phrase"))),
            entry("GET /v1/console/sessions", own("agent", null)),
            entry("DELETE /v1/console/sessions/{id}", named("agent", null)),
            entry("GET /v1/console/agents", own("agent", null)),
            entry("POST /v1/console/agents", own("administrator", Map.of("name", "x"))),
            entry("GET /v1/console/agents/{id}", named("agent", null)),
            entry("PATCH /v1/console/agents/{id}", named("administrator", Map.of("name", "Nora"))),
            entry("DELETE /v1/console/agents/{id}", named("administrator", null)),
            entry("POST /v1/console/agents/{id}/link", named("administrator", null)),
            entry("GET /v1/console/agents/{id}/sessions", named("administrator", null)),
            entry("DELETE /v1/console/agents/{id}/sessions", named("administrator", null)),
            entry("GET /v1/console/inbox", own("agent", null)),
            entry("GET /v1/console/inbox/counts", own("agent", null)),
            entry("GET /v1/console/search", own("agent", null)),
            entry("GET /v1/console/canned-answers", own("agent", null)),
            entry("POST /v1/console/canned-answers", own("supervisor", Map.of("shortcut", "new", "text", "x"))),
            entry("PUT /v1/console/canned-answers/{id}", named("supervisor", Map.of("shortcut", "new", "text", "x"))),
            entry("DELETE /v1/console/canned-answers/{id}", named("supervisor", null)),
            entry("GET /v1/console/labels", own("agent", null)),
            entry("PUT /v1/console/labels/{name}", own("supervisor", Map.of("color", "#aabbcc"))),
            entry("DELETE /v1/console/labels/{name}", named("supervisor", null)),
            entry("GET /v1/console/settings/handoff", own("agent", null)),
            entry("PUT /v1/console/settings/handoff", own("administrator", Map.of("assign", false))),
            entry("GET /v1/console/settings/voice", own("agent", null)),
            entry("PUT /v1/console/settings/voice", own("administrator", Map.of("enabled", true))),
            entry("GET /v1/console/reports", own("supervisor", null)),
            entry("GET /v1/console/audit", own("administrator", null)),
            entry("GET /v1/console/budget", own("supervisor", null)),
            entry("PUT /v1/console/budget", own("administrator", Map.of("day", "5"))),
            entry("GET /v1/console/settings/sentences", own("agent", null)),
            entry("PUT /v1/console/settings/sentences",
                    own("administrator", Map.of("sentences", Map.of("de", Map.of("greeting", "Moin!"))))),
            entry("GET /v1/console/settings/widget", own("agent", null)),
            entry("PUT /v1/console/settings/widget", own("administrator", Map.of("shop", "x"))),
            entry("GET /v1/console/views", own("agent", null)),
            entry("POST /v1/console/views", own("agent", Map.of("name", "Late", "view", "waiting"))),
            entry("PUT /v1/console/views/order", own("agent", Map.of("views", List.of()))),
            entry("PUT /v1/console/views/{id}", named("agent", Map.of("name", "Late", "view", "waiting"))),
            entry("DELETE /v1/console/views/{id}", named("agent", null)),
            entry("GET /v1/console/preferences", own("agent", null)),
            entry("PUT /v1/console/preferences", own("agent", Map.of("keys", true))),
            entry("GET /v1/console/second-factor", own("agent", null)),
            entry("POST /v1/console/second-factor", own("agent", Map.of("password", "wrong"))),
            entry("POST /v1/console/second-factor/confirm", own("agent", Map.of("code", "000000"))),
            entry("POST /v1/console/second-factor/recovery-codes", own("agent", Map.of("code", "000000"))),
            entry("POST /v1/console/second-factor/remove", own("agent", Map.of("password", "x", "code", "000000"))),
            entry("GET /v1/console/agents/{id}/second-factor", named("administrator", null)),
            entry("DELETE /v1/console/agents/{id}/second-factor", named("administrator", null)),
            entry("GET " + CONVERSATION, named("agent", null)),
            entry("GET " + CONVERSATION + "/messages", named("agent", null)),
            entry("POST " + CONVERSATION + "/messages", named("agent", CLIENT)),
            entry("GET " + CONVERSATION + "/messages/{seq}/evidence", named("agent", null)),
            entry("POST " + CONVERSATION + "/messages/{seq}/translation", named("agent", Map.of("language", "x y"))),
            entry("POST " + CONVERSATION + "/messages/{seq}/replay", named("agent", null)),
            entry("POST " + CONVERSATION + "/claim", named("agent", null)),
            entry("POST " + CONVERSATION + "/assign", named("agent", Map.of("agent", "{agent}"))),
            entry("POST " + CONVERSATION + "/requeue", named("agent", null)),
            entry("POST " + CONVERSATION + "/return", named("agent", null)),
            entry("POST " + CONVERSATION + "/close", named("agent", null)),
            entry("POST " + CONVERSATION + "/reopen", named("agent", null)),
            entry("PUT " + CONVERSATION + "/labels", named("agent", Map.of("labels", List.of("x")))),
            entry("PUT " + CONVERSATION + "/priority", named("agent", Map.of("priority", "high"))),
            entry("PUT " + CONVERSATION + "/snooze", named("agent", Map.of())),
            entry("PUT " + CONVERSATION + "/read", named("agent", Map.of("seq", 1))),
            entry("POST " + CONVERSATION + "/attachments", named("agent", Map.of("plain", "text"))),
            entry("GET " + CONVERSATION + "/attachments/{attachment}", named("agent", null)),
            entry("DELETE " + CONVERSATION + "/attachments/{attachment}", named("agent", null)),
            entry("GET " + CONVERSATION + "/recordings/{recording}", named("agent", null)),
            entry("GET " + CONVERSATION + "/notes", named("agent", null)),
            entry("POST " + CONVERSATION + "/notes", named("agent", CLIENT)),
            entry("GET " + CONVERSATION + "/draft", named("agent", null)),
            entry("PUT " + CONVERSATION + "/draft", named("agent", Map.of("text", "x"))),
            entry("POST " + CONVERSATION + "/copilot", named("agent", Map.of("task", "summary"))),
            entry("GET " + CONVERSATION + "/supervision", named("supervisor", null)),
            entry("PUT " + CONVERSATION + "/whisper", named("supervisor", Map.of("text", "x"))),
            entry("PUT " + CONVERSATION + "/hold", named("supervisor", Map.of("on", true))),
            entry("POST " + CONVERSATION + "/held/{answer}/release", named("supervisor", Map.of())));
}
