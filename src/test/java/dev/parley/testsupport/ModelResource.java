package dev.parley.testsupport;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.jspecify.annotations.Nullable;

/** One scripted model for the whole suite; a test declares a field of its type. */
public class ModelResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable ScriptedModel model;

    @Override
    public Map<String, String> start() {
        ScriptedModel started = ScriptedModel.start();
        model = started;
        return Map.of("parley.model.base-url", started.baseUrl().toString(), "parley.model.api-key", "sk-test",
                // One test's refused key must not affect the next test, and shops of tests use this server too.
                "parley.model.rest", "0s", "parley.stream.heartbeat", "500ms", "parley.outgoing.allow-private", "true",
                "parley.secret.key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    }

    @Override
    public void inject(TestInjector injector) {
        if (model != null) {
            injector.injectIntoFields(model, new TestInjector.MatchesType(ScriptedModel.class));
        }
    }

    @Override
    public void stop() {
        if (model != null) {
            model.close();
        }
    }
}
