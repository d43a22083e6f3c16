package dev.parley.tenant;

import java.util.Map;

import io.smallrye.mutiny.Uni;

/** Data of a shop, deleted with it. Needed only for large tables; other rows go with the shop's own row. */
public interface ShopData {
    /** Order of deletion, lowest first; referenced rows go last. */
    int turn();

    /** Deletes a batch in one short transaction. Returns the number of rows by kind; all zeros when done. */
    Uni<Map<String, Long>> deleteSome(TenantId tenant, int max);
}
