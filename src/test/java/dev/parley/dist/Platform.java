package dev.parley.dist;

import java.util.Locale;

/**
 * The operating system and processor that an archive is for.
 *
 * @param system {@code linux}, {@code osx} or {@code win}
 * @param processor {@code x86_64} or {@code aarch64}
 */
record Platform(String system, String processor) {
    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String osName, String osArch) {
        String name = osName.toLowerCase(Locale.ROOT);
        String system = name.startsWith("mac") ? "osx" : name.startsWith("windows") ? "win" : "linux";
        return new Platform(system, osArch.equals("amd64") ? "x86_64" : osArch);
    }

    /** The folder of ONNX Runtime's native libraries. */
    String onnxFolder() {
        return system + "-" + (processor.equals("x86_64") ? "x64" : processor);
    }
}
