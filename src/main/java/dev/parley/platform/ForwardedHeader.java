package dev.parley.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class ForwardedHeader {
    private static final Pattern PAIR = Pattern
            .compile("\\G\\s*([A-Za-z0-9-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s;,\"]*+))\\s*([;,]|$)");

    private ForwardedHeader() {}

    /** The `for` parameters (RFC 7239, section 4), one per proxy, empty if missing. Stops at a syntax error. */
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
