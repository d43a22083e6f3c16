package dev.parley.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Makes the archive's folder and the image from target/quarkus-app: {@code DistributionMain NAME VERSION [BASE IMAGE]}. */
final class DistributionMain {
    /** All that is in here goes into the archive (assembly.xml). */
    static final String ARCHIVE = "dist/archive";

    private final Path target = Path.of("target").toAbsolutePath();
    private final Path scratch = target.resolve("dist");
    private final Platform platform = Platform.current();
    private final String name;
    private final String version;
    private final String base;

    private DistributionMain(String name, String version, String base) {
        this.name = name;
        this.version = version;
        this.base = base;
    }

    public static void main(String... args) throws IOException, InterruptedException {
        new DistributionMain(args[0], args[1], args.length > 2 ? args[2] : "").make();
        // Clients of the training leave threads.
        System.exit(0);
    }

    private void make() throws IOException, InterruptedException {
        Path archive = target.resolve(ARCHIVE);
        ProgramFolder.remove(archive);
        ProgramFolder folder = ProgramFolder.lay(archive.resolve(name),
                Path.of("").toAbsolutePath(), platform);
        ServerFolder.add(folder, scratch.resolve("cluster"));
        ShippedComponents.write(target.resolve("bom.json"), folder, folder.root().resolve("sbom.cdx.json"));
        bring(folder, "bom-web.json", "sbom-web.cdx.json");
        Licences.list(folder.root().resolve("sbom.cdx.json"), folder.root().resolve("licenses/LIST"));
        Instant time = folder.touch();
        say("program " + megabytes(folder.size()) + ", without Java and start cache");
        boolean caches = Runtime.version().feature() >= StartCache.FIRST_JAVA;
        if (!caches) {
            say("*** NO START CACHE: this is Java " + Runtime.version().feature() + ", and only "
                    + StartCache.FIRST_JAVA + " and later make one. Parley starts more slowly without. ***");
        }
        if (!platform.system().equals("linux")) {
            say("no image: this is no Linux");
        } else if (base.isEmpty()) {
            makeImageOnScratch(folder, caches, time);
        } else {
            say("image on " + base + ", without start cache, since its Java is not this one");
            write(ContainerImage.on(base, time), folder);
        }
        // The last one, because it belongs to the archive.
        if (caches) {
            makeCache(folder, JavaHome.current());
        }
    }

    private void makeImageOnScratch(ProgramFolder folder, boolean caches, Instant before)
            throws IOException, InterruptedException {
        JavaHome java = JavaHome.current().link(scratch.resolve("java"));
        say("Java for the image " + megabytes(ProgramFolder.sizeOf(java.root())));
        if (caches) {
            makeCache(folder, java);
        }
        Instant time = caches ? Files.getLastModifiedTime(folder.program()).toInstant() : before;
        write(ContainerImage.onScratch(java, SystemFiles.find(java), scratch.resolve("passwd"), time), folder);
    }

    private void makeCache(ProgramFolder folder, JavaHome java) throws IOException {
        Path cache = StartCache.make(folder, java, scratch.resolve("training"));
        say("start cache " + megabytes(Files.size(cache)) + " for " + java.root());
    }

    private void write(ContainerImage image, ProgramFolder folder) throws IOException, InterruptedException {
        Path file = target.resolve(name + "-image.tar");
        image.write(folder, "parley:" + version, file);
        say(file.getFileName() + " " + megabytes(Files.size(file)));
    }

    private void bring(ProgramFolder folder, String made, String name) throws IOException {
        Files.copy(target.resolve(made), folder.root().resolve(name));
    }

    private static String megabytes(long bytes) {
        return Math.round(bytes / 1e6) + " MB";
    }

    private static void say(String line) {
        System.out.println("dist: " + line);
    }
}
