package dev.parley.tenant;

/** Whether a shop is there, as a condition for statements that look for rows of shops that they do not know yet. */
public final class OpenShops {
    private OpenShops() {}

    /**
     * The shop is not deleted, and is the one that is named if one is.
     *
     * @param tenant the column with the shop's id
     * @param slug the parameter with the shop's name in addresses, or with null
     */
    public static String has(String tenant, String slug) {
        return "EXISTS (SELECT FROM tenant WHERE id = %1$s AND deleted_at IS NULL AND (CAST(%2$s AS text) IS NULL OR slug = %2$s))"
                .formatted(tenant, slug);
    }
}
