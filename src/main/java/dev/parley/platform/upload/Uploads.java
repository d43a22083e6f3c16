package dev.parley.platform.upload;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ParleyException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.ext.web.RoutingContext;

/** Receives forms with a file in the part `file`. Streams them to disk with back pressure, never whole in memory. */
@ApplicationScoped
public class Uploads {
    private final Vertx vertx;
    private final UploadFolder folder;

    Uploads(Vertx vertx, UploadFolder folder) {
        this.vertx = vertx;
        this.folder = folder;
    }

    /** Fails above {@code most} bytes. The file is deleted when the response or the connection ends. */
    public Uni<Upload> receive(RoutingContext exchange, long max, Supplier<ParleyException> tooLarge) {
        return Uni.createFrom().emitter(emitter -> {
            exchange.request().pause();
            UploadReceiver receiver = new UploadReceiver(vertx, exchange, max, tooLarge, emitter);
            if (!receiver.announcedWell()) {
                return;
            }
            vertx.fileSystem().createTempFile(folder.path().toString(), "upload", "", "rw-------")
                    .compose(path -> vertx.fileSystem()
                            .open(path, new OpenOptions().setRead(false).setTruncateExisting(true))
                            .map(file -> new UploadReceiver.Target(path, file)))
                    .onComplete(receiver::begin, failure -> emitter.fail(noRoom()));
        });
    }

    static ParleyException noRoom() {
        return new ParleyException(ParleyException.Kind.UNAVAILABLE, "no_room",
                "The file cannot be kept while it is looked at. Try again later.");
    }
}
