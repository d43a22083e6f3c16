package dev.parley.desk;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "canned_answer")
@NullUnmarked
class CannedAnswerEntity {
    @Id
    UUID id;
    @Column(name = "tenant_id")
    UUID tenantId;
    String shortcut;
    String text;
    @Column(name = "updated_at")
    Instant updatedAt;

    CannedAnswer toAnswer() {
        return new CannedAnswer(id, shortcut, text, updatedAt);
    }
}
