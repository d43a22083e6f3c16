package dev.parley.api.openai;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Words that reveal programs' prompts, in some twenty languages: {@code api/programs.properties}. */
enum ProgramWords {
    TITLE,
    TAGS,
    FOLLOW_UPS,
    QUERIES,
    STANDALONE,
    SUMMARY,
    EMOJI,
    FACTS,
    MERGED,
    OTHER,
    CHAT,
    MAKE,
    ONLY,
    LENGTH,
    ROLE,
    MINE,
    ANSWERS;

    private final Pattern parted;
    private final @Nullable Pattern unparted;

    ProgramWords() {
        List<String> stems = List
                .of(Objects.requireNonNull(Lines.ALL.getProperty(name().toLowerCase(Locale.ROOT)), name())
                        .toLowerCase(Locale.ROOT).split("\\|", -1));
        List<String> within = stems.stream().filter(stem -> Lines.UNPARTED.matcher(stem).find()).toList();
        parted = Pattern.compile(stems.stream().filter(stem -> !within.contains(stem)).map(ProgramWords::regex)
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")")));
        unparted = within.isEmpty()
                ? null
                : Pattern.compile(within.stream().map(ProgramWords::gaps).collect(Collectors.joining("|")));
    }

    /** {@code text} is in lower case. */
    boolean in(String text) {
        return parted.matcher(text).find() || (unparted != null && unparted.matcher(text).find());
    }

    int times(String text) {
        return (int) (parted.matcher(text).results().count()
                + (unparted == null ? 0 : unparted.matcher(text).results().count()));
    }

    private static String regex(String stem) {
        return stem.endsWith(".") ? gaps(stem.substring(0, stem.length() - 1)) + "(?!\\p{L})" : gaps(stem);
    }

    private static String gaps(String stem) {
        return Arrays.stream(stem.split("\\*", -1)).map(Pattern::quote)
                .collect(Collectors.joining("[^.!?。\n]{0,40}?"));
    }

    /** Loaded first. */
    private static final class Lines {
        static final Properties ALL = read();
        static final Pattern UNPARTED = Pattern
                .compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsArabic}\\p{IsThai}]");

        private static Properties read() {
            Properties lines = new Properties();
            try (InputStream file = ProgramWords.class.getResourceAsStream("/api/programs.properties")) {
                lines.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return lines;
        }
    }
}
