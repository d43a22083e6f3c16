package dev.parley.model.health;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.parley.model.ChatMessage.Role;
import dev.parley.model.ChatRequest;
import dev.parley.model.Dialect;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.reading.UpstreamError;
import dev.parley.model.reading.UpstreamError.Complaint;

/** Finds the sent parameter that a refusal is about, by its name or else by the message, which is not kept. */
public final class ObjectionReader {
    private static final Set<Integer> STATUSES = Set.of(400, 404, 405, 415, 422, 500, 501);
    private static final String UNABLE = "(?i)support|unknown|unexpected|unavailable|unrecogni[sz]ed|\\bextra\\b|invalid|deprecated|not (?:allowed|permitted"
            + "|enabled|implemented|available|valid|for this|accepted|found|recogni[sz]ed)|cannot|can't|only|must|should|instead|\\bno\\b|\\bnone\\b"
            + "|requires?\\b|forbidden|disallowed|incompatible";
    private static final Pattern SAYS_NO = Pattern.compile(UNABLE);
    private static final Pattern TURNS = Pattern
            .compile("(?is)\\balternat|consecutive.{0,40}(?:message|role|user|assistant)|(?:same|repeated) role|"
                    + "(?:first|conversation|start).{0,40}\\b(?:from|by|with|be|is)\\b.{0,20}\\buser\\b|roles? must");
    private static final Pattern SYSTEM = Pattern
            .compile("(?is)\\b(?:system|developer)\\b.{0,30}\\b(?:role|message|prompt|instruction)s?"
                    + "|\\broles?\\b.{0,60}\\b(?:system|developer)\\b|['\"`](?:system|developer)['\"`]"
                    + "|(?:only|should be|must be|expected).{0,40}\\b(?:user|assistant)\\b.{0,30}\\b(?:user|assistant|tool)\\b");
    private static final Pattern STREAM = Pattern.compile("(?i)\\bstream(?:ing|ed)?\\b(?!_)");
    private static final Pattern TOO_MUCH = Pattern
            .compile(
                    "(?is)too (?:large|big|high|great)|at most|less than|<=|maximum|exceed|greater than|up to|range|between");
    private static final Pattern FORMAT = Pattern
            .compile("(?i)json[_ ]?(?:schema|object|mode)|structured[_ ]outputs?|response[_ ]?formats?\\b|\\bgrammar\\b"
                    + "|guided[_ ](?:json|decoding)");
    /** Includes grammars that cannot be built from the schema. */
    private static final Pattern FORMAT_REFUSED = Pattern.compile(UNABLE + "|fail(?:ed|s|ure)\\b|unable|error");
    private static final Pattern NO_SUCH_FIELD = Pattern
            .compile("(?is)^(?!.*json).*(?:unknown|unexpected|unrecogni[sz]ed|\\bextra\\b|no such).*");
    /** OpenAI's message about the two names of the token limit. */
    private static final String OTHER_NAME = "max_completion_tokens";

    private final ChatRequest request;
    private final Dialect dialect;

    /** {@code dialect}: of the request. */
    public ObjectionReader(ChatRequest request, Dialect dialect) {
        this.request = request;
        this.dialect = dialect;
    }

    /** {@link Objection#NONE} if no parameter was refused. {@code kind}: derived from status, code and type. */
    public Objection read(int status, ModelErrorKind kind, UpstreamError error) {
        boolean open = switch (kind) {
            case BAD_REQUEST, MODEL_NOT_FOUND, SERVER_ERROR -> STATUSES.contains(status);
            default -> false;
        };
        if (!open) {
            return Objection.NONE;
        }
        ToolsRefusal tools = request.tools().isEmpty() ? ToolsRefusal.NONE : ToolsRefusal.of(status, error);
        Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
        if (status != 404) {
            error.complaints().forEach(complaint -> quirks.addAll(named(complaint)));
        }
        if (quirks.isEmpty() && tools == ToolsRefusal.NONE && status != 404 && status != 500) {
            error.complaints().forEach(complaint -> quirks.addAll(inWords(complaint)));
        }
        if (tools == ToolsRefusal.ALL && quirks.isEmpty()) {
            quirks.add(Quirk.NO_FUNCTIONS);
        }
        return new Objection(quirks, quirks.isEmpty() && tools == ToolsRefusal.THESE);
    }

    private Set<Quirk> named(Complaint complaint) {
        Set<Quirk> found = EnumSet.noneOf(Quirk.class);
        for (Map.Entry<Quirk, String> sent : parameters().entrySet()) {
            if (complaint.parameter().equals(sent.getValue())
                    || (complaint.parameter().isEmpty() && isNamed(complaint.words(), sent.getValue()))
                    || complaint.parameter().startsWith(sent.getValue() + ".")) {
                found.add(sent.getKey());
            }
        }
        if (found.remove(Quirk.NO_RESPONSE_FORMAT)) {
            found.add(format(complaint.parameter() + " " + complaint.words()));
        }
        if (found.remove(Quirk.NO_LIMIT)) {
            found.add(limit(complaint.words()));
        }
        if (found.contains(Quirk.NO_STREAM_OPTIONS)) {
            // The message about {@code stream_options} mentions `stream`, too.
            found.remove(Quirk.NO_STREAM);
        }
        if (complaint.parameter().startsWith("messages") || complaint.parameter().matches("role|system|developer")) {
            roles(complaint.words(), complaint.parameter(), found);
        }
        return found;
    }

    /** If no parameter is named. */
    private Set<Quirk> inWords(Complaint complaint) {
        Set<Quirk> found = EnumSet.noneOf(Quirk.class);
        if (!complaint.parameter().isEmpty()) {
            return found;
        }
        roles(complaint.words(), "", found);
        if (found.isEmpty() && request.format() != null && FORMAT.matcher(complaint.words()).find()
                && FORMAT_REFUSED.matcher(complaint.words()).find()) {
            found.add(format(complaint.words()));
        }
        if (found.isEmpty() && dialect.stream() && STREAM.matcher(complaint.words()).find()
                && SAYS_NO.matcher(complaint.words()).find()) {
            found.add(Quirk.NO_STREAM);
        }
        return found;
    }

    /** Sent parameters that can be omitted, by the quirk that omits them. */
    private Map<Quirk, String> parameters() {
        Map<Quirk, String> sent = new EnumMap<>(Quirk.class);
        switch (dialect.maxTokens()) {
            case MAX_TOKENS -> sent.put(Quirk.NO_LIMIT, "max_tokens");
            case MAX_COMPLETION_TOKENS -> sent.put(Quirk.NO_LIMIT, OTHER_NAME);
            case NONE -> {
                // Neither is sent.
            }
        }
        if (dialect.temperature() != null) {
            sent.put(Quirk.NO_TEMPERATURE, "temperature");
        }
        if (dialect.stream()) {
            sent.put(Quirk.NO_STREAM, "stream");
        }
        if (dialect.stream() && dialect.streamOptions()) {
            sent.put(Quirk.NO_STREAM_OPTIONS, "stream_options");
        }
        if (dialect.storeFalse()) {
            sent.put(Quirk.NO_STORE, "store");
        }
        if (dialect.safetyIdentifier() && request.safetyIdentifier() != null) {
            sent.put(Quirk.NO_SAFETY_IDENTIFIER, "safety_identifier");
        }
        if (dialect.thinkLess()) {
            sent.put(Quirk.NO_REASONING_EFFORT, "reasoning_effort");
        }
        if (request.format() != null) {
            sent.put(Quirk.NO_RESPONSE_FORMAT, "response_format");
        }
        return sent;
    }

    /** A server that does not know the field gets no other format: a visitor waits. */
    private Quirk format(String words) {
        boolean schema = request.format() != null && request.format().bySchema();
        return schema && !NO_SUCH_FIELD.matcher(words).find() ? Quirk.NO_JSON_SCHEMA : Quirk.NO_RESPONSE_FORMAT;
    }

    /** A name that is also a plain word must appear as a name. */
    private static boolean isNamed(String words, String name) {
        boolean plain = name.indexOf('_') < 0 && !name.equals("temperature");
        String quoted = "['\"`‘“]" + name + "['\"`’”]";
        String listed = "(?:parameters?|arguments?|fields?|keys?|propert(?:y|ies)|supplied|inputs?|params?)\\b[^.]{0,60}(?<![\\w-])"
                + name
                + "(?![\\w-])";
        boolean there = Pattern.compile(plain ? quoted + "|(?i)" + listed : "(?<![\\w])" + name + "(?![\\w])")
                .matcher(words)
                .find();
        return there && SAYS_NO.matcher(words).find();
    }

    /** Wants the other name, or none if it refused that already or finds the number too large. */
    private Quirk limit(String words) {
        boolean first = dialect.maxTokens() == Dialect.MaxTokens.MAX_TOKENS;
        if (first && words.contains(OTHER_NAME)) {
            return Quirk.MAX_COMPLETION_TOKENS;
        }
        if (TOO_MUCH.matcher(words).find()) {
            return Quirk.NO_LIMIT;
        }
        return first ? Quirk.MAX_COMPLETION_TOKENS : Quirk.MAX_TOKENS;
    }

    private void roles(String words, String parameter, Set<Quirk> found) {
        boolean system = request.messages().stream().anyMatch(message -> message.role() == Role.SYSTEM);
        boolean turns = !Roles.takingTurns(request.messages()).equals(request.messages());
        if (TURNS.matcher(words).find()) {
            if (turns) {
                found.add(Quirk.TAKING_TURNS);
            } else if (system) {
                found.add(Quirk.NO_SYSTEM_ROLE);
            }
        } else if (system && (parameter.matches("system|developer|messages.*role")
                || (SYSTEM.matcher(words).find() && SAYS_NO.matcher(words).find()))) {
            found.add(Quirk.NO_SYSTEM_ROLE);
        }
    }
}
