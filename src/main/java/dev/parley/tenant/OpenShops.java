package dev.parley.tenant;

/** SQL conditions for statements that look up rows before their shop is known. */
public final class OpenShops {
    private OpenShops() {}

    /** The shop is not deleted and matches the slug, if given. Arguments are a column and a parameter. */
    public static String has(String tenant, String slug) {
        return "EXISTS (SELECT FROM tenant WHERE id = %1$s AND deleted_at IS NULL AND (CAST(%2$s AS text) IS NULL OR slug = %2$s))"
                .formatted(tenant, slug);
    }
}
