package dev.parley.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What a chat program asks for itself and no customer has asked: a title for the chat, tags, what to ask next. Such a question speaks of the
 * chat, wants something made of it, and says in which form or brings the chat along; a customer's does the one or the other at most. It is
 * answered at once, without a model and without a conversation.
 *
 * @param made what it wants made
 * @param key the field of JSON that it wants it in; null where it wants plain text
 * @param list that field is a list
 */
record ClientTask(Made made, @Nullable String key, boolean list, String subject) {
    enum Made {
        TITLE, LIST, EMOJI, SUMMARY, NOTHING
    }

    private static final int TITLE_WORDS = 6;
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_SUMMARY = 400;
    private static final int SHORTEST = 15;

    private static final Pattern TITLE = Pattern.compile(
            "(?iu)\\btitle|\\btitel|\\btitre|t[íi]tulo|titolo|标题|標題|主题|主題|タイトル|제목|заголов|name for (?:this|the) (?:chat|conversation)"
                    + "|(?:chat|conversation) (?:a |the )?name|\\ba name\\b");
    private static final Pattern LIST = Pattern
            .compile(
                    "(?iu)\\btags?\\b|follow[-_ ]?ups?\\b|quer(?:y|ies)\\b|keywords?|categor|suggest.{0,40}questions|标签|关键词");
    private static final Pattern EMOJI = Pattern.compile("(?iu)\\bemoji\\b");
    private static final Pattern SUMMARY = Pattern.compile("(?iu)summar|zusammenfass|résum|resum|总结|摘要|概括|要約|요약");
    private static final Pattern OTHER = Pattern.compile("(?iu)auto-?complet|image prompt|prompt for an image");
    private static final Pattern CHAT = Pattern.compile(
            "(?iu)\\b(?:chat|conversation|discussion|dialogue?|thread|unterhaltung|gespräch|conversación|conversazione|conversa)\\b|(?:first|following) message"
                    + "|聊天|对话|對話|会话|会話|대화|разговор|чат");
    private static final Pattern MAKE = Pattern.compile(
            "(?iu)\\b(?:generate|creat|give|write|suggest|summari[sz]e|provide|detect|analy[sz]e|propose|produce|come up|name|reply|respond|return|assign|extract"
                    + "|erstell|gib|fass|schreib|génér|donne|genera|crea|resume|gere)|使用|生成|返回|总结|给出|作成|생성|создай|придумай");
    /** The chat comes along, or the form of the answer is told: nobody talks to a shop like that. */
    private static final Pattern FORM = Pattern.compile(
            "(?iu)^\\s*#{1,4} ?task|#{2,4} ?(?:chat history|guidelines|output)|<(?:chat_history|conversation|messages?)>"
                    + "|(?m:^\\s*(?:user|human|assistant|ai|system)\\s?:)|\\|\\|>\\s?user|\\bjson\\b"
                    + "|\\b(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|ten)\\b[- ]?(?:to|-|–|or)?[- ]?(?:\\w+[- ])?(?:words?|characters?|tokens?|wörter|mots|palabras|parole)"
                    + "|(?:only|just)(?: \\w+){0,4} (?:the |a )?(?:title|name|summary|emoji|tags?)|no (?:punctuation|quot|explanation)|without (?:any |punctuation|quot)"
                    + "|不要|字以内|个字|文字以内|자 이내");
    private static final Pattern TASK = Pattern.compile("^\\s*#{1,4} ?Task\\b");
    /** In a system's line, where a program's own instructions stand, too. */
    private static final Pattern TITLES_FOR_A_LIVING = Pattern.compile(
            "(?is)(?:generate|creates?|write|provide)\\b.{0,40}\\b(?:short|concise|brief|succinct)?\\b.{0,20}\\btitles?\\b|titling assistant|title generator|conversation summari[sz]er");
    private static final Pattern FIELD = Pattern
            .compile("\\{\\s*\\\\?[\"“']([a-zA-Z_]{2,30})\\\\?[\"”']\\s*:\\s*(\\[|[\"“\\w])");
    private static final Pattern USERS_LINE = Pattern.compile("(?im)^\\s*(?:\\|\\|>)?\\s?(?:user|human)\\s?:\\s*(.*)$");

    /**
     * Null where it is a customer's question.
     *
     * @param question the last of the user's lines
     * @param before those before it
     * @param instructions what the program says in the system's name
     */
    static @Nullable ClientTask of(String question, List<String> before, List<String> instructions) {
        if (isTask(question)) {
            return task(question, question, before);
        }
        for (String instruction : instructions) {
            boolean titles = before.isEmpty() && TITLES_FOR_A_LIVING.matcher(instruction).find()
                    && CHAT.matcher(instruction).find();
            if (titles) {
                return task(instruction, question, List.of(question));
            }
        }
        return null;
    }

    private static boolean isTask(String text) {
        boolean headed = TASK.matcher(text).find();
        boolean wanted = TITLE.matcher(text).find() || LIST.matcher(text).find() || EMOJI.matcher(text).find()
                || SUMMARY.matcher(text).find() || OTHER.matcher(text).find();
        boolean formed = text.length() >= SHORTEST && CHAT.matcher(text).find() && MAKE.matcher(text).find()
                && FORM.matcher(text).find();
        return wanted && (headed || formed);
    }

    private static ClientTask task(String instruction, String text, List<String> before) {
        Matcher field = FIELD.matcher(instruction);
        boolean json = field.find();
        return new ClientTask(made(instruction, json ? field.group(1) : null), json ? field.group(1) : null,
                json && field.group(2).equals("["), subject(text, before));
    }

    private static Made made(String instruction, @Nullable String key) {
        String named = key == null ? "" : key.toLowerCase(Locale.ROOT);
        if (named.contains("title")) {
            return Made.TITLE;
        }
        if (OTHER.matcher(instruction).find()) {
            return Made.NOTHING;
        }
        if (LIST.matcher(instruction).find() && !TITLE.matcher(instruction).find()) {
            return Made.LIST;
        }
        if (TITLE.matcher(instruction).find()) {
            return Made.TITLE;
        }
        return SUMMARY.matcher(instruction).find()
                ? Made.SUMMARY
                : EMOJI.matcher(instruction).find() ? Made.EMOJI : Made.NOTHING;
    }

    /** What the customer has said: told along, or before. */
    private static String subject(String text, List<String> before) {
        List<String> lines = new ArrayList<>();
        Matcher line = USERS_LINE.matcher(text);
        while (line.find()) {
            lines.add(line.group(1));
        }
        return lines.isEmpty() ? String.join(" ", before) : String.join(" ", lines);
    }

    /** The answer's text. */
    String answer() {
        String value = switch (made) {
            case TITLE -> title();
            case LIST, NOTHING -> "";
            case EMOJI -> "💬";
            case SUMMARY -> shortened(subject, LONGEST_SUMMARY);
        };
        if (key == null) {
            return value;
        }
        return "{\"" + key + "\": " + (list ? "[]" : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                + "}";
    }

    private String title() {
        String words = Arrays.stream(subject.strip().split("\\s+", -1)).limit(TITLE_WORDS)
                .collect(Collectors.joining(" "));
        String title = shortened(words, LONGEST_TITLE).replaceAll("[\\s\\p{Punct}。？！，]+$", "");
        return title.isEmpty() ? "Chat" : title;
    }

    private static String shortened(String text, int longest) {
        String one = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return one.codePointCount(0, one.length()) <= longest
                ? one
                : one.substring(0, one.offsetByCodePoints(0, longest));
    }
}
