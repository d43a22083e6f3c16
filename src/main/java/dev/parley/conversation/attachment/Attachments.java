package dev.parley.conversation.attachment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Conversations;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.platform.database.ExpiringTables;
import dev.parley.platform.database.Expiry;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/** Files in conversations: uploaded first, private until a message names them, deleted with the conversation. */
@ApplicationScoped
public class Attachments implements ExpiringTables {
    /** In bytes; also the service's largest body. */
    public static final int LARGEST = 10 * 1024 * 1024;
    static final int MAX_IN_A_CONVERSATION = 100;
    static final Duration UNSENT_FOR = Duration.ofHours(24);
    private static final int LONGEST_NAME = 200;
    private static final int PIECE = 256 * 1024;

    private final AttachmentRepository repository;
    private final Conversations conversations;
    private final Ids ids;
    private final Clock clock;

    Attachments(AttachmentRepository repository, Conversations conversations, Ids ids, Clock clock) {
        this.repository = repository;
        this.conversations = conversations;
        this.ids = ids;
        this.clock = clock;
    }

    /** The content is read on demand. */
    public record Opened(Attachment attachment, Multi<byte[]> content) {}

    public Uni<Attachment> add(TenantId tenant, UUID conversation, UUID uploader, String name, byte[] content) {
        String type = AttachmentType.of(checked(content)).orElseThrow(() -> new ParleyException(Kind.UNPROCESSABLE,
                "attachment_type_refused", "Send PNG, JPEG, GIF, WebP, PDF or plain text in UTF-8."));
        Attachment attachment = new Attachment(ids.next(), harmless(name), type, content.length);
        return repository.add(tenant, conversation,
                new AttachmentRepository.Upload(attachment, uploader, Buffer.buffer(content), clock.instant()),
                MAX_IN_A_CONVERSATION)
                .chain(added -> added
                        ? Uni.createFrom().item(attachment)
                        : conversations.get(tenant, conversation).map(found -> {
                            throw new ParleyException(Kind.CONFLICT, "too_many_attachments",
                                    "This conversation has as many attachments as it may have.");
                        }));
    }

    private static byte[] checked(byte[] content) {
        if (content.length == 0) {
            throw ParleyException.invalid("attachment_empty", "The file is empty. Send its bytes as the body.");
        }
        if (content.length > LARGEST) {
            throw new ParleyException(Kind.TOO_LARGE, "too_large", "A file has at most 10 MiB.");
        }
        return content;
    }

    /** Removes paths, and characters that disguise a name. */
    private static String harmless(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"]", "").strip();
        int end = last.offsetByCodePoints(0, Math.min(LONGEST_NAME, last.codePointCount(0, last.length())));
        return last.isEmpty() ? "file" : last.substring(0, end);
    }

    /** Fails with `not_found` unless it was sent in the conversation or is this agent's own. */
    public Uni<Opened> open(TenantId tenant, UUID conversation, UUID id, UUID agent) {
        return repository.find(tenant, conversation, id, agent)
                .onItem().ifNull().failWith(() -> ParleyException.notFound("attachment"))
                .map(found -> opened(tenant, found));
    }

    /** Fails with `not_found` unless it was sent in one of the visitor's conversations. */
    public Uni<Opened> openForVisitor(TenantId tenant, UUID visitor, UUID id) {
        return repository.findForVisitor(tenant, visitor, id)
                .onItem().ifNull().failWith(() -> ParleyException.notFound("attachment"))
                .map(found -> opened(tenant, found));
    }

    private Opened opened(TenantId tenant, Attachment found) {
        int pieces = (found.size() + PIECE - 1) / PIECE;
        return new Opened(found, Multi.createFrom().iterable(IntStream.range(0, pieces).boxed().toList())
                .onItem().transformToUniAndConcatenate(
                        piece -> repository.piece(tenant, found.id(), piece * PIECE, PIECE)));
    }

    /** Deletes an unsent file; fails with `attachment_sent` otherwise, or if it is a colleague's. */
    public Uni<Void> remove(TenantId tenant, UUID conversation, UUID id, UUID agent) {
        return repository.removeUnsent(tenant, conversation, id, agent)
                .chain(removed -> removed
                        ? Uni.createFrom().voidItem()
                        : open(tenant, conversation, id, agent).map(sent -> {
                            throw new ParleyException(Kind.CONFLICT, "attachment_sent",
                                    "This attachment has been sent. It goes with its conversation.");
                        }));
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(new Expiry("attachment", UNSENT_FOR, "seq IS NULL AND created_at < $1"));
    }
}
