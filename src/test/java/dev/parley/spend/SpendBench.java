package dev.parley.spend;

import static dev.parley.testsupport.Shops.await;
import static java.util.Objects.requireNonNull;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.sun.management.OperatingSystemMXBean;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.Tenants;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

/**
 * By hand: {@code ./mvnw test -Dtest=SpendBench}. Measures what reserving and settling add to a turn, one or 16 at a
 * time for one tenant.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SpendBench {
    private static final int CALLS = 4_000;
    private static final int RUNS = 5;
    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();

    @Inject
    Spend spend;
    @Inject
    Tenants tenants;
    @Inject
    Shops shops;

    private record Run(double cpuMicros, double p50Micros, double p99Micros, double perSecond) {}

    @Test
    void reserveAndSettle() {
        for (String budget : new String[]{"", "{\"day\":1000000,\"month\":1000000}",
                "{\"day\":1000000,\"conversation_tokens\":1000000}"}) {
            Shop shop = shops.open();
            if (!budget.isEmpty()) {
                shops.setBudget(shop, budget);
            }
            Tenant tenant = requireNonNull(await(tenants.byId(shop.id())));
            for (int atOnce : new int[]{1, 16}) {
                measure(budget, tenant, atOnce);
            }
        }
    }

    private void measure(String budget, Tenant tenant, int atOnce) {
        run(tenant, atOnce);
        List<Run> runs = IntStream.range(0, RUNS).mapToObj(i -> run(tenant, atOnce)).toList();
        System.out.printf("%-50s %2d at once  cpu %.0f µs  reserve p50 %.0f µs p99 %.0f µs  %.0f calls/s%n",
                budget.isEmpty() ? "no budget" : budget, atOnce, median(runs, Run::cpuMicros),
                median(runs, Run::p50Micros),
                median(runs, Run::p99Micros), median(runs, Run::perSecond));
    }

    private Run run(Tenant tenant, int atOnce) {
        long[] nanos = new long[CALLS];
        long cpu = SYSTEM.getProcessCpuTime();
        long begun = System.nanoTime();
        Multi.createFrom().range(0, CALLS).onItem().transformToUni(i -> one(tenant, i, nanos)).merge(atOnce).collect()
                .last().await().indefinitely();
        await(spend.written());
        long took = System.nanoTime() - begun;
        Arrays.sort(nanos);
        return new Run((SYSTEM.getProcessCpuTime() - cpu) / 1e3 / CALLS, nanos[CALLS / 2] / 1e3,
                nanos[CALLS * 99 / 100] / 1e3, CALLS / (took / 1e9));
    }

    private Uni<Money> one(Tenant tenant, int number, long[] nanos) {
        long begun = System.nanoTime();
        Call call = new Call(tenant, UUID.randomUUID(), UUID.randomUUID(), 1, Purpose.CHAT, List.of("gpt-3.5-turbo"),
                1000, 200);
        return spend.reserve(call).invoke(reserved -> nanos[number] = System.nanoTime() - begun)
                .map(reserved -> spend.settle(((Reserving.Granted) reserved).reservation(), new CallOutcome("stop",
                        "gpt-3.5-turbo-0125", "req_1", 1, new Tokens(900, 0, 100), false, 100)));
    }

    private static double median(List<Run> runs, java.util.function.ToDoubleFunction<Run> value) {
        List<Double> sorted = new ArrayList<>(runs.stream().mapToDouble(value).sorted().boxed().toList());
        return sorted.get(sorted.size() / 2);
    }
}
