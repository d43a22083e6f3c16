package dev.parley.console.live;

import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;

import dev.parley.access.AgentMechanism;
import dev.parley.agent.SignedIn;
import dev.parley.platform.Ids;
import dev.parley.socket.SocketConnection;
import dev.parley.socket.SocketEndpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.WebSocket;

/** The endpoint of `parley.agent.v1`. Refuses the upgrade without a session or from another origin. */
@RolesAllowed("agent")
@Singleton
@WebSocket(path = "/ws/v1/agent", inboundProcessingMode = InboundProcessingMode.CONCURRENT)
public class AgentSocket extends SocketEndpoint<AgentSocketSession> {
    private final AgentServices services;
    private final OpenConsoles consoles;
    private final SecurityIdentity identity;
    private final Ids ids;

    AgentSocket(AgentServices services, OpenConsoles consoles, SecurityIdentity identity, Ids ids,
            MeterRegistry metrics) {
        super(metrics, "parley.agent.sockets.open");
        this.services = services;
        this.consoles = consoles;
        this.identity = identity;
        this.ids = ids;
    }

    @Override
    protected AgentSocketSession session(SocketConnection connection) {
        SignedIn signedIn = Objects.requireNonNull(identity.getAttribute(AgentMechanism.SIGNED_IN));
        return new AgentSocketSession(services, consoles, connection, signedIn, ids.next());
    }
}
