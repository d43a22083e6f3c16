package dev.parley.console;

import java.util.List;
import java.util.Optional;

import dev.parley.rest.Audited;
import dev.parley.testsupport.RestOperation;

/** Every REST operation of the console. */
public final class Operations {
    private Operations() {}

    /**
     * An operation.
     *
     * @param role that it needs; empty where nobody has to be signed in
     * @param action under which it stands in the audit log; empty where it does not
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
