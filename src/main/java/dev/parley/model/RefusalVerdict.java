package dev.parley.model;

import dev.parley.model.health.Objection;
import dev.parley.model.health.ObjectionReader;
import dev.parley.model.health.RetryHints;
import dev.parley.model.reading.ErrorTable;
import dev.parley.model.reading.UpstreamError;
import dev.parley.model.reading.UpstreamWords;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal comes to.
 *
 * @param words the upstream's own, as an operator may read them
 */
record RefusalVerdict(ModelErrorKind kind, @Nullable String code, @Nullable String words, RetryHints hints) {
    /**
     * @param request as it was sent
     * @param lane in the dialect in which it was asked
     */
    static RefusalVerdict of(int status, UpstreamError error, RetryHints headers, ChatRequest request, Lane lane) {
        ModelErrorKind kind = ErrorTable.refused(status, error);
        Objection objection = new ObjectionReader(request, lane.dialect()).read(status, kind, error);
        // A server that refuses a parameter alone is neither down nor without the model, whatever its status says.
        return new RefusalVerdict(objection.any() ? ModelErrorKind.BAD_REQUEST : kind, error.printable(),
                UpstreamWords.of(error, request, lane.key()), headers.about(objection));
    }
}
