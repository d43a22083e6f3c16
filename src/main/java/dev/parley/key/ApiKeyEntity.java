package dev.parley.key;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;

/** Used for a shop's first key only; {@link ApiKeys} makes the others. */
@Entity
@Table(name = "api_key")
@NullUnmarked
public class ApiKeyEntity {
    @Id
    public UUID id;
    @Column(name = "tenant_id")
    public UUID tenantId;
    public String name;
    @Column(name = "key_hash")
    public byte[] keyHash;
    public String scopes;
    public String hint;
    @Column(name = "created_at")
    public Instant createdAt;
}
