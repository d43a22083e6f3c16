package dev.parley.faq;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import dev.parley.faq.FaqEntry.Status;
import dev.parley.tenant.TenantId;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "faq_entry")
@NullUnmarked
@IdClass(FaqEntryEntity.Key.class)
class FaqEntryEntity {
    /** The tenant is part of the key because two shops may import the same id. */
    record Key(UUID tenantId, UUID id) implements Serializable {}

    @Id
    @Column(name = "tenant_id")
    UUID tenantId;
    @Id
    UUID id;
    String question;
    String[] variants;
    String answer;
    String locale;
    String[] products;
    String[] tags;
    String url;
    String status;
    @Column(name = "valid_from")
    Instant validFrom;
    @Column(name = "valid_until")
    Instant validUntil;
    long revision;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "updated_at")
    Instant updatedAt;

    FaqEntryEntity() {}

    FaqEntryEntity(TenantId tenant, UUID id, Instant createdAt) {
        this.tenantId = tenant.value();
        this.id = id;
        this.createdAt = createdAt;
    }

    void take(FaqContent content, long atRevision, Instant now) {
        question = content.question();
        variants = content.variants().toArray(String[]::new);
        answer = content.answer();
        locale = content.locale();
        products = content.products().toArray(String[]::new);
        tags = content.tags().toArray(String[]::new);
        url = content.url();
        status = content.status().wire();
        validFrom = content.validFrom();
        validUntil = content.validUntil();
        revision = atRevision;
        updatedAt = now;
    }

    FaqEntry toEntry() {
        return new FaqEntry(id, question, List.of(variants), answer, locale, List.of(products), List.of(tags), url,
                Status.valueOf(status.toUpperCase(Locale.ROOT)), validFrom, validUntil, createdAt, updatedAt);
    }
}
