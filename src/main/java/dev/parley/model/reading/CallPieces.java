package dev.parley.model.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.parley.model.ToolCall;
import org.jspecify.annotations.Nullable;

/** Assembles action calls from pieces: one that cannot continue its call, whatever its index, starts a new one. */
public final class CallPieces {
    /** More calls would not be executed anyway. */
    private static final int MAX_CALLS = 8;
    private static final int LONGEST_ARGUMENTS = 16_000;

    /** Null for what the piece does not contain. {@code index}: negative if absent. */
    public record Piece(int index, @Nullable String id, @Nullable String name, @Nullable String arguments) {
        boolean isNamed() {
            return name != null && !name.isEmpty();
        }

        boolean hasId() {
            return id != null && !id.isEmpty();
        }
    }

    private static final class Growing {
        private final int index;
        private String id = "";
        private String name = "";
        private final StringBuilder arguments = new StringBuilder();
        private final JsonEnd end = new JsonEnd();

        Growing(int index) {
            this.index = index;
        }

        boolean isWhole() {
            return end.isReached();
        }

        boolean says(Piece piece) {
            return name.equals(piece.name()) && piece.arguments() != null
                    && arguments.toString().strip().equals(piece.arguments().strip());
        }
    }

    private final List<Growing> calls = new ArrayList<>();

    void add(List<Piece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            Growing call = callOf(piece, pieces.size() > 1 ? i : -1);
            if (call != null) {
                grow(call, piece);
            }
        }
    }

    /** @param place among the pieces of a chunk; negative if alone */
    private @Nullable Growing callOf(Piece piece, int place) {
        Growing seeming = seeming(piece, place);
        if (seeming != null && !beginsAnother(seeming, piece)) {
            return seeming;
        }
        if (calls.stream().anyMatch(call -> call.isWhole() && call.says(piece))) {
            // A repeated call.
            return null;
        }
        if (calls.size() >= MAX_CALLS) {
            return null;
        }
        Growing fresh = new Growing(piece.index());
        calls.add(fresh);
        return fresh;
    }

    /** By id, else the latest with its index, else by place, else the latest. */
    private @Nullable Growing seeming(Piece piece, int place) {
        Growing byIndex = null;
        for (Growing call : calls.reversed()) {
            boolean fits = piece.index() < 0 || call.index < 0 || call.index == piece.index();
            if (fits && piece.hasId() && call.id.equals(piece.id())) {
                return call;
            }
            byIndex = byIndex == null && fits ? call : byIndex;
        }
        boolean placed = piece.index() < 0 && place >= 0 && !piece.hasId() && !piece.isNamed() && place < calls.size();
        return placed ? calls.get(place) : byIndex;
    }

    private static boolean beginsAnother(Growing call, Piece piece) {
        if (!piece.isNamed() || call.name.isEmpty()) {
            return false;
        }
        if (call.isWhole() || !call.name.equals(piece.name())) {
            return true;
        }
        boolean anotherId = piece.hasId() && !call.id.isEmpty() && !call.id.equals(piece.id());
        return anotherId && call.arguments.isEmpty();
    }

    private static void grow(Growing call, Piece piece) {
        if (call.id.isEmpty()) {
            call.id = piece.id() == null ? "" : piece.id();
        }
        if (piece.name() != null && !piece.name().isEmpty()) {
            call.name = piece.name();
        }
        String more = piece.arguments();
        if (more != null && !call.isWhole() && call.arguments.length() + more.length() <= LONGEST_ARGUMENTS) {
            call.arguments.append(more);
            call.end.read(more);
        }
    }

    /** Generates ids where servers give none, or the same for all. */
    List<ToolCall> whole() {
        List<ToolCall> whole = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < calls.size(); i++) {
            Growing call = calls.get(i);
            if (!call.name.isEmpty() && !isFalseStart(call)) {
                String id = call.id.isEmpty() ? "call_" + i : call.id;
                while (!ids.add(id)) {
                    id = "call_" + ids.size() + "_" + id;
                }
                whole.add(new ToolCall(id, call.name, call.arguments.isEmpty() ? "{}" : call.arguments.toString()));
            }
        }
        return whole;
    }

    /** An id that changed before the first argument leaves a call without arguments. */
    private boolean isFalseStart(Growing call) {
        return call.arguments.isEmpty() && calls.stream().anyMatch(other -> other != call && other.index == call.index
                && other.name.equals(call.name) && !other.arguments.isEmpty());
    }

    boolean isEmpty() {
        return calls.stream().allMatch(call -> call.name.isEmpty());
    }
}
