package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.parley.conversation.HandoffBy;
import dev.parley.handoff.Availability.NobodyOnline;
import dev.parley.handoff.Availability.OutsideHours;
import dev.parley.handoff.Availability.SomebodyThere;
import dev.parley.handoff.HandoffSettings.WhenNobody;
import dev.parley.handoff.WhenAsked.HandoffOutcome;
import org.junit.jupiter.api.Test;

class WhenAskedTest {
    @Test
    void everyCell_isAsTheTableSays() {
        List<String> cells = new ArrayList<>();
        for (Availability availability : List.of(new SomebodyThere(), new NobodyOnline(), new OutsideHours(null))) {
            for (WhenNobody plan : WhenNobody.values()) {
                for (HandoffBy by : HandoffBy.values()) {
                    cells.add(cell(availability, plan, by));
                }
            }
        }

        assertThat(String.join("\n", cells)).isEqualTo("""
                somebodythere wait visitor: in line, waiting
                somebodythere wait bot: in line, waiting
                somebodythere wait rule: in line, waiting
                somebodythere wait shop: in line, waiting
                somebodythere back_to_bot visitor: in line, waiting
                somebodythere back_to_bot bot: in line, waiting
                somebodythere back_to_bot rule: in line, waiting
                somebodythere back_to_bot shop: in line, waiting
                somebodythere leave_a_message visitor: in line, waiting
                somebodythere leave_a_message bot: in line, waiting
                somebodythere leave_a_message rule: in line, waiting
                somebodythere leave_a_message shop: in line, waiting
                somebodythere mail visitor: in line, waiting
                somebodythere mail bot: in line, waiting
                somebodythere mail rule: in line, waiting
                somebodythere mail shop: in line, waiting
                nobodyonline wait visitor: in line, waiting_for_the_team
                nobodyonline wait bot: in line, waiting_for_the_team
                nobodyonline wait rule: in line, waiting_for_the_team
                nobodyonline wait shop: in line, waiting_for_the_team
                nobodyonline back_to_bot visitor: in line, waiting_a_while
                nobodyonline back_to_bot bot: with the bot, nobody_now
                nobodyonline back_to_bot rule: with the bot, nobody_now
                nobodyonline back_to_bot shop: in line, waiting_a_while
                nobodyonline leave_a_message visitor: in line, waiting_a_while
                nobodyonline leave_a_message bot: with the bot, leave_a_message
                nobodyonline leave_a_message rule: with the bot, leave_a_message
                nobodyonline leave_a_message shop: in line, waiting_a_while
                nobodyonline mail visitor: in line, waiting_a_while
                nobodyonline mail bot: with the bot, leave_a_message
                nobodyonline mail rule: with the bot, leave_a_message
                nobodyonline mail shop: in line, waiting_a_while
                outsidehours wait visitor: in line, waiting_for_the_hours
                outsidehours wait bot: in line, waiting_for_the_hours
                outsidehours wait rule: in line, waiting_for_the_hours
                outsidehours wait shop: in line, waiting_for_the_hours
                outsidehours back_to_bot visitor: with the bot, nobody_outside_hours
                outsidehours back_to_bot bot: with the bot, nobody_outside_hours
                outsidehours back_to_bot rule: with the bot, nobody_outside_hours
                outsidehours back_to_bot shop: with the bot, nobody_outside_hours
                outsidehours leave_a_message visitor: with the bot, leave_a_message
                outsidehours leave_a_message bot: with the bot, leave_a_message
                outsidehours leave_a_message rule: with the bot, leave_a_message
                outsidehours leave_a_message shop: with the bot, leave_a_message
                outsidehours mail visitor: with the bot, leave_a_message
                outsidehours mail bot: with the bot, leave_a_message
                outsidehours mail rule: with the bot, leave_a_message
                outsidehours mail shop: with the bot, leave_a_message""");
    }

    private static String cell(Availability availability, WhenNobody plan, HandoffBy by) {
        HandoffOutcome outcome = WhenAsked.of(by, availability, plan);
        return (availability.getClass().getSimpleName() + " " + plan + " " + by + ": ").toLowerCase(Locale.ROOT)
                + (outcome.waits() ? "in line" : "with the bot") + ", "
                + outcome.said().name().toLowerCase(Locale.ROOT);
    }
}
