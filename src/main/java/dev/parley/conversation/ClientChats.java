package dev.parley.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Finds the conversation of a chat in another program. Such programs send the whole chat with every question, often
 * without an id; then the earlier words must match exactly.
 */
@ApplicationScoped
public class ClientChats {
    private static final Logger LOG = Logger.getLogger(ClientChats.class);
    /** By its words, a chat is known for a day only: others say the same. */
    private static final Duration KNOWN_BY_WORDS = Duration.ofHours(24);

    private final ClientChatRepository repository;
    private final Clock clock;

    ClientChats(ClientChatRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * A chat as its program sends it, with the user's earlier messages, oldest first. Chats of two owners never match.
     */
    public record Chat(@Nullable String id, @Nullable String owner, List<String> before) {
        public Chat {
            before = List.copyOf(before);
        }
    }

    /** Null if it seems to be a new chat. */
    public Uni<@Nullable UUID> find(TenantId tenant, Chat chat) {
        if (chat.id() != null) {
            return repository.byChat(tenant, key(chat, List.of(chat.id())));
        }
        if (chat.before().isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return repository.bySaid(tenant, key(chat, chat.before()), clock.instant().minus(KNOWN_BY_WORDS))
                .map(found -> choose(found, chat.owner() != null));
    }

    /** The newest match. One that waits for a person counts only if it is the only match. */
    private static @Nullable UUID choose(List<ClientChatRepository.ChatConversation> found, boolean oneOwner) {
        if (found.isEmpty()) {
            return null;
        }
        ClientChatRepository.ChatConversation newest = found.getFirst();
        boolean withBot = newest.state().equals(new ConversationState.WithBot().wire());
        return oneOwner || withBot || found.size() == 1 ? newest.conversation() : null;
    }

    /** Never fails: at worst the next question starts a new conversation. */
    public Uni<Void> remember(TenantId tenant, UUID conversation, Chat chat, List<String> said) {
        String id = chat.id() == null ? null : key(chat, List.of(chat.id()));
        return repository.remember(tenant, conversation, id, key(chat, said), clock.instant())
                .onFailure().invoke(failure -> LOG.warnf(failure, "conversation=%s its client's chat is not remembered",
                        conversation))
                .onFailure().recoverWithNull();
    }

    private static String key(Chat chat, List<String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.valueOf(chat.owner()).getBytes(StandardCharsets.UTF_8));
            for (String text : texts) {
                digest.update((byte) 0);
                digest.update(text.strip().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256", absent);
        }
    }
}
