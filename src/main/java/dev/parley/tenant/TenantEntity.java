package dev.parley.tenant;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "tenant")
@NullUnmarked
class TenantEntity {
    @Id
    UUID id;
    String slug;
    String name;
    /** A {@link TenantSettings} as JSON. */
    String settings;
    /** {@link ModelSettings} as JSON; null: none of its own. */
    String models;
    @Column(name = "retention_hours")
    Integer retentionHours;
    @Column(name = "visitor_key")
    byte[] visitorKey;
    @Column(name = "sealed_visitor_key")
    String sealedVisitorKey;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "suspended_at")
    Instant suspendedAt;
    @Column(name = "deleted_at")
    Instant deletedAt;
    /** {@link ShopLimits} as JSON. */
    String limits;
}
