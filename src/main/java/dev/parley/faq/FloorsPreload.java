package dev.parley.faq;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Preload;

/** Learns the score floors, for which the start does not wait. */
@ApplicationScoped
@Priority(500)
class FloorsPreload implements Preload {
    private final FaqIndexes indexes;

    FloorsPreload(FaqIndexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public void load() {
        indexes.learn();
    }
}
