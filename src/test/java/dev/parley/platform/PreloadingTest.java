package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.http.HttpServerOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PreloadingTest {
    private final List<String> loaded = new CopyOnWriteArrayList<>();

    @Test
    void partThatCannotBeLoaded_keepsNoOtherFromLoading() {
        Preloading preloading = new Preloading(List.of(() -> {
            throw new IllegalStateException("broken for a test");
        }, () -> loaded.add("rules")));

        preloading.loadAll();

        assertThat(loaded).containsExactly("rules");
    }

    @Test
    void serviceThatStops_loadsNothingMore() {
        Preloading preloading = new Preloading(List.of(() -> loaded.add("rules")));

        preloading.stop(new ShutdownEvent());
        preloading.loadAll();

        assertThat(loaded).isEmpty();
    }

    @Test
    void nothingIsLoaded_beforeTheServiceIsReachable() {
        Preloading preloading = new Preloading(List.of(() -> loaded.add("rules")));

        preloading.ready();
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().equals("preload"));
        preloading.reachable(new HttpServerStart(new HttpServerOptions()));

        Awaitility.await().untilAsserted(() -> assertThat(loaded).containsExactly("rules"));
    }
}
