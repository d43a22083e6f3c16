package dev.parley.speech;

import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;

final class BadAudio {
    private BadAudio() {}

    static ParleyException empty() {
        return ParleyException.invalid("audio_empty", "The file is empty. Record again.");
    }

    static ParleyException tooShort() {
        return ParleyException.invalid("audio_too_short", "The recording is shorter than a tenth of a second.");
    }

    static ParleyException tooLong() {
        return ParleyException.invalid("audio_too_long",
                "The recording lasts longer than four hours. Send it in parts.");
    }

    static ParleyException tooLarge() {
        return new ParleyException(Kind.TOO_LARGE, "audio_too_large",
                "The file is larger than 25 MiB (26,214,400 bytes). Send it in parts, or in a format that takes less room.");
    }

    static ParleyException notRecognised() {
        return ParleyException.invalid("audio_not_recognised",
                "The file's content is none of flac, m4a, mp3, mp4, mpeg, mpga, oga, ogg, wav and webm, whatever its name is.");
    }

    /** @param what the other format */
    static ParleyException polyglot(String what) {
        return ParleyException.invalid("audio_polyglot",
                "The file is " + what + " as well as a recording. Send the recording alone.");
    }

    static ParleyException malformed(String detail) {
        return ParleyException.invalid("audio_malformed", "The file looks like a recording, but " + detail + ".");
    }

    static ParleyException truncated() {
        return ParleyException.invalid("audio_truncated", "The file breaks off before its end. Send all of it.");
    }

    /** @param detail why it cannot be measured */
    static ParleyException lengthUnknown(String detail) {
        return ParleyException.invalid("audio_length_unknown",
                "How long the recording lasts cannot be measured: " + detail + ".");
    }

    static ParleyException noSound() {
        return ParleyException.invalid("audio_no_sound", "The file has no sound in it.");
    }

    static ParleyException silent() {
        return ParleyException.invalid("audio_silent",
                "The recording is silent. Is the microphone muted?");
    }
}
