package dev.parley.api;

import java.lang.reflect.Method;
import java.util.List;

import dev.parley.testsupport.RestOperation;

/** Every REST operation for shops. */
final class ShopOperations {
    private ShopOperations() {}

    /**
     * An operation.
     *
     * @param scope that it needs; empty where none is asked for
     */
    record Operation(String method, String path, String scope, Method code) {
        static Operation of(RestOperation found) {
            return new Operation(found.method(), found.path(), found.role().orElse(""), found.code());
        }

        String name() {
            return method + " " + path;
        }

        boolean writes() {
            return !method.equals("GET");
        }

        @Override
        public String toString() {
            return name();
        }
    }

    static List<Operation> all() {
        return RestOperation.in("dev.parley.api").stream().map(Operation::of).toList();
    }
}
