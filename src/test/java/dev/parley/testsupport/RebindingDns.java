package dev.parley.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.parley.platform.OutgoingGuard;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.dns.AddressResolverOptions;

/**
 * A name server that returns the next of its addresses on each query and stays with the last one. Answers must not be
 * cached (TTL 0), so whoever checks an address and resolves the name again connects elsewhere. It can also be used as a
 * resolver.
 */
public final class RebindingDns implements AutoCloseable, OutgoingGuard.Names {
    /** A public address that is not assigned, so connections to it go nowhere. */
    public static final String PUBLIC = "3000::1";

    private static final String SWITCHED_OFF = "vertx.disableDnsResolver";
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int HEADER = 12;
    /** Bytes before the address in an answer. */
    private static final int RECORD = 12;
    private static final int AUTHORITATIVE_ANSWER = 0x8580;
    private static final int POINTER_TO_THE_NAME_ASKED = 0xc00c;
    private static final int INTERNET = 1;
    private static final int A = 1;
    private static final int AAAA = 28;
    private static final int ANY = 255;

    private final DatagramSocket socket;
    private final List<byte[]> addresses;
    private final AtomicInteger answered = new AtomicInteger();

    public RebindingDns(String... addresses) {
        try {
            this.addresses = Arrays.stream(addresses).map(RebindingDns::bytes).toList();
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::serve);
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A Vertx that uses this name server. Quarkus disables Vert.x's resolver for the whole process. */
    public Vertx vertx() {
        String before = System.getProperty(SWITCHED_OFF, "false");
        System.setProperty(SWITCHED_OFF, "false");
        try {
            return Vertx.vertx(new VertxOptions().setAddressResolverOptions(new AddressResolverOptions()
                    .setServers(List.of("127.0.0.1:" + socket.getLocalPort())).setSearchDomains(List.of()).setNdots(1)
                    .setCacheMaxTimeToLive(0)));
        } finally {
            System.setProperty(SWITCHED_OFF, before);
        }
    }

    /** Number of addresses returned so far. */
    public int answered() {
        return answered.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(new byte[1_500], 1_500);
            try {
                socket.receive(packet);
                byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private byte[] answer(byte[] question) {
        int end = HEADER;
        while (question[end] != 0) {
            end += question[end] + 1;
        }
        ByteBuffer asked = ByteBuffer.wrap(question);
        int type = asked.getShort(end + 1);
        end += 5;
        byte[] address = addresses.get(Math.min(answered.get(), addresses.size() - 1));
        int known = address.length == 4 ? A : AAAA;
        boolean ours = type == known || type == ANY;
        ByteBuffer answer = ByteBuffer.allocate(end + RECORD + address.length);
        answer.putShort(asked.getShort(0)).putShort((short) AUTHORITATIVE_ANSWER).putShort((short) 1)
                .putShort((short) (ours ? 1 : 0)).putInt(0).put(question, HEADER, end - HEADER);
        if (ours) {
            answered.incrementAndGet();
            answer.putShort((short) POINTER_TO_THE_NAME_ASKED).putShort((short) known).putShort((short) INTERNET)
                    .putInt(0).putShort((short) address.length).put(address);
        }
        return Arrays.copyOf(answer.array(), answer.position());
    }

    /** Queries it once, as an {@link OutgoingGuard} would query DNS. */
    @Override
    public InetAddress[] find(String host) throws UnknownHostException {
        byte[] question = question(host);
        DatagramPacket answer = new DatagramPacket(new byte[1_500], 1_500);
        try (DatagramSocket asking = new DatagramSocket()) {
            asking.setSoTimeout(PATIENCE_MILLIS);
            asking.send(new DatagramPacket(question, question.length, socket.getLocalSocketAddress()));
            asking.receive(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int address = question.length + RECORD;
        if (answer.getLength() <= address) {
            throw new UnknownHostException(host);
        }
        return new InetAddress[]{
                InetAddress.getByAddress(Arrays.copyOfRange(answer.getData(), address, answer.getLength()))};
    }

    private static byte[] question(String host) {
        ByteBuffer question = ByteBuffer.allocate(HEADER + host.length() + 6);
        question.putInt(0).putShort((short) 1).putShort((short) 0).putInt(0);
        for (String label : host.split("\\.", -1)) {
            question.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
        }
        return question.put((byte) 0).putShort((short) ANY).putShort((short) INTERNET).array();
    }

    @Override
    public void close() {
        socket.close();
    }
}
