package dev.parley.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

import dev.parley.platform.ParleyException;
import dev.parley.testsupport.WavSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavMeterTest {
    private static final int SIZE_OF_RIFF = 4;
    private static final int SIZE_OF_DATA = 40;

    @TempDir
    Path folder;

    @Test
    void tone_isMeasured() throws IOException {
        Clip clip = measure(WavSample.tone(Duration.ofMillis(2_500)));

        assertThat(clip.format()).isEqualTo(AudioFormat.WAV);
        assertThat(clip.length()).isEqualTo(Duration.ofMillis(2_500));
        assertThat(clip.size()).isEqualTo(44 + 2_500 * 32);
    }

    @Test
    void sizesThatARecorderLeftOpen_areTakenFromTheBytes() throws IOException {
        byte[] wav = WavSample.tone(Duration.ofSeconds(1));
        set(wav, SIZE_OF_RIFF, -1);
        set(wav, SIZE_OF_DATA, -1);

        Clip clip = measure(wav);

        assertThat(clip.length()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void fewerBytesThanTold_areRefused() {
        byte[] wav = WavSample.tone(Duration.ofSeconds(1));

        assertRefused(Arrays.copyOf(wav, wav.length - 1_000), "audio_truncated");
    }

    @Test
    void silence_isRefused() {
        assertRefused(WavSample.silence(Duration.ofSeconds(1)), "audio_silent");
    }

    @Test
    void lessThanATenthOfASecond_isRefused() {
        assertRefused(WavSample.tone(Duration.ofMillis(99)), "audio_too_short");
    }

    @Test
    void contentBehindTheEnd_isRefused() {
        byte[] wav = WavSample.tone(Duration.ofSeconds(1));

        assertRefused(Arrays.copyOf(wav, wav.length + 5_000), "audio_malformed");
    }

    private void assertRefused(byte[] content, String code) {
        assertThatThrownBy(() -> measure(content))
                .isInstanceOfSatisfying(ParleyException.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private Clip measure(byte[] content) throws IOException {
        return AudioMeter.measure(Files.write(folder.resolve("clip"), content));
    }

    private static void set(byte[] wav, int place, int value) {
        ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).putInt(place, value);
    }
}
