package dev.parley.api;

import java.lang.reflect.Method;
import java.util.List;

import dev.parley.testsupport.RestOperation;

final class ShopOperations {
    private ShopOperations() {}

    /**
     * An operation.
     *
     * @param scope that a key needs; empty if none
     * @param role that an agent's session needs; empty if sessions are not accepted
     */
    record Operation(String method, String path, String scope, String role, Method code) {
        static Operation of(RestOperation found) {
            return new Operation(found.method(), found.path(), at(found.needed(), 0),
                    at(found.needed(), 1), found.code());
        }

        private static String at(List<String> needed, int place) {
            return place < needed.size() ? needed.get(place) : "";
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
