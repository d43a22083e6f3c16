package dev.parley.bench;

import java.util.Arrays;
import java.util.Locale;

/** What is compared. The sample's answers come from the same model and, with retrieval, the same entries. */
enum Subject {
    PARLEY("Parley"),
    PARLEY_256M("Parley, `-Xmx256m`"),
    /** On an existing PostgreSQL. Only its start is measured: a turn costs the service the same. */
    PARLEY_EXTERNAL("Parley, external PostgreSQL"),
    /** A server embeds the questions: everything of a turn except the inference. Only its turns are measured. */
    PARLEY_EMBEDDING_SERVER("Parley, embeddings from a server"),
    SAMPLE("sample with retrieval"),
    SAMPLE_PLAIN(
            "sample");

    private final String title;

    Subject(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    boolean isParley() {
        return this != SAMPLE && this != SAMPLE_PLAIN;
    }

    boolean hasPart(String part) {
        return this != (part.equals(Options.START) ? PARLEY_EMBEDDING_SERVER : PARLEY_EXTERNAL);
    }

    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Subject of(String option) {
        return Arrays.stream(values()).filter(subject -> subject.option().equals(option)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown: " + option + ". One of "
                        + Arrays.stream(values()).map(Subject::option).toList()));
    }
}
