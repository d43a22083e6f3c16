package dev.parley.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.parley.platform.ParleyException;
import dev.parley.testsupport.SoundFiles;
import dev.parley.testsupport.WavSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AudioMeterTest {
    private static final Duration LENGTH = Duration.ofSeconds(12);
    private static final byte[] ZIP_END = zipEnd();

    @TempDir
    Path folder;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(AudioFormat.WAV, WavSample.tone(LENGTH)),
                Arguments.of(AudioFormat.WEBM, SoundFiles.webm(LENGTH)),
                Arguments.of(AudioFormat.OGG, SoundFiles.ogg(LENGTH)),
                Arguments.of(AudioFormat.MP3, SoundFiles.mp3(LENGTH)),
                Arguments.of(AudioFormat.M4A, SoundFiles.m4a(LENGTH)),
                Arguments.of(AudioFormat.M4A, SoundFiles.fragmentedMp4(LENGTH)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void file_isToldAndMeasuredByItsBytes(AudioFormat format, byte[] content) throws IOException {
        Clip clip = measure(content);

        assertThat(clip.format()).isEqualTo(format);
        assertThat(clip.length().toMillis()).isCloseTo(LENGTH.toMillis(), within(30L));
    }

    /** Made by FFmpeg, each 1.3 seconds of a tone; codecs with long frames pad the last one. */
    @ParameterizedTest
    @CsvSource({"mp3.mp3, MP3", "tagged.mp3, MP3", "opus.ogg, OGG", "vorbis.ogg, OGG", "speex.ogg, OGG",
            "flac.ogg, OGG",
            "flac.flac, FLAC", "opus.webm, WEBM", "vorbis.webm, WEBM", "aac.m4a, M4A", "alac.m4a, M4A",
            "fragments.mp4, M4A", "adpcm.wav, WAV", "alaw.wav, WAV"})
    void fileOfAnotherProgram_isToldAndMeasured(String name, AudioFormat format) throws IOException {
        Clip clip = measure(resource(name));

        assertThat(clip.format()).isEqualTo(format);
        assertThat(clip.length()).isBetween(Duration.ofMillis(1_290), Duration.ofMillis(1_540));
    }

    @Test
    void codingThatNoModelReads_isNotRecognised() {
        assertRefused(resource("adts.aac"), "audio_not_recognised");
    }

    private static byte[] resource(String name) {
        try (InputStream file = AudioMeterTest.class.getResourceAsStream("/speech/" + name)) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileCutOff_isRefusedOrShorter(AudioFormat format, byte[] content) {
        Duration cut = lengthOf(Arrays.copyOf(content, content.length / 2));

        assertThat(cut).isLessThan(LENGTH.dividedBy(2).plusMillis(200));
    }

    @ParameterizedTest
    @MethodSource("files")
    void archiveBehindTheSound_isRefused(AudioFormat format, byte[] content) {
        byte[] both = Arrays.copyOf(content, content.length + ZIP_END.length);
        System.arraycopy(ZIP_END, 0, both, content.length, ZIP_END.length);

        assertThatThrownBy(() -> measure(both)).isInstanceOf(ParleyException.class);
    }

    /** No truncation or changed byte may cause a hang, an unexpected exception or an impossible length. */
    @ParameterizedTest
    @MethodSource("files")
    void changedBytes_areMeasuredOrRefused(AudioFormat format, byte[] content) throws IOException {
        byte[] changed = content.clone();
        for (int i = 0; i < 150; i++) {
            changed[i] ^= (byte) 0xff;
            Duration length = lengthOf(changed);
            changed[i] = content[i];

            assertThat(length).isLessThanOrEqualTo(Duration.ofHours(4));
        }
    }

    @Test
    void packetsWithoutSound_areSilence() {
        byte[] nothing = {(byte) 0xf8, (byte) 0xff, (byte) 0xfe};

        assertRefused(SoundFiles.webm(LENGTH, nothing), "audio_silent");
    }

    @Test
    void otherContent_isNotRecognised() {
        Map<String, byte[]> others = Map.of("text", "Good day".getBytes(StandardCharsets.UTF_8),
                "png", new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, "one", new byte[]{1},
                "zip", new byte[]{'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0, 0, 0}, "html",
                "<html><body>RIFF</body></html>".getBytes(StandardCharsets.UTF_8));

        others.values().forEach(content -> assertRefused(content, "audio_not_recognised"));
    }

    @Test
    void emptyFile_isRefused() {
        assertRefused(new byte[0], "audio_empty");
    }

    @Test
    void twentyFiveMebibytes_areTakenAndOneByteMoreIsNot() throws IOException {
        byte[] most = Arrays.copyOf(WavSample.tone(LENGTH), 25 * 1024 * 1024);
        Arrays.fill(most, 4, 8, (byte) 0xff);
        Arrays.fill(most, 40, 44, (byte) 0xff);

        assertThat(measure(most).size()).isEqualTo(most.length);
        assertRefused(Arrays.copyOf(most, most.length + 1), "audio_too_large");
    }

    @Test
    void boxesWithoutEnd_areRefusedSoon() {
        ByteArrayOutputStream nested = new ByteArrayOutputStream();
        SoundFiles.box(nested, "ftyp", body -> body.writeBytes(new byte[8]));
        byte[] header = {0, 0, 0, 8, 'm', 'o', 'o', 'v'};
        for (int i = 0; i < 1_000_000; i++) {
            nested.writeBytes(header);
        }

        assertRefused(nested.toByteArray(), "audio_no_sound");
    }

    @Test
    void samplesThatAreNotThere_areRefused() {
        byte[] m4a = SoundFiles.m4a(LENGTH);
        int mdat = m4a.length - (int) Math.ceil(12 * 44_100.0 / 1_024) * 200 - 8;
        byte[] withoutSound = Arrays.copyOf(m4a, mdat);

        assertRefused(withoutSound, "audio_truncated");
    }

    @Test
    void webPageInATag_isRefused() {
        byte[] mp3 = SoundFiles.mp3(LENGTH);
        byte[] page = "ID3\4\0\0\0\0\0\30<script>alert(1)</script>".getBytes(StandardCharsets.ISO_8859_1);
        page[9] = (byte) (page.length - 10);
        byte[] both = Arrays.copyOf(page, page.length + mp3.length);
        System.arraycopy(mp3, 0, both, page.length, mp3.length);

        assertRefused(both, "audio_polyglot");
    }

    private Duration lengthOf(byte[] content) {
        try {
            return measure(content).length();
        } catch (ParleyException refused) {
            return Duration.ZERO;
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private void assertRefused(byte[] content, String code) {
        assertThatThrownBy(() -> measure(content))
                .isInstanceOfSatisfying(ParleyException.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private Clip measure(byte[] content) throws IOException {
        return AudioMeter.measure(Files.write(folder.resolve("clip"), content));
    }

    private static byte[] zipEnd() {
        byte[] end = new byte[22];
        System.arraycopy(new byte[]{'P', 'K', 5, 6}, 0, end, 0, 4);
        return end;
    }
}
