package dev.parley.doctor;

import java.util.List;

import dev.parley.doctor.look.ProxyState;

final class ProxyCheck {
    private static final String NAME = "proxy";

    private ProxyCheck() {}

    static List<Finding> of(ProxyState state) {
        return List.of(judged(state));
    }

    private static Finding judged(ProxyState state) {
        if (state.trouble().isPresent()) {
            return Finding.fault(NAME, state.trouble().get(), "Correct PARLEY_TRUSTED_PROXIES.");
        }
        if (state.untrusted().isPresent()) {
            String address = state.untrusted().get();
            return Finding.warning(NAME, "A request forwarded by " + address
                    + " came in, which is not trusted: all its visitors count as one.",
                    "If that is your proxy, add " + address + " to PARLEY_TRUSTED_PROXIES;"
                            + " if not, somebody reaches Parley past the proxy: close its port to others.");
        }
        if (state.trusted().isEmpty() && state.https()) {
            return Finding.warning(NAME,
                    "The public address is https, so there is probably a proxy, but none is trusted.",
                    "Set PARLEY_TRUSTED_PROXIES to its address, else all visitors count as one.");
        }
        return Finding.ok(NAME, (state.trusted().isEmpty()
                ? "No proxy is trusted: visitors are told apart by the address that connects."
                : "Trusted: " + String.join(", ", state.trusted()) + ".")
                + (state.serving() ? "" : " The operator's page also says if requests come from others."));
    }
}
