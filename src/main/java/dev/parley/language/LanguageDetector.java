package dev.parley.language;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Detects the language of visitors' texts and entries, in microseconds and without I/O. */
@ApplicationScoped
public class LanguageDetector {
    private static final Logger LOG = Logger.getLogger(LanguageDetector.class);
    /** Delays loading of statistics to keep the start fast; until then scripts and words suffice. */
    private static final long AFTER_THE_START_MILLIS = 3_000;

    private final Vertx vertx;
    private volatile @Nullable LetterStatistics statistics;

    LanguageDetector(Vertx vertx) {
        this.vertx = vertx;
    }

    void loadSoon(@Observes StartupEvent starting) {
        vertx.setTimer(AFTER_THE_START_MILLIS, ignored -> vertx.executeBlocking(LetterStatistics::read)
                .onSuccess(read -> statistics = read)
                .onFailure(failure -> LOG.error("Languages are told by scripts and known words alone.", failure)));
    }

    /** {@code text} is all open messages; {@code prior} is expected, and null means English, weakly. */
    public Detected detect(String text, @Nullable Language prior) {
        return Detection.of(text, prior, statistics);
    }
}
