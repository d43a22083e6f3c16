package dev.parley.doctor;

import java.util.List;

import dev.parley.doctor.look.ServiceState;
import dev.parley.doctor.look.SocketState;
import dev.parley.doctor.look.SocketState.NoAddress;
import dev.parley.doctor.look.SocketState.NotAnAddress;
import dev.parley.doctor.look.SocketState.NotUpgraded;
import dev.parley.doctor.look.SocketState.Opened;
import dev.parley.doctor.look.SocketState.Silent;
import dev.parley.doctor.look.SocketState.Unreachable;

final class SocketCheck {
    private static final String NAME = "websocket";

    private SocketCheck() {}

    static List<Finding> of(SocketState state, ServiceState service) {
        return List.of(switch (state) {
            case NoAddress() -> Finding.warning(NAME, "The public address is not set, so it was not tried.",
                    "Set PARLEY_PUBLIC_URL to the address at which visitors reach Parley.");
            case NotAnAddress() -> Finding.fault(NAME, "PARLEY_PUBLIC_URL is not a web address.",
                    "Write it as https://chat.shop.example, without a path.");
            case Opened(var address) -> Finding.ok(NAME, "Opened at " + address + ".");
            case Silent(var address) -> Finding.fault(NAME, address + " opens, but no answer of Parley comes back.",
                    "Let the proxy pass on each frame at once, without buffering, and check PARLEY_PUBLIC_URL.");
            case NotUpgraded(var address, var status) -> Finding.fault(NAME,
                    address + " answers with HTTP " + status + " instead of a WebSocket.", advice(status));
            case Unreachable(var address, var why) -> unreachable(address, why, service);
        });
    }

    private static String advice(int status) {
        return status == 502 || status == 503 || status == 504
                ? "The proxy does not reach Parley: check that it runs, and the proxy's target."
                : "Let the proxy pass on the headers Upgrade and Connection (HTTP/1.1) for /ws/, and check PARLEY_PUBLIC_URL.";
    }

    private static Finding unreachable(String address, String why, ServiceState service) {
        String found = address + " cannot be reached from this machine (" + why + ").";
        return service == ServiceState.RUNNING
                ? Finding.fault(NAME, found, "Check PARLEY_PUBLIC_URL, its DNS entry, certificate and proxy.")
                : Finding.warning(NAME, found, "Start Parley and run doctor again.");
    }
}
