package dev.parley.spend;

import java.util.List;
import java.util.UUID;

import dev.parley.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A call that is to be made.
 *
 * @param answer the answer's id, to find a row by; null outside a conversation
 * @param attempt of the answer, from 1
 * @param models those that may be asked, the first of them first
 * @param inputTokens of the prompt
 * @param mostOutputTokens the longest answer that will be asked for
 * @param audioMillis of the recording that is to be heard
 */
public record Call(Tenant tenant, @Nullable UUID conversation, @Nullable UUID answer, int attempt, Purpose purpose,
        List<String> models, int inputTokens, int mostOutputTokens, int audioMillis) {
    public Call(Tenant tenant, @Nullable UUID conversation, @Nullable UUID answer, int attempt, Purpose purpose,
            List<String> models, int inputTokens, int mostOutputTokens) {
        this(tenant, conversation, answer, attempt, purpose, models, inputTokens, mostOutputTokens, 0);
    }

    public Call {
        models = List.copyOf(models);
        if (models.isEmpty()) {
            throw new IllegalArgumentException("A call needs a model");
        }
    }

    /** The same question answered in the FAQ's own words instead. */
    public Call inTheFaqsWords() {
        return new Call(tenant, conversation, answer, attempt, Purpose.FAQ, models, inputTokens, mostOutputTokens);
    }

    Tokens most() {
        return new Tokens(inputTokens, 0, mostOutputTokens, audioMillis);
    }
}
