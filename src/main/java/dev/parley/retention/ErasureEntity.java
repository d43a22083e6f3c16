package dev.parley.retention;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "erasure")
@NullUnmarked
class ErasureEntity {
    @Id
    UUID id;
    @Column(name = "tenant_id")
    UUID tenantId;
    Instant at;
    long conversations;
    long messages;
    long answers;
    long recordings;
}
