package dev.parley.prompt;

import java.util.List;
import java.util.stream.Collectors;

/** Tells a model what it invented, for a second attempt. */
public final class Corrections {
    private Corrections() {}

    /** {@code invented} are the model's words: untrusted like a visitor's. */
    public static String of(List<String> invented) {
        String facts = invented.stream().map(fact -> Fence.around("not in the entries", fact))
                .collect(Collectors.joining("\n"));
        return facts + """

                You wrote this in your last answer, and it stands in none of the FAQ entries. Answer once more, with nothing but what the entries say. \
                If they do not say it, leave it out, or call no_answer.""";
    }
}
