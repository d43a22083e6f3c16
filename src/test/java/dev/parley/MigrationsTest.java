package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class MigrationsTest {
    private static final Path FOLDER = Path.of("src/main/resources/db/migration");
    private static final Pattern NUMBERED = Pattern.compile("V(\\d+)__\\w+\\.sql");
    private static final Pattern CODE = Pattern.compile("(?i)\\b(function|trigger)\\s+(webhook_\\w+)");
    /** From this version on, numbered migrations no longer copy functions. */
    private static final int NO_MORE_COPIES = 98;

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.sorted().toList();
        }
    }

    private static int number(Path file) {
        Matcher name = NUMBERED.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : -1;
    }

    @Test
    void numbers_areGivenOnce() throws IOException {
        assertThat(files().stream().map(MigrationsTest::number).filter(number -> number >= 0)).doesNotHaveDuplicates();
    }

    @Test
    void webhooksFunctions_areChangedInTheRepeatableMigrationAlone() throws IOException {
        for (Path file : files()) {
            if (number(file) >= NO_MORE_COPIES) {
                assertThat(CODE.matcher(Files.readString(file)).results().map(found -> found.group(2))).as("%s", file)
                        .isEmpty();
            }
        }
        assertThat(Files.readString(FOLDER.resolve("R__webhook_events.sql")))
                .contains("FUNCTION webhook_message_event()", "FUNCTION webhook_conversation_event()");
    }
}
