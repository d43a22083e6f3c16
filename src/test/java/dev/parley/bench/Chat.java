package dev.parley.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import dev.parley.testsupport.PackagedParley;
import dev.parley.testsupport.Reply;
import dev.parley.testsupport.SendTime;

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
            return read(connection, "\"delta\":{\"content\":", "[DONE]", "/v1/chat/completions",
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
            "What does it cost to ship an order to me", "How much do you charge for shipping");
    private static final int LOWEST_ORDER = 10_000;
    private static final int SLOW_PIECES = 50;
    private static final long EVERY_MS = 20;

    /** Nanoseconds until the first text, and from the sending of each stamped delta; whole if it arrived to its end. */
    record Turn(long first, List<Long> delays, boolean whole) {}

    abstract String open(HttpConnection connection) throws IOException;

    abstract Turn ask(HttpConnection connection, String conversation, String question) throws IOException;

    static Chat of(Subject subject) {
        return subject.isParley() ? PARLEY : SAMPLE;
    }

    static Reply reply() {
        return Reply.answer(PIECES.toArray(String[]::new));
    }

    /** Deltas that say when they were sent, at the pace of a quick model. */
    static Reply stampedReply() {
        return Reply.answer(Stream.concat(Collections.nCopies(SLOW_PIECES, SendTime.PLACE + " ").stream(),
                Stream.of(LAST)).toArray(String[]::new)).every(EVERY_MS).stamped();
    }

    /** No two are equal, so that no service can keep an embedding of them. */
    static String question(int number) {
        return QUESTIONS.get(number % QUESTIONS.size()) + " for order " + (LOWEST_ORDER + number) + "?";
    }

    private static Turn read(HttpConnection connection, String delta, String end, String path, String body,
            String... headers) throws IOException {
        long asked = System.nanoTime();
        int status = connection.post(path, body, headers);
        long first = 0;
        List<Long> delays = new ArrayList<>();
        boolean whole = false;
        for (String line = connection.line(); line != null; line = connection.line()) {
            if (line.contains(delta)) {
                first = first == 0 ? System.nanoTime() - asked : first;
                delays.addAll(SendTime.since(line));
            }
            whole = whole || line.contains(end);
        }
        return new Turn(first, delays, status == 200 && first > 0 && whole);
    }
}
