package dev.parley.speech;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Determines format and duration of an audio file from its bytes, in time linear in its size. */
final class AudioMeter {
    /** OpenAI's limit. */
    static final long LARGEST = 25L * 1024 * 1024;
    private static final Duration SHORTEST = Duration.ofMillis(100);
    /** At the lowest bit rates, 25 MiB are days of audio. */
    private static final Duration LONGEST = Duration.ofHours(4);

    private AudioMeter() {}

    static Clip measure(Path file) throws IOException {
        try (AudioBytes bytes = AudioBytes.open(file)) {
            if (bytes.size() == 0) {
                throw BadAudio.empty();
            }
            if (bytes.size() > LARGEST) {
                throw BadAudio.tooLarge();
            }
            Measured measured = measure(bytes);
            Polyglot.refuse(bytes);
            if (measured.length().compareTo(SHORTEST) < 0) {
                throw BadAudio.tooShort();
            }
            if (measured.length().compareTo(LONGEST) > 0) {
                throw BadAudio.tooLong();
            }
            return new Clip(file, measured.format(), measured.length(), bytes.size());
        }
    }

    private static Measured measure(AudioBytes bytes) throws IOException {
        if (WavMeter.fits(bytes)) {
            return new WavMeter(bytes).measure();
        }
        if (OggMeter.fits(bytes)) {
            return new OggMeter(bytes).measure();
        }
        if (FlacMeter.fits(bytes)) {
            return new FlacMeter(bytes).measure();
        }
        if (WebmMeter.fits(bytes)) {
            return new WebmMeter(bytes).measure();
        }
        if (Mp4Meter.fits(bytes)) {
            return new Mp4Meter(bytes).measure();
        }
        if (Mp3Meter.fits(bytes)) {
            return new Mp3Meter(bytes).measure();
        }
        throw BadAudio.notRecognised();
    }
}
