package dev.parley.testsupport;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The audio operations of the scripted model: {@code POST /v1/audio/transcriptions} and {@code …/translations}. It
 * parses the forms and refuses what OpenAI refuses: unknown file extensions, empty and too short files, unsupported
 * formats, translations by models without them. The transcript is the configured text, in two segments with times.
 */
public final class ScriptedSpeech {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ENDS = Set.of("flac", "m4a", "mp3", "mp4", "mpeg", "mpga", "oga", "ogg", "wav",
            "webm");
    private static final Set<String> SHAPES = Set.of("json", "text", "srt", "verbose_json", "vtt");
    private static final int LARGEST = 25 * 1024 * 1024;
    private static final int WAV_HEADER = 44;
    private static final int BYTES_A_SECOND_AT = 28;
    private static final int BYTES_A_SECOND = 8_000;
    private static final String HEARD = "How long do I have to send shoes back?";
    private static final String HEARD_IN_GERMAN = "Wie lange kann ich Schuhe zurückgeben?";

    /** A received recording. {@code path}: of the operation; {@code headers}: with lower-case names. */
    public record Asked(String path, Map<String, String> headers, Map<String, List<String>> fields, String fileName,
            String fileType, Buffer file) {
        public @Nullable String field(String name) {
            List<String> values = fields.get(name);
            return values == null ? null : values.getFirst();
        }
    }

    private final List<Asked> asked = new ArrayList<>();
    private final Deque<Reply> queue = new ArrayDeque<>();
    private @Nullable Reply always;
    private @Nullable String words;

    /** The transcript of every recording from now on. */
    public synchronized ScriptedSpeech hears(String text) {
        words = text;
        return this;
    }

    /** Replies to the next recordings, instead of transcripts. */
    public synchronized ScriptedSpeech next(Reply... replies) {
        queue.addAll(List.of(replies));
        return this;
    }

    /** The reply to every recording once the queue is empty; null: transcripts. */
    public synchronized ScriptedSpeech always(@Nullable Reply reply) {
        always = reply;
        return this;
    }

    public synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    synchronized void reset() {
        asked.clear();
        queue.clear();
        always = null;
        words = null;
    }

    boolean answer(ScriptedConnection.Call call, String path, ScriptedConnection connection) throws IOException {
        Asked recording = FormParts.read(path, call);
        return connection.send(reply(recording), JSON.createObjectNode());
    }

    private synchronized Reply reply(Asked recording) {
        asked.add(recording);
        Reply scripted = queue.isEmpty() ? always : queue.poll();
        if (scripted != null) {
            return scripted;
        }
        Reply refusal = refusal(recording);
        return refusal == null ? heard(recording) : refusal;
    }

    private static @Nullable Reply refusal(Asked recording) {
        String model = recording.field("model");
        String shape = shape(recording);
        boolean translates = recording.path().endsWith("translations");
        boolean plain = model != null && model.startsWith("gpt-");
        if (model == null || recording.fileName().isEmpty()) {
            return refused("you must provide a model and a file", model == null ? "model" : "file");
        }
        if (translates && plain) {
            return Reply.error(404, null, "invalid_request_error").blaming("model",
                    "This model does not support translations.");
        }
        String end = recording.fileName().replaceFirst(".*\\.", "").toLowerCase(Locale.ROOT);
        if (!ENDS.contains(end)) {
            return refused("Unrecognized file format. Supported formats: " + ENDS, "file");
        }
        if (recording.file().length() > LARGEST) {
            return Reply.error(413, null, "server_error").blaming(null, "413: Maximum content size limit exceeded");
        }
        if (recording.file().length() == 0 || seconds(recording) < 0.1) {
            return Reply.error(400, "audio_too_short", "invalid_request_error").blaming("file",
                    "Audio file is too short. Minimum audio length is 0.1 seconds.");
        }
        if (!SHAPES.contains(shape) || (plain && !shape.equals("json"))) {
            return Reply.error(400, "unsupported_value", "invalid_request_error").blaming("response_format",
                    "response_format '" + shape + "' is not compatible with model '" + model
                            + "'. Use 'json' or 'text' instead.");
        }
        return null;
    }

    private static Reply refused(String message, String field) {
        return Reply.error(400, null, "invalid_request_error").blaming(field, message);
    }

    private static String shape(Asked recording) {
        String shape = recording.field("response_format");
        return shape == null ? "json" : shape;
    }

    private Reply heard(Asked recording) {
        boolean german = "de".equals(recording.field("language")) && !recording.path().endsWith("translations");
        String text = words != null ? words : german ? HEARD_IN_GERMAN : HEARD;
        double seconds = seconds(recording);
        List<String> pieces = pieces(text);
        return switch (shape(recording)) {
            case "text" -> Reply.raw(200, "text/plain; charset=utf-8", text + "\n");
            case "srt" -> Reply.raw(200, "text/plain; charset=utf-8", timed(pieces, seconds, false));
            case "vtt" -> Reply.raw(200, "text/plain; charset=utf-8", timed(pieces, seconds, true));
            default -> Reply.raw(200, "application/json", json(recording, text, pieces, seconds, german));
        };
    }

    private static String json(Asked recording, String text, List<String> pieces, double seconds, boolean german) {
        ObjectNode reply = JSON.createObjectNode();
        boolean verbose = shape(recording).equals("verbose_json");
        if (verbose) {
            reply.put("task", recording.path().endsWith("translations") ? "translate" : "transcribe")
                    .put("language", german ? "german" : "english").put("duration", seconds);
        }
        reply.put("text", text);
        if (verbose) {
            ArrayNode segments = reply.putArray("segments");
            for (int i = 0; i < pieces.size(); i++) {
                segments.addObject().put("id", i).put("seek", 0).put("start", seconds * i / pieces.size())
                        .put("end", seconds * (i + 1) / pieces.size()).put("text", " " + pieces.get(i))
                        .put("temperature", 0.0).put("avg_logprob", -0.2).put("compression_ratio", 1.1)
                        .put("no_speech_prob", 0.01).putArray("tokens").add(50_364);
            }
            if (recording.fields().getOrDefault("timestamp_granularities[]", List.of()).contains("word")) {
                words(reply.putArray("words"), text, seconds);
            }
        }
        if (String.valueOf(recording.field("model")).startsWith("gpt-")) {
            int sound = (int) Math.ceil(seconds * 10);
            int prompt = recording.field("prompt") == null ? 0 : 7;
            reply.putObject("usage").put("type", "tokens").put("input_tokens", sound + prompt)
                    .put("output_tokens", text.length() / 4 + 1)
                    .put("total_tokens", sound + prompt + text.length() / 4 + 1).putObject("input_token_details")
                    .put("audio_tokens", sound).put("text_tokens", prompt);
        } else {
            reply.putObject("usage").put("type", "duration").put("seconds", (int) Math.ceil(seconds));
        }
        return reply.toString();
    }

    private static void words(ArrayNode into, String text, double seconds) {
        String[] words = text.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            into.addObject().put("word", words[i]).put("start", seconds * i / words.length)
                    .put("end", seconds * (i + 1) / words.length);
        }
    }

    private static List<String> pieces(String text) {
        int middle = text.indexOf(' ', text.length() / 2);
        return middle < 0 ? List.of(text) : List.of(text.substring(0, middle), text.substring(middle + 1));
    }

    private static String timed(List<String> pieces, double seconds, boolean vtt) {
        StringBuilder text = new StringBuilder(vtt ? "WEBVTT\n\n" : "");
        for (int i = 0; i < pieces.size(); i++) {
            String span = String.format(Locale.ROOT, "00:00:%06.3f --> 00:00:%06.3f", seconds * i / pieces.size(),
                    seconds * (i + 1) / pieces.size());
            text.append(vtt ? span : (i + 1) + "\n" + span.replace('.', ',')).append('\n').append(pieces.get(i))
                    .append("\n\n");
        }
        return text.toString();
    }

    /** Exact for WAV files of {@link WavSample}, approximate for others. */
    private static double seconds(Asked recording) {
        Buffer file = recording.file();
        boolean wav = file.length() > WAV_HEADER && file.getString(0, 4).equals("RIFF");
        return wav
                ? (file.length() - WAV_HEADER) / (double) file.getIntLE(BYTES_A_SECOND_AT)
                : Math.max(0.1, file.length() / (double) BYTES_A_SECOND);
    }
}
