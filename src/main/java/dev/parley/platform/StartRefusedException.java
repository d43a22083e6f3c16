package dev.parley.platform;

/** Stops the start for a reason that the operator can fix; the message is one line that says how. */
public final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefusedException(String whatToDo) {
        super(whatToDo);
    }
}
