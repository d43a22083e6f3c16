package dev.parley.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The scenarios of web-widget/e2e in a real browser, against the packaged service and a scripted model. */
public final class Scenarios {
    private static final String OPERATOR_KEY = "operator-of-the-scenarios-0123456789";

    private Scenarios() {}

    /** Runs one of the scripts of package.json, each with a service of its own. */
    public static void pass(String script) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target/it")), "browser-");
        Path log = data.resolveSibling(data.getFileName() + "-scenarios.log");
        try (ScriptedModel model = ScriptedModel.start();
                PackagedParley parley = new PackagedParley(data).unpacked()
                        .with("OPENAI_BASE_URL", model.baseUrl().toString()).with("PARLEY_OPERATOR_KEY", OPERATOR_KEY)
                        .start()) {
            ProcessBuilder npm = new ProcessBuilder("npm", "run", script).directory(Path.of("web-widget").toFile())
                    .redirectErrorStream(true).redirectOutput(log.toFile());
            npm.environment().put("PARLEY_URL", parley.uri("").toString());
            npm.environment().put("SCRIPTED_MODEL_URL", model.baseUrl().resolve("/").toString());
            npm.environment().put("PARLEY_OPERATOR_KEY", OPERATOR_KEY);
            npm.environment().put("PARLEY_API_KEY", PackagedParley.API_KEY);
            npm.environment().put("PARLEY_ADMIN_EMAIL", PackagedParley.ADMIN_EMAIL);
            npm.environment().put("PARLEY_ADMIN_PASSWORD", PackagedParley.ADMIN_PASSWORD);

            Process scenarios = npm.start();

            assertThat(scenarios.waitFor(25, TimeUnit.MINUTES)).as("the scenarios ended; see " + log).isTrue();
            System.out.println(Files.readString(log));
            assertThat(scenarios.exitValue()).as("exit code of npm run " + script).isZero();
        }
    }
}
