package dev.parley.voice;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ByteRange;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.platform.SecretBox;
import dev.parley.platform.upload.FileHeaders;
import dev.parley.speech.Clip;
import dev.parley.tenant.TenantId;
import dev.parley.visitor.Visitor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Encrypts and decrypts the audio of recordings piece by piece. */
@ApplicationScoped
public class Sound {
    private static final int PIECE = RecordingStore.PIECE;

    private final RecordingRepository recordings;
    private final OwnRecordings own;
    private final RecordingStore store;
    private final SoundFiles files;
    private final SecretBox secretBox;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sound(RecordingRepository recordings, OwnRecordings own, RecordingStore store, SoundFiles files,
            SecretBox secretBox,
            Clock clock) {
        this.recordings = recordings;
        this.own = own;
        this.store = store;
        this.files = files;
        this.secretBox = secretBox;
        this.clock = clock;
    }

    /** The requested range of a recording's audio, streamed on demand. */
    public record Opened(String name, String type, ByteRange range, Multi<byte[]> content) {
        /** So that a browser plays or saves it, and never runs it as a page of ours. */
        public Map<String, List<String>> headers() {
            Map<String, List<String>> headers = new LinkedHashMap<>(FileHeaders.of(name, type, false));
            headers.putAll(range.headers());
            // It may be erased at any time and must not remain in a browser's cache.
            headers.put("Cache-Control", List.of("private, no-store"));
            return headers;
        }
    }

    /** Fails with `not_found` unless it is the visitor's or in the visitor's conversation. */
    public Uni<Opened> openForVisitor(Visitor visitor, UUID id, @Nullable String range) {
        return opened(visitor.tenant(), own.find(visitor, id), range);
    }

    /** Fails with `not_found` unless it is in the conversation. */
    public Uni<Opened> open(TenantId tenant, UUID conversation, UUID id, @Nullable String range) {
        return opened(tenant, recordings.inConversation(tenant, conversation, id), range);
    }

    /** Only sent recordings: agents cannot hear unsent ones. */
    public Uni<Opened> openSent(TenantId tenant, UUID conversation, UUID id, @Nullable String range) {
        return opened(tenant, recordings.inConversation(tenant, conversation, id)
                .map(found -> found == null || found.sentAs() == null ? null : found), range);
    }

    private Uni<Opened> opened(TenantId tenant, Uni<@Nullable StoredRecording> wanted, @Nullable String range) {
        return wanted.onItem().ifNull().failWith(Sound::absent).map(found -> {
            if (!found.kept() || !clock.instant().isBefore(found.keepUntil())) {
                throw absent();
            }
            Seal seal = seal(tenant, found);
            ByteRange part = ByteRange.of(range, found.size());
            return new Opened("recording." + found.format().extension(), found.format().contentType(), part,
                    pieces(tenant, seal, found.id(), part));
        });
    }

    private static ParleyException absent() {
        return ParleyException.notFound("recording");
    }

    private Seal seal(TenantId tenant, StoredRecording found) {
        String sealed = found.sealedKey();
        return Seal.of(found.id(), (sealed == null
                ? java.util.Optional.<String>empty()
                : secretBox.open(sealed, owner(tenant, found.id())))
                .orElseThrow(() -> new ParleyException(Kind.CONFLICT, "recording_unreadable",
                        "This recording was sealed with another PARLEY_SECRET_KEY (or service-key file). The operator must restore that.")));
    }

    /** Binds a sealed key to its row. */
    private static String owner(TenantId tenant, UUID recording) {
        return tenant + " recording " + recording;
    }

    private Multi<byte[]> pieces(TenantId tenant, Seal seal, UUID id, ByteRange part) {
        return !part.satisfiable()
                ? Multi.createFrom().empty()
                : Multi.createFrom().iterable(
                        LongStream.rangeClosed(part.from() / PIECE, (part.until() - 1) / PIECE).boxed().toList())
                        .onItem().transformToUniAndConcatenate(n -> store.get(tenant, id, n.intValue())
                                .map(sealed -> cut(seal.open(n.intValue(), sealed), n * PIECE, part)));
    }

    private static byte[] cut(byte[] sound, long start, ByteRange part) {
        int from = (int) Math.max(0, part.from() - start);
        int until = (int) Math.min(sound.length, part.until() - start);
        return from == 0 && until == sound.length ? sound : java.util.Arrays.copyOfRange(sound, from, until);
    }

    Uni<Void> keep(TenantId tenant, UUID id, Clip clip) {
        Seal seal = Seal.fresh(id, random);
        String sealedKey = secretBox.seal(seal.key(), owner(tenant, id));
        long pieces = Math.ceilDiv(clip.size(), (long) PIECE);
        return Multi.createFrom().iterable(LongStream.range(0, pieces).boxed().toList())
                .onItem().transformToUniAndConcatenate(n -> files.read(clip.file(), n * PIECE, PIECE)
                        .map(sound -> seal.close(n.intValue(), sound, sound.length))
                        .chain(sealed -> store.put(tenant, id, n.intValue(), sealed)).replaceWith(n))
                .collect().last()
                .chain(() -> recordings.keep(tenant, id, sealedKey));
    }

    /** Decrypts to a file, which the caller deletes. */
    Uni<Path> toFile(TenantId tenant, StoredRecording found) {
        Seal seal = seal(tenant, found);
        return files.empty().call(file -> pieces(tenant, seal, found.id(), ByteRange.of(null, found.size()))
                .onItem().transformToUniAndConcatenate(sound -> files.append(file, sound).replaceWith(file))
                .collect().last()
                .onFailure().call(() -> files.remove(file)));
    }
}
