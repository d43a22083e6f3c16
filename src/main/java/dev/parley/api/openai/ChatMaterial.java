package dev.parley.api.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The chat that a program embeds in its prompt: lines with roles, JSON, delimiters or a label.
 *
 * @param users of the last chat; earlier ones may be examples
 * @param labelled under a question's last label, or between delimiters
 * @param instruction the remaining text
 * @param answers texts in triple quotes
 */
record ChatMaterial(List<String> users, @Nullable String labelled, String instruction, List<String> answers) {
    private static final int EXAMINED = 6_000;
    private static final String USER = "user|human|customer|client|visitor|nutzer|benutzer|kunde|mensch|utilisateur|usuario|utente|cliente|utilizador|gebruiker|пользователь"
            + "|użytkownik|kullanıcı|用户|用戶|顾客|ユーザー|사용자";
    private static final String OTHERS = "assistant|ai|bot|agent|system|response|assistent|asistente|assistente|ассистент|asystent|助手|助理|アシスタント|어시스턴트|도우미";
    private static final String MARK = "^[\\s>*|#\\-\\[]{0,6}";
    private static final Pattern USERS_LINE = Pattern
            .compile("(?iu)" + MARK + "(?:" + USER + ")[\\])*]{0,3} ?[:：](?![/\\\\])\\s*(.*)$");
    private static final Pattern OTHERS_LINE = Pattern
            .compile("(?iu)" + MARK + "(?:" + OTHERS + ")[\\])*]{0,3} ?[:：](?![/\\\\]).*$");
    private static final Pattern LABEL = Pattern.compile(
            "(?iu)^\\W{0,4}(?:(?:follow[- ]?up|latest|last|current|original|new|user|letzte|最新|用户)[ _]?)?"
                    + "(?:question|query|input|message|frage|pregunta|domanda|вопрос|的?问题|の質問|提问|输入)\\W{0,3}[:：>]\\s*(.*)$|^.{0,60}\\b(?:message|query|question|text)[:：]\\s*()$");
    private static final Pattern INLINE = Pattern.compile(
            "(?iu)^(.*[.!?:] )(?:follow[- ]?up|latest|last|current|original|user)[ _](?:question|query|input|message)[:：]\\s*(\\S.*)$");
    /** At the end: the answer continues here. */
    private static final Pattern TRAILING = Pattern.compile("(?u)(?:[:：]|^\\W{0,4}<[\\p{L} _-]{4,40}>)\\s*$");
    private static final Pattern HEADING = Pattern
            .compile("(?u)^\\s*(?:#{1,6} .*|[#=_-]{3,}|</?[^<>]+>|[^:：]{2,60}[:：])\\s*$");
    private static final Pattern FENCED = Pattern
            .compile("(?s)```(?!json)\\w*(.*?)```|-{4,}\\n(.*?)\\n-{4,}|\"\"\"(.*?)\"\"\"");
    private static final Pattern TAGGED = Pattern.compile(
            "(?isu)<((?:chat|conversation|message|query|question|text|transcript|history|content|user|input|follow)[\\w -]*)(?: [^<>]*)?>(.*?)</\\1>");
    private static final Pattern JSON_LINE = Pattern.compile(
            "(?s)\"role\"\\s*:\\s*\"(user|assistant|human|ai)\"[^{}]*?\"(?:content|text|mainText|value|message)\"\\s*:\\s*\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,500}+)");
    private static final Pattern XML_LINE = Pattern.compile("(?is)<message role=\"user\">(.*?)</message>");
    private static final Pattern QUESTION_TAG = Pattern
            .compile("(?isu)<(?:question|query|text|user_?(?:query|question|input|message))>(?!<)(.*?)</");
    /** A line break within a sentence. */
    private static final Pattern WRAPPED = Pattern.compile("(?<=[\\p{L},]) *\\n *(?=\\p{Ll})");
    /** Quoted words. */
    private static final Pattern SAID = Pattern.compile("\"[^\"\\n{}\\[\\]:]{12,}\"");
    private static final Pattern QUOTED = Pattern
            .compile("(?su)^\\s*(?:[^\\n\"]{0,40}[:：])?\\s*[\"“„](?!\"\")(.{2,})[\"”]\\s*$");

    boolean isChat() {
        return !users.isEmpty();
    }

    boolean isAny() {
        return isChat() || labelled != null || !answers.isEmpty();
    }

    /** Of a long text only beginning and end, where instructions stand. */
    static ChatMaterial of(String whole) {
        String text = whole.length() <= 2 * EXAMINED
                ? whole
                : whole.substring(0, EXAMINED) + "\n" + whole.substring(whole.length() - EXAMINED);
        List<String> users = new ArrayList<>();
        JSON_LINE.matcher(text).results().filter(line -> line.group(1).matches("user|human"))
                .forEach(line -> users.add(line.group(2).replace("\\\"", "\"").replace("\\n", " ")));
        XML_LINE.matcher(text).results().forEach(line -> users.add(line.group(1)));
        List<String> answers = new ArrayList<>();
        List<String> labelled = new ArrayList<>();
        List<String> between = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        lines(text, users.isEmpty() ? users : new ArrayList<>(), rest, labelled);
        FENCED.matcher(rest).results().forEach(found -> {
            if (found.group(3) != null) {
                answers.add(found.group(3).strip());
            } else {
                between.add((found.group(1) == null ? found.group(2) : found.group(1)).strip());
            }
        });
        QUESTION_TAG.matcher(text).results().forEach(found -> between.add(found.group(1).strip()));
        between.addAll(labelled);
        between.removeIf(String::isBlank);
        String instruction = WRAPPED
                .matcher(SAID.matcher(TAGGED.matcher(FENCED.matcher(rest).replaceAll(" ")).replaceAll(" "))
                        .replaceAll(" "))
                .replaceAll(" ");
        return new ChatMaterial(List.copyOf(users), between.isEmpty() ? null : unquoted(between.getLast()), instruction,
                List.copyOf(answers));
    }

    /** Removes the chat's lines. */
    private static void lines(String text, List<String> users, StringBuilder rest, List<String> labelled) {
        String[] lines = text.split("\\R", -1);
        boolean inChat = false;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            Matcher user = USERS_LINE.matcher(line);
            Matcher label = LABEL.matcher(line);
            Matcher inline = INLINE.matcher(line);
            if (inline.matches()) {
                labelled.add(inline.group(2).strip());
                rest.append(inline.group(1)).append('\n');
            } else if (user.matches()) {
                if (!inChat) {
                    users.clear();
                }
                inChat = true;
                users.add(user.group(1).isBlank() && i + 1 < lines.length
                        ? unquoted(lines[++i])
                        : unquoted(user.group(1)));
            } else if (OTHERS_LINE.matcher(line).matches()) {
                inChat = inChat || users.isEmpty();
            } else if (QUOTED.matcher(line).matches()) {
                labelled.add(unquoted(line));
            } else if (label.matches() && (isFilled(label) || i + 1 < lines.length)) {
                inChat = false;
                if (isFilled(label)) {
                    labelled.add(label.group(1).strip());
                } else {
                    rest.append(line).append('\n');
                    if (!USERS_LINE.matcher(lines[i + 1]).matches()) {
                        labelled.add(lines[++i].strip());
                    }
                }
            } else {
                inChat = inChat && !HEADING.matcher(line).matches();
                rest.append(line).append('\n');
            }
        }
    }

    private static boolean isFilled(Matcher label) {
        return label.group(1) != null && !label.group(1).isBlank();
    }

    private static String unquoted(String text) {
        Matcher quoted = QUOTED.matcher(text);
        return quoted.matches() ? quoted.group(1).strip() : text.strip();
    }

    /** A quoted line without its label and quotes. */
    static String bare(String text) {
        return unquoted(text);
    }

    /** True if the text ends where an answer must start. */
    static boolean waits(String text) {
        String end = text.stripTrailing();
        String last = end.substring(end.lastIndexOf('\n') + 1);
        return end.contains("\n") && TRAILING.matcher(last).find();
    }
}
