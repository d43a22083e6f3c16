package dev.parley.platform.upload;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Response headers for uploaded files: they are shown or saved, never run as a page of ours. */
public final class FileHeaders {
    private FileHeaders() {}

    /** {@code download}: saves pictures too instead of showing them. */
    public static Map<String, List<String>> of(String name, String type, boolean download) {
        boolean shown = type.startsWith("image/") && !download;
        // The plain name for old clients, the encoded one for all others (RFC 6266, appendix D).
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Content-Type", List.of(type.startsWith("text/") ? type + "; charset=utf-8" : type));
        headers.put("Content-Disposition", List.of((shown ? "inline" : "attachment") + "; filename=\"" + plain
                + "\"; filename*=UTF-8''" + encoded));
        headers.put("X-Content-Type-Options", List.of("nosniff"));
        headers.put("Content-Security-Policy", List.of("sandbox; default-src 'none'"));
        headers.put("Cross-Origin-Resource-Policy", List.of("same-origin"));
        headers.put("Cache-Control", List.of("private, max-age=3600"));
        return headers;
    }
}
