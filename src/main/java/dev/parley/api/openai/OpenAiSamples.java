package dev.parley.api.openai;

final class OpenAiSamples {
    static final String ANSWER = """
            {"id": "chatcmpl-018f3b5e7c1a70008000000000000002", "object": "chat.completion", "created": 1795600800,
             "model": "parley", "choices": [{"index": 0, "message": {"role": "assistant",
             "content": "You have 30 days [1].", "refusal": null, "annotations": [{"type": "url_citation",
             "url_citation": {"start_index": 17, "end_index": 20, "title": "How long can I return shoes?",
             "url": "https://shop.example/returns"}}]}, "logprobs": null, "finish_reason": "stop"}],
             "usage": {"prompt_tokens": 512, "completion_tokens": 9, "total_tokens": 521},
             "metadata": {"conversation": "018f3b5e-7c1a-7000-8000-000000000003", "state": "with_bot"}}""";
    static final String CHUNK = """
            data: {"id":"chatcmpl-018f3b5e7c1a70008000000000000002","object":"chat.completion.chunk",\
            "created":1795600800,"model":"parley","choices":[{"index":0,"delta":{"content":"You"},\
            "finish_reason":null}]}

            """;
    static final String MODEL = """
            {"id": "parley", "object": "model", "created": 1767225600, "owned_by": "demo"}""";
    static final String MODELS = """
            {"object": "list", "data": [{"id": "parley", "object": "model", "created": 1767225600,
             "owned_by": "demo"}]}""";

    private OpenAiSamples() {}
}
