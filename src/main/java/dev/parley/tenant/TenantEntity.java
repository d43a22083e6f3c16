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
public class TenantEntity {
    @Id
    public UUID id;
    public String slug;
    public String name;
    /** {@link TenantSettings} as JSON. */
    public String settings;
    /** {@link ModelSettings} as JSON; null for none. */
    String models;
    @Column(name = "retention_hours")
    Integer retentionHours;
    @Column(name = "visitor_key")
    public byte[] visitorKey;
    @Column(name = "sealed_visitor_key")
    public String sealedVisitorKey;
    @Column(name = "created_at")
    public Instant createdAt;
    @Column(name = "suspended_at")
    Instant suspendedAt;
    @Column(name = "deleted_at")
    public Instant deletedAt;
    /** {@link ShopLimits} as JSON. */
    public String limits;
}
