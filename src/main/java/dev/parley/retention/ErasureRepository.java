package dev.parley.retention;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Statements;
import dev.parley.retention.VisitorData.Receipt;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class ErasureRepository {
    private final Statements statements;

    ErasureRepository(Statements statements) {
        this.statements = statements;
    }

    Uni<Void> write(TenantId tenant, Receipt receipt) {
        return statements.of(tenant).run("""
                INSERT INTO erasure (tenant_id, id, at, conversations, messages, answers, recordings)
                VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id""", tenant.value(),
                receipt.id(),
                receipt.at(), receipt.conversations(), receipt.messages(), receipt.answers(),
                receipt.recordings());
    }
}
