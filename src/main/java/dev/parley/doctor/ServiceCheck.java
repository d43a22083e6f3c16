package dev.parley.doctor;

import java.util.List;

import dev.parley.doctor.look.ServiceState;

final class ServiceCheck {
    private static final String NAME = "service";

    private ServiceCheck() {}

    static List<Finding> of(ServiceState state, int port) {
        return List.of(switch (state) {
            case RUNNING -> Finding.ok(NAME, "Parley runs on port " + port + ".");
            case STOPPED -> Finding.ok(NAME, "Parley does not run on port " + port + " of this machine.");
            case OTHER_PROGRAM -> Finding.fault(NAME, "Another program has port " + port + ".",
                    "Stop that, or choose a port with QUARKUS_HTTP_PORT.");
        });
    }
}
