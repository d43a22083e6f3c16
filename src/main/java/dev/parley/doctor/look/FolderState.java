package dev.parley.doctor.look;

import java.nio.file.Path;

/** {@code writable}: or can be created. */
public record FolderState(Purpose purpose, Path path, boolean writable, long freeBytes) {
    public enum Purpose {
        DATA, TEMPORARY
    }
}
