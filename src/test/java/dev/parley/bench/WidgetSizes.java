package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What visitors download, as the front end's own check counts it. */
final class WidgetSizes {
    private static final Pattern FIRST = Pattern.compile("(\\d+) B br {2}widget\\.js");
    private static final Pattern CONVERSATION = Pattern.compile("(\\d+) B br {2}a conversation");

    private WidgetSizes() {}

    static void measure(Figures figures, int round) throws IOException {
        Path build = Path.of("target/quinoa/build").toAbsolutePath();
        Process size = new ProcessBuilder("node_modules/.bin/tsx", "scripts/size.ts", build.toString())
                .directory(Path.of("web-widget").toFile()).redirectErrorStream(true).start();
        String text = new String(size.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        figures.add(Row.WIDGET_FIRST, Subject.PARLEY, round, bytes(FIRST, text));
        figures.add(Row.WIDGET_CONVERSATION, Subject.PARLEY, round, bytes(CONVERSATION, text));
    }

    private static double bytes(Pattern line, String text) throws IOException {
        Matcher found = line.matcher(text);
        if (!found.find()) {
            throw new IOException("No size in: " + text);
        }
        return Double.parseDouble(found.group(1));
    }
}
