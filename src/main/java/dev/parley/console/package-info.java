/**
 * The support team's REST operations and socket, which only people use. It authenticates, maps JSON and isolates slow
 * clients; other packages give claims and notes their meaning. Every operation names its role. Front doors:
 * {@link SessionResource} to sign in, {@link AgentResource} for agents (src/docs/console.md).
 */
@NullMarked
package dev.parley.console;

import dev.parley.console.account.SessionResource;
import org.jspecify.annotations.NullMarked;
