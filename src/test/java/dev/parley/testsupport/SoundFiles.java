package dev.parley.testsupport;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/** Sound files in the layouts of browsers, phones and programs; their packets contain no real sound. */
public final class SoundFiles {
    private static final int OPUS_RATE = 48_000;
    private static final int AAC_FRAME = 1_024;
    private static final int AAC_SIZE = 200;
    /** 20 ms, one frame. */
    private static final int OPUS_CONFIG = 0x78;
    private static final int PACKET = 60;

    private SoundFiles() {}

    /** As written by Chromium's recorder: clusters without sizes, no duration. */
    public static byte[] webm(Duration length) {
        return webm(length, packet(PACKET));
    }

    public static byte[] webm(Duration length, byte[] packet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        element(out, 0x1a45dfa3L, body -> element(body, 0x4282, "webm".getBytes(StandardCharsets.US_ASCII)));
        number(out, 0x18538067L, 4);
        number(out, 0x01ffffffffffffffL, 8);
        element(out, 0x1549a966L, body -> element(body, 0x2ad7b1, new byte[]{0x0f, 0x42, 0x40}));
        element(out, 0x1654ae6bL, tracks -> element(tracks, 0xae, entry -> {
            element(entry, 0xd7, new byte[]{1});
            element(entry, 0x83, new byte[]{2});
            element(entry, 0x86, "A_OPUS".getBytes(StandardCharsets.US_ASCII));
        }));
        int blocks = (int) (length.toMillis() / 20);
        for (int i = 0; i < blocks; i++) {
            if (i % 250 == 0) {
                int at = i * 20;
                number(out, 0x1f43b675L, 4);
                number(out, 0x01ffffffffffffffL, 8);
                byte[] time = {(byte) (at >> 16), (byte) (at >> 8), (byte) at};
                element(out, 0xe7, time);
            }
            int since = i % 250 * 20;
            element(out, 0xa3, block -> {
                number(block, 0x81, 1);
                number(block, since, 2);
                number(block, 0x80, 1);
                block.writeBytes(packet);
            });
        }
        return out.toByteArray();
    }

    /** Opus, five packets to a page. */
    public static byte[] ogg(Duration length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        page(out, 2, 0, bytes -> {
            bytes.writeBytes("OpusHead".getBytes(StandardCharsets.US_ASCII));
            number(bytes, 0x0101, 2);
            bytes.writeBytes(new byte[9]);
        }, 1);
        page(out, 0, 0, bytes -> bytes.writeBytes("OpusTags\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII)), 1);
        int packets = (int) (length.toMillis() / 20);
        for (int i = 0; i < packets; i += 5) {
            int here = Math.min(5, packets - i);
            byte[] packet = packet(PACKET);
            page(out, i + here >= packets ? 4 : 0, (i + here) * (OPUS_RATE / 50L), bytes -> {
                for (int k = 0; k < here; k++) {
                    bytes.writeBytes(packet);
                }
            }, here);
        }
        return out.toByteArray();
    }

    private static void page(ByteArrayOutputStream out, int flags, long granule, Consumer<ByteArrayOutputStream> body,
            int packets) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        body.accept(content);
        out.writeBytes("OggS".getBytes(StandardCharsets.US_ASCII));
        number(out, flags, 2);
        number(out, Long.reverseBytes(granule), 8);
        out.writeBytes(new byte[]{7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        out.write(packets);
        for (int i = 0; i < packets; i++) {
            out.write(content.size() / packets);
        }
        out.writeBytes(content.toByteArray());
    }

    /** 64 kbit/s, 44.1 kHz, without tags. */
    public static byte[] mp3(Duration length) {
        int frames = (int) Math.ceil(length.toMillis() / 1_000.0 * 44_100 / 1_152);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < frames; i++) {
            number(out, 0xfffb50c0L, 4);
            out.writeBytes(new byte[208 - 4]);
        }
        return out.toByteArray();
    }

    /** AAC with its tables before the sound, as phones share it. */
    public static byte[] m4a(Duration length) {
        int frames = frames(length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        box(out, "ftyp", body -> body.writeBytes("M4A \0\0\0\0".getBytes(StandardCharsets.US_ASCII)));
        box(out, "moov", moov -> track(moov, 44_100, stbl -> {
            box(stbl, "stts", stts -> {
                number(stts, 0, 4);
                number(stts, 1, 4);
                number(stts, frames, 4);
                number(stts, AAC_FRAME, 4);
            });
            box(stbl, "stsz", stsz -> {
                number(stsz, 0, 4);
                number(stsz, AAC_SIZE, 4);
                number(stsz, frames, 4);
            });
        }));
        box(out, "mdat", mdat -> mdat.writeBytes(new byte[frames * AAC_SIZE]));
        return out.toByteArray();
    }

    /** AAC in fragments, as written by Safari's recorder. */
    public static byte[] fragmentedMp4(Duration length) {
        int frames = frames(length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        box(out, "ftyp", body -> body.writeBytes("iso5\0\0\2\0iso5iso6mp41".getBytes(StandardCharsets.US_ASCII)));
        box(out, "moov", moov -> {
            track(moov, 44_100, stbl -> {
                box(stbl, "stts", stts -> number(stts, 0, 8));
                box(stbl, "stsz", stsz -> stsz.writeBytes(new byte[12]));
            });
            box(moov, "mvex", mvex -> box(mvex, "trex", trex -> {
                number(trex, 0, 4);
                number(trex, 1, 4);
                number(trex, 1, 4);
                number(trex, AAC_FRAME, 4);
                number(trex, 0, 8);
            }));
        });
        for (int i = 0; i < frames; i += 50) {
            int here = Math.min(50, frames - i);
            box(out, "moof", moof -> box(moof, "traf", traf -> {
                box(traf, "tfhd", tfhd -> {
                    number(tfhd, 0x020000, 4);
                    number(tfhd, 1, 4);
                });
                box(traf, "trun", trun -> {
                    number(trun, 0x201, 4);
                    number(trun, here, 4);
                    number(trun, 0, 4);
                    for (int k = 0; k < here; k++) {
                        number(trun, AAC_SIZE, 4);
                    }
                });
            }));
            box(out, "mdat", mdat -> mdat.writeBytes(new byte[here * AAC_SIZE]));
        }
        return out.toByteArray();
    }

    private static int frames(Duration length) {
        return (int) Math.ceil(length.toMillis() / 1_000.0 * 44_100 / AAC_FRAME);
    }

    private static void track(ByteArrayOutputStream moov, int timescale, Consumer<ByteArrayOutputStream> tables) {
        box(moov, "trak", trak -> {
            box(trak, "tkhd", tkhd -> {
                tkhd.writeBytes(new byte[12]);
                number(tkhd, 1, 4);
            });
            box(trak, "mdia", mdia -> {
                box(mdia, "mdhd", mdhd -> {
                    mdhd.writeBytes(new byte[12]);
                    number(mdhd, timescale, 4);
                    mdhd.writeBytes(new byte[8]);
                });
                box(mdia, "hdlr", hdlr -> {
                    hdlr.writeBytes(new byte[8]);
                    hdlr.writeBytes("soun".getBytes(StandardCharsets.US_ASCII));
                    hdlr.writeBytes(new byte[13]);
                });
                box(mdia, "minf", minf -> box(minf, "stbl", tables));
            });
        });
    }

    private static byte[] packet(int size) {
        byte[] packet = new byte[size];
        packet[0] = (byte) OPUS_CONFIG;
        return packet;
    }

    public static void element(ByteArrayOutputStream out, long id, Consumer<ByteArrayOutputStream> body) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        body.accept(content);
        element(out, id, content.toByteArray());
    }

    private static void element(ByteArrayOutputStream out, long id, byte[] content) {
        number(out, id, (71 - Long.numberOfLeadingZeros(id)) / 8);
        number(out, 0x10000000L | content.length, 4);
        out.writeBytes(content);
    }

    public static void box(ByteArrayOutputStream out, String type, Consumer<ByteArrayOutputStream> body) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        body.accept(content);
        number(out, content.size() + 8, 4);
        out.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(content.toByteArray());
    }

    private static void number(ByteArrayOutputStream out, long value, int width) {
        for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
            out.write((int) (value >> shift));
        }
    }
}
