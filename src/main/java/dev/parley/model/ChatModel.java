package dev.parley.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.smallrye.mutiny.Multi;

/** Asks the configured model, and its fallbacks, for answers. */
@ApplicationScoped
public class ChatModel {
    private final ModelConfig config;

    @Inject
    ChatModel(ModelConfig config) {
        this.config = config;
    }

    /** Whether there is a model to ask: a key is set, or an address that may need none. */
    public boolean configured() {
        return config.apiKey().filter(key -> !key.isBlank()).isPresent()
                || !config.baseUrl().equals(ModelConfig.OPENAI);
    }

    /** The name of the model that is asked first. */
    public String name() {
        return config.name();
    }

    /**
     * Asks when subscribed to. Cancelling ends the call upstream at once. Items arrive on the subscriber's Vert.x context, as fast as
     * they are asked for.
     */
    public Multi<ChatEvent> answer(ChatRequest request) {
        return Multi.createFrom().failure(new ModelException(ModelErrorKind.NOT_CONFIGURED, 0, null, null, 0, false));
    }

    public ModelState state() {
        return new ModelState(configured(), name(), ModelState.Breaker.CLOSED, null, null);
    }
}
