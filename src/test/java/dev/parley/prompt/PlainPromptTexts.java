package dev.parley.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import org.jspecify.annotations.Nullable;

/** The product's templates without Quarkus, whose build generates the bodies of {@link QutePromptTexts}. */
final class PlainPromptTexts implements PromptTexts {
    private final Engine engine = Engine.builder().addDefaults().addValueResolver(new ReflectionValueResolver())
            .build();
    private final Template system = template("system");
    private final Template entries = template("entries");

    static PromptAssembler assembler() {
        return new PromptAssembler(new PlainPromptTexts(), new TokenCounter());
    }

    @Override
    public String system(ShopFacts shop) {
        return system.data("shop", shop).render().strip();
    }

    @Override
    public String entries(List<String> found, @Nullable String locale, @Nullable String page) {
        return entries.data("entries", found).data("locale", locale).data("page", page).render().strip();
    }

    @Override
    public String rewrite(String shop, String language) {
        return template("rewrite").data("shop", shop).data("language", language).render().strip();
    }

    @Override
    public String rewriteMaterial(List<String> lines, List<String> questions, @Nullable String page) {
        return template("rewriteMaterial").data("lines", lines).data("questions", questions).data("page", page).render()
                .strip();
    }

    @Override
    public String wordings(String shop, String language, int most) {
        return template("wordings").data("shop", shop).data("language", language).data("most", most).render().strip();
    }

    @Override
    public String wordingsMaterial(String entry, @Nullable String known) {
        return template("wordingsMaterial").data("entry", entry).data("known", known).render().strip();
    }

    @Override
    public String copilot(ShopFacts shop, String task, String request) {
        return template("copilot").data("shop", shop).data("task", task).data("request", request).render().strip();
    }

    @Override
    public String copilotMaterial(List<String> entries, List<String> lines, @Nullable String text) {
        return template("copilotMaterial").data("entries", entries).data("lines", lines).data("text", text).render()
                .strip();
    }

    private Template template(String name) {
        try (InputStream text = PlainPromptTexts.class.getResourceAsStream("/templates/prompt/" + name + ".txt")) {
            return engine.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
