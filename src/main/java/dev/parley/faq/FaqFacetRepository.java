package dev.parley.faq;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.faq.FaqFacets.Facet;
import dev.parley.platform.database.Statements;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class FaqFacetRepository {
    private static final String COUNT = """
            (SELECT 'tag' AS kind, tag AS name, count(*) AS entries FROM faq_entry, unnest(tags) AS tag
                WHERE tenant_id = $1 GROUP BY tag ORDER BY count(*) DESC, tag LIMIT 500)
            UNION ALL
            SELECT 'locale', locale, count(*) FROM faq_entry WHERE tenant_id = $1 GROUP BY locale
            UNION ALL
            SELECT 'status', status, count(*) FROM faq_entry WHERE tenant_id = $1 GROUP BY status
            ORDER BY entries DESC, name
            """;

    private final Statements statements;

    FaqFacetRepository(Statements statements) {
        this.statements = statements;
    }

    private record Counted(String kind, Facet facet) {}

    Uni<FaqFacets> of(TenantId tenant) {
        return statements.of(tenant)
                .rows(COUNT,
                        row -> new Counted(row.getString("kind"),
                                new Facet(row.getString("name"), row.getLong("entries"))),
                        tenant.value())
                .map(FaqFacetRepository::facets);
    }

    private static FaqFacets facets(List<Counted> rows) {
        long all = of(rows, "status").mapToLong(Facet::count).sum();
        long drafts = of(rows, "status").filter(status -> status.name().equals(FaqEntry.Status.DRAFT.wire()))
                .mapToLong(Facet::count).sum();
        return new FaqFacets(all, drafts, of(rows, "tag").toList(), of(rows, "locale").toList());
    }

    private static Stream<Facet> of(List<Counted> rows, String kind) {
        return rows.stream().filter(row -> row.kind().equals(kind)).map(Counted::facet);
    }
}
