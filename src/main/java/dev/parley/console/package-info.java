/**
 * The support team's side, what only people do: REST and a socket for the console's page. It checks who is asking, reads and writes JSON,
 * and keeps a slow or noisy client from hurting others; what a claim or a note means is the business of others. Every operation names the
 * role that it needs.
 * Front doors: {@link SessionResource} to sign in, {@link AgentResource} for who they are (src/docs/console.md).
 */
@NullMarked
package dev.parley.console;

import dev.parley.console.account.SessionResource;
import org.jspecify.annotations.NullMarked;
