package dev.parley.console;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;

import dev.parley.tenant.KnownDevices;

/** By which a device is known where an agent has signed in before. It outlives the session, opens nothing, and goes to signing in alone. */
final class DeviceCookie {
    static final String NAME = "parley_device";

    private DeviceCookie() {}

    static NewCookie of(String device, boolean secure) {
        return new NewCookie.Builder(NAME).value(device).path("/v1/console/session").httpOnly(true)
                .sameSite(SameSite.STRICT).secure(secure).maxAge((int) KnownDevices.LIFE.toSeconds()).build();
    }
}
