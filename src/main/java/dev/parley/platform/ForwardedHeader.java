package dev.parley.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The `for` parameters of `Forwarded` (RFC 7239, section 4), in order. */
final class ForwardedHeader {
    /** A pair, its value a token or a quoted string, and the sign that follows it. */
    private static final Pattern PAIR = Pattern
            .compile("\\G\\s*([A-Za-z0-9-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s;,\"]*+))\\s*([;,]|$)");

    private ForwardedHeader() {}

    /** One for each proxy that was passed; empty texts for those that say nothing of it. What cannot be read ends the list. */
    static List<String> addresses(List<String> values) {
        List<String> addresses = new ArrayList<>();
        for (String value : values) {
            Matcher pair = PAIR.matcher(value);
            String address = "";
            while (pair.find()) {
                if (pair.group(1).equalsIgnoreCase("for")) {
                    address = pair.group(2) == null ? pair.group(3) : pair.group(2);
                }
                if (!pair.group(4).equals(";")) {
                    addresses.add(address);
                    address = "";
                }
            }
        }
        return addresses;
    }
}
