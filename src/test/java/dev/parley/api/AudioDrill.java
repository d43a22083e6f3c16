package dev.parley.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import dev.parley.testsupport.WavSample;
import org.awaitility.Awaitility;

/**
 * Measures the cost of recordings: heap and temporary files while twenty large uploads run at once, heap for each of
 * them, and CPU for a minute of sound compared with the bare call. Run by hand against a local Parley that uses a
 * scripted model: {@code AudioDrill http://127.0.0.1:8080 pk_… http://127.0.0.1:8089/v1 <Parley's process id>}.
 */
public final class AudioDrill {
    private static final int AT_ONCE = 20;
    private static final int LARGE = 24 * 1024 * 1024;
    private static final int MINUTES = 100;
    /** Runs before the measurement, so that the code is compiled. */
    private static final int WARM = 600;
    private static final String BOUNDARY = "drill";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI site;
    private final String key;
    private final URI model;
    private final long pid;

    private AudioDrill(URI site, String key, URI model, long pid) {
        this.site = site;
        this.key = key;
        this.model = model;
        this.pid = pid;
    }

    public static void main(String[] args) throws Exception {
        AudioDrill drill = new AudioDrill(URI.create(args[0]), args[1], URI.create(args[2] + "/audio/transcriptions"),
                Long.parseLong(args[3]));
        byte[] minute = form(WavSample.tone(Duration.ofMinutes(1)));
        byte[] small = form(WavSample.small(Duration.ofMinutes(1)));
        drill.ask(drill.parley(), small, WARM);
        drill.ask(drill.parley(), minute, WARM);
        drill.minutes(small);
        drill.minutes(minute);
        drill.together();
        drill.underWay();
        System.exit(0);
    }

    private static byte[] form(byte[] sound) {
        byte[] head = head().getBytes(StandardCharsets.US_ASCII);
        byte[] end = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] form = Arrays.copyOf(head, head.length + sound.length + end.length);
        System.arraycopy(sound, 0, form, head.length, sound.length);
        System.arraycopy(end, 0, form, head.length + sound.length, end.length);
        return form;
    }

    private static String head() {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nwhisper-1\r\n--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"response_format\"\r\n\r\nverbose_json\r\n--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\n";
    }

    private URI parley() {
        return site.resolve("/v1/audio/transcriptions");
    }

    /** Sends that many requests, one after the other. */
    private void ask(URI where, byte[] form, int times) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            int status = post(where, form);
            if (status != 200) {
                throw new IllegalStateException(where + " answers " + status);
            }
        }
    }

    private int post(URI where, byte[] form) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(where).header("Authorization", "Bearer " + key)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form)).build(), BodyHandlers.discarding()).statusCode();
    }

    private void minutes(byte[] minute) throws Exception {
        long before = cpuMillis();
        long began = System.nanoTime();
        ask(parley(), minute, MINUTES);
        long took = System.nanoTime() - began;
        long cpu = cpuMillis() - before;
        began = System.nanoTime();
        ask(model, minute, MINUTES);
        long bare = System.nanoTime() - began;
        System.out.printf("a minute of sound (%d KiB): %.1f ms of Parley's CPU; %.1f ms through Parley, %.1f ms bare%n",
                minute.length / 1024, (double) cpu / MINUTES, took / 1e6 / MINUTES, bare / 1e6 / MINUTES);
    }

    /** User and system time of Parley alone. */
    private long cpuMillis() {
        return ProcessHandle.of(pid).flatMap(parley -> parley.info().totalCpuDuration()).orElseThrow().toMillis();
    }

    private void together() throws Exception {
        byte[] form = form(WavSample.tone(Duration.ofSeconds(LARGE / 32_000)));
        long before = heap();
        long max = 0;
        long files = 0;
        List<Integer> statuses = new CopyOnWriteArrayList<>();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            senders.add(Thread.ofPlatform().start(() -> {
                try {
                    statuses.add(post(parley(), form));
                } catch (IOException | InterruptedException failed) {
                    statuses.add(0);
                }
            }));
        }
        for (Thread sender : senders) {
            do {
                max = Math.max(max, used());
                files = Math.max(files, temporary());
            } while (!sender.join(Duration.ofMillis(100)));
        }
        awaitFiles(0);
        System.out.printf(
                "%d uploads of %d MiB at once: %s answered; heap %.1f MiB before, at most %.1f MiB with garbage, %.1f MiB after; %d files at most, %d left%n",
                AT_ONCE, LARGE >> 20, statuses, before / 1048576.0, max / 1048576.0, heap() / 1048576.0,
                files, temporary());
    }

    /** Each upload has sent half of its body and waits. */
    private void underWay() throws Exception {
        long before = heap();
        List<Socket> open = new ArrayList<>();
        byte[] piece = WavSample.tone(Duration.ofSeconds(30));
        for (int i = 0; i < AT_ONCE; i++) {
            Socket socket = new Socket(site.getHost(), site.getPort());
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /v1/audio/transcriptions HTTP/1.1\r\nHost: " + site.getHost() + "\r\nAuthorization: Bearer "
                            + key + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY
                            + "\r\nContent-Length: " + LARGE
                            + "\r\n\r\n" + head()).getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < LARGE / 2; sent += piece.length) {
                out.write(piece);
            }
            out.flush();
            open.add(socket);
        }
        awaitFiles(AT_ONCE);
        long during = heap();
        for (Socket socket : open) {
            socket.close();
        }
        awaitFiles(0);
        System.out.printf("%d uploads half way: %.1f KiB of heap each; %d files left once they have broken off%n",
                AT_ONCE,
                (during - before) / 1024.0 / AT_ONCE, temporary());
    }

    private static void awaitFiles(long wanted) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> temporary() == wanted);
    }

    private static long temporary() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(System.getProperty("java.io.tmpdir")), 2)) {
            return all.filter(
                    path -> path.toString().contains("/parley-uploads-") || path.toString().contains("/parley-voice-"))
                    .filter(Files::isRegularFile).count();
        }
    }

    /** Live objects, after a collection. */
    private long heap() throws IOException {
        jcmd("GC.run");
        return used();
    }

    private long used() throws IOException {
        // " garbage-first heap   total 65536K, used 40960K [0x…" or " def new generation   total …K, used …K" and more of them
        return jcmd("GC.heap_info").stream().filter(line -> line.matches(".*(heap|generation) +total.*|.*heap.*used.*"))
                .filter(line -> line.contains("used"))
                .mapToLong(line -> Long.parseLong(line.replaceFirst(".*used (\\d+)[KM].*", "$1"))
                        * (line.matches(".*used \\d+M.*") ? 1024 * 1024 : 1024))
                .sum();
    }

    private List<String> jcmd(String command) throws IOException {
        Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid), command).redirectErrorStream(true).start();
        try (BufferedReader lines = jcmd.inputReader()) {
            return lines.lines().toList();
        }
    }
}
