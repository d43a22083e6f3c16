package dev.parley.testsupport;

import java.util.concurrent.CountDownLatch;

/** Runs the scripted model for dev mode and browser tests: {@code ScriptedModelMain [port] [milliseconds between deltas]}. */
final class ScriptedModelMain {
    private static final int PORT = 4010;
    private static final long DELAY_MS = 30;

    private ScriptedModelMain() {}

    public static void main(String... args) throws InterruptedException {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : PORT;
        long delay = args.length > 1 ? Long.parseLong(args[1]) : DELAY_MS;
        try (ScriptedModel model = ScriptedModel.start(port, delay)) {
            System.out.println("Scripted model: " + model.baseUrl());
            new CountDownLatch(1).await();
        }
    }
}
