package dev.parley.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class ArrivedEventsTest {
    private static final ChatEvent.Finished END = new ChatEvent.Finished(FinishReason.STOP, null, "m", false,
            List.of());

    private final ArrivedEvents events = new ArrivedEvents();

    @Test
    void firstText_goesAlone() {
        events.beginRead();

        boolean now = events.add("They", true);

        assertThat(now).isTrue();
        assertThat(taken()).containsExactly(new ChatEvent.Delta("They"));
    }

    @Test
    void textsOfOneRead_areOneDelta() {
        events.beginRead();

        boolean now = events.add(" are", false) || events.add(" free", false);

        assertThat(now).isFalse();
        assertThat(events.endRead()).isTrue();
        assertThat(taken()).containsExactly(new ChatEvent.Delta(" are free"));
    }

    @Test
    void textsOfTwoReads_areTwoDeltas() {
        read(" are");
        read(" free");

        assertThat(taken()).containsExactly(new ChatEvent.Delta(" are"), new ChatEvent.Delta(" free"));
    }

    @Test
    void readWithoutText_bringsNothing() {
        events.beginRead();

        assertThat(events.endRead()).isFalse();
        assertThat(events.isEmpty()).isTrue();
    }

    @Test
    void endInTheSameRead_comesAfterTheText() {
        events.beginRead();
        events.add(" free", false);

        events.end(END);

        assertThat(taken()).containsExactly(new ChatEvent.Delta(" free"), END);
    }

    @Test
    void textAfterTheRead_goesAtOnce() {
        assertThat(events.add("late", false)).isTrue();
        assertThat(taken()).containsExactly(new ChatEvent.Delta("late"));
    }

    @Test
    void waitingText_isNotForgottenBeforeItIsTaken() {
        events.beginRead();
        events.add(" free", false);

        assertThat(events.isEmpty()).isFalse();
    }

    @Test
    void clearedEvents_areGone() {
        events.beginRead();
        events.add("a", true);
        events.add("b", false);

        events.clear();

        assertThat(events.endRead()).isFalse();
        assertThat(taken()).isEmpty();
    }

    private void read(String text) {
        events.beginRead();
        events.add(text, false);
        events.endRead();
    }

    private List<ChatEvent> taken() {
        List<ChatEvent> taken = new ArrayList<>();
        for (ChatEvent next = events.poll(); next != null; next = events.poll()) {
            taken.add(next);
        }
        return taken;
    }
}
