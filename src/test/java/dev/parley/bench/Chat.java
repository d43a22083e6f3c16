package dev.parley.bench;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import dev.parley.testsupport.PackagedParley;
import dev.parley.testsupport.Reply;
import org.jspecify.annotations.Nullable;

/** How a question is asked and its streamed answer read: of Parley, of the sample, or of the model itself. */
enum Chat {
    PARLEY {
        @Override
        String open(HttpConnection connection) throws IOException {
            int status = connection.post("/v1/conversations", "{}", KEY, JSON);
            String answer = connection.text();
            if (status / 100 != 2) {
                throw new IOException("No conversation: " + status + " " + answer);
            }
            return answer.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        }

        @Override
        Turn ask(HttpConnection connection, String conversation, String question) throws IOException {
            return read(connection, "\"type\":\"answer.delta\"", "\"finish\":\"stop\"",
                    "/v1/conversations/" + conversation + "/messages", "{\"text\":\"" + question + "\"}", KEY, JSON,
                    STREAM);
        }
    },
    SAMPLE {
        @Override
        String open(HttpConnection connection) {
            return UUID.randomUUID().toString();
        }

        @Override
        Turn ask(HttpConnection connection, String conversation, String question) throws IOException {
            return read(connection, "data:", "{\"text\":\"" + LAST + "\"}", "/chat/" + conversation, question,
                    "Content-Type: text/plain", STREAM);
        }
    },
    MODEL {
        @Override
        String open(HttpConnection connection) {
            return "";
        }

        @Override
        Turn ask(HttpConnection connection, String conversation, String question) throws IOException {
            return read(connection, "\"content\":\"" + PIECES.getFirst(), "[DONE]", "/v1/chat/completions",
                    "{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"" + question
                            + "\"}]}",
                    JSON);
        }
    };

    private static final String KEY = "Authorization: Bearer " + PackagedParley.API_KEY;
    private static final String JSON = "Content-Type: application/json";
    private static final String STREAM = "Accept: text/event-stream";
    /** 20 deltas from the demo shop's entry, because Parley lets through no fact without a source. */
    private static final List<String> PIECES = List.of("Standard ", "shipping ", "within ", "the ", "EU ", "costs ",
            "**€4.90** ", "and ", "is ", "**free ", "from ", "€100**, ", "so ", "each ", "of ", "our ", "three ",
            "products ", "ships ", "free. [1]");
    private static final String LAST = PIECES.getLast();
    /** Clear enough that Parley has none of them rewritten first, which would be a second call of the model. */
    private static final List<String> QUESTIONS = List.of("How much does shipping cost",
            "How much do I pay for shipping", "How much do I pay for postage",
            "What does it cost to ship an order to me", "How much is standard shipping");

    /** Nanoseconds until the first text; whole if it arrived to its end. */
    record Turn(long first, boolean whole) {}

    abstract String open(HttpConnection connection) throws IOException;

    abstract Turn ask(HttpConnection connection, String conversation, String question) throws IOException;

    static Chat of(Subject subject) {
        return subject.isParley() ? PARLEY : SAMPLE;
    }

    static Reply reply() {
        return Reply.answer(PIECES.toArray(String[]::new));
    }

    /** No two are equal, so that no service can keep an embedding of them. */
    static String question(int number) {
        return QUESTIONS.get(number % QUESTIONS.size()) + " for basket " + number + "?";
    }

    private static Turn read(HttpConnection connection, String delta, String end, String path, String body,
            String... headers) throws IOException {
        long asked = System.nanoTime();
        int status = connection.post(path, body, headers);
        long first = 0;
        boolean whole = false;
        for (@Nullable
        String line = connection.line(); line != null; line = connection.line()) {
            first = first == 0 && line.contains(delta) ? System.nanoTime() - asked : first;
            whole = whole || line.contains(end);
        }
        return new Turn(first, status == 200 && first > 0 && whole);
    }
}
