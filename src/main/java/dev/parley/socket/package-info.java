/**
 * What a visitor's and an agent's socket have in common: a line takes its client's frames one after the other, writes to it no faster than it
 * reads, hangs up on floods and silence, and says why it closes. It reads fields and writes frames but knows none of them by name; what a
 * frame asks for is the business of {@code widget} and {@code console}. Front doors: {@link SocketEndpoint} for an endpoint,
 * {@link SocketLine} for one client.
 */
@NullMarked
package dev.parley.socket;

import org.jspecify.annotations.NullMarked;
