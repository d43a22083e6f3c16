package dev.parley.api;

public final class AudioWords {
    public static final String TRANSCRIBES = """
            The form's fields are OpenAI's. The recording is told by its content, measured, heard by the shop's speech
            models and forgotten. 400 says what is wrong with it: `audio_missing`, `audio_empty`, `audio_too_short`,
            `audio_too_long`, `audio_silent`, `audio_truncated`, `audio_malformed`, `audio_polyglot`,
            `audio_no_sound`, `audio_not_recognised`, `audio_length_unknown`.""";
    public static final String TRANSLATES = """
            As the transcription, in English. Where the shop's speech model does not translate, its chat model does:
            `original` then has what was said.""";
    public static final String TOO_LARGE = "`audio_too_large`: the file is larger than 25 MiB.";
    public static final String CANNOT_BE_HEARD = """
            It cannot be heard as things are: no model is set up (`speech_not_configured`), the budget is used up
            (`budget_day`, `budget_month`), nobody has set a price (`no_price`), or the model does not take the
            recording (`audio_refused`).""";
    public static final String LATER = """
            The model does not answer now (`speech_unavailable`) or not in time (`speech_timeout`); try again.""";
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
