package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final SecretBox secretBox = new SecretBox(KEY);

    @Test
    void secret_opensForItsOwnerAlone() {
        String sealed = secretBox.seal("sk-canary", "shop-a");

        assertThat(secretBox.open(sealed, "shop-a")).contains("sk-canary");
        assertThat(secretBox.open(sealed, "shop-b")).isEmpty();
    }

    @Test
    void sealed_saysNothingAndNeverLooksTheSame() {
        String sealed = secretBox.seal("sk-canary", "shop-a");

        assertThat(new String(Base64.getDecoder().decode(sealed), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("canary");
        assertThat(secretBox.seal("sk-canary", "shop-a")).isNotEqualTo(sealed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatWasNotSealedHere_doesNotOpen(String rubbish) {
        assertThat(secretBox.open(rubbish, "shop-a")).isEmpty();
    }

    @Test
    void anotherKey_doesNotOpenIt() {
        byte[] other = new byte[32];
        other[0] = 1;

        assertThat(new SecretBox(Base64.getEncoder().encodeToString(other)).open(secretBox.seal("x", "a"), "a"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "AAAA", "!!!!"})
    void keyThatIsNone_refusesTheStartWithoutBeingQuoted(String key) {
        assertThatThrownBy(() -> new SecretBox(key)).hasMessageContaining("PARLEY_SECRET_KEY")
                .hasMessageNotContaining(key);
    }

    @Test
    void formerKey_opensWhatItSealedAndSealsNothingMore() {
        byte[] other = new byte[32];
        other[0] = 1;
        SecretBox renewed = new SecretBox(Base64.getEncoder().encodeToString(other), List.of(KEY));
        String old = secretBox.seal("sk-canary", "shop-a");

        assertThat(renewed.open(old, "shop-a")).contains("sk-canary");
        assertThat(renewed.open(old, "shop-b")).isEmpty();
        assertThat(renewed.isOfFormerKey(old, "shop-a")).isTrue();
        String fresh = renewed.seal("sk-canary", "shop-a");
        assertThat(secretBox.open(fresh, "shop-a")).isEmpty();
        assertThat(renewed.isOfFormerKey(fresh, "shop-a")).isFalse();
        assertThat(renewed.isOfFormerKey("rubbish", "shop-a")).isFalse();
    }

    @Test
    void noKey_refusesToSealAndSaysWhatToSet() {
        SecretBox keyless = new SecretBox(Optional.empty(), Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> keyless.seal("x", "a")).isInstanceOfSatisfying(ParleyException.class,
                refused -> assertThat(refused.code()).isEqualTo("no_secret_key"))
                .hasMessageContaining("PARLEY_SECRET_KEY");
    }

    @Test
    void keyBesideTheDatabase_isMadeOnceAndPrivate(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("service-key");
        String sealed = new SecretBox(Optional.empty(), Optional.of(file.toString()), Optional.empty()).seal("x", "a");

        assertThat(new SecretBox(Optional.of(" "), Optional.of(file.toString()), Optional.empty()).open(sealed, "a"))
                .contains("x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }
}
