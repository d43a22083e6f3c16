package dev.parley.conversation.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The type by content, since senders choose names and types freely. Excludes what a browser could run: SVG, HTML. */
final class AttachmentType {
    private static final Pattern MARKUP = Pattern
            .compile("<(!doctype|\\?xml|html|head|body|svg|script|iframe|meta)\\b");
    private static final int WHERE_MARKUP_BEGINS = 4_096;

    private AttachmentType() {}

    static Optional<String> of(byte[] content) {
        if (starts(content, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (starts(content, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (starts(content, 0, "GIF87a") || starts(content, 0, "GIF89a")) {
            return Optional.of("image/gif");
        }
        if (starts(content, 0, "RIFF") && starts(content, 8, "WEBP")) {
            return Optional.of("image/webp");
        }
        if (starts(content, 0, "%PDF-")) {
            return Optional.of("application/pdf");
        }
        return isPlainText(content) ? Optional.of("text/plain") : Optional.empty();
    }

    private static boolean starts(byte[] content, int at, String magic) {
        byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (content.length < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (content[at + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlainText(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            boolean readable = text.chars()
                    .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' && c != '\f');
            String beginning = text.substring(0, Math.min(text.length(), WHERE_MARKUP_BEGINS))
                    .toLowerCase(Locale.ROOT);
            return readable && !MARKUP.matcher(beginning).find();
        } catch (CharacterCodingException binary) {
            return false;
        }
    }
}
