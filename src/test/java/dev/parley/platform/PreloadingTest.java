package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import io.quarkus.runtime.ShutdownEvent;
import org.junit.jupiter.api.Test;

class PreloadingTest {
    private final List<String> loaded = new ArrayList<>();

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
}
