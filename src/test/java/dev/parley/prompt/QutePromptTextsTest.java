package dev.parley.prompt;

import static dev.parley.prompt.PromptSamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The other tests read the templates without Quarkus; this one shows that the result is the same. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class QutePromptTextsTest {
    @Inject
    PromptAssembler assembler;

    @Test
    void builtTemplates_makeThePromptOfThePlainOnes() {
        PromptInput input = new PromptInput(SHOP, List.of(RETURNS, passage(3, "A & <B>", "\"C\" 'D' {e} & <f>", 0.5)),
                List.of(visitor("Hi"), bot("Hello")), List.of("<b>A & B</b> {shop.botName}"), "de",
                "https://shop.example/?a=b", true);

        Prompt prompt = assembler.assemble(input, WIDE);

        assertThat(asText(prompt)).isEqualTo(asText(PlainPromptTexts.assembler().assemble(input, WIDE)))
                .contains("A & <B>".replace("<B", "‹B"), "\"C\" 'D' {e} & ", "{shop.botName}", "Alder & Finch");
    }
}
