package dev.parley.visitor;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.platform.SecretBox;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

@ApplicationScoped
class IdentityStore {
    private static final Logger LOG = Logger.getLogger(IdentityStore.class);

    private final IdentityRepository repository;
    private final ObjectMapper json;
    private final SecretBox secretBox;

    IdentityStore(IdentityRepository repository, ObjectMapper json, SecretBox secretBox) {
        this.repository = repository;
        this.json = json;
        this.secretBox = secretBox;
    }

    Uni<IdentitySettings> find(TenantId tenant) {
        return repository.find(tenant).map(stored -> stored == null ? IdentitySettings.NONE : read(stored));
    }

    Uni<IdentitySettings> change(TenantId tenant, UnaryOperator<IdentitySettings> change) {
        return repository.find(tenant).chain(stored -> {
            IdentitySettings after = change.apply(stored == null ? IdentitySettings.NONE : read(stored));
            return repository.replace(tenant, stored, write(after)).map(done -> {
                if (!done) {
                    throw new ParleyException(Kind.CONFLICT, "changed_meanwhile",
                            "Somebody else has just changed this. Read it again and repeat your change.");
                }
                return after;
            });
        });
    }

    String seal(TenantId tenant, String secret) {
        return secretBox.seal(secret, owner(tenant));
    }

    List<IdentityKey> secrets(TenantId tenant, IdentitySettings settings) {
        return settings.secrets().stream().map(secret -> open(tenant, secret)).flatMap(Optional::stream).toList();
    }

    private Optional<IdentityKey> open(TenantId tenant, IdentitySettings.Secret secret) {
        Optional<String> text = secretBox.open(secret.sealed(), owner(tenant));
        if (text.isEmpty()) {
            LOG.errorf("tenant=%s its secret %s for signed-in visitors was sealed with another PARLEY_SECRET_KEY",
                    tenant, secret.id());
        }
        return text.map(known -> IdentityKey.ofSecret(secret.id().toString(), known));
    }

    private static String owner(TenantId tenant) {
        return "visitor-identity:" + tenant;
    }

    private IdentitySettings read(String stored) {
        try {
            return json.readValue(stored, IdentitySettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Identity settings are not readable", e);
        }
    }

    private String write(IdentitySettings settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
