package dev.parley.api.openai;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What a chat program asks for itself and no customer has asked: a title for the chat, tags, what to ask next. It is answered at once,
 * without a model and without a conversation.
 *
 * @param made what it wants made
 * @param subject what it is to be made of: what the customer has said
 */
record ClientTask(Made made, TaskForm form, String subject) {
    enum Made {
        TITLE, TAGS, FOLLOW_UPS, QUERIES, STANDALONE, SUMMARY, EMOJI, FACTS, MERGED, NOTHING;

        /** Whether the shop's entries help. */
        boolean needsEntries() {
            return this == TAGS || this == FOLLOW_UPS;
        }
    }

    private static final int TITLE_WORDS = 6;
    private static final int LONGEST_TITLE = 60;
    /** Of scripts that do not part words. */
    private static final int LONGEST_UNPARTED = 20;
    private static final int SHORTEST_TOPIC = 7;
    private static final int LONGEST_SUMMARY = 400;

    /**
     * Null where it is a customer's question. {@code lines}: all of them, of which the last of the user's or of the
     * system's may be the program's.
     */
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

    /** The chat comes in the user's lines, or in the order itself. */
    private static ClientTask ordered(Made made, String system, OpenAiLines lines) {
        ChatMaterial inLine = ChatMaterial.of(lines.question());
        ChatMaterial inOrder = ChatMaterial.of(system);
        boolean lineIsLabel = lines.question().isBlank() || lines.question().strip().matches("[\\p{L} ]{2,20}[:：]");
        List<String> said = lines.question().isBlank() || lineIsLabel ? lines.before() : lines.said();
        // Where examples come first, the last line alone is the customer's.
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
        // The first that is more than a greeting says what the chat is about.
        return made == Made.TITLE
                ? said.stream().filter(line -> line.length() >= SHORTEST_TOPIC).findFirst().orElse(said.getFirst())
                : String.join(" ", said);
    }

    /** The answer's text. {@code entries}: what the shop's entries have to say where they help: tags, or questions. */
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
