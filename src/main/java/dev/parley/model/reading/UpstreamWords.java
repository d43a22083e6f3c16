package dev.parley.model.reading;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.parley.model.ChatMessage;
import dev.parley.model.ChatRequest;
import dev.parley.model.ModelKey;
import org.jspecify.annotations.Nullable;

/** An upstream's error message for operators: short, without keys and without words of the request. */
public final class UpstreamWords {
    private static final int LONGEST = 300;
    private static final String HIDDEN = "…";
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");
    private static final Pattern SECRETS = Pattern
            .compile("(?i)\\b(?:bearer|basic)\\s+\\S+|\\b[a-z]{2,4}[-_][\\w*.-]{5,}[\\w*-]"
                    + "|\\S*\\*{2,}\\S*|\\b(?=\\w*\\d)(?=\\w*[a-z])[\\w-]{24,}\\b|(?<=\\?)\\S*=\\S*");
    private static final Pattern WORD = Pattern
            .compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_@.+'’-]*[\\p{L}\\p{N}])?");
    /** Words that are common in errors and reveal nothing, even if the prompt has them. */
    private static final Set<String> ORDINARY = words(
            "a an the this that these those it its is are was were be been has have had do does did "
                    + "not no none only and or but if of in on at to for from with without by as than then so too very more most less least other "
                    + "your you we our i me my they their there here what which who when where why how can could may might must should will would "
                    + "please use used using instead see check try again reduce increase allow allowed value values error errors request requests "
                    + "requested response message messages model models token tokens context length long longer large larger maximum minimum max min "
                    + "limit limits limited size window prompt input output completion parameter parameters argument arguments field fields role roles "
                    + "system user assistant tool tools function functions choice support supported unsupported invalid unknown unexpected unrecognized "
                    + "required missing extra permitted enabled available exceed exceeds exceeded exceeding key api account quota billing plan rate "
                    + "server service time timeout stream streaming temperature default true false null string number integer list object json content "
                    + "type name id code status bad found resulting resulted passed however one two first last new old all any some each per minute "
                    + "day hours days");

    private UpstreamWords() {}

    /** Null without a message. {@code request}: words to remove; null if the upstream never saw it. */
    public static @Nullable String of(UpstreamError error, @Nullable ChatRequest request, @Nullable ModelKey key) {
        String said = error.complaints().stream().map(UpstreamError.Complaint::words).filter(each -> !each.isBlank())
                .distinct().collect(Collectors.joining("; "));
        if (said.isEmpty()) {
            return null;
        }
        String masked = key == null ? said : said.replace(key.secret(), HIDDEN);
        masked = SECRETS.matcher(UNPRINTABLE.matcher(masked).replaceAll(" ").strip())
                .replaceAll(found -> Matcher.quoteReplacement(isParameter(found.group()) ? found.group() : HIDDEN));
        String harmless = request == null ? masked : withoutWordsOf(request, masked);
        return harmless.length() > LONGEST ? harmless.substring(0, LONGEST) + HIDDEN : harmless;
    }

    /** Parameter names sometimes look like keys. */
    private static boolean isParameter(String text) {
        return text.matches("[a-z]+(?:_[a-z]+)+|[a-z]+(?:-[a-z0-9.]+)+") && !text.startsWith("sk-")
                && !text.startsWith("pk-") && text.length() < 40 && !text.matches(".*\\d{4,}.*");
    }

    private static String withoutWordsOf(ChatRequest request, String said) {
        Set<String> theirs = new HashSet<>();
        for (ChatMessage message : request.messages()) {
            Matcher word = WORD.matcher(message.content());
            while (word.find()) {
                String small = word.group().toLowerCase(Locale.ROOT);
                if (!ORDINARY.contains(small)) {
                    theirs.add(small);
                }
            }
        }
        return WORD.matcher(said).replaceAll(found -> Matcher.quoteReplacement(
                theirs.contains(found.group().toLowerCase(Locale.ROOT)) ? HIDDEN : found.group()))
                .replaceAll("…(?:[\\s,.;:'\"-]*…)+", HIDDEN);
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(" ", -1)).collect(Collectors.toUnmodifiableSet());
    }
}
