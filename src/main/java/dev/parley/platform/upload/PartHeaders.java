package dev.parley.platform.upload;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The name and file name of a part; other headers are ignored. */
record PartHeaders(String name, @Nullable String fileName) {
    private static final Pattern DISPOSITION = Pattern
            .compile("(?im)^content-disposition:[ \\t]*form-data[ \\t]*(;.*)?$");
    private static final Pattern PARAMETER = Pattern
            .compile(";[ \\t]*([\\w*-]+)[ \\t]*=[ \\t]*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\"\\s]*))");
    private static final int LONGEST = 200;

    static PartHeaders read(String headers) {
        Matcher disposition = DISPOSITION.matcher(headers.replace("\r", ""));
        String name = null;
        String fileName = null;
        if (disposition.find() && disposition.group(1) != null) {
            Matcher parameter = PARAMETER.matcher(disposition.group(1));
            while (parameter.find()) {
                String quoted = parameter.group(2);
                String value = quoted == null ? parameter.group(3) : quoted.replaceAll("\\\\(.)", "$1");
                switch (parameter.group(1).toLowerCase(Locale.ROOT)) {
                    case "name" -> name = value;
                    case "filename", "filename*" -> fileName = value;
                    default -> {
                        // Other parameters are ignored.
                    }
                }
            }
        }
        if (name == null || name.length() > LONGEST) {
            throw MultipartReader.broken("a part has no name");
        }
        return new PartHeaders(name, fileName);
    }
}
