package dev.parley.voice;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.VisitorMessage;
import dev.parley.conversation.attachment.Recording;
import dev.parley.conversation.lookup.ConversationLookup;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
public class SentRecordings {
    private final RecordingRepository repository;
    private final ConversationLookup conversations;

    SentRecordings(RecordingRepository repository, ConversationLookup conversations) {
        this.repository = repository;
        this.conversations = conversations;
    }

    /**
     * Claims the recording before the message is stored; idempotent for the same message. Fails with `recording_gone`
     * if absent, another's or sent already, and with `recording_not_kept` if there is neither text nor audio.
     */
    public Uni<Recording.Sent> claim(TenantId tenant, UUID conversation, UUID recording, VisitorMessage message) {
        boolean withText = !message.text().isBlank();
        return conversations.visitor(tenant, conversation)
                .chain(visitor -> repository.claim(tenant, conversation, visitor, recording, message.clientId(),
                        withText))
                .chain(claimed -> claimed == null
                        ? repository.find(tenant, recording).map(found -> {
                            throw refusal(!withText && found != null && !found.kept());
                        })
                        : Uni.createFrom().item(sent(claimed)));
    }

    /** Not `not_found`, which a visitor's socket takes for a missing conversation. */
    private static ParleyException refusal(boolean silent) {
        return silent
                ? new ParleyException(Kind.CONFLICT, "recording_not_kept",
                        "The sound of this recording is not kept, so that nobody could listen to it. Write a text with it.")
                : new ParleyException(Kind.CONFLICT, "recording_gone",
                        "This recording is not there any more, or was sent already. Record again, or type the message.");
    }

    private static Recording.Sent sent(StoredRecording claimed) {
        String transcript = claimed.transcript() == null || claimed.transcript().isEmpty()
                ? null
                : claimed.transcript();
        return new Recording.Sent(claimed.id(), claimed.seconds(), transcript, claimed.language(), claimed.peaks(),
                claimed.kept() ? claimed.keepUntil() : null);
    }

    public Uni<Void> release(TenantId tenant, UUID recording, VisitorMessage message) {
        return repository.release(tenant, recording, message.clientId());
    }
}
