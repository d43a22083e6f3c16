/**
 * The support team's REST operations, for people only. It maps requests and JSON; the rules for claims, notes and
 * settings are in other packages, the socket is in {@code console.live}. Every operation names its role. Front doors:
 * {@link SessionResource} to sign in, {@link AgentResource} for agents (src/docs/console.md).
 */
@NullMarked
package dev.parley.console;

import dev.parley.console.account.SessionResource;
import org.jspecify.annotations.NullMarked;
