package dev.parley.embedding;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.model.ChatModel;
import dev.parley.model.Embedded;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ModelException;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.prompt.MailAddresses;
import dev.parley.prompt.TokenCounter;
import dev.parley.spend.Call;
import dev.parley.spend.CallOutcome;
import dev.parley.spend.Purpose;
import dev.parley.spend.Reservation;
import dev.parley.spend.Reserving;
import dev.parley.spend.Spend;
import dev.parley.spend.Tokens;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Tenants;
import io.smallrye.mutiny.Uni;

/** Calls the operator's embedding model within the shop's region and budget, with e-mail addresses removed. */
@ApplicationScoped
class EmbeddingServer implements TextEmbedder {
    private final ChatModel model;
    private final Spend spend;
    private final Tenants tenants;
    private final TokenCounter tokens;
    private final Ids ids;

    EmbeddingServer(ChatModel model, Spend spend, Tenants tenants, TokenCounter tokens, Ids ids) {
        this.model = model;
        this.spend = spend;
        this.tenants = tenants;
        this.tokens = tokens;
        this.ids = ids;
    }

    @Override
    public Optional<String> model() {
        return model.embeddingModel();
    }

    @Override
    public Uni<List<float[]>> embed(TenantId tenant, List<String> texts) {
        List<String> masked = texts.stream().map(MailAddresses::masked).toList();
        int counted = masked.stream().mapToInt(tokens::count).sum();
        return tenants.byId(tenant)
                .onItem().ifNull().failWith(() -> ParleyException.notFound("shop"))
                .chain(shop -> spend.reserve(call(shop, counted))
                        .chain(reserving -> ask(shop, masked, counted, reserving)));
    }

    private Call call(Tenant shop, int counted) {
        return new Call(shop, null, null, 1, Purpose.EMBEDDING, List.of(model.embeddingModel().orElseThrow()), counted,
                0);
    }

    private Uni<List<float[]>> ask(Tenant shop, List<String> texts, int counted, Reserving reserving) {
        return switch (reserving) {
            case Reserving.Granted(Reservation held) -> ask(shop, texts, counted, held);
            case Reserving.Exhausted(var limit) -> refused(limit.code());
            case Reserving.Unpriced unpriced -> refused("no_price");
        };
    }

    private static Uni<List<float[]>> refused(String code) {
        return Uni.createFrom()
                .failure(() -> new ParleyException(Kind.UNAVAILABLE, code, "No money for embedding: " + code));
    }

    private Uni<List<float[]>> ask(Tenant shop, List<String> texts, int counted, Reservation held) {
        long askedAt = System.nanoTime();
        return model.embed(shop.models().stayIn(), texts, ids.next().toString())
                .invoke(embedded -> settle(held, counted, embedded, askedAt))
                .onFailure()
                .invoke(failure -> spend.settle(held, new CallOutcome(code(failure), null, null, 1, Tokens.NONE,
                        false, millisSince(askedAt))))
                .map(Embedded::vectors);
    }

    private void settle(Reservation held, int counted, Embedded embedded, long askedAt) {
        Integer told = embedded.tokens();
        spend.settle(held,
                new CallOutcome("stop", embedded.model(), null, 1, new Tokens(told == null ? counted : told, 0, 0),
                        told == null, millisSince(askedAt)));
    }

    private static String code(Throwable failure) {
        return (failure instanceof ModelException known ? known.kind() : ModelErrorKind.CONNECTION).code();
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
