package dev.parley.prompt;

import java.util.Arrays;
import java.util.List;

/** Fits open messages into the window; cuts the middle of the longest: what matters is first or last. */
final class OpenQuestions {
    /** Minimum room in tokens: fence, mark and a line or two. */
    static final int MIN_ROOM = 60;
    private static final String CUT = "\n[… the middle of this message was too long and is left out …]\n";

    private final TokenCounter tokens;

    OpenQuestions(TokenCounter tokens) {
        this.tokens = tokens;
    }

    /** Fenced messages, oldest first. {@code room}: total tokens, at least {@link #MIN_ROOM}. */
    List<String> within(int room, List<String> messages) {
        int fitting = Math.min(messages.size(), room / MIN_ROOM);
        List<String> newest = messages.subList(messages.size() - fitting, messages.size());
        int limit = fairLimit(room, newest.stream().map(OpenQuestions::fenced).mapToInt(tokens::lines).toArray());
        return newest.stream().map(message -> cutTo(limit, message)).toList();
    }

    private static String fenced(String message) {
        return Fence.around("visitor", message);
    }

    /** The largest limit for which all sizes, each cut to it, fit into {@code room}. */
    private static int fairLimit(int room, int[] sizes) {
        Arrays.sort(sizes);
        int left = room;
        for (int i = 0; i < sizes.length; i++) {
            int share = left / (sizes.length - i);
            if (sizes[i] > share) {
                return share;
            }
            left -= sizes[i];
        }
        return room;
    }

    private String cutTo(int limit, String message) {
        String whole = fenced(message);
        return tokens.lines(whole) <= limit ? whole : longestCut(limit, HarmlessText.of(message));
    }

    private String longestCut(int limit, String text) {
        int fits = 0;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) >>> 1;
            if (tokens.lines(cut(text, middle)) <= limit) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return cut(text, fits);
    }

    /** Keeps two thirds of {@code kept} characters at the beginning. */
    private static String cut(String text, int kept) {
        int head = wholeCharacters(text, kept - kept / 3);
        int tail = wholeCharacters(text, text.length() - kept / 3);
        return fenced(text.substring(0, head).stripTrailing() + CUT + text.substring(tail).stripLeading());
    }

    /** Steps back if {@code index} would split a surrogate pair. */
    private static int wholeCharacters(String text, int index) {
        boolean splits = index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
        return splits ? index - 1 : index;
    }
}
