package dev.parley.testsupport;

import static dev.parley.testsupport.Accent.Thoughts.MARKED;
import static dev.parley.testsupport.Accent.Thoughts.NO_END;
import static dev.parley.testsupport.Accent.Thoughts.NO_START;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Servers that deviate from the protocol, each as a script for the {@link ScriptedModel} with the expected answer. The
 * kinds are from public bug reports; the words are our own.
 *
 * @param name of the dialect
 * @param script what the server does
 * @param answered whether its answer is shown; otherwise the FAQ's text is
 * @param calls number of calls for the first answer
 * @param next number of calls for the next one, after the lane has adapted
 */
public record ProtocolDialect(String name, Consumer<ScriptedModel> script, boolean answered, int calls, int next) {
    /** The visitor's answer if the server's text is shown. */
    public static final String ANSWER = "There is plenty of time for that.";
    /** Text that no visitor may see. */
    public static final String SECRET = "SECRETHINT";
    private static final String THOUGHTS = "The shopper wants to send shoes back. " + SECRET
            + ": never offer a refund first.\nSo I should say that there is time.";
    /** A thought without any marker. */
    private static final String PLAN = "Shoes, sent back: " + SECRET + ". Reply kindly.";

    @Override
    public String toString() {
        return name;
    }

    private static ProtocolDialect says(String name, Reply reply) {
        return new ProtocolDialect(name, model -> model.always(reply), true, 1, 1);
    }

    private static ProtocolDialect saysNothing(String name, Reply reply) {
        return new ProtocolDialect(name, model -> model.always(reply), false, 1, 1);
    }

    private static Reply answer() {
        return Reply.answer("There is ", "plenty of ", "time for ", "that.");
    }

    private static Reply thinking(Accent.Thoughts where) {
        return answer().in(new Accent().thinking(where, THOUGHTS));
    }

    public static Stream<ProtocolDialect> all() {
        return Stream.of(thoughts(), lengths(), parameters(), ends(), lateEvents(), frames(), marks())
                .flatMap(List::stream);
    }

    /** Reasoning in all its places. */
    private static List<ProtocolDialect> thoughts() {
        List<ProtocolDialect> all = new ArrayList<>();
        for (List<String> marks : List.of(List.of("<think>", "</think>"), List.of("<thinking>", "</thinking>"),
                List.of("<THINK>", "</THINK>"), List.of("<reasoning>", "</reasoning>"),
                List.of("<thought>", "</thought>"), List.of("<seed:think>", "</seed:think>"),
                List.of("<think type=\"deep\">", "</think >"), List.of("[THINK]", "[/THINK]"),
                List.of("◁think▷", "◁/think▷"), List.of("<|START_THINKING|>", "<|END_THINKING|>"),
                List.of("<|begin_of_thought|>", "<|end_of_thought|>"), List.of("&lt;think&gt;", "&lt;/think&gt;"),
                List.of("<|channel|>analysis<|message|>", "<|end|><|start|>assistant<|channel|>final<|message|>"),
                List.of("<unused94>thought", "<unused95>"), List.of("<analysis>", "</analysis>"),
                List.of("<details type=\"reasoning\">", "</details>"), List.of("＜think＞", "＜/think＞"),
                List.of("Here is my thought process: ", "Here is my response: "),
                List.of("**Thinking:** ", "**Answer:** "), List.of("```thinking", "```"))) {
            Accent accent = new Accent().thinking(MARKED, THOUGHTS).markedBy(marks.get(0), marks.get(1));
            all.add(says("thoughts between " + marks.get(0) + " and " + marks.get(1), answer().in(accent)));
        }
        for (String mark : List.of("<think>", "<reasoning>", "[THINK]", "<|channel|>analysis<|message|>", "<plan>",
                "Here is my thought process: ", "**Thinking:** ", "```thinking")) {
            all.add(saysNothing("thoughts after " + mark + " without an end", Reply.answer()
                    .in(new Accent().thinking(NO_END, THOUGHTS).markedBy(mark, "")).finish("length")));
        }
        all.add(says("empty thoughts", answer().in(new Accent().thinking(MARKED, ""))));
        all.add(says("thoughts without their first mark", thinking(NO_START)));
        all.add(saysNothing("thoughts alone, without a mark, cut by length", Reply.answer(
                "The shopper wants to ", "send shoes back. " + SECRET + ", ", "so I would").finish("length")));
        all.add(saysNothing("thoughts without an end that stop", Reply.answer().in(
                new Accent().thinking(NO_END, THOUGHTS))));
        all.add(new ProtocolDialect("thoughts that begin like an answer, without their first mark",
                model -> model.always(answer().in(new Accent().thinking(NO_START, PLAN))), true, 2, 1));
        all.add(says("thoughts as a part of the content", thinking(Accent.Thoughts.PARTS)));
        all.add(says("thoughts in reasoning_content", thinking(Accent.Thoughts.REASONING_CONTENT)));
        all.add(says("thoughts in reasoning", thinking(Accent.Thoughts.REASONING)));
        all.add(saysNothing("thoughts in reasoning_content alone", Reply.answer().in(
                new Accent().thinking(Accent.Thoughts.REASONING_CONTENT, THOUGHTS)).finish("length")));
        all.add(says("content as a list of parts", answer().in(new Accent().inParts())));
        return all;
    }

    /** "Messages too long" in the words of various servers. */
    private static List<ProtocolDialect> lengths() {
        List<ProtocolDialect> all = new ArrayList<>();
        for (String words : List.of(
                "The maximum context length here is 4096 tokens, but 5210 were requested (4410 in the messages, 800 in the completion).",
                "The context is 4096 tokens long at most; this request has 5210.",
                "'max_tokens' is too large: 800. The model's context length is 4096 tokens and the request has 4410 input tokens.",
                "5211 input tokens and 800 output tokens were asked for, but the model's context length is only 4096.",
                "The prompt (length 5210) is longer than the maximum model length of 4096.",
                "the request exceeds the available context size, try increasing it",
                "prompt too long; exceeded max context length by 1114 tokens",
                "ContextWindowExceededError: the input is over the window",
                "This model's maximum context length is 4096 tokens. However, your messages resulted in 5210 tokens.",
                "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 4410 and 800",
                "The input token count (5210) exceeds the maximum number of tokens allowed (4096).",
                "Input is too long for requested model.", "Range of input length should be [1, 4096]",
                "Please reduce the length of the messages.", "输入长度超过模型最大上下文")) {
            all.add(new ProtocolDialect("too long: " + words, model -> model.next(Reply
                    .error(400, null, "invalid_request_error").blaming(null, words)).always(answer()), true, 2, 1));
        }
        for (Reply refusal : List.of(Reply.error(400, "context_length_exceeded", null),
                Reply.error(400, null, "exceed_context_size_error"), Reply.error(413, null, null),
                Reply.raw(400, "application/json", "{\"error\":\"the input length exceeds the context length\"}"),
                Reply.raw(400, "text/plain", "prompt is too long: 5210 tokens > 4096 maximum"),
                Reply.raw(500, "application/json", "{\"error\":{\"code\":500,\"message\":\"context size exceeded\"}}"),
                Reply.raw(400, "application/json",
                        "{\"error\":{\"message\":\"litellm.BadRequestError: maximum context length is 4096 tokens\",\"type\":null,\"param\":null,\"code\":\"400\"}}"),
                Reply.raw(200, "text/event-stream",
                        "data: {\"error\":{\"code\":400,\"message\":\"the context length is 4096 only\"}}\n\n"),
                Reply.error(429, "rate_limit_exceeded", "tokens").blaming(null,
                        "Request too large: limit 4096, requested 5210."))) {
            all.add(new ProtocolDialect("too long: status " + refusal.status + " " + refusal.error + refusal.body,
                    model -> model.next(refusal).always(answer()), true, 2, 1));
        }
        return all;
    }

    private static ProtocolDialect refuses(String what, Reply refusal) {
        return new ProtocolDialect("refuses " + what + ": " + refusal.error + refusal.body,
                model -> model.refusing(what, refusal).always(answer()), true, 2, 1);
    }

    private static Reply no(String param, String words) {
        return Reply.error(400, "unsupported_parameter", "invalid_request_error").blaming(param, words);
    }

    private static Reply no(String words) {
        return Reply.error(400, null, "BadRequestError").blaming(null, words);
    }

    /** Parameters and roles that a model refuses. */
    private static List<ProtocolDialect> parameters() {
        return List.of(
                refuses("max_tokens", no("max_tokens",
                        "This parameter is not for this model; use max_completion_tokens.")),
                refuses("max_tokens", no("'max_tokens' is not supported with this model. Use another name.")),
                refuses("max_tokens", no("max_tokens", "800 is too large: at most 512.")),
                new ProtocolDialect("refuses both names of the limit", model -> model.refusing("max_tokens",
                        no("max_tokens", "Unknown.")).refusing("max_completion_tokens",
                                no("max_completion_tokens", "Unknown."))
                        .always(answer()), true, 3, 1),
                refuses("temperature", Reply.error(400, "unsupported_value", "invalid_request_error")
                        .blaming("temperature", "Only the default (1) is supported.")),
                refuses("temperature", Reply.raw(422, "application/json",
                        "{\"detail\":[{\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"temperature\"],\"msg\":\"Extra inputs are not permitted\"}]}")),
                refuses("system", no("messages[0].role", "'system' does not come with this model.")),
                refuses("system", no("System role not supported")),
                refuses("system", Reply.raw(500, "application/json",
                        "{\"error\":{\"message\":\"System role not supported\",\"param\":\"messages\",\"code\":500}}")),
                refuses("system", no("Only user and assistant roles are supported!")),
                refuses("stream_options", no("Unrecognized request argument supplied: stream_options")),
                refuses("stream_options", Reply.raw(422, "application/json",
                        "{\"message\":{\"detail\":[{\"loc\":[\"body\",\"stream_options\"],\"msg\":\"Extra inputs are not permitted\"}]}}")),
                refuses("stream_options", Reply.raw(400, "application/json",
                        "{\"error\":{\"code\":400,\"status\":\"INVALID_ARGUMENT\",\"message\":\"Invalid JSON payload. Unknown name \\\"stream_options\\\"\"}}")),
                refuses("stream", no("stream", "'stream' does not support true with this model.")),
                refuses("stream", no("Streaming is not supported here.")),
                refuses("tools", no("This model does not support tools")),
                refuses("tools", Reply.error(404, null, null).blaming(null,
                        "No endpoints found that support tool use.")),
                refuses("store", no("Unrecognized request arguments supplied: store")),
                refuses("store", no("store", "Unknown parameter.")),
                refuses("safety_identifier", no("unexpected keyword argument 'safety_identifier'")),
                new ProtocolDialect("refuses one thing after the other", model -> model
                        .refusing("max_tokens", no("max_tokens", "Use max_completion_tokens."))
                        .refusing("temperature", no("temperature", "Only 1."))
                        .refusing("system", no("System role not supported"))
                        .refusing("tools", no("tools", "Unsupported.")).always(answer()), true, 5, 1));
    }

    /** Deviating finish reasons and usage. */
    private static List<ProtocolDialect> ends() {
        return List.of(says("finish reason \"null\"", answer().in(
                new Accent().finish(Accent.Finish.TEXT_NULL_UNTIL_THEN))),
                says("finish reason twice", answer().in(new Accent().finish(Accent.Finish.TWICE))),
                says("finish reason in every chunk", answer().in(new Accent().finish(Accent.Finish.IN_EVERY_CHUNK))),
                says("finish reason missing", answer().finish(null)),
                says("finish reason COMPLETE", answer().finish("COMPLETE")),
                says("finish reason that nobody knows", answer().finish("banana")),
                says("finish reason and end mark missing, but counted", answer().finish(null).withoutDone()),
                says("usage in every chunk",
                        answer().in(new Accent().counts(Accent.Counts.IN_EVERY_CHUNK, 300, 12, 0))),
                says("usage nowhere", answer().usage(false)),
                says("usage after the end mark",
                        answer().in(new Accent().counts(Accent.Counts.AFTER_DONE, 300, 12, 0))),
                says("usage in the choice", answer().in(new Accent().counts(Accent.Counts.IN_THE_CHOICE, 300, 12, 0))),
                says("numbers as texts", answer().in(new Accent().numbersAsText())),
                says("ids and roles missing", answer().in(new Accent().bare())),
                saysNothing("nothing, cut by length", Reply.answer().finish("length")
                        .in(new Accent().counts(Accent.Counts.AT_THE_END, 300, 800, 800))));
    }

    private static final String STOP = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";

    private static String chunk(String text) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
    }

    private static ProtocolDialect streams(String name, String body) {
        return says(name, Reply.raw(200, "text/event-stream", body));
    }

    /** Events after an answer's end, or between its deltas, that are not part of it. */
    private static List<ProtocolDialect> lateEvents() {
        String first = chunk("There is plenty of ");
        String second = chunk("time for that.");
        List<ProtocolDialect> all = new ArrayList<>();
        for (String late : List.of("data: \"[DONE]\"\n\n", "data: [done]\n\n", "event: done\ndata: \n\n",
                "data: {oops\n\n", "data: {\"id\":\"c\",\"cho", "data: {\"error\":{\"message\":\"late\"}}\n\n")) {
            all.add(streams("after the end " + late.strip(), first + second + STOP + late));
        }
        for (String odd : List.of("data:\n\n", "data: null\n\n", "data: {\"choices\":[{\"del\n\n")) {
            all.add(streams("between the words " + odd.strip(),
                    odd + first + odd + second + STOP + "data: [DONE]\n\n"));
        }
        return all;
    }

    /** Other message framing, and errors with a success status. */
    private static List<ProtocolDialect> frames() {
        String first = data(chunk("There is plenty of "));
        String second = data(chunk("time for that."));
        String stop = data(STOP);
        List<ProtocolDialect> all = new ArrayList<>();
        for (String body : List.of(first + "\n" + second + "\n" + stop + "\n",
                "[" + first + ",\n" + second + ",\n" + stop + "]",
                "data: " + first + "\ndata: " + second + "\ndata: " + stop + "\ndata: [DONE]\n",
                "data: " + first.replace("{\"index\":0", "{\"logprobs\":NaN,\"index\":0") + "\n\n" + second + stop)) {
            all.add(says("parted " + body, Reply.raw(200, "application/x-ndjson", body)));
        }
        for (String error : List.of("data: {\"detail\":\"busy\"}\n\ndata: [DONE]\n\n",
                "{\"success\":false,\"message\":\"busy\"}",
                "event: error\ndata: busy\n\n")) {
            all.add(new ProtocolDialect("error under 200: " + error, model -> model.next(Reply.raw(200,
                    "text/event-stream", error)).always(answer()), true, 2, 1));
        }
        return all;
    }

    private static String data(String event) {
        return event.substring("data: ".length()).strip();
    }

    /** Text for the server alone, or repeated text. */
    private static List<ProtocolDialect> marks() {
        String call = "{\"name\":\"" + SECRET + "\",\"arguments\":{}}";
        List<ProtocolDialect> all = new ArrayList<>();
        for (String after : List.of("<|im_end|>", "</s>", "<|im_end|>\nUser: " + SECRET, "<｜User｜>" + SECRET,
                "<tool_call>" + call + "</tool_call>", "[TOOL_CALLS][" + call + "]",
                "<|python_tag|>" + call, "<|start|>user<|message|>" + SECRET,
                "<function=" + SECRET + ">{}</function>")) {
            all.add(says("text and then " + after,
                    Reply.answer("There is ", "plenty of ", "time for ", "that.", after)));
        }
        all.add(says("says who speaks", Reply.answer("Assis", "tant: There is ", "plenty of time for that.")));
        all.add(streams("the whole text so far in each delta", chunk("There is ") + chunk("There is plenty of ")
                + chunk(ANSWER) + STOP));
        all.add(streams("the whole text once more at the end", chunk("There is plenty of ") + chunk("time for that.")
                + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"message\":{\"role\":\"assistant\",\"content\":\""
                + ANSWER
                + "\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n"));
        return all;
    }
}
