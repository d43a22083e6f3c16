package dev.parley.doctor;

import java.util.List;
import java.util.Locale;

import dev.parley.doctor.look.FolderState;

final class DiskCheck {
    private static final String NAME = "disk";
    private static final long MIB = 1024L * 1024;
    /** PostgreSQL stops when its log of changes no longer fits; a file of it has 16 MiB. */
    private static final long FAULT_BELOW = 200 * MIB;
    private static final long WARNING_BELOW = 2048 * MIB;

    private DiskCheck() {}

    static List<Finding> of(List<FolderState> folders) {
        return folders.stream().map(DiskCheck::of).toList();
    }

    private static Finding of(FolderState folder) {
        String what = switch (folder.purpose()) {
            case DATA -> "The data directory ";
            case TEMPORARY -> "The directory for temporary files ";
        } + folder.path();
        if (!folder.writable()) {
            return Finding.fault(NAME, what + " cannot be written by this user.", switch (folder.purpose()) {
                case DATA -> "Make it writable, or name another with PARLEY_DATA_DIR.";
                case TEMPORARY -> "Make it writable, or name another with java -Djava.io.tmpdir=…";
            });
        }
        String free = what + " has " + size(folder.freeBytes()) + " free.";
        if (folder.freeBytes() >= WARNING_BELOW) {
            return Finding.ok(NAME, free);
        }
        String advice = "Free some space or use a larger disk; PostgreSQL stops when it is full.";
        return folder.freeBytes() < FAULT_BELOW
                ? Finding.fault(NAME, free, advice)
                : Finding.warning(NAME, free, advice);
    }

    private static String size(long bytes) {
        return bytes >= 1024 * MIB
                ? String.format(Locale.ROOT, "%.1f GiB", (double) bytes / (1024 * MIB))
                : bytes / MIB + " MiB";
    }
}
