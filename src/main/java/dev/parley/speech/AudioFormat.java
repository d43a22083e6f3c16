package dev.parley.speech;

/** What speech models read. Told by a file's content: its name is whatever its sender liked. */
public enum AudioFormat {
    FLAC("flac", "audio/flac"),
    /** Sound alone in an MP4; what phones record. */
    M4A("m4a", "audio/mp4"),
    /** MPEG audio, whichever layer. */
    MP3("mp3", "audio/mpeg"),
    /** With pictures in it, or none that say so. */
    MP4("mp4", "audio/mp4"), OGG("ogg", "audio/ogg"), WAV("wav", "audio/wav"), WEBM("webm", "audio/webm");

    private final String extension;
    private final String contentType;

    AudioFormat(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    /** Speech servers tell the format by the file's name: this must be its end. */
    public String extension() {
        return extension;
    }

    /** As which a recording is sent, to servers and to browsers; never as its sender called it. */
    public String contentType() {
        return contentType;
    }
}
