package dev.parley.understanding;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.parley.understanding.EverydayReport.Judged;

/**
 * Asks a running Parley the everyday set and prints the share handled correctly. Arguments: its address and an API key;
 * optionally {@code half=tune} or {@code half=report}, {@code kind=} for one kind, and {@code wrong} to list the wrong
 * cases.
 */
final class EverydayEval {
    private static final int AT_ONCE = 4;

    private EverydayEval() {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        List<String> options = List.of(arguments).subList(2, arguments.length);
        ShopClient door = new ShopClient(URI.create(arguments[0]), arguments[1]);
        EverydayJudge judge = new EverydayJudge(door.answers());
        Map<String, List<Judged>> halves = new LinkedHashMap<>();
        for (String half : List.of("tune", "report")) {
            if (isWanted(options, "half", half)) {
                halves.put(half, ask(door, judge, EverydayCase.half(half).stream()
                        .filter(each -> isWanted(options, "kind", each.kind())).toList()));
            }
        }
        System.out.print(EverydayReport.table(halves));
        if (options.contains("wrong")) {
            halves.values().forEach(judged -> System.out.print(EverydayReport.wrong(judged)));
        }
    }

    /** Without the option all are wanted. */
    private static boolean isWanted(List<String> options, String name, String value) {
        return options.stream().noneMatch(option -> option.startsWith(name + "="))
                || options.contains(name + "=" + value);
    }

    private static List<Judged> ask(ShopClient door, EverydayJudge judge, List<EverydayCase> cases)
            throws InterruptedException, ExecutionException {
        List<Judged> judged = new ArrayList<>();
        try (ExecutorService few = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Judged>> running = cases.stream()
                    .map(each -> few.submit(() -> judged(each, door.have(each), judge)))
                    .toList();
            for (Future<Judged> each : running) {
                judged.add(each.get());
            }
        }
        return judged;
    }

    private static Judged judged(EverydayCase asked, CaseResult heard, EverydayJudge judge) {
        return new Judged(asked, heard, judge.isRight(asked.expect(), heard), judge.partsServed(asked.expect(), heard));
    }
}
