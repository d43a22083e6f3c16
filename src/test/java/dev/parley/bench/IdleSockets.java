package dev.parley.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.parley.bench.Launcher.Place;

/** Heap of a visitor's socket that is open after its `hello`, each of another visitor. */
final class IdleSockets {
    private static final int WARM_UP = 500;
    private static final int AT_ONCE = 16;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Options options;
    private final Launcher launcher;
    private final Figures figures;

    IdleSockets(Options options, Launcher launcher, Figures figures) {
        this.options = options;
        this.launcher = launcher;
        this.figures = figures;
    }

    void measure(Subject subject, Path folder, int round) throws Exception {
        launcher.withService(subject, new Place(folder, null), service -> {
            Ready.await(service);
            Ready.awaitQuiet(service);
            open(service, WARM_UP).forEach(IdleSockets::close);
            Ready.awaitQuiet(service);
            double before = heap(service);
            double resident = service.resident();
            int wanted = options.number("--sockets");
            List<Socket> sockets = open(service, wanted);
            try {
                Ready.awaitQuiet(service);
                figures.add(Row.SOCKETS_OPEN, subject, round,
                        (double) sockets.stream().filter(IdleSockets::isOpen).count());
                figures.add(Row.SOCKET_HEAP, subject, round, (heap(service) - before) / wanted);
                figures.add(Row.SOCKET_RESIDENT, subject, round,
                        (service.resident() - resident) * 1e6 / 1024 / wanted);
            } finally {
                sockets.forEach(IdleSockets::close);
            }
        });
    }

    private static List<Socket> open(Service service, int count) throws Exception {
        List<Socket> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<List<Socket>>> tasks = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                int share = count / AT_ONCE + (i < count % AT_ONCE ? 1 : 0);
                tasks.add(() -> some(service.port(), share));
            }
            for (Future<List<Socket>> some : threads.invokeAll(tasks)) {
                all.addAll(some.get());
            }
        }
        return all;
    }

    private static List<Socket> some(int port, int count) throws IOException {
        List<Socket> some = new ArrayList<>();
        try (HttpConnection sessions = new HttpConnection(port)) {
            for (int i = 0; i < count; i++) {
                int status = sessions.post("/v1/visitor/sessions", "{\"tenant\":\"demo\"}",
                        "Content-Type: application/json", origin(port));
                String answer = sessions.text();
                if (status != 201) {
                    throw new IOException("No session: " + status + " " + answer);
                }
                some.add(open(port, answer.replaceFirst("(?s).*?\"token\":\"([^\"]+)\".*", "$1")));
            }
        }
        return some;
    }

    private static String origin(int port) {
        return "Origin: http://127.0.0.1:" + port;
    }

    private static Socket open(int port, String token) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(("GET /ws/v1/visitor HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\nSec-WebSocket-Protocol: parley.v1\r\n" + origin(port)
                + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        await(socket.getInputStream(), "\r\n\r\n");
        socket.getOutputStream().write(frame("{\"type\":\"hello\",\"token\":\"" + token + "\",\"since\":0}"));
        await(socket.getInputStream(), "\"ready\"");
        return socket;
    }

    /** Masked with zeros, which changes nothing. */
    private static byte[] frame(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[8 + content.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | 126);
        frame[2] = (byte) (content.length >> 8);
        frame[3] = (byte) content.length;
        System.arraycopy(content, 0, frame, 8, content.length);
        return frame;
    }

    private static void await(InputStream in, String end) throws IOException {
        StringBuilder heard = new StringBuilder();
        byte[] some = new byte[2_048];
        while (heard.indexOf(end) < 0) {
            int count = in.read(some);
            if (count < 0) {
                throw new IOException("Closed after: " + heard);
            }
            heard.append(new String(some, 0, count, StandardCharsets.ISO_8859_1));
        }
    }

    /** Reads what has come, such as a close frame's end of stream, without waiting. */
    private static boolean isOpen(Socket socket) {
        try {
            while (socket.getInputStream().available() > 0) {
                int first = socket.getInputStream().read();
                if (first == 0x88) {
                    return false;
                }
                socket.getInputStream().skipNBytes(socket.getInputStream().read());
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed either way.
        }
    }

    /** KiB, after a full collection. */
    private static double heap(Service service) throws IOException {
        service.jcmd("GC.run");
        double used = 0;
        for (String line : service.jcmd("GC.heap_info").lines().toList()) {
            Matcher found = USED.matcher(line);
            used += !line.contains("etaspace") && !line.contains("class space") && found.find()
                    ? Double.parseDouble(found.group(1))
                    : 0;
        }
        return used;
    }
}
