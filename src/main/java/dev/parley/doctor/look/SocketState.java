package dev.parley.doctor.look;

public sealed interface SocketState {
    record NoAddress() implements SocketState {}

    record NotAnAddress() implements SocketState {}

    record Opened(String address) implements SocketState {}

    /** A WebSocket on which no frame of Parley comes back. */
    record Silent(String address) implements SocketState {}

    /** An answer that is no WebSocket. */
    record NotUpgraded(String address, int status) implements SocketState {}

    record Unreachable(String address, String why) implements SocketState {}
}
