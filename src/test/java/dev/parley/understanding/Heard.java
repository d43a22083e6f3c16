package dev.parley.understanding;

import java.util.List;

/**
 * What became of a case.
 *
 * @param state of the conversation afterwards
 * @param personCalled whether the conversation says that a person was called for
 * @param earlier what the bot said before the judged turn
 * @param replies what it said to the judged turn; two where two quick messages were answered one by one
 */
record Heard(String state, boolean personCalled, List<String> earlier, List<Said> replies) {
    /** @param sources the questions of the entries that it stands on, the first of them first */
    record Said(String text, String finish, List<String> sources) {
        boolean fromEntry() {
            return finish.equals("faq") || !sources.isEmpty();
        }
    }

    boolean handedOver() {
        return personCalled || !state.equals("with_bot")
                || replies.stream().anyMatch(said -> said.finish().equals("handoff"));
    }

    boolean fromEntry() {
        return replies.stream().anyMatch(Said::fromEntry);
    }

    boolean finished(String finish) {
        return replies.stream().anyMatch(said -> said.finish().equals(finish));
    }
}
