package dev.parley.visitor;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "visitor")
@NullUnmarked
class VisitorEntity {
    @Id
    UUID id;
    @Column(name = "tenant_id")
    UUID tenantId;
    @Column(name = "external_id")
    String externalId;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "last_seen_at")
    Instant lastSeenAt;
}
