package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import dev.parley.platform.OutgoingGuard.RefusedException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Name servers that delay every answer, next to others. */
class NameLookupsTest {
    private final Vertx vertx = Vertx.vertx();
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong(1);
    private final NameLookups lookups = new NameLookups(vertx, this::answer, Duration.ofMillis(300), nanos::get);

    private InetAddress[] answer(String host) throws UnknownHostException {
        if (host.contains("slow")) {
            held.incrementAndGet();
            try {
                letGo.await();
            } catch (InterruptedException over) {
                throw new UnknownHostException(host);
            }
        }
        if (host.contains("nowhere")) {
            throw new UnknownHostException(host);
        }
        return new InetAddress[]{InetAddress.getByAddress(new byte[]{(byte) 203, 0, 113, 1})};
    }

    @AfterEach
    void close() throws Exception {
        letGo.countDown();
        lookups.close();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private static InetAddress[] get(Future<InetAddress[]> asked) throws ExecutionException, InterruptedException,
            TimeoutException {
        return asked.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static void assertRefused(Future<InetAddress[]> asked, String why) {
        assertThatThrownBy(() -> get(asked)).cause().isInstanceOf(RefusedException.class).hasMessageContaining(why);
    }

    @Test
    void manySlowNamesOfOneShop_holdFewThreadsAndKeepNobodyElseWaiting() throws Exception {
        List<Future<InetAddress[]>> slow = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            slow.add(lookups.find("n" + i + ".slow.example"));
        }

        assertThat(get(lookups.find("hooks.quick.example"))).hasSize(1);
        assertThat(get(lookups.find("203.0.113.1"))).hasSize(1);
        Awaitility.await().until(() -> held.get() == NameLookups.OF_A_DOMAIN);
        for (Future<InetAddress[]> each : slow) {
            assertThatThrownBy(() -> get(each)).cause().isInstanceOf(RefusedException.class);
        }
        assertThat(held).hasValue(NameLookups.OF_A_DOMAIN);
    }

    @Test
    void domainThatWasSlow_isLeftAloneAndThenTriedAgain() throws Exception {
        assertRefused(lookups.find("slow.example"), "are too slow");
        assertRefused(lookups.find("www.slow.example"), "have been too slow");
        assertThat(held).hasValue(1);

        letGo.countDown();
        nanos.addAndGet(Duration.ofMinutes(11).toNanos());

        assertThat(get(lookups.find("slow.example"))).hasSize(1);
        assertThat(get(lookups.find("www.slow.example"))).hasSize(1);
    }

    @Test
    void slowDomains_areLeftAloneLongerEachTime() {
        assertRefused(lookups.find("slow.example"), "are too slow");
        nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        assertRefused(lookups.find("slow.example"), "are too slow");
        nanos.addAndGet(Duration.ofSeconds(11).toNanos());

        assertRefused(lookups.find("slow.example"), "have been too slow");
    }

    @Test
    void manyDomains_holdNoMoreThreadsThanThereAre() throws Exception {
        List<Future<InetAddress[]>> slow = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            slow.add(lookups.find("slow" + i + ".example" + i));
        }

        for (Future<InetAddress[]> each : slow) {
            assertThatThrownBy(() -> get(each)).cause().isInstanceOf(RefusedException.class);
        }
        assertThat(held.get()).isLessThanOrEqualTo(128);
    }

    @Test
    void nameThatIsNotThere_isNoSlowOne() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> get(lookups.find("nowhere.example")))
                    .hasCauseInstanceOf(UnknownHostException.class);
        }
    }

    @Test
    void domain_isWhatOneOwns() {
        assertThat(List.of("a.b.shop.example", "shop.example", "localhost", "10.1.2.3", "2001:db8::1"))
                .extracting(NameLookups::domain)
                .containsExactly("shop.example", "shop.example", "localhost", "10.1.2.3", "2001:db8::1");
    }
}
