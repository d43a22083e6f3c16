package dev.parley.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordPieceTest {
    private static final String FILE = "bge-small-en-v1.5-q-tokenizer.json";

    @ParameterizedTest
    @ValueSource(strings = {"", "How long do I have to send shoes back?",
            "Where's my order #4587-X? I've waited 3 weeks!!!",
            "naïve café Über straße ÀÉÎ", "请问 Karst 38 背包多少钱？", "Nimbus®, Trailwind™ 2 — “best” shoe…",
            "tab\tand\nnewline\r\nand nbsp\u00a0end",
            "emoji 👟 and 🏔️ here", "Pneumonoultramicroscopicsilicovolcanoconiosis",
            "zero\u200bwidth \u0000nul \ufffdreplacement",
            "日本語のテキスト", "한국어 질문", "ΟΔΥΣΣΕΥΣ İstanbul", "a_b@c.de https://example.org/x?y=1&z=2", "٣ أسئلة",
            "$12.50 + 7% = ~¥90"})
    void anyText_isCutAsTheReferenceDoes(String text) throws IOException {
        long[] expected = reference(text);

        long[] tokens = ours().encode(text);

        assertThat(tokens).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {509, 510, 511, 5_000})
    void longText_isCutAtTheModelsLimit(int words) throws IOException {
        long[] tokens = ours().encode("shoe ".repeat(words));

        assertThat(tokens).hasSize(Math.min(words + 2, WordPiece.MAX_TOKENS)).startsWith(101).endsWith(102);
    }

    private static WordPiece ours() throws IOException {
        try (InputStream file = file()) {
            return WordPiece.read(file);
        }
    }

    private static long[] reference(String text) throws IOException {
        try (InputStream file = file();
                HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(file, Map.of("padding", "false"))) {
            return tokenizer.encode(text).getIds();
        }
    }

    private static InputStream file() {
        InputStream file = WordPieceTest.class.getClassLoader().getResourceAsStream(FILE);
        assertThat(file).isNotNull();
        return file;
    }
}
