package dev.parley.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import dev.parley.action.ActionResult;
import dev.parley.conversation.answer.Evidence;
import dev.parley.model.ToolCall;
import org.junit.jupiter.api.Test;

class ActionLogTest {
    @Test
    void functionThatNeverWas_isNoAction() {
        ActionLog log = ActionLog.NONE.plus(
                List.of(new ToolCall("1", "functions.look_up", "{}"), new ToolCall("2", "look", "{}")),
                List.of(ActionRunner.NO_SUCH, new ActionResult(ActionResult.Outcome.DONE, "{}", null, null, 1)));

        assertThat(log.done()).extracting(Evidence.Action::name).containsExactly("look");
        assertThat(log.rounds()).isEqualTo(2);
    }
}
