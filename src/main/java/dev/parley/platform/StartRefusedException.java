package dev.parley.platform;

/** Parley cannot start, for a reason that the operator can mend; its message says how, in one line. */
public final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefusedException(String whatToDo) {
        super(whatToDo);
    }
}
