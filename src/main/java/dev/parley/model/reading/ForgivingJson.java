package dev.parley.model.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Accepts almost-JSON: NaN, trailing commas, single quotes and, last, Python's literals and other code pages. */
final class ForgivingJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
            .build();
    static final ObjectMapper TREE = new ObjectMapper(FACTORY);
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final Map<String, String> WORDS = Map.of("None", "null", "undefined", "null", "nil", "null", "nan",
            "null", "inf", "null", "True", "true", "False", "false", "NULL", "null");

    private ForgivingJson() {}

    static JsonParser parser(byte[] bytes, int from, int length) throws IOException {
        return FACTORY.createParser(bytes, from, length);
    }

    /** Converts to UTF-8 with JSON's literals. Returns the same bytes if nothing changes. */
    static byte[] mended(byte[] bytes, int length) {
        String text = text(bytes, length);
        return words(text).getBytes(StandardCharsets.UTF_8);
    }

    /** UTF-8, else the usual code page. A truncated character is damage, not another code page. */
    static String text(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
        } catch (CharacterCodingException noUtf8) {
            return new String(bytes, 0, length, isDamagedUtf8(bytes, length) ? StandardCharsets.UTF_8 : LATIN);
        }
    }

    private static boolean isDamagedUtf8(byte[] bytes, int length) {
        for (int i = 1; i < length; i++) {
            boolean leads = (bytes[i - 1] & 0xff) >= 0xc2 && (bytes[i - 1] & 0xff) <= 0xf4;
            if (leads && (bytes[i] & 0xc0) == 0x80) {
                return true;
            }
        }
        return false;
    }

    private static String words(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        char quote = 0;
        for (int at = 0; at < text.length();) {
            char c = text.charAt(at);
            if (quote != 0 && c == '\\' && at + 1 < text.length()) {
                mended.append(c).append(text.charAt(at + 1));
                at += 2;
                continue;
            }
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            }
            int end = at;
            while (quote == 0 && end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                String word = text.substring(at, end);
                mended.append(WORDS.getOrDefault(word, word));
                at = end;
            } else {
                mended.append(c);
                at++;
            }
        }
        return mended.toString();
    }
}
