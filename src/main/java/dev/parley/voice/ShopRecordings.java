package dev.parley.voice;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.tenant.ShopData;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class ShopRecordings implements ShopData {
    private final RecordingEndRepository repository;

    ShopRecordings(RecordingEndRepository repository) {
        this.repository = repository;
    }

    @Override
    public int turn() {
        return 0;
    }

    @Override
    public Uni<Map<String, Long>> deleteSome(TenantId tenant, int max) {
        return repository.deleteAny(tenant, max).map(gone -> Map.of("recordings", (long) gone));
    }
}
