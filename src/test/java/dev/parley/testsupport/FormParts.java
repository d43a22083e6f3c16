package dev.parley.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.vertx.core.buffer.Buffer;

/** Parses a multipart form by its boundary, independently of the code under test. */
final class FormParts {
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?i)content-type: *(.*)");

    private FormParts() {}

    static ScriptedSpeech.Asked read(String path, ScriptedConnection.Call call) {
        String body = call.content();
        String type = call.headers().getOrDefault("content-type", "");
        String mark = "--" + type.replaceFirst(".*boundary=\"?([^\";]+)\"?.*", "$1");
        Map<String, List<String>> fields = new LinkedHashMap<>();
        String fileName = "";
        String fileType = "";
        Buffer file = Buffer.buffer();
        int at = body.indexOf(mark);
        for (int next = body.indexOf(mark, at + 1); at >= 0 && next > at; next = body.indexOf(mark, at + 1)) {
            String part = body.substring(at + mark.length() + 2, next - 2);
            int end = part.indexOf("\r\n\r\n");
            String head = part.substring(0, end);
            String content = part.substring(end + 4);
            if (head.contains("filename=")) {
                fileName = group(FILE_NAME, head);
                fileType = group(TYPE, head);
                file = Buffer.buffer(content.getBytes(StandardCharsets.ISO_8859_1));
            } else {
                fields.computeIfAbsent(group(NAME, head), name -> new ArrayList<>())
                        .add(new String(content.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            }
            at = next;
        }
        return new ScriptedSpeech.Asked(path, call.headers(), fields, fileName, fileType, file);
    }

    private static String group(Pattern pattern, String head) {
        Matcher found = pattern.matcher(head);
        return found.find() ? found.group(1).strip() : "";
    }
}
