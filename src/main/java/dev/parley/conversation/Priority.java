package dev.parley.conversation;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.parley.platform.ParleyException;

public enum Priority {
    LOW(0), NORMAL(1), HIGH(2), URGENT(3);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    public short rank() {
        return (short) rank;
    }

    public static Priority ofRank(int rank) {
        return find(each -> each.rank == rank);
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Priority of(String wire) {
        return find(each -> each.wire().equals(wire));
    }

    private static Priority find(Predicate<Priority> which) {
        return Stream.of(values()).filter(which).findFirst().orElseThrow(() -> ParleyException.invalid("bad_priority",
                "The priority is one of low, normal, high and urgent."));
    }
}
