package dev.parley.api.openai;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A task of a chat program rather than a customer's question: a title, tags, follow-up questions. Answered without a
 * model and a conversation. {@code subject}: what the customer has said.
 */
record ClientTask(Made made, TaskForm form, String subject) {
    enum Made {
        TITLE, TAGS, FOLLOW_UPS, QUERIES, STANDALONE, SUMMARY, EMOJI, FACTS, MERGED, NOTHING;

        /** True if FAQ entries help. */
        boolean needsEntries() {
            return this == TAGS || this == FOLLOW_UPS;
        }
    }

    private static final int TITLE_WORDS = 6;
    private static final int LONGEST_TITLE = 60;
    /** For scripts without spaces. */
    private static final int LONGEST_UNPARTED = 20;
    private static final int SHORTEST_TOPIC = 7;
    private static final int LONGEST_SUMMARY = 400;

    /** Null for a customer's question. The last user line, or the last system line, may be the program's. */
    static @Nullable ClientTask of(OpenAiLines lines) {
        Made wanted = ProgramSigns.after(lines.reminder());
        if (wanted != null) {
            return task(wanted, lines.reminder(), lines.reminder(), lines.said());
        }
        wanted = ProgramSigns.asked(lines.question());
        if (wanted != null) {
            return task(wanted, lines.question(), lines.question(), lines.before());
        }
        String system = lines.instruction();
        wanted = ProgramSigns.ordered(system, lines.question(), lines.before());
        return wanted == null ? null : ordered(wanted, system, lines);
    }

    private static ClientTask task(Made made, String instruction, String text, List<String> before) {
        return new ClientTask(made, TaskForm.of(instruction), subject(made, ChatMaterial.of(text), before));
    }

    /** The chat is in the user's lines or in the instruction itself. */
    private static ClientTask ordered(Made made, String system, OpenAiLines lines) {
        ChatMaterial inLine = ChatMaterial.of(lines.question());
        ChatMaterial inOrder = ChatMaterial.of(system);
        boolean lineIsLabel = lines.question().isBlank() || lines.question().strip().matches("[\\p{L} ]{2,20}[:：]");
        List<String> said = lines.question().isBlank() || lineIsLabel ? lines.before() : lines.said();
        // If examples come first, only the last line is the customer's.
        List<String> own = lines.hasAnswers() && (made == Made.TITLE || made == Made.SUMMARY) && !said.isEmpty()
                ? List.of(said.getLast())
                : said;
        List<String> words = own.stream().map(ChatMaterial::bare).toList();
        String subject = inLine.isAny()
                ? subject(made, inLine, words)
                : said.isEmpty() && inOrder.isAny()
                        ? subject(made, inOrder, words)
                        : subject(made, new ChatMaterial(List.of(), null, "", List.of()), words);
        return new ClientTask(made, TaskForm.of(system), subject);
    }

    private static String subject(Made made, ChatMaterial material, List<String> before) {
        boolean last = made == Made.STANDALONE || made == Made.QUERIES;
        String labelled = material.labelled();
        if (made == Made.MERGED) {
            return material.answers().isEmpty() ? "" : material.answers().getFirst();
        }
        if (labelled != null && (last || !material.isChat())) {
            return labelled;
        }
        List<String> said = material.isChat() ? material.users() : before;
        if (said.isEmpty() || last) {
            return said.isEmpty() ? "" : said.getLast();
        }
        // The topic is the first line that is more than a greeting.
        return made == Made.TITLE
                ? said.stream().filter(line -> line.length() >= SHORTEST_TOPIC).findFirst().orElse(said.getFirst())
                : String.join(" ", said);
    }

    /** {@code entries}: tags or questions from the FAQ. */
    String answer(List<String> entries) {
        return switch (made) {
            case TITLE -> form.write(title());
            case TAGS, FOLLOW_UPS -> form.write(entries);
            case QUERIES, STANDALONE -> form.write(shortened(subject, LONGEST_SUMMARY));
            case EMOJI -> form.write("💬");
            case SUMMARY -> form.write(shortened(subject, LONGEST_SUMMARY));
            case MERGED -> form.write(subject);
            case FACTS -> form.isJson() ? form.write(List.of()) : "NONE";
            case NOTHING -> form.write("");
        };
    }

    private String title() {
        String one = shortened(subject, LONGEST_SUMMARY);
        String words = Arrays.stream(one.split(" ", -1)).limit(TITLE_WORDS).collect(Collectors.joining(" "));
        boolean unparted = words.codePoints().filter(ClientTask::isUnparted).count() * 2 > words.length();
        String title = shortened(words, unparted ? LONGEST_UNPARTED : LONGEST_TITLE)
                .replaceAll("(?U)[\\s\\p{Punct}。、]+$|^[\\s\\p{Punct}¿¡]+", "");
        return title.isEmpty() ? "Chat" : title;
    }

    private static boolean isUnparted(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI -> true;
            default -> false;
        };
    }

    private static String shortened(String text, int longest) {
        String one = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return one.codePointCount(0, one.length()) <= longest
                ? one
                : one.substring(0, one.offsetByCodePoints(0, longest));
    }
}
