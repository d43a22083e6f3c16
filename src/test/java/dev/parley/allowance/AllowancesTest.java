package dev.parley.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import dev.parley.platform.AllowanceTaken;
import dev.parley.platform.RetryLaterException;
import dev.parley.tenant.TenantId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AllowancesTest {
    private static final TenantId SHOP = new TenantId(new UUID(0, 1));
    private static final String HOME = "203.0.113.7";

    private final AtomicLong now = new AtomicLong(-7_000_000_000L);
    private final Allowances allowances = of(AllowanceConfig.Mode.ON);

    private Allowances of(AllowanceConfig.Mode mode) {
        return new Allowances(new Config(mode), now::get, taken -> {});
    }

    /** Small limits keep the tests short. */
    private record Config(AllowanceConfig.Mode mode) implements AllowanceConfig {
        @Override
        public Rate newVisitors() {
            return new Rate(2, 60);
        }

        @Override
        public Rate visitorMessages() {
            return new Rate(4, 30);
        }

        @Override
        public Rate addressMessages() {
            return new Rate(6, 60);
        }

        @Override
        public Rate shopMessages() {
            return new Rate(10, 600);
        }

        @Override
        public Rate openedSockets() {
            return new Rate(5, 60);
        }

        @Override
        public int addressSockets() {
            return 2;
        }

        @Override
        public int allSockets() {
            return 3;
        }
    }

    private static UUID visitor(int number) {
        return new UUID(1, number);
    }

    private void messages(int count, int visitor, String address) {
        for (int i = 0; i < count; i++) {
            allowances.message(SHOP, null, visitor(visitor), address);
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static void assertRefused(ThrowingCallable call, long seconds) {
        assertThatExceptionOfType(RetryLaterException.class).isThrownBy(call).satisfies(refused -> {
            assertThat(refused.code()).isEqualTo("rate_limited");
            assertThat(refused.seconds()).isEqualTo(seconds);
            assertThat(refused.detail()).endsWith("Try again in " + seconds + " s.");
        });
    }

    @Test
    void eagerVisitor_isRefusedAndToldWhenToComeBack() {
        messages(4, 1, HOME);

        assertRefused(() -> messages(1, 1, HOME), 2);
        pass(Duration.ofSeconds(2));
        assertThatCode(() -> messages(1, 1, HOME)).doesNotThrowAnyException();
    }

    @Test
    void refusedMessages_costNothingFurther() {
        messages(4, 1, HOME);
        for (int i = 0; i < 1_000; i++) {
            assertRefused(() -> messages(1, 1, HOME), 2);
        }

        pass(Duration.ofSeconds(2));

        assertThatCode(() -> messages(1, 1, HOME)).doesNotThrowAnyException();
    }

    @Test
    void crowdedAddress_holdsBackThoseAloneWhoWriteMuch() {
        messages(4, 1, HOME);
        messages(2, 2, HOME);

        assertRefused(() -> messages(1, 2, HOME), 1);
        assertThatCode(() -> messages(2, 3, HOME)).doesNotThrowAnyException();
    }

    @Test
    void anotherAddress_isNoneOfTheCrowds() {
        messages(4, 1, HOME);
        messages(2, 2, HOME);

        assertThatCode(() -> messages(3, 2 + 1, "203.0.113.8")).doesNotThrowAnyException();
    }

    @Test
    void busyShop_isNotAskedWithoutEnd() {
        for (int i = 0; i < 10; i++) {
            messages(1, i, "198.51.100." + i);
        }

        assertRefused(() -> messages(1, 99, HOME), 1);
        assertThatCode(() -> allowances.message(new TenantId(new UUID(0, 2)), null, visitor(99), HOME))
                .doesNotThrowAnyException();
    }

    @Test
    void aShopsOwnRate_standsForTheUsualOne() {
        for (int i = 0; i < 3; i++) {
            allowances.message(SHOP, 3, visitor(i), "198.51.100." + i);
        }

        assertRefused(() -> allowances.message(SHOP, 3, visitor(99), HOME), 20);
        assertThatCode(() -> allowances.message(SHOP, 30, visitor(98), HOME)).doesNotThrowAnyException();
        pass(Duration.ofSeconds(20));
        assertThatCode(() -> allowances.message(SHOP, 3, visitor(97), HOME)).doesNotThrowAnyException();
    }

    @Test
    void newVisitorsOfOneAddress_areFew() {
        allowances.newVisitor(HOME);
        allowances.newVisitor(HOME);

        assertRefused(() -> allowances.newVisitor(HOME), 1);
        assertThatCode(() -> allowances.newVisitor("203.0.113.8")).doesNotThrowAnyException();
    }

    @Test
    void ownerOfAnIpv6Network_isOneAddress() {
        allowances.newVisitor("2001:db8:0:1:0:0:0:1");
        allowances.newVisitor("2001:db8:0:1:ffff:0:0:2");

        assertRefused(() -> allowances.newVisitor("2001:db8:0:1:1:2:3:4"), 1);
        assertThatCode(() -> allowances.newVisitor("2001:db8:0:2:0:0:0:1")).doesNotThrowAnyException();
    }

    @Test
    void sockets_areCappedByAddressAndInAll() {
        allowances.opened(HOME);
        allowances.opened(HOME);

        assertThat(allowances.hasRoomForSocket(HOME)).isFalse();
        assertThat(allowances.hasRoomForSocket("203.0.113.8")).isTrue();
        allowances.opened("203.0.113.8");
        assertThat(allowances.hasRoomForSocket("203.0.113.9")).isFalse();
        allowances.closed(HOME);
        assertThat(allowances.hasRoomForSocket(HOME)).isTrue();
    }

    @Test
    void addressThatFloods_opensNothingForAWhile() {
        allowances.flooded(HOME);

        assertThat(allowances.hasRoomForSocket(HOME)).isFalse();
        assertThat(allowances.hasRoomForSocket("203.0.113.8")).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(allowances.hasRoomForSocket(HOME)).isTrue();
    }

    @Test
    void addressThatOpensAndClosesWithoutEnd_isSentAwayForAWhile() {
        for (int i = 0; i < 5; i++) {
            assertThat(allowances.hasRoomForSocket(HOME)).isTrue();
        }

        assertThat(allowances.hasRoomForSocket(HOME)).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(allowances.hasRoomForSocket(HOME)).isTrue();
    }

    @Test
    void switchedOff_nothingIsRefused() {
        Allowances off = of(AllowanceConfig.Mode.OFF);

        assertThatCode(() -> {
            for (int i = 0; i < 1_000; i++) {
                off.message(SHOP, null, visitor(1), HOME);
                off.newVisitor(HOME);
                off.opened(HOME);
            }
        }).doesNotThrowAnyException();
        assertThat(off.hasRoomForSocket(HOME)).isTrue();
    }

    @Test
    void threeReplicasThatTellEachOther_grantTogetherWhatOneWould() {
        List<Allowances> replicas = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int self = i;
            replicas.add(new Allowances(new Config(AllowanceConfig.Mode.ON), now::get, taken -> replicas.stream()
                    .filter(each -> replicas.indexOf(each) != self)
                    .forEach(each -> each.takenElsewhere(new AllowanceTaken.Elsewhere(taken)))));
        }
        int granted = 0;
        for (int i = 0; i < 30; i++) {
            try {
                replicas.get(i % 3).message(SHOP, null, visitor(1), HOME);
                granted++;
            } catch (RetryLaterException refused) {
                assertThat(refused.code()).isEqualTo("rate_limited");
            }
        }

        assertThat(granted).isEqualTo(4);
    }

    @Test
    void shopsOwnRate_isTakenElsewhereFromTheSameBucket() {
        List<AllowanceTaken> told = new ArrayList<>();
        Allowances other = new Allowances(new Config(AllowanceConfig.Mode.ON), now::get, told::add);
        for (int i = 0; i < 2; i++) {
            other.message(SHOP, 2, visitor(i), HOME);
        }

        told.forEach(each -> allowances.takenElsewhere(new AllowanceTaken.Elsewhere(each)));

        assertThatThrownBy(() -> allowances.message(SHOP, 2, visitor(9), "198.51.100.1"))
                .isInstanceOf(RetryLaterException.class).hasMessageContaining("This shop");
        assertThat(told).extracting(AllowanceTaken::limit).contains("visitor", "address", "shop");
        assertThat(told.toString()).doesNotContain(HOME, SHOP.toString());
    }
}
