package dev.parley.understanding;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.parley.understanding.CutMessage.Clause;

/** A yes that repeats the question: "yes, cancel it now" to "Cancel order A-1?". Anything more is no consent. */
public final class Agreement {
    private static final Set<Sense> AGREEING = EnumSet.of(Sense.YES, Sense.CONSENT);
    private static final Set<Sense> NO = EnumSet.of(Sense.NO);
    private static final Set<Sense> NOT = EnumSet.of(Sense.NOT);
    /** "answer with “yes” or “no”" */
    private static final Pattern QUOTED = Pattern.compile("[\"„“«「‘”][^\"“”»」’]{0,40}[\"“”»」’]");
    /** For words with different endings: "cancel" and "cancelling". */
    private static final int SHORTEST_STEM = 5;
    private static final int LONGEST_ENDING = 3;
    private static final String ITEM = "- ";

    private Agreement() {}

    /** True only for a yes to exactly this question. In a list, only words of every item agree to all. */
    public static boolean agrees(String said, String question) {
        CutMessage message = CutMessage.of(said);
        if (message.clauses().isEmpty() || message.clauses().stream().anyMatch(Clause::asked)) {
            return false;
        }
        Span yes = message.clauses().getFirst().spans().getFirst();
        Set<String> asked = wordsInAll(QUOTED.matcher(question).replaceAll(" "));
        return yes.phrase().saysAny(AGREEING) && message.clauses().stream().allMatch(clause -> clause.spans().stream()
                .allMatch(span -> span.equals(yes) || addsNothing(span, clause.tokens().subList(span.from(), span.to()),
                        yes.phrase(), asked)));
    }

    /** "Cancel" is a refusal, but not as a reply to "Cancel order A-1?". */
    private static boolean addsNothing(Span span, List<MessageToken> tokens, Phrase yes, Set<String> asked) {
        SmallWords words = SmallWords.get();
        boolean limits = says(span, yes, NOT) || tokens.stream().anyMatch(word -> words.limits(yes, word.text()));
        return !limits && ((span.phrase().saysAny(Sense.COURTEOUS) && !says(span, yes, NO)) || tokens.stream()
                .allMatch(token -> words.isSmall(yes, token.text()) || isOneOf(asked, token)));
    }

    /** In the language of the yes: Polish "no" is a yes. */
    private static boolean says(Span span, Phrase yes, Set<Sense> senses) {
        Collection<String> languages = yes.isEverywhere() ? Lexicon.LANGUAGES : yes.languages();
        return languages.stream().anyMatch(language -> span.phrase().saysIn(language, senses));
    }

    private static Set<String> wordsInAll(String question) {
        List<String> parts = parts(question);
        Set<String> words = words(parts.getFirst());
        parts.forEach(part -> words.retainAll(words(part)));
        return words;
    }

    private static Set<String> words(String text) {
        return MessageToken.of(text).stream().filter(MessageToken::isWord).map(MessageToken::text)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Each question asked: paragraphs with a question of their own, and items of a list. */
    private static List<String> parts(String question) {
        List<String> paragraphs = question.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        List<String> items = paragraphs.stream().filter(line -> line.startsWith(ITEM)).toList();
        if (items.isEmpty()) {
            return paragraphs.isEmpty() ? List.of("") : paragraphs;
        }
        // Includes the text before and after the list.
        int list = paragraphs.indexOf(items.getFirst());
        return paragraphs.stream()
                .filter(line -> line.startsWith(ITEM) || paragraphs.indexOf(line) < list - 1).toList();
    }

    private static boolean isOneOf(Set<String> asked, MessageToken token) {
        return asked.contains(token.text()) || asked.stream().anyMatch(word -> isSameStem(word, token.text()));
    }

    private static boolean isSameStem(String one, String other) {
        int common = 0;
        while (common < Math.min(one.length(), other.length()) && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common >= SHORTEST_STEM && Math.max(one.length(), other.length()) - common <= LONGEST_ENDING
                && one.chars().noneMatch(Character::isDigit) && other.chars().noneMatch(Character::isDigit);
    }
}
