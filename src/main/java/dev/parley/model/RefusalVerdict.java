package dev.parley.model;

import dev.parley.model.health.Objection;
import dev.parley.model.health.ObjectionReader;
import dev.parley.model.health.RetryHints;
import dev.parley.model.reading.ErrorTable;
import dev.parley.model.reading.UpstreamError;
import dev.parley.model.reading.UpstreamWords;
import org.jspecify.annotations.Nullable;

/** @param words the upstream's, cleaned for operators */
record RefusalVerdict(ModelErrorKind kind, @Nullable String code, @Nullable String words, RetryHints hints) {
    /** @param lane with the dialect of the request */
    static RefusalVerdict of(int status, UpstreamError error, RetryHints headers, ChatRequest request, Lane lane) {
        ModelErrorKind kind = ErrorTable.refused(status, error);
        Objection objection = new ObjectionReader(request, lane.dialect()).read(status, kind, error);
        // A refused parameter says nothing about the server or the model, whatever the status.
        return new RefusalVerdict(objection.any() ? ModelErrorKind.BAD_REQUEST : kind, error.printable(),
                UpstreamWords.of(error, request, lane.key()), headers.about(objection));
    }
}
