package dev.parley.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.testsupport.PackagedParley;
import dev.parley.testsupport.VisitorClient;

/** What a shop's first minutes use: pages, questions by REST and by socket, a person, the console. */
final class Training {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PAGES = List.of("/demo", "/widget.js", "/console", "/q/health/live",
            "/q/health/started");
    /** So many that the cache has the compiler's profiles: the first 500 answers then cost a third less CPU time. */
    private static final int CONVERSATIONS = 100;
    private static final List<String> QUESTIONS = List.of("How long do I have to send shoes back?",
            "What does delivery cost?", "Can I pay by invoice?", "Who won the football match yesterday?");

    private final PackagedParley parley;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String origin;

    Training(PackagedParley parley) {
        this.parley = parley;
        origin = parley.uri("").toString();
    }

    void run() throws IOException {
        PAGES.forEach(parley::get);
        askByRest();
        askBySocket();
        lookAtTheConsole();
    }

    private void askByRest() throws IOException {
        for (int i = 0; i < CONVERSATIONS; i++) {
            String messages = "/v1/conversations/" + read(parley.post("/v1/conversations", "{}")).path("id").asText()
                    + "/messages";
            for (String question : QUESTIONS) {
                read(parley.post(messages, JSON.writeValueAsString(Map.of("text", question))));
            }
            read(parley.get(messages));
        }
    }

    private void askBySocket() throws IOException {
        String token = read(send(request("/v1/visitor/sessions"), Map.of("tenant", "demo", "locale", "en")))
                .path("token").asText();
        try (VisitorClient visitor = VisitorClient.connect(parley.uri("/"), origin).hello(token, 0)) {
            for (int i = 0; i < QUESTIONS.size(); i++) {
                visitor.ask(QUESTIONS.get(i));
                int answers = i + 1;
                visitor.await("answer.end", frame -> visitor.all("answer.end").size() == answers);
            }
        }
    }

    private void lookAtTheConsole() throws IOException {
        HttpResponse<String> signedIn = send(request("/v1/console/session"),
                Map.of("email", PackagedParley.ADMIN_EMAIL, "password", PackagedParley.ADMIN_PASSWORD));
        String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        for (String path : List.of("/v1/console/session", "/v1/console/inbox", "/v1/console/inbox/counts")) {
            read(send(request(path).header("Cookie", cookie).GET()));
        }
        try (VisitorClient agent = VisitorClient.connectAgent(parley.uri("/"), origin,
                cookie.substring(cookie.indexOf('=') + 1))) {
            agent.await("ready");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(parley.uri(path)).header("Origin", origin).header("X-Parley-Console", "1")
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> body) throws IOException {
        return send(request.POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A training that goes wrong unnoticed would make a useless cache. */
    private static JsonNode read(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
