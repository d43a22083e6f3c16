package dev.parley.operator;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "operator_entry")
@NullUnmarked
class OperatorEntryEntity {
    @Id
    UUID id;
    Instant at;
    String action;
    String slug;
    @Column(name = "shop_id")
    UUID shopId;
    String address;

    OperatorEntry toEntry() {
        return new OperatorEntry(id, at, action, slug, shopId, address);
    }
}
