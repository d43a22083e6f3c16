package dev.parley.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.conversation.Message;
import dev.parley.conversation.answer.Source;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer, or the state: `waiting` and `with_agent` mean that a person will answer. */
@Schema(examples = """
        {"id": "018f3b5e-7c1a-7000-8000-000000000001", "question_seq": 1, "state": "with_bot", "seq": 2,
         "author": "bot", "name": "Juniper", "text": "You have 30 days [1].",
         "sources": [{"id": "018f3b5e-7c1a-7000-8000-000000000004", "question": "How long can I return shoes?",
         "url": "https://shop.example/returns", "score": 0.91}], "finish": "stop", "at": "2026-11-23T10:00:02Z"}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnswerResponse(
        UUID id,
        long questionSeq,
        @Schema(enumeration = {
                "with_bot", "waiting", "with_agent", "closed"}) String state,
        @Nullable Long seq,
        @Nullable String author,
        @Nullable String name,
        @Nullable String text,
        @Nullable List<Source> sources,
        @Nullable String finish,
        @Schema(implementation = Map[].class,
                description = "What an action has shown, such as an order.") @JsonRawValue @Nullable String cards,
        @Nullable Instant at){
    static AnswerResponse of(UUID id, long questionSeq, String state, @Nullable Message answer) {
        return answer == null
                ? new AnswerResponse(id, questionSeq, state, null, null, null, null, null, null, null,
                        null)
                : new AnswerResponse(id, questionSeq, state, answer.seq(), answer.author().wire(), answer.name(),
                        answer.text(),
                        answer.sources(), answer.finish(), MessageResponse.cards(answer), answer.at());
    }
}
