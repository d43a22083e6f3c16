package dev.parley.console;

import java.util.List;
import java.util.Optional;

import dev.parley.rest.Audited;
import dev.parley.testsupport.RestOperation;

public final class Operations {
    private Operations() {}

    /**
     * An operation.
     *
     * @param role that it needs; empty if it needs no sign-in
     * @param action in the audit log; empty if it is not audited
     */
    public record Operation(String method, String path, Optional<String> role, Optional<String> action) {
        static Operation of(RestOperation found) {
            return new Operation(found.method(), found.path(), found.needed().stream().findFirst(),
                    Optional.ofNullable(found.code().getAnnotation(Audited.class)).map(Audited::value));
        }

        public String name() {
            return method + " " + path;
        }

        @Override
        public String toString() {
            return name();
        }
    }

    public static List<Operation> all() {
        return RestOperation.in("dev.parley.console").stream().map(Operation::of).toList();
    }
}
