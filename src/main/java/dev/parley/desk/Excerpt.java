package dev.parley.desk;

import java.util.ArrayList;
import java.util.List;

/** Part of a message around search hits. Positions are numbers, not markup, which a visitor's text could imitate. */
public record Excerpt(String text, List<Mark> marks) {
    static final char BEGIN = '\ue000';
    static final char END = '\ue001';
    /** Placeholder for angle brackets while PostgreSQL processes the text. */
    static final char LESS = '\ue002';
    static final char GREATER = '\ue003';

    /** In UTF-16 units, as JavaScript counts; {@code until} is exclusive. */
    public record Mark(int from, int until) {}

    /** Parses text whose hits stand between {@link #BEGIN} and {@link #END}. */
    static Excerpt of(String marked) {
        StringBuilder text = new StringBuilder(marked.length());
        List<Mark> marks = new ArrayList<>();
        int from = -1;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == BEGIN) {
                from = text.length();
            } else if (c != END) {
                text.append(c == LESS ? '<' : c == GREATER ? '>' : c);
            } else if (from >= 0) {
                marks.add(new Mark(from, text.length()));
                from = -1;
            }
        }
        return new Excerpt(text.toString(), marks);
    }
}
