package dev.parley.doctor.look;

import java.util.List;
import java.util.Optional;

/**
 * The list of trusted proxies, and what contradicts it.
 *
 * @param trouble why the list is not valid
 * @param https whether the public address begins so
 * @param untrusted the address of the last request that said it was forwarded, by nobody on the list; empty if none, or
 *            if this process does not serve
 */
public record ProxyState(List<String> trusted, Optional<String> trouble, boolean https, boolean serving,
        Optional<String> untrusted) {}
