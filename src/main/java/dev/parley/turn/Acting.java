package dev.parley.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.parley.conversation.Finish;
import dev.parley.conversation.RunningAnswer;
import dev.parley.model.ChatMessage;
import dev.parley.model.ToolCall;
import dev.parley.prompt.ActionPrompt;
import dev.parley.tool.ActionResult;
import dev.parley.tool.Amounts;
import dev.parley.tool.Tool;
import dev.parley.turn.Plan.Ask;
import dev.parley.turn.Plan.Say;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The actions of one attempt at an answer: carried out in a few rounds, told to the model, shown on cards. On its answer's context. */
final class Acting {
    /** Of questions to the model: two with actions, and one that must be answered in words. */
    private static final int MOST_ROUNDS = 3;
    private static final int MOST_CALLS = 4;
    private static final int LONGEST_QUESTION = 300;
    private static final Pattern ENTRY = Pattern.compile("(?s)<<<entry \\d+>>>\\n(.*?)\\n<<<end entry \\d+>>>");

    private final RunningAnswer answer;
    private final Desk desk;
    private final List<Evidence.Action> done = new ArrayList<>();
    private final List<String> cards = new ArrayList<>();
    private final StringBuilder heldBack = new StringBuilder();
    private String entries = "";
    private int rounds = 1;

    Acting(RunningAnswer answer, Desk desk) {
        this.answer = answer;
        this.desk = desk;
    }

    /** How it goes on. */
    sealed interface Next {}

    /** With the model, which is told what came of it. */
    record Told(Ask ask) implements Next {}

    /** With the visitor, who is asked for a yes. */
    record Asked(Say say) implements Next {}

    /** What the visitor sees of it. Without an entry and without a result there is nothing that the model could know. */
    String shown(Ask ask, String piece) {
        if (!ask.groundless() || !done.isEmpty()) {
            return piece;
        }
        heldBack.append(piece);
        return "";
    }

    /** What was held back, if it is but a question for what an action needs; else nothing. */
    String question() {
        String text = heldBack.toString().strip();
        heldBack.setLength(0);
        return text.length() <= LONGEST_QUESTION && text.matches("(?s).*[?？؟]") ? text : "";
    }

    /**
     * Carries the actions out, one after the other.
     *
     * @param said what the model wrote before it asked for them
     * @param agreed the visitor has said yes to them
     */
    Uni<Next> carryOut(Ask ask, String said, List<ToolCall> calls, boolean agreed) {
        entries = ENTRY.matcher(systemOf(ask)).results().map(found -> found.group(1))
                .reduce(entries, (all, one) -> all + "\n" + one);
        List<ToolCall> few = calls.subList(0, Math.min(MOST_CALLS, calls.size()));
        for (ToolCall call : few) {
            Tool tool = ask.toolbox().named(call.name()).orElse(null);
            if (tool != null && tool.needsYes() && !agreed) {
                return desk.workbench().waitForYes(answer, tool, call).replaceWith(() -> asking(ask, tool));
            }
        }
        List<ChatMessage> more = new ArrayList<>();
        more.add(ChatMessage.calling(said, few));
        return Multi.createFrom().iterable(few)
                .onItem().transformToUniAndConcatenate(call -> carryOut(ask, call))
                .invoke(more::add)
                .collect().last()
                .map(last -> {
                    rounds++;
                    return new Told(ask.followedBy(more, rounds < MOST_ROUNDS, desk.tokens()));
                });
    }

    private static String systemOf(Ask ask) {
        return ask.request().messages().stream().filter(message -> message.role() == ChatMessage.Role.SYSTEM)
                .findFirst().map(ChatMessage::content).orElse("");
    }

    private static Asked asking(Ask ask, Tool tool) {
        Language language = Language.of(ask.question(), null);
        String own = tool.settings().confirmText();
        return new Asked(new Say(own == null ? Phrases.confirm(language, tool.settings().description()) : own,
                Finish.STOP, List.of(), ask.evidence()));
    }

    private Uni<ChatMessage> carryOut(Ask ask, ToolCall call) {
        Tool tool = ask.toolbox().named(call.name()).orElse(null);
        if (tool == null) {
            return Uni.createFrom().item(ChatMessage.result(call, "There is no such function."));
        }
        return desk.workbench().carryOut(answer, ask.toolbox(), tool, call)
                .map(result -> told(call, result));
    }

    private ChatMessage told(ToolCall call, ActionResult result) {
        done.add(new Evidence.Action(call.name(), call.arguments(), result.outcome().wire(), result.status(),
                result.millis()));
        if (result.card() != null && !cards.contains(result.card())) {
            cards.add(result.card());
        }
        desk.metrics().acted(result.outcome().wire());
        return ChatMessage.result(call, ActionPrompt.result(result.told()));
    }

    Evidence noteIn(Evidence evidence) {
        return done.isEmpty() ? evidence : evidence.acted(List.copyOf(done));
    }

    /** When the model fails after something was found, the card alone is the answer. */
    Say instead(Say otherwise) {
        return cards.isEmpty()
                ? otherwise
                : new Say(Phrases.onCard(Language.of(otherwise.text(), null)), Finish.STOP, List.of(),
                        otherwise.evidence());
    }

    /** Beside a card no sum stands in the text, but such as the FAQ itself names. */
    String clean(String text) {
        return cards.isEmpty() ? text : Amounts.hidden(text, entries);
    }

    String cards() {
        return "[" + String.join(",", cards) + "]";
    }
}
