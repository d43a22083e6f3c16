package dev.parley.turn;

import java.util.List;

import dev.parley.conversation.Finish;
import dev.parley.conversation.Replied;
import dev.parley.conversation.Reply;
import dev.parley.conversation.RunningAnswer;
import dev.parley.conversation.Source;
import io.smallrye.mutiny.Uni;

/**
 * In whose name an answer goes out.
 *
 * @param held a supervisor looks at it first
 */
record Byline(String botName, boolean held) {
    static final Byline NOBODY = new Byline("", false);

    /** What stands on a card is the shop's; beside one the text has no sums of the model's. */
    Uni<Replied> store(Desk desk, RunningAnswer answer, Finish finish, String text, List<Source> sources,
            Evidence evidence, Acting acting) {
        Reply reply = new Reply(acting.clean(text), botName, finish, sources, desk.toJson(evidence), acting.cards());
        return held ? desk.hold(answer, reply) : desk.reply(answer, reply);
    }
}
