/**
 * Signing in to the console: sessions, passwords, second factors, single sign-on, invitations and an agent's own
 * preferences. Front door: {@link SessionResource}.
 */
@NullMarked
package dev.parley.console.account;

import org.jspecify.annotations.NullMarked;
