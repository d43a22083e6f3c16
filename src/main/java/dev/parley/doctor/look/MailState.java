package dev.parley.doctor.look;

public sealed interface MailState {
    record NotSet(boolean from, boolean site) implements MailState {}

    record Accepted(String server, Encryption encryption, boolean signedIn, boolean local) implements MailState {}

    /** {@code reply} is the server's code and, unless it answers a password, its words. */
    record Refused(String server, Step step, String reply) implements MailState {}

    record Unreachable(String server, String why) implements MailState {}

    enum Encryption {
        NONE,
        /** The server's certificate is not checked. */
        UNCHECKED,
        CHECKED
    }

    enum Step {
        GREETING, ENCRYPTION, SIGN_IN
    }
}
