package dev.parley.turn;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Reply;
import dev.parley.conversation.answer.Answers;
import dev.parley.conversation.answer.Evidence;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.conversation.answer.Source;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.tenant.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/** Repeats a past question, for example after its entry was corrected. The visitor is not involved. */
@ApplicationScoped
public class Rehearsals {
    private final AnswerServices services;
    private final Answers answers;
    /** Metrics that are not published. */
    private final TurnMetrics uncounted = new TurnMetrics(new SimpleMeterRegistry());

    Rehearsals(AnswerServices services, Answers answers) {
        this.services = services;
        this.answers = answers;
    }

    public record Rehearsed(String text, Finish finish, List<Source> sources, Evidence evidence) {}

    /** Fails with `not_found` unless the message is the bot's. */
    public Uni<Rehearsed> again(TenantId tenant, UUID conversation, long seq) {
        return answers.again(tenant, conversation, seq)
                .chain(answer -> Uni.createFrom().<Reply>emitter(asker -> begin(answer, EarlierAttempts.NONE, asker)))
                .map(reply -> new Rehearsed(reply.text(), reply.finish(), reply.sources(), reply.evidence()));
    }

    private AnswerRunner begin(RunningAnswer answer, EarlierAttempts before, UniEmitter<? super Reply> asker) {
        AnswerRunner runner = new AnswerRunner(answer, before, services, uncounted,
                new RehearsalDelivery(answer, services.reader(), asker::complete),
                next -> begin(next.answer(), next.before(), asker));
        runner.start(over -> {
            if (!over.isFollowed()) {
                asker.fail(new ParleyException(Kind.UNAVAILABLE, "not_rehearsed",
                        "This could not be asked again just now. Try once more."));
            }
        });
        return runner;
    }
}
