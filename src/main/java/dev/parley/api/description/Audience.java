package dev.parley.api.description;

import java.util.List;

import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** For whom a description is: which operations are theirs, and by what they open them. */
interface Audience {
    /** One sentence. */
    String purpose();

    boolean uses(String path);

    /** The group in which the path's operations stand. */
    String tag(String path);

    void addSecuritySchemes(Components components);

    /** Any one of these will do. */
    List<SecurityRequirement> security(RestMethod operation);

    /** One or two sentences; empty where nothing is asked for. */
    String whoMay(RestMethod operation);

    /** Whether it takes a key that makes it safe to send again. */
    boolean isRepeatable(RestMethod operation);

    /**
     * Whether it may answer so, as far as all operations have it in common.
     *
     * @param conditional whether it takes `If-Match`
     */
    boolean mayRefuse(int status, RestMethod operation, boolean conditional);

    /** Or else as a problem. */
    boolean refusesAsOpenAi(String path);
}
