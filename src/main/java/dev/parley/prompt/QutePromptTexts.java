package dev.parley.prompt;

import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** Templates in {@code templates/prompt}. With the extension .txt, Qute escapes nothing. */
@Singleton
class QutePromptTexts implements PromptTexts {
    @CheckedTemplate(basePath = "prompt")
    private static class Templates {
        static native TemplateInstance system(ShopFacts shop);

        static native TemplateInstance entries(List<String> entries, @Nullable String locale, @Nullable String page);

        static native TemplateInstance rewrite(String shop, String language);

        static native TemplateInstance rewriteMaterial(List<String> lines, List<String> questions,
                @Nullable String page);

        static native TemplateInstance wordings(String shop, String language, int most);

        static native TemplateInstance wordingsMaterial(String entry, @Nullable String known);

        static native TemplateInstance copilot(ShopFacts shop, String task, String request);

        static native TemplateInstance copilotMaterial(List<String> entries, List<String> lines,
                @Nullable String text);
    }

    @Override
    public String system(ShopFacts shop) {
        return Templates.system(shop).render().strip();
    }

    @Override
    public String entries(List<String> entries, @Nullable String locale, @Nullable String page) {
        return Templates.entries(entries, locale, page).render().strip();
    }

    @Override
    public String rewrite(String shop, String language) {
        return Templates.rewrite(shop, language).render().strip();
    }

    @Override
    public String rewriteMaterial(List<String> lines, List<String> questions, @Nullable String page) {
        return Templates.rewriteMaterial(lines, questions, page).render().strip();
    }

    @Override
    public String wordings(String shop, String language, int most) {
        return Templates.wordings(shop, language, most).render().strip();
    }

    @Override
    public String wordingsMaterial(String entry, @Nullable String known) {
        return Templates.wordingsMaterial(entry, known).render().strip();
    }

    @Override
    public String copilot(ShopFacts shop, String task, String request) {
        return Templates.copilot(shop, task, request).render().strip();
    }

    @Override
    public String copilotMaterial(List<String> entries, List<String> lines, @Nullable String text) {
        return Templates.copilotMaterial(entries, lines, text).render().strip();
    }
}
