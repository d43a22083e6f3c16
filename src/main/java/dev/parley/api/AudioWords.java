package dev.parley.api;

public final class AudioWords {
    public static final String TRANSCRIBES = """
            The form's fields are OpenAI's. The recording's format is recognised by its content. The shop's speech
            models transcribe it; it is not stored. Codes of 400: `audio_missing`, `audio_empty`, `audio_too_short`,
            `audio_too_long`, `audio_silent`, `audio_truncated`, `audio_malformed`, `audio_polyglot`,
            `audio_no_sound`, `audio_not_recognised`, `audio_length_unknown`.""";
    public static final String TRANSLATES = """
            As the transcription, in English. If the shop's speech model does not translate, its chat model does, and
            `original` has the transcription.""";
    public static final String TOO_LARGE = "`audio_too_large`: the file is larger than 25 MiB.";
    public static final String CANNOT_BE_HEARD = """
            No speech model is configured (`speech_not_configured`), the budget is used up (`budget_day`,
            `budget_month`), the model has no price (`no_price`), or it refuses the recording (`audio_refused`).""";
    public static final String LATER = """
            The model is unavailable (`speech_unavailable`) or too slow (`speech_timeout`); try again.""";
    public static final String TEXT = "How long do I have to return shoes?\n";
    public static final String SUBTITLES = """
            1
            00:00:00,000 --> 00:00:06,000
            How long do I have to return shoes?
            """;
    public static final String TRACK = """
            WEBVTT

            00:00:00.000 --> 00:00:06.000
            How long do I have to return shoes?
            """;

    private AudioWords() {}
}
