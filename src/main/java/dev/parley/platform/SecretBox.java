package dev.parley.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.runtime.Startup;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts secrets for the database (AES-256-GCM). The key is a setting, or a file beside the embedded database, so
 * that a copy of the database alone reveals nothing. A secret is bound to its owner: in another row it does not
 * decrypt.
 */
@ApplicationScoped
@Startup
public class SecretBox {
    /** The key file if no setting holds the key; created if missing. */
    public static final String FILE = "parley.secret.file";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final @Nullable SecretKeySpec key;
    private final List<SecretKeySpec> former;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param key Key that encrypts what shops store, such as their models' keys: 32 random bytes in Base64, the same on
     *            all replicas. Without it the embedded database uses the file `service-key`; an existing one stores no
     *            secrets.
     * @param former Earlier values of the secret key, for decryption only, while a new one is introduced.
     */
    @Inject
    public SecretBox(@ConfigProperty(name = "parley.secret.key") Optional<String> key,
            @ConfigProperty(name = FILE) Optional<String> file,
            @ConfigProperty(name = "parley.secret.former-keys") Optional<List<String>> former) {
        this(key.map(String::strip).filter(text -> !text.isEmpty()).or(() -> file.map(name -> inFile(Path.of(name))))
                .orElse(null),
                former.orElse(List.of()).stream().map(String::strip).filter(text -> !text.isEmpty()).toList());
    }

    SecretBox(@Nullable String key) {
        this(key, List.of());
    }

    /** @param former keys for decryption only */
    SecretBox(@Nullable String key, List<String> former) {
        this.key = key == null ? null : new SecretKeySpec(bytes(key), "AES");
        this.former = former.stream().map(text -> new SecretKeySpec(bytes(text), "AES")).toList();
    }

    private static byte[] bytes(String key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(key.strip());
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // Reported below without quoting the value.
        }
        throw new IllegalArgumentException(
                "PARLEY_SECRET_KEY must be 32 random bytes in Base64, such as `openssl rand -base64 32` prints.");
    }

    private static String inFile(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] made = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(made);
                PrivateFile.write(file, Base64.getEncoder().encodeToString(made));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("The service's key " + file + " can neither be read nor made.", e);
        }
    }

    public boolean canSeal() {
        return key != null;
    }

    /** Fails without a configured key: with an external database, each replica would create its own. */
    public String seal(String secret, String owner) {
        if (key == null) {
            throw new ParleyException(ParleyException.Kind.CONFLICT, "no_secret_key",
                    "Secrets cannot be stored yet. The operator must set PARLEY_SECRET_KEY, the same for all replicas, to the output of `openssl rand -base64 32`.");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] hidden = cipher(Cipher.ENCRYPT_MODE, key, nonce, owner)
                    .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(NONCE_BYTES + hidden.length).put(nonce).put(hidden).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    /** Empty if sealed with an unknown key or for another owner. */
    public Optional<String> open(String sealed, String owner) {
        Optional<String> opened = key == null ? Optional.empty() : open(sealed, owner, key);
        return opened.or(() -> former.stream().map(each -> open(sealed, owner, each)).flatMap(Optional::stream)
                .findFirst());
    }

    /** True if only a former key opens it. It must be sealed again before that key is removed. */
    public boolean isOfFormerKey(String sealed, String owner) {
        return key != null && open(sealed, owner, key).isEmpty() && open(sealed, owner).isPresent();
    }

    private static Optional<String> open(String sealed, String owner, SecretKeySpec key) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
            byte[] nonce = new byte[NONCE_BYTES];
            bytes.get(nonce);
            byte[] hidden = new byte[bytes.remaining()];
            bytes.get(hidden);
            return Optional.of(new String(cipher(Cipher.DECRYPT_MODE, key, nonce, owner).doFinal(hidden),
                    StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException | java.nio.BufferUnderflowException notOurs) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String owner)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
