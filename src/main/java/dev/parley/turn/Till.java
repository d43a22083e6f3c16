package dev.parley.turn;

import dev.parley.conversation.RunningAnswer;
import dev.parley.spend.Call;
import dev.parley.spend.Purpose;
import dev.parley.tenant.Tenant;
import dev.parley.turn.Plan.Ask;
import org.jspecify.annotations.Nullable;

/** The money side of one attempt at an answer: the question that is paid for, or the FAQ's own words that cost nothing. */
final class Till {
    private final RunningAnswer answer;
    private final Desk desk;
    private @Nullable Tenant tenant;
    private @Nullable Asking asking;
    private @Nullable Call spared;
    private @Nullable Bill total;

    Till(RunningAnswer answer, Desk desk) {
        this.answer = answer;
        this.desk = desk;
    }

    void openFor(Tenant shop) {
        tenant = shop;
    }

    void ask(Ask ask, Asking.Listener listener) {
        asking = new Asking(desk, listener);
        asking.begin(ask);
    }

    void giveUp(String reason) {
        if (asking != null) {
            asking.giveUp(reason);
        }
    }

    /** What the model wrote is paid for, once, and what all calls came to; null when none was asked, or it has been. */
    @Nullable
    Bill close(String written) {
        Bill bill = asking == null ? null : asking.close(written);
        if (bill != null) {
            total = total == null ? bill : total.plus(bill);
            return total;
        }
        return null;
    }

    /** This call was not made. That a question could not be moderated is a failure, and saves nobody money. */
    void spared(Call call, String reason) {
        spared = reason.equals(Asking.UNMODERATED) ? null : call;
    }

    /** The FAQ's own words have become the answer. */
    void countAsSaved(String text) {
        if (tenant != null) {
            Call call = spared == null
                    ? new Call(tenant, answer.conversation(), answer.id(), answer.attempt(), Purpose.FAQ,
                            desk.lanes().names(tenant), 0, 0)
                    : spared.inTheFaqsWords();
            desk.spend().saved(call, desk.tokens().countShopText(text), spared != null);
        }
    }
}
