package dev.parley.api.description;

import java.util.List;

import dev.parley.access.AgentMechanism;
import dev.parley.access.ConsoleOrigin;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** The console's operations, in a document of their own that shops' developers need not read. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, documentNames = "console")
public class ConsoleDescription implements OASFilter, Audience {
    static final String CONSOLE = "/v1/console/";
    static final String SESSION = "session";

    private final IndexView code;

    /** {@code code} is the index of described classes. */
    public ConsoleDescription(IndexView code) {
        this.code = code;
    }

    static SecurityScheme session() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE).name(AgentMechanism.COOKIE)
                .description("An agent's session in the console. Whatever changes something also needs the header `"
                        + ConsoleOrigin.HEADER + ": 1` and the console's `Origin`.");
    }

    @Override
    public void filterOpenAPI(OpenAPI description) {
        new Description(this, code).complete(description);
    }

    @Override
    public String purpose() {
        return "Operations of the console for agents. Those shared with the shop's systems, such as the FAQ, are in "
                + "`/q/openapi`.";
    }

    @Override
    public boolean uses(String path) {
        return path.startsWith(CONSOLE);
    }

    @Override
    public String tag(String path) {
        return path.replaceFirst(CONSOLE + "([^/]+).*", "$1");
    }

    @Override
    public void addSecuritySchemes(Components components) {
        components.addSecurityScheme(SESSION, session());
    }

    @Override
    public List<SecurityRequirement> security(RestMethod operation) {
        SecurityRequirement requirement = OASFactory.createSecurityRequirement();
        return List.of(operation.needed().isEmpty() ? requirement : requirement.addScheme(SESSION));
    }

    @Override
    public String whoMay(RestMethod operation) {
        return operation.needed().isEmpty() ? "" : "Role `" + operation.needed().getFirst() + "`.";
    }

    @Override
    public boolean isRepeatable(RestMethod operation) {
        return false;
    }

    @Override
    public boolean mayRefuse(int status, RestMethod operation, boolean conditional) {
        boolean open = operation.needed().isEmpty();
        return switch (status) {
            case 400 -> true;
            case 401 -> !open;
            case 403 -> !open && (operation.writes() || !operation.needed().contains("agent"));
            case 404 -> operation.path().contains("{");
            case 412 -> conditional;
            default -> false;
        };
    }

    @Override
    public boolean refusesAsOpenAi(String path) {
        return false;
    }
}
