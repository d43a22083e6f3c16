/**
 * The console's WebSocket: frames to and from agents, the conversations that each console watches, and presence. Front door:
 * {@link AgentSocket}. The protocol is described in src/docs/asyncapi.yaml.
 */
@NullMarked
package dev.parley.console.live;

import org.jspecify.annotations.NullMarked;
