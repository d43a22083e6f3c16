package dev.parley.desk;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a message in which words were found. Where they stand is told in numbers, not in markup: what visitors write must never
 * be mistaken for it.
 */
public record Excerpt(String text, List<Mark> marks) {
    static final char BEGIN = '\ue000';
    static final char END = '\ue001';
    /** Stand for angle brackets while PostgreSQL reads the text. */
    static final char LESS = '\ue002';
    static final char GREATER = '\ue003';

    /** From, up to and without until, in UTF-16 units as JavaScript counts them. */
    public record Mark(int from, int until) {}

    /** Of a text in which the words stand between {@link #BEGIN} and {@link #END}. */
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
