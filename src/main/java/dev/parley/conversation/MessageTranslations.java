package dev.parley.conversation;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** Translations for agents, made once and kept as long as the message. */
@ApplicationScoped
public class MessageTranslations {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);
    /** Longer than any translation takes. */
    private static final int LOOKS = 200;

    private final MessageTranslationRepository repository;
    private final Conversations conversations;

    MessageTranslations(MessageTranslationRepository repository, Conversations conversations) {
        this.repository = repository;
        this.conversations = conversations;
    }

    /** {@code translator} runs only if there is none yet; fails if it fails. */
    public Uni<String> of(TenantId tenant, UUID conversation, long seq, String language,
            Function<String, Uni<String>> translator) {
        return of(new Wanted(tenant, conversation, seq, language), translator, 0);
    }

    private record Wanted(TenantId tenant, UUID conversation, long seq, String language) {}

    private Uni<String> of(Wanted wanted, Function<String, Uni<String>> translator, int looks) {
        return find(wanted).chain(message -> {
            String known = message.translations().get(wanted.language());
            return known != null
                    ? Uni.createFrom().item(known)
                    : repository.claim(wanted.tenant(), wanted.conversation(), wanted.seq(), wanted.language(),
                            looks > LOOKS)
                            .chain(claimed -> claimed
                                    ? make(wanted, translator, text(message))
                                    : Uni.createFrom().voidItem().onItem().delayIt().by(LOOK_AGAIN)
                                            .chain(() -> of(wanted, translator, looks + 1)));
        });
    }

    private Uni<Message> find(Wanted wanted) {
        return conversations.messagesSince(wanted.tenant(), wanted.conversation(), wanted.seq() - 1, 1)
                .map(found -> found.stream().filter(message -> message.seq() == wanted.seq()).findFirst()
                        .orElseThrow(() -> ParleyException.notFound("message")))
                .invoke(MessageTranslations::text);
    }

    /** Of a recording, the transcript. */
    private static String text(Message message) {
        String heard = message.recording() == null ? null : message.recording().heard();
        String text = message.text().isBlank() && heard != null ? heard : message.text();
        if (text.isBlank()) {
            throw new ParleyException(Kind.CONFLICT, "nothing_to_translate", "There is no text in this message.");
        }
        return text;
    }

    private Uni<String> make(Wanted wanted, Function<String, Uni<String>> translator, String text) {
        return Uni.createFrom().deferred(() -> translator.apply(text))
                .call(made -> repository.store(wanted.tenant(), wanted.conversation(), wanted.seq(),
                        wanted.language(), made))
                .onFailure().call(() -> repository.drop(wanted.tenant(), wanted.conversation(), wanted.seq(),
                        wanted.language()));
    }
}
