package dev.parley.peer;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RestController
class ChatController {
    private final ChatClient client;
    private final Faq faq;

    ChatController(ChatClient client, Faq faq) {
        this.client = client;
        this.faq = faq;
    }

    /** The piece of an answer, in an object, so that spaces at its ends survive server-sent events. */
    record Delta(String text) {}

    @PostMapping(path = "/chat/{conversation}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<Delta> answer(@PathVariable String conversation, @RequestBody String question) {
        // The inference blocks, so it must not run on an event loop.
        return Mono.fromCallable(() -> faq.instructions(question)).subscribeOn(Schedulers.boundedElastic())
                .flatMapMany(instructions -> client.prompt().system(instructions).user(question)
                        .advisors(advisor -> advisor.param(ChatMemory.CONVERSATION_ID, conversation))
                        .stream().content())
                .map(Delta::new);
    }
}
