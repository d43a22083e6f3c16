/**
 * The common part of visitors' and agents' sockets: a session executes a client's frames in sequence, respects its reading
 * speed, and closes on floods and silence. It reads fields and writes frames without knowing any type; {@code widget}
 * and {@code console} do. Front doors: {@link SocketEndpoint} for an endpoint, {@link SocketSession} for one client.
 */
@NullMarked
package dev.parley.socket;

import org.jspecify.annotations.NullMarked;
