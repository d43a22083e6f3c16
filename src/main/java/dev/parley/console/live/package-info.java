/**
 * The console's WebSocket: frames to and from agents, the conversations that each console watches, and presence.
 * src/docs/asyncapi.yaml describes the protocol. Front door: {@link AgentSocket}.
 */
@NullMarked
package dev.parley.console.live;

import org.jspecify.annotations.NullMarked;
