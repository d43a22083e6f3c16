package dev.parley.tenant;

import java.util.Map;

import io.smallrye.mutiny.Uni;

/** What an owner of data keeps of a shop, to go when the shop goes. Each owner of much has one; the rest goes with the shop's own row. */
public interface ShopData {
    /** In which turn it goes, the lowest first: what others refer to goes after them. */
    int turn();

    /** Deletes some, in one short transaction, and says how many rows of which kind; only zeros when there are none left. */
    Uni<Map<String, Long>> deleteSome(TenantId shop, int most);
}
