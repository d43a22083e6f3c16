package dev.parley.speech;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Random access to a file, with one piece in memory at a time. Reading past the end is refused as truncated. */
final class AudioBytes implements Closeable {
    private static final int PIECE = 32 * 1024;

    private final FileChannel channel;
    private final long size;
    private final byte[] piece = new byte[PIECE];
    private long from;
    private int length;

    private AudioBytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    static AudioBytes open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new AudioBytes(channel);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    long size() {
        return size;
    }

    int at(long place) throws IOException {
        if (place < from || place >= from + length) {
            load(place);
        }
        return piece[(int) (place - from)] & 0xff;
    }

    private void load(long place) throws IOException {
        if (place < 0 || place >= size) {
            throw BadAudio.truncated();
        }
        ByteBuffer into = ByteBuffer.wrap(piece);
        from = place;
        length = 0;
        while (into.hasRemaining() && channel.read(into, place + into.position()) > 0) {
            length = into.position();
        }
        if (length == 0) {
            throw BadAudio.truncated();
        }
    }

    /** Unsigned big-endian number of up to eight bytes; never negative. */
    long big(long place, int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | at(place + i);
        }
        return number < 0 ? Long.MAX_VALUE : number;
    }

    /** Unsigned little-endian number of up to eight bytes; of eight, it may be negative. */
    long little(long place, int bytes) throws IOException {
        long number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | at(place + i);
        }
        return number;
    }

    boolean is(long place, String ascii) throws IOException {
        byte[] wanted = ascii.getBytes(StandardCharsets.ISO_8859_1);
        if (place < 0 || place + wanted.length > size) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (at(place + i) != (wanted[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
