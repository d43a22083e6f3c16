package dev.parley.speech;

/** Formats that speech models read, detected by content rather than name. */
public enum AudioFormat {
    FLAC("flac", "audio/flac"),
    /** MP4 with audio only, as phones record. */
    M4A("m4a", "audio/mp4"),
    /** MPEG audio of any layer. */
    MP3("mp3", "audio/mpeg"),
    /** MP4 with video, or of unknown content. */
    MP4("mp4", "audio/mp4"),
    OGG("ogg", "audio/ogg"),
    WAV("wav", "audio/wav"),
    WEBM("webm", "audio/webm");

    private final String extension;
    private final String contentType;

    AudioFormat(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    /** Speech servers tell the format by the file's extension. */
    public String extension() {
        return extension;
    }

    /** Content type for servers and browsers, never the uploader's. */
    public String contentType() {
        return contentType;
    }
}
