package dev.parley.faq.file;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.parley.platform.WebAddress;

/** The first public web address in a cell. Internal and mail addresses are ignored; the entry is kept. */
final class FileAddress {
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*\\.\\p{L}{2,}(/.*)?");
    private static final Pattern SEVERAL = Pattern.compile("(?i).*[\\s,;|]https?://.*", Pattern.DOTALL);
    /** A user name and password in an address belong to the author of the file. */
    private static final Pattern SIGNED_IN = Pattern.compile("(?i)^(https?://)[^/@?#]*@");
    private static final int LONGEST = 2_000;

    private FileAddress() {}

    static Optional<String> of(String cell) {
        String plain = GatheredEntry.trimmed(cell);
        Stream<String> whole = SEVERAL.matcher(plain).matches() ? Stream.empty() : Stream.of(plain);
        Stream<String> parts = Arrays.stream(plain.split("[\\s|<>()\\[\\]\"]+", -1))
                .flatMap(part -> Arrays.stream(part.split("[,;]", -1)));
        return Stream.concat(whole, parts).map(FileAddress::one).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> one(String part) {
        String address = part.regionMatches(true, 0, "http", 0, 4)
                ? SIGNED_IN.matcher(part).replaceFirst("$1")
                : HOST.matcher(part).matches() ? "https://" + part : "";
        return address.isEmpty() || address.length() > LONGEST ? Optional.empty() : WebAddress.tidy(address);
    }
}
