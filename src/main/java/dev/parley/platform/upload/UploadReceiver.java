package dev.parley.platform.upload;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.parley.platform.ParleyException;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** A form being written to disk, on the request's context. */
final class UploadReceiver implements MultipartReader.Listener {
    private static final Pattern BOUNDARY = Pattern
            .compile("(?i)multipart/form-data\\s*;.*?\\bboundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))\\s*(?:;.*)?");
    private static final String FILE = "file";
    private static final int MAX_TEXT = 64 * 1024;
    /** Bytes per write, each of which is a worker's task. */
    private static final int WRITTEN_AT_ONCE = 16 * 1024;
    /** One more piece, of the size that HTTP delivers. */
    private static final int MAX_GATHERED = 24 * 1024;
    /** Allowance for boundaries and headers, beside the file and the fields. */
    private static final int MAX_AROUND = 64 * 1024;
    /** A sender that is silent for this long has gone. */
    private static final Duration SILENCE = Duration.ofSeconds(30);
    /** How long the rest of a refused body is read, so that the sender reads the answer. */
    private static final Duration READ_ON = Duration.ofSeconds(3);

    record Target(String path, AsyncFile file) {}

    private final Vertx vertx;
    private final RoutingContext exchange;
    private final HttpServerRequest request;
    private final long max;
    private final Supplier<ParleyException> tooLarge;
    private final UniEmitter<? super Upload> emitter;
    private final @Nullable MultipartReader reader;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private Buffer gathered = Buffer.buffer();
    private @Nullable Target target;
    private @Nullable Future<Void> closing;
    private @Nullable String fileName;
    private @Nullable String part;
    private boolean inFile;
    private long fileSize;
    private long textSize;
    private long total;
    private @Nullable ParleyException refused;
    private boolean over;
    private long timer = -1;

    UploadReceiver(Vertx vertx, RoutingContext exchange, long max, Supplier<ParleyException> tooLarge,
            UniEmitter<? super Upload> emitter) {
        this.vertx = vertx;
        this.exchange = exchange;
        this.request = exchange.request();
        this.max = max;
        this.tooLarge = tooLarge;
        this.emitter = emitter;
        String type = request.getHeader("Content-Type");
        Matcher boundary = BOUNDARY.matcher(type == null ? "" : type);
        this.reader = boundary.matches()
                ? new MultipartReader(boundary.group(1) == null ? boundary.group(2) : boundary.group(1), this)
                : null;
    }

    /** False if it was refused already. */
    boolean announcedWell() {
        ParleyException wrong = reader == null
                ? MultipartReader.broken("its Content-Type names no boundary")
                : announced() > max + MAX_TEXT + MAX_AROUND ? tooLarge.get() : null;
        if (wrong != null) {
            refuse(wrong);
            listen();
        }
        return wrong == null;
    }

    private long announced() {
        String length = request.getHeader("Content-Length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    void begin(Target opened) {
        target = opened;
        exchange.addEndHandler(ended -> remove());
        if (exchange.response().ended() || exchange.response().closed()) {
            remove();
        }
        opened.file().exceptionHandler(full -> refuse(Uploads.noRoom()));
        listen();
    }

    private void listen() {
        request.exceptionHandler(broken -> end(MultipartReader.broken("the connection broke")));
        request.endHandler(ignored -> ended());
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect")) && refused == null) {
            exchange.response().writeContinue();
        }
        request.handler(this::read);
        request.resume();
        wait(refused == null ? SILENCE : READ_ON);
    }

    private void read(Buffer bytes) {
        MultipartReader form = reader;
        if (over || refused != null || form == null) {
            return;
        }
        wait(SILENCE);
        total += bytes.length();
        try {
            if (total > max + MAX_TEXT + MAX_AROUND) {
                throw tooLarge.get();
            }
            form.feed(bytes.getBytes());
        } catch (ParleyException wrong) {
            refuse(wrong);
        }
    }

    @Override
    public void begins(String name, @Nullable String sentAs) {
        inFile = name.equals(FILE);
        if (inFile ? fileName != null : sentAs != null) {
            throw ParleyException.invalid("bad_form", "Send one file, in the part `file`.");
        }
        fileName = inFile ? sentAs == null ? "" : sentAs : fileName;
        part = name;
    }

    @Override
    public void holds(byte[] bytes, int from, int length) {
        if (inFile) {
            fileSize += length;
            if (fileSize > max) {
                throw tooLarge.get();
            }
            if (gathered.length() == 0) {
                gathered = Buffer.buffer(MAX_GATHERED);
            }
            gathered.appendBytes(bytes, from, length);
            if (gathered.length() >= WRITTEN_AT_ONCE) {
                write();
            }
        } else {
            textSize += length;
            if (textSize > MAX_TEXT) {
                throw new ParleyException(ParleyException.Kind.TOO_LARGE, "form_too_large",
                        "The form's texts are larger than 64 KiB together.");
            }
            text.write(bytes, from, length);
        }
    }

    private void write() {
        Target to = target;
        Buffer piece = gathered;
        gathered = Buffer.buffer();
        if (to == null || piece.length() == 0) {
            return;
        }
        to.file().write(piece);
        if (to.file().writeQueueFull()) {
            request.pause();
            to.file().drainHandler(ignored -> request.resume());
        }
    }

    @Override
    public void ends() {
        if (inFile) {
            write();
        } else if (part != null) {
            fields.computeIfAbsent(part, name -> new ArrayList<>()).add(text.toString(StandardCharsets.UTF_8));
            text.reset();
        }
    }

    private void ended() {
        ParleyException wrong = refused;
        Target written = target;
        if (wrong != null || written == null || reader == null || !reader.over()) {
            end(wrong == null ? MultipartReader.broken("it breaks off before its end") : wrong);
            return;
        }
        vertx.cancelTimer(timer);
        closed(written).onComplete(closed -> {
            if (!over) {
                over = true;
                emitter.complete(new Upload(fileName == null ? null : Path.of(written.path()), fileName,
                        Map.copyOf(fields)));
            }
        }, failure -> end(Uploads.noRoom()));
    }

    /** Discards the rest for a moment: a sender does not read the answer while it sends. */
    private void refuse(ParleyException why) {
        if (refused == null && !over) {
            refused = why;
            closeAfterwards();
            wait(READ_ON);
        }
    }

    /** The rest of the body would be taken for the next request. */
    private void closeAfterwards() {
        exchange.response().putHeader("Connection", "close");
        exchange.addEndHandler(answered -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
    }

    private void wait(Duration max) {
        vertx.cancelTimer(timer);
        timer = vertx.setTimer(max.toMillis(), late -> {
            ParleyException wrong = refused;
            if (wrong == null) {
                closeAfterwards();
            }
            end(wrong == null
                    ? ParleyException.invalid("upload_stalled", "Nothing came for 30 seconds. Send it again.")
                    : wrong);
        });
    }

    private void end(ParleyException why) {
        vertx.cancelTimer(timer);
        if (!over) {
            over = true;
            emitter.fail(why);
        }
    }

    private void remove() {
        vertx.cancelTimer(timer);
        Target written = target;
        if (written != null) {
            target = null;
            end(MultipartReader.broken("the connection broke"));
            closed(written).onComplete(closed -> vertx.fileSystem().delete(written.path()));
        }
    }

    private Future<Void> closed(Target written) {
        Future<Void> before = closing;
        Future<Void> now = before == null ? written.file().close() : before;
        closing = now;
        return now;
    }
}
