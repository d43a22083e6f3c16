package dev.parley.doctor.look;

/** A migration of this Parley or of the database; {@code name} is such as `V97__voice`. */
public record MigrationState(String name, Kind kind) {
    public enum Kind {
        APPLIED,
        PENDING,
        FAILED,
        /** The database has it, this Parley does not: it is older than the database. */
        UNKNOWN,
        /** It was applied with another content. */
        CHANGED
    }
}
