package dev.parley.conversation.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTypeTest {
    private static java.util.Optional<String> typeOf(String bytes) {
        return AttachmentType.of(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Stream<Arguments> known() {
        return Stream.of(Arguments.of("\u0089PNG\r\n\u001a\nIHDR", "image/png"),
                Arguments.of("\u00ff\u00d8\u00ff\u00e0JFIF", "image/jpeg"), Arguments.of("GIF89a12", "image/gif"),
                Arguments.of("RIFF0000WEBPVP8 ", "image/webp"), Arguments.of("%PDF-1.7 x", "application/pdf"),
                Arguments.of("Dear team, 1 < 2", "text/plain"));
    }

    @ParameterizedTest
    @MethodSource("known")
    void fileThatIsKnown_hasTheTypeOfItsContent(String bytes, String type) {
        assertThat(typeOf(bytes)).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "<?xml version='1.0'?><svg/>",
            "<!DOCTYPE html><p>", "harmless words <script>alert(1)</script>", "MZ\u0000\u0001", "PK\u0003\u0004",
            "RIFF\u0000\u0000WAVE", "\u0089PN", "\u00e4 in Latin-1"})
    void whatABrowserMightRunOrNobodyKnows_isRefused(String bytes) {
        assertThat(typeOf(bytes)).isEmpty();
    }
}
