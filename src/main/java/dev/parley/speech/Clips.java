package dev.parley.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ParleyException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

@ApplicationScoped
public class Clips {
    /** In bytes; OpenAI's limit. */
    public static final long LARGEST = AudioMeter.LARGEST;

    private final Vertx vertx;

    Clips(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Measures on a worker; fails with an exact code. The file stays the caller's. */
    public Uni<Clip> read(Path file) {
        return Uni.createFrom().completionStage(
                () -> vertx.executeBlocking(() -> measured(file), false).toCompletionStage());
    }

    public static ParleyException tooLarge() {
        return BadAudio.tooLarge();
    }

    private static Clip measured(Path file) {
        try {
            return AudioMeter.measure(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
