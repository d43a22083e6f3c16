package dev.parley.doctor.look;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Commands and replies of SMTP (RFC 5321), without those that send a mail. */
final class SmtpDialog implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 5_000;

    private final String host;
    private Socket socket;
    private BufferedReader in;

    private SmtpDialog(String host, Socket socket) throws IOException {
        this.host = host;
        this.socket = socket;
        this.in = reader(socket);
    }

    /** {@code lines} without the code at the beginning of each. */
    record Reply(int code, String lines) {
        boolean good() {
            return code >= 200 && code < 400;
        }

        boolean offers(String extension) {
            return ("\n" + lines.toUpperCase(Locale.ROOT)).contains("\n" + extension);
        }

        String words() {
            return code + " " + Troubles.oneLine(lines);
        }
    }

    static SmtpDialog open(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            return new SmtpDialog(host, socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** From here on. */
    void encrypt(int port, boolean trustAll) throws IOException {
        SSLSocketFactory sockets = trustAll
                ? AnyCertificate.sockets()
                : (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secure = (SSLSocket) sockets.createSocket(socket, host, port, true);
        if (!trustAll) {
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
        }
        secure.startHandshake();
        socket = secure;
        in = reader(secure);
    }

    Reply greeting() throws IOException {
        return read();
    }

    Reply hello() throws IOException {
        return say("EHLO parley.invalid");
    }

    Reply say(String command) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return read();
    }

    /** By PLAIN (RFC 4616) if it is offered, else by LOGIN. */
    Reply signIn(Reply hello, String user, String password) throws IOException {
        if (hello.lines().toUpperCase(Locale.ROOT).matches("(?s).*AUTH[^\\n]*\\bPLAIN\\b.*")) {
            return say("AUTH PLAIN " + base64("\0" + user + "\0" + password));
        }
        say("AUTH LOGIN");
        say(base64(user));
        return say(base64(password));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Reply read() throws IOException {
        StringBuilder lines = new StringBuilder();
        while (true) {
            String line = in.readLine();
            if (line == null || line.length() < 3 || !line.substring(0, 3).matches("\\d{3}")) {
                throw new IOException(line == null ? "it closed the connection" : "it does not speak SMTP");
            }
            lines.append(line.length() > 4 ? line.substring(4) : "").append('\n');
            if (line.length() == 3 || line.charAt(3) != '-') {
                return new Reply(Integer.parseInt(line.substring(0, 3)), lines.toString());
            }
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
