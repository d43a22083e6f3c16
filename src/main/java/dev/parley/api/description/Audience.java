package dev.parley.api.description;

import java.util.List;

import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** The audience of a description: its operations, and its credentials. */
interface Audience {
    /** One sentence. */
    String purpose();

    boolean uses(String path);

    String tag(String path);

    void addSecuritySchemes(Components components);

    /** Alternatives: any one suffices. */
    List<SecurityRequirement> security(RestMethod operation);

    /** One or two sentences; empty without authentication. */
    String whoMay(RestMethod operation);

    boolean isRepeatable(RestMethod operation);

    /** {@code conditional}: takes `If-Match`. */
    boolean mayRefuse(int status, RestMethod operation, boolean conditional);

    /** Otherwise with a problem. */
    boolean refusesAsOpenAi(String path);
}
