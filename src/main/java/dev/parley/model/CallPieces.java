package dev.parley.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Puts the actions that a model asks for together: streams bring their arguments piece by piece, told apart by an index. */
final class CallPieces {
    /** More would not be carried out anyway. */
    private static final int MOST = 8;
    private static final int LONGEST_ARGUMENTS = 16_000;

    /** Part of a call; what a piece does not tell is null. */
    record Piece(int index, @Nullable String id, @Nullable String name, @Nullable String arguments) {}

    private static final class Growing {
        private String id = "";
        private String name = "";
        private final StringBuilder arguments = new StringBuilder();
    }

    private final Map<Integer, Growing> calls = new TreeMap<>();

    void add(List<Piece> pieces) {
        for (Piece piece : pieces) {
            if (calls.size() < MOST || calls.containsKey(piece.index())) {
                add(calls.computeIfAbsent(piece.index(), index -> new Growing()), piece);
            }
        }
    }

    private static void add(Growing call, Piece piece) {
        if (piece.id() != null && !piece.id().isEmpty()) {
            call.id = piece.id();
        }
        if (piece.name() != null && !piece.name().isEmpty()) {
            call.name = piece.name();
        }
        if (piece.arguments() != null && call.arguments.length() + piece.arguments().length() <= LONGEST_ARGUMENTS) {
            call.arguments.append(piece.arguments());
        }
    }

    /** Some servers number their calls but give them no ids. */
    List<ToolCall> whole() {
        List<ToolCall> whole = new ArrayList<>();
        calls.forEach((index, call) -> whole.add(new ToolCall(call.id.isEmpty() ? "call_" + index : call.id, call.name,
                call.arguments.isEmpty() ? "{}" : call.arguments.toString())));
        return whole;
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }
}
