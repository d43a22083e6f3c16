package dev.parley.language;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells which language a visitor or an entry speaks. Takes microseconds and no I/O. */
@ApplicationScoped
public class LanguageDetector {
    private static final Logger LOG = Logger.getLogger(LanguageDetector.class);
    /** The start has the processor for itself; scripts and known words tell most languages until then. */
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

    /**
     * The language of a text, or the expected one on doubt.
     *
     * @param text all that is open: a language is told the better, the more there is
     * @param prior the expected language, as the conversation's; null: English, weakly
     */
    public Detected detect(String text, @Nullable Language prior) {
        return Detection.of(text, prior, statistics);
    }
}
