package dev.parley.faq.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.parley.faq.FaqEntry;

/** Distinguishes "size 43" from "size 42", which a sentence model cannot. */
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]+)*");
    /** A longer number is an order, a parcel or a telephone number, not the subject of a question. */
    private static final int LONGEST = 4;

    private Numbers() {}

    /** True if all wordings contain numbers, and neither they nor the answer contain one of the question's. */
    static boolean disagree(String question, FaqEntry entry) {
        Set<String> asked = in(question);
        if (asked.isEmpty()) {
            return false;
        }
        List<String> wordings = entry.wordings();
        Set<String> about = new HashSet<>(in(wordings.getFirst()));
        wordings.forEach(wording -> about.retainAll(in(wording)));
        return !about.isEmpty() && asked.stream()
                .noneMatch(number -> about.contains(number) || in(entry.answer()).contains(number));
    }

    private static Set<String> in(String text) {
        return NUMBER.matcher(text).results().map(found -> found.group())
                .filter(number -> number.length() <= LONGEST)
                .collect(Collectors.toSet());
    }
}
