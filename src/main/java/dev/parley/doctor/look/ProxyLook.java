package dev.parley.doctor.look;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.parley.platform.CallerAddress;
import dev.parley.platform.StartRefusedException;
import org.jspecify.annotations.Nullable;

public final class ProxyLook {
    private ProxyLook() {}

    /** {@code serving} is what has seen this process' requests; null if it serves none. */
    public static ProxyState look(Settings settings, @Nullable CallerAddress serving) {
        List<String> trusted = settings.list("parley.trusted-proxies");
        return new ProxyState(trusted, trouble(trusted),
                settings.site().orElse("").toLowerCase(Locale.ROOT).startsWith("https://"), serving != null,
                serving == null ? Optional.empty() : serving.untrustedProxy());
    }

    private static Optional<String> trouble(List<String> trusted) {
        try {
            new CallerAddress(Optional.of(trusted));
            return Optional.empty();
        } catch (StartRefusedException refused) {
            return Optional.ofNullable(refused.getMessage());
        }
    }
}
