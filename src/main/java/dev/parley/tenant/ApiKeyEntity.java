package dev.parley.tenant;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "api_key")
@NullUnmarked
class ApiKeyEntity {
    @Id
    UUID id;
    @Column(name = "tenant_id")
    UUID tenantId;
    String name;
    @Column(name = "key_hash")
    byte[] keyHash;
    /** Separated by blanks, as in OAuth (RFC 6749, section 3.3). */
    String scopes;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "expires_at")
    Instant expiresAt;
    @Column(name = "revoked_at")
    Instant revokedAt;
}
