package dev.parley.language;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Preload;
import org.jspecify.annotations.Nullable;

/** Detects the language of visitors' texts and entries, in microseconds and without I/O. */
@ApplicationScoped
public class LanguageDetector implements Preload {
    /** Null until loaded: then scripts and known words decide alone. */
    private volatile @Nullable LetterStatistics statistics;

    @Override
    public void load() {
        statistics = LetterStatistics.read();
    }

    /** {@code text} is all open messages; {@code prior} is expected, and null means English, weakly. */
    public Detected detect(String text, @Nullable Language prior) {
        return Detection.of(text, prior, statistics);
    }
}
