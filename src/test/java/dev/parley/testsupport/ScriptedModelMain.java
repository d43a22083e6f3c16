package dev.parley.testsupport;

import java.util.concurrent.CompletableFuture;

/** Runs the scripted model for dev mode and browser tests: {@code ScriptedModelMain [port] [milliseconds between deltas]}. */
final class ScriptedModelMain {
    private static final int PORT = 4010;
    private static final long DELAY_MS = 30;

    private ScriptedModelMain() {}

    public static void main(String... args) {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : PORT;
        long delay = args.length > 1 ? Long.parseLong(args[1]) : DELAY_MS;
        // The parent process may be killed without stopping this one, and the next run needs the port.
        CompletableFuture<?> starterGone = ProcessHandle.current().parent()
                .<CompletableFuture<?>>map(ProcessHandle::onExit)
                .orElseGet(CompletableFuture::new);
        try (ScriptedModel model = ScriptedModel.start(port, delay)) {
            model.models(ScriptedModel.list("gpt-3.5-turbo", "whisper-1"));
            System.out.println("Scripted model: " + model.baseUrl());
            starterGone.join();
        }
    }
}
