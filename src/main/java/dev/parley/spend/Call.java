package dev.parley.spend;

import java.util.List;
import java.util.UUID;

import dev.parley.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/** {@code answer} is null outside a conversation; {@code attempt} is from 1; {@code models} are in order of use. */
public record Call(Tenant shop, @Nullable UUID conversation, @Nullable UUID answer, int attempt, Purpose purpose,
        List<String> models, int inputTokens, int maxOutputTokens, int audioMillis) {
    public Call(Tenant shop, @Nullable UUID conversation, @Nullable UUID answer, int attempt, Purpose purpose,
            List<String> models, int inputTokens, int maxOutputTokens) {
        this(shop, conversation, answer, attempt, purpose, models, inputTokens, maxOutputTokens, 0);
    }

    public Call {
        models = List.copyOf(models);
        if (models.isEmpty()) {
            throw new IllegalArgumentException("A call needs a model");
        }
    }

    /** The same question answered with an FAQ entry. */
    public Call inTheFaqsWords() {
        return new Call(shop, conversation, answer, attempt, Purpose.FAQ, models, inputTokens, maxOutputTokens);
    }

    Tokens most() {
        return new Tokens(inputTokens, 0, maxOutputTokens, audioMillis);
    }
}
