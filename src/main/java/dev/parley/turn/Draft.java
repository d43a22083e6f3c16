package dev.parley.turn;

import dev.parley.conversation.ConversationEvent.AnswerGrew;
import dev.parley.conversation.RunningAnswer;
import org.jboss.logging.Logger;

/** The text of one attempt while it grows: told piece by piece, saved now and then. On its answer's context. */
final class Draft {
    private static final Logger LOG = Logger.getLogger(Draft.class);

    private final RunningAnswer answer;
    private final Desk desk;
    private final Runnable taken;
    private final StringBuilder text = new StringBuilder();
    private int pieces;
    private int savedLength;
    private long saveTimer = -1;
    private boolean muted;

    /** @param taken called when a save finds that the answer is another's now */
    Draft(RunningAnswer answer, Desk desk, Runnable taken) {
        this.answer = answer;
        this.desk = desk;
        this.taken = taken;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    String text() {
        return text.toString();
    }

    /** Nobody is to see it grow. */
    void mute() {
        muted = true;
    }

    void add(String piece) {
        text.append(piece);
        if (!muted) {
            desk.events().tell(new AnswerGrew(answer.tenant(), answer.conversation(), answer.id(), answer.attempt(),
                    ++pieces, piece));
        }
        if (text.length() - savedLength >= desk.config().saveAfter()) {
            save();
        }
    }

    /** From now on it is saved regularly, which renews the lease, too. */
    void keep() {
        saveTimer = desk.vertx().setPeriodic(desk.config().saveEvery().toMillis(), timer -> save());
    }

    void close() {
        desk.vertx().cancelTimer(saveTimer);
    }

    private void save() {
        savedLength = text.length();
        desk.answers().keep(answer, text.toString()).subscribe().with(
                ours -> {
                    if (!ours) {
                        taken.run();
                    }
                },
                failure -> LOG.warnf("turn=%s could not be saved now: %s", answer.id(), failure));
    }
}
