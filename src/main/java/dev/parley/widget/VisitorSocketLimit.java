package dev.parley.widget;

import jakarta.inject.Singleton;

import dev.parley.allowance.Allowances;
import dev.parley.platform.CallerAddress;
import dev.parley.socket.SocketLimit;

/** Limits sockets to {@link VisitorSocket}, which is open to anybody. */
@Singleton
class VisitorSocketLimit extends SocketLimit {
    VisitorSocketLimit(Allowances allowances, CallerAddress callers) {
        super(VisitorSocket.class, allowances, callers);
    }
}
