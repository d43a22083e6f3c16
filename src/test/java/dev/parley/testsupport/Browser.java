package dev.parley.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The part of a browser that a sign-in needs: cookies and redirects. Unlike the JDK's cookie store it sends `Secure`
 * cookies to localhost, as browsers do.
 */
public final class Browser {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    public record Page(URI at, HttpResponse<String> answer) {
        public int status() {
            return answer.statusCode();
        }

        public String body() {
            return answer.body();
        }

        /** All values of the header, joined; empty if absent. */
        public String header(String name) {
            return String.join("\n", answer.headers().allValues(name));
        }

        public URI location() {
            return at.resolve(header("Location"));
        }
    }

    public Page get(URI address) {
        return ask("GET", address, "", Map.of());
    }

    /** Follows redirects until there is a page or a redirect to the console. */
    public Page follow(Page page) {
        Page now = page;
        while (now.status() / 100 == 3 && !now.header("Location").startsWith("/console")) {
            now = get(now.location());
        }
        return now;
    }

    public Page submit(String address, Map<String, String> form) {
        return ask("POST", URI.create(address), form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")), Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    public Page ask(String method, URI address, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        Map<String, String> kept = cookies.computeIfAbsent(address.getAuthority(), host -> new TreeMap<>());
        if (!kept.isEmpty()) {
            request.header("Cookie", kept.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(line -> keep(kept, line.split(";", 2)[0]));
            return new Page(address, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void keep(Map<String, String> kept, String cookie) {
        String[] parts = cookie.split("=", 2);
        if (parts[1].isEmpty()) {
            kept.remove(parts[0]);
        } else {
            kept.put(parts[0], parts[1]);
        }
    }
}
