package dev.parley.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line.
 *
 * @param blocks numbers of turns since the start at which a block of turns ends
 * @param firstTokens turns of which the time to the first token is measured
 * @param idle how long a service rests before its memory is read
 * @param parleyJvm options of Parley's JVM, in `JDK_JAVA_OPTIONS`, so that they reach a start script's JVM, too
 */
record Options(Set<String> parts, Set<Subject> subjects, int runs, List<Integer> blocks, int atOnce, int firstTokens,
        Duration idle, Duration limit, List<String> parley, String parleyJvm, Path sample, Set<String> fillings,
        Map<String, Integer> numbers) {
    static final String START = "start";
    static final String TURNS = "turns";
    static final String FIRST = "first";
    static final String DELTAS = "deltas";
    static final String FLAT = "flat";
    static final String SEARCH = "search";
    static final String SOCKETS = "sockets";
    static final String PURGE = "purge";
    static final String WIDGET = "widget";
    static final String NEWCOMER = "newcomer";
    private static final List<String> PARTS = List.of(START, TURNS, FIRST, DELTAS, FLAT, SEARCH, SOCKETS, PURGE, WIDGET,
            NEWCOMER);
    static final List<String> FILLINGS = List.of(Row.FLAT_MESSAGES, Row.FLAT_SHOPS, Row.FLAT_ENTRIES,
            Row.FLAT_OWN_ENTRIES);
    private static final List<String> NUMBERS = List.of("--messages", "--shops", "--entries", "--entry-shops",
            "--pairs", "--block", "--sockets");

    static final String USAGE = """
            src/test/peer/compare.sh [option value] …
              --only start,turns,first,deltas,flat,search,sockets,purge,widget,newcomer
                                         starts and idle memory; CPU and memory of turns; how much later than
                                         straight from the model the first token comes, and each delta; CPU of
                                         turns beside much data; search; heap of idle sockets; a purge and
                                         turns beside it; sizes of the widget; a newcomer's first answer
              --fill messages,shops,entries,own-entries
                                         what `flat` fills a service with
              --messages 1000000 --shops 2000 --entries 10000 --entry-shops 20
                                         how much; entries in each of so many shops, or in the demo shop
              --pairs 8 --block 500      of `flat`: blocks of turns of each service, and turns of a block
              --sockets 10000            of `sockets`
              --subjects parley,sample   of parley, parley-256m, parley-external, parley-embedding-server, sample,
                                         sample-plain
              --runs 3                   repetitions; the result is the median
              --turns 1000,5000,12000    ends of the blocks of turns, counted since the start
              --at-once 16               conversations at once
              --first 400                turns for the time to the first token
              --idle 20                  seconds of rest before idle memory is read
              --minutes 240              stops everything after this time
              --parley "java -jar …"     how Parley is started, such as with an AOT cache
              --parley-jvm "-Xmx256m"    options of Parley's JVM
              --sample target/peer/peer-1.jar
            """;

    private static final Map<String, String> DEFAULTS = Map.ofEntries(Map.entry("--only", String.join(",", PARTS)),
            Map.entry("--subjects", String.join(",", Stream.of(Subject.values()).map(Subject::option).toList())),
            Map.entry("--runs", "3"), Map.entry("--turns", "1000,5000,12000"), Map.entry("--at-once", "16"),
            Map.entry("--first", "400"), Map.entry("--idle", "20"), Map.entry("--minutes", "240"),
            Map.entry("--parley",
                    Path.of(System.getProperty("java.home"), "bin", "java")
                            + " -jar target/quarkus-app/quarkus-run.jar"),
            Map.entry("--fill", String.join(",", FILLINGS)), Map.entry("--messages", "1000000"),
            Map.entry("--shops", "2000"), Map.entry("--entries", "10000"), Map.entry("--entry-shops", "20"),
            Map.entry("--pairs", "8"), Map.entry("--block", "500"), Map.entry("--sockets", "10000"),
            Map.entry("--parley-jvm", ""), Map.entry("--sample", "target/peer/peer-1.jar"));

    static Options parse(String... words) {
        Map<String, String> given = new java.util.HashMap<>(DEFAULTS);
        for (int i = 0; i < words.length; i += 2) {
            if (i + 1 == words.length || given.put(words[i], words[i + 1]) == null) {
                throw new IllegalArgumentException("Unknown, or without a value: " + words[i]);
            }
        }
        Set<String> parts = new LinkedHashSet<>(list(given.get("--only")));
        Set<String> fillings = new LinkedHashSet<>(list(given.get("--fill")));
        if (!PARTS.containsAll(parts) || !FILLINGS.containsAll(fillings)) {
            throw new IllegalArgumentException("Unknown part in " + parts + " or " + fillings);
        }
        return new Options(parts,
                new LinkedHashSet<>(list(given.get("--subjects")).stream().map(Subject::of).toList()),
                number(given, "--runs"), list(given.get("--turns")).stream().map(Integer::valueOf).toList(),
                number(given, "--at-once"), number(given, "--first"), Duration.ofSeconds(number(given, "--idle")),
                Duration.ofMinutes(number(given, "--minutes")),
                Arrays.stream(given.get("--parley").split(" ", -1)).filter(word -> !word.isEmpty()).toList(),
                given.get("--parley-jvm"), Path.of(given.get("--sample")), fillings,
                NUMBERS.stream().collect(Collectors.toMap(name -> name, name -> number(given, name))));
    }

    /** Of an option such as `--shops`. */
    int number(String name) {
        return numbers.get(name);
    }

    boolean wants(String part) {
        return parts.contains(part);
    }

    private static List<String> list(String words) {
        return List.of(words.split(",", -1));
    }

    private static int number(Map<String, String> given, String name) {
        return Integer.parseInt(given.get(name));
    }
}
