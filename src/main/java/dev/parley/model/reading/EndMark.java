package dev.parley.model.reading;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The last event, {@code [DONE]}, including servers' variants: quoted, lower case, with a full stop. */
final class EndMark {
    private static final int LONGEST = 32;
    private static final Pattern WRITTEN = Pattern
            .compile(
                    "(?i)[\\s\"'`]*(?:[\\[<(](?:done|end|eof|eos|finish(?:ed)?|stop)[\\])>]|(?:done|eof)\\]?)[\\s\"'`.!;,]*");

    private EndMark() {}

    static boolean is(byte[] data, int length) {
        return length > 0 && length <= LONGEST && data[0] != '{'
                && WRITTEN.matcher(new String(data, 0, length, StandardCharsets.UTF_8)).matches();
    }
}
