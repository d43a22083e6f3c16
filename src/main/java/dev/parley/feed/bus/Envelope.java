package dev.parley.feed.bus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What travels over the bus at once. A replica numbers its envelopes 1, 2, 3 …, so that receivers notice a lost one;
 * those that are too long for the bus travel in several parts with one number. {@code body} is JSON, or a part of it.
 */
record Envelope(UUID replica, long number, int part, int parts, String body) {
    /** As long as the longest header may be. */
    private static final int HEADER_BYTES = 100;

    /** The last thing that a replica says. */
    static final String BYE = "bye";

    /** In a text of at most {@code maxBytes} each. */
    static List<String> texts(UUID replica, long number, String body, int maxBytes) {
        List<String> bodies = cut(body, maxBytes - HEADER_BYTES);
        List<String> texts = new ArrayList<>(bodies.size());
        for (int i = 0; i < bodies.size(); i++) {
            texts.add(new Envelope(replica, number, i + 1, bodies.size(), bodies.get(i)).text());
        }
        return texts;
    }

    String text() {
        return replica + " " + number + " " + part + " " + parts + "\n" + body;
    }

    /** Empty for what no replica of this version writes. */
    static Optional<Envelope> read(String text) {
        int end = text.indexOf('\n');
        List<String> header = List.of(text.substring(0, Math.max(0, end)).split(" ", -1));
        if (header.size() != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Envelope(UUID.fromString(header.get(0)), Long.parseLong(header.get(1)),
                    Integer.parseInt(header.get(2)), Integer.parseInt(header.get(3)), text.substring(end + 1)));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    /** Between characters. */
    private static List<String> cut(String body, int maxBytes) {
        if (body.length() * 3L <= maxBytes || body.getBytes(StandardCharsets.UTF_8).length <= maxBytes) {
            return List.of(body);
        }
        List<String> pieces = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < body.length(); i += Character.charCount(body.codePointAt(i))) {
            int size = Character.toString(body.codePointAt(i)).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > maxBytes) {
                pieces.add(body.substring(from, i));
                from = i;
                bytes = 0;
            }
            bytes += size;
        }
        pieces.add(body.substring(from));
        return pieces;
    }
}
