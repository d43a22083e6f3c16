package dev.parley.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import dev.parley.faq.search.StoreIndex;
import dev.parley.platform.OneByOne;
import dev.parley.platform.Preloading;
import dev.parley.tenant.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shops whose entries cannot be read, next to others, and shops that do not change. */
@SuppressWarnings("NullAway")
class FaqPollTest {
    private final Vertx vertx = Vertx.vertx();
    private final TenantId broken = new TenantId(new UUID(0, 1));
    private final TenantId sound = new TenantId(new UUID(0, 2));
    private final Map<TenantId, Integer> tries = new ConcurrentHashMap<>();

    private final AtomicInteger digests = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private volatile String digest = "2 1";
    private volatile Map<TenantId, Long> revisions = Map.of(broken, 1L, sound, 1L);

    private final FaqRepository repository = new FaqRepository(null, null) {
        @Override
        Uni<String> digest() {
            digests.incrementAndGet();
            return Uni.createFrom().item(digest);
        }

        @Override
        Uni<Map<TenantId, Long>> revisions() {
            reads.incrementAndGet();
            return Uni.createFrom().item(revisions);
        }
    };
    private final FaqIndexes indexes = new FaqIndexes(repository, null, null, null) {
        @Override
        @Nullable
        StoreIndex of(TenantId tenant) {
            return null;
        }

        @Override
        void keepOnly(Set<TenantId> tenants) {}

        @Override
        boolean anyHas(String language) {
            return false;
        }

        @Override
        Uni<Void> load(TenantId tenant) {
            return refresh(tenant);
        }

        @Override
        Uni<Void> refresh(TenantId tenant) {
            tries.merge(tenant, 1, Integer::sum);
            return tenant.equals(broken)
                    ? Uni.createFrom().failure(new IllegalStateException("broken for a test"))
                    : Uni.createFrom().voidItem();
        }
    };
    private final FaqPoll poll = new FaqPoll(repository, indexes, new Preloading(List.of()),
            new OneByOne(new SimpleMeterRegistry()), vertx);

    @AfterEach
    void stop() {
        poll.stop(new ShutdownEvent());
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void shopThatCannotBeRead_holdsUpNeitherTheOthersNorTheStart() {
        poll.start(new StartupEvent());

        assertThat(tries).containsKeys(broken, sound);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(poll::ready);
        assertThat(tries.get(sound)).as("others are read as often as ever").isGreaterThan(2 * tries.get(broken));
    }

    @Test
    void revisionsOfAllShops_areReadOnlyAfterAChange() {
        revisions = Map.of(sound, 1L);
        poll.start(new StartupEvent());
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> digests.get() > 2);
        assertThat(reads).hasValue(1);

        digest = "2 7";

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> reads.get() == 2);
    }
}
