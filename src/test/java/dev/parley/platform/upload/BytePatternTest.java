package dev.parley.platform.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;

class BytePatternTest {
    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void sequence_isFoundWhereAStringFindsIt() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            String in = letters(random, random.nextInt(40));
            String wanted = letters(random, 1 + random.nextInt(5));
            int from = random.nextInt(in.length() + 1);

            assertThat(new BytePattern(bytes(wanted)).find(bytes(in), from)).as("%s in %s from %d", wanted, in, from)
                    .isEqualTo(in.indexOf(wanted, from));
        }
    }

    /** From a small alphabet, so that matches are frequent; one byte is negative. */
    private static String letters(Random random, int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append("ab\u00ff".charAt(random.nextInt(3)));
        }
        return letters.toString();
    }
}
