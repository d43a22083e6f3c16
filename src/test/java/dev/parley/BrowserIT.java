package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.parley.testsupport.PackagedParley;
import dev.parley.testsupport.ScriptedModel;
import org.junit.jupiter.api.Test;

/** The scenarios of web-widget/e2e, in a real browser, against the packaged service and a scripted model. */
class BrowserIT {
    private static final String OPERATOR_KEY = "operator-of-the-scenarios-0123456789";

    @Test
    void everyScenario_passesInTheBrowser() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target/it")), "browser-");
        try (ScriptedModel model = ScriptedModel.start();
                PackagedParley parley = new PackagedParley(data).with("OPENAI_BASE_URL", model.baseUrl().toString())
                        .with("PARLEY_OPERATOR_KEY", OPERATOR_KEY).start()) {
            ProcessBuilder npm = new ProcessBuilder("npm", "run", "e2e").directory(Path.of("web-widget").toFile())
                    .inheritIO();
            npm.environment().put("PARLEY_URL", parley.uri("").toString());
            npm.environment().put("SCRIPTED_MODEL_URL", model.baseUrl().resolve("/").toString());
            npm.environment().put("PARLEY_OPERATOR_KEY", OPERATOR_KEY);
            npm.environment().put("PARLEY_API_KEY", PackagedParley.API_KEY);
            npm.environment().put("PARLEY_ADMIN_EMAIL", PackagedParley.ADMIN_EMAIL);
            npm.environment().put("PARLEY_ADMIN_PASSWORD", PackagedParley.ADMIN_PASSWORD);

            Process scenarios = npm.start();

            assertThat(scenarios.waitFor(25, TimeUnit.MINUTES)).as("the scenarios ended").isTrue();
            assertThat(scenarios.exitValue()).as("exit code of npm run e2e").isZero();
        }
    }
}
