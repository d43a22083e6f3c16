package dev.parley.turn;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Answers;
import dev.parley.conversation.Finish;
import dev.parley.conversation.Source;
import dev.parley.tenant.TenantId;
import dev.parley.turn.Hearing.Trouble;
import io.smallrye.mutiny.Uni;

/** Asks a visitor's question again as it would be answered today: after an FAQ entry was mended, say. The visitor hears nothing of it. */
@ApplicationScoped
public class Rehearsals {
    private final Desk desk;
    private final Answers answers;

    Rehearsals(Desk desk, Answers answers) {
        this.desk = desk;
        this.answers = answers;
    }

    /** What the bot would say, and on what it stands, as JSON. */
    public record Rehearsed(String text, Finish finish, List<Source> sources, String evidence) {}

    /** Of the bot's message; fails with `not_found` where it is none. */
    public Uni<Rehearsed> again(TenantId tenant, UUID conversation, long seq) {
        return answers.again(tenant, conversation, seq)
                .chain(answer -> desk.planner().rehearse(answer))
                .chain(planned -> switch (planned.plan()) {
                    case Plan.Say say -> Uni.createFrom().item(said(say));
                    case Plan.Ask ask -> Hearing.of(desk, ask).map(heard -> rehearsed(ask, heard));
                    case Plan.Perform perform -> throw new IllegalStateException("Rehearsals have no actions");
                });
    }

    private Rehearsed rehearsed(Plan.Ask ask, Hearing.Heard heard) {
        if (heard.trouble() == null) {
            return new Rehearsed(heard.text(), heard.finish(), ask.sources(), desk.toJson(heard.evidence()));
        }
        Plan.Say instead = heard.trouble() == Trouble.FLAGGED ? ask.refusal() : ask.otherwise();
        return new Rehearsed(instead.text(), instead.finish(), instead.sources(), desk.toJson(heard.evidence()));
    }

    private Rehearsed said(Plan.Say say) {
        return new Rehearsed(say.text(), say.finish(), say.sources(), desk.toJson(say.evidence()));
    }
}
