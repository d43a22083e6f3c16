package dev.parley.faq;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import dev.parley.faq.search.StoredMeaning;
import org.jspecify.annotations.NullUnmarked;

/** An entry's vectors, stored because computing 10,000 entries takes half a minute after a restart. */
@Entity
@Table(name = "faq_meaning")
@NullUnmarked
@IdClass(FaqMeaningEntity.Key.class)
class FaqMeaningEntity {
    record Key(UUID tenantId, UUID id) implements Serializable {}

    @Id
    @Column(name = "tenant_id")
    UUID tenantId;
    @Id
    @Column(name = "entry_id")
    UUID id;
    String model;
    @Column(name = "text_hash")
    UUID textHash;
    byte[] vectors;

    StoredMeaning toStored() {
        return new StoredMeaning(model, textHash, vectors);
    }
}
