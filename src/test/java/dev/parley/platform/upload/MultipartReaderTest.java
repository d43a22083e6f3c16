package dev.parley.platform.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartReaderTest {
    private static final String FORM = """
            --x-1
            Content-Disposition: form-data; name="model"

            whisper-1
            --x-1
            content-disposition: form-data; name="file"; filename="a \\"b\\".wav"
            Content-Type: audio/wav

            RIFF
            --x-
            --x-2
            -
            --x-1
            Content-Disposition: form-data; name="empty"


            --x-1--
            """.replace("\n", "\r\n");

    private final List<String> told = new ArrayList<>();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final MultipartReader reader = new MultipartReader("x-1", new MultipartReader.Listener() {
        @Override
        public void begins(String name, @Nullable String fileName) {
            told.add(name + (fileName == null ? "" : " " + fileName));
        }

        @Override
        public void holds(byte[] bytes, int from, int length) {
            content.write(bytes, from, length);
        }

        @Override
        public void ends() {
            told.add(content.toString(StandardCharsets.UTF_8));
            content.reset();
        }
    });

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 13, 64, 10_000})
    void form_isTakenApartHoweverItIsCut(int piece) {
        byte[] form = FORM.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < form.length; at += piece) {
            reader.feed(Arrays.copyOfRange(form, at, Math.min(form.length, at + piece)));
        }

        assertThat(told).containsExactly("model", "whisper-1", "file a \"b\".wav", "RIFF\r\n--x-\r\n--x-2\r\n-",
                "empty",
                "");
        assertThat(reader.over()).isTrue();
    }

    @Test
    void formWithoutItsEnd_isNotOver() {
        reader.feed(FORM.substring(0, FORM.length() - 6).getBytes(StandardCharsets.UTF_8));

        assertThat(reader.over()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--x-1\r\nA: b\r\n\r\n", "--x-1\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n",
            "--x-123\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"})
    void partThatIsNone_isRefused(String form) {
        assertThatThrownBy(() -> reader.feed(form.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ParleyException.class);
    }

    @Test
    void headersWithoutEnd_areNotKept() {
        reader.feed("--x-1\r\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> {
            for (int i = 0; i < 20; i++) {
                reader.feed("a".repeat(1_000).getBytes(StandardCharsets.UTF_8));
            }
        }).isInstanceOf(ParleyException.class);
    }
}
