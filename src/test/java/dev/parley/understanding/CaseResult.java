package dev.parley.understanding;

import java.util.List;

/**
 * The result of a case.
 *
 * @param state of the conversation afterwards
 * @param personCalled whether the conversation asks for a person
 * @param earlier the bot's messages before the judged turn
 * @param replies its messages in the judged turn; two if two quick messages were answered one by one
 */
record CaseResult(String state, boolean personCalled, List<String> earlier, List<Said> replies) {
    /** @param sources the questions of the entries used, the main one first */
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
