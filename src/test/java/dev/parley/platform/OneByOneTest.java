package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import dev.parley.platform.OneByOne.StopException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

class OneByOneTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OneByOne oneByOne = new OneByOne(meters);
    private final List<String> done = new ArrayList<>();

    private List<String> each(String... all) {
        return oneByOne.each("test", List.of(all), one -> one, this::work).await().indefinitely();
    }

    private Uni<Void> work(String one) {
        return switch (one) {
            case "fails" -> Uni.createFrom().failure(new IllegalArgumentException(one));
            case "throws" -> throw new IllegalArgumentException(one);
            case "error" -> throw new AssertionError(one);
            case "shutdown" -> {
                oneByOne.stop(new ShutdownEvent());
                throw new IllegalStateException("The pool is closed");
            }
            case "stops" -> throw new StopException(one);
            default -> Uni.createFrom().voidItem().invoke(() -> done.add(one));
        };
    }

    @Test
    void whatFailsInAnyWay_harmsItselfAlone() {
        List<String> failed = each("fails", "a", "throws", "b", "error", "c");

        assertThat(done).containsExactly("a", "b", "c");
        assertThat(failed).containsExactly("fails", "throws", "error");
        assertThat(meters.counter("parley.job.failed", "job", "test").count()).isEqualTo(3);
    }

    @Test
    void whatMustEndAll_endsAll() {
        assertThatThrownBy(() -> each("a", "stops", "b")).isInstanceOf(StopException.class);

        assertThat(done).containsExactly("a");
    }

    @Test
    void shutdown_endsAllWithoutReportingAFailure() {
        each("a", "shutdown", "b");

        assertThat(done).containsExactly("a");
        assertThat(meters.find("parley.job.failed").counter()).isNull();
    }

    @Test
    void nobody_isNoFailure() {
        assertThat(each()).isEmpty();
    }
}
