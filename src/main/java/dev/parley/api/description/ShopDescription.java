package dev.parley.api.description;

import java.util.List;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** The description for shops' backends, OpenAI's clients, the widget and the operator. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, documentNames = OpenApiFilter.DEFAULT_DOCUMENT_NAME)
public class ShopDescription implements OASFilter, Audience {
    private static final String KEY = "key";
    private static final String OPERATOR_KEY = "operator";
    private static final String OPERATOR = "/v1/operator/";
    private static final String OPEN_AI = "/openai/v1/";
    private static final String VISITOR = "/v1/visitor/";
    /** The path that issues visitors' tokens. */
    private static final String SESSIONS = "/v1/visitor/sessions";
    /** Stores nothing, so it needs no idempotency. */
    private static final String AUDIO = "/v1/audio/";

    private final IndexView code;

    /** {@code code} is the index of described classes. */
    public ShopDescription(IndexView code) {
        this.code = code;
    }

    @Override
    public void filterOpenAPI(OpenAPI description) {
        new Description(this, code).complete(description);
    }

    @Override
    public String purpose() {
        return "What a shop's backend builds on: conversations with its visitors, its FAQ, and what both come to.";
    }

    @Override
    public boolean uses(String path) {
        return path.startsWith(OPEN_AI) || (path.startsWith("/v1/") && !path.startsWith(ConsoleDescription.CONSOLE));
    }

    @Override
    public String tag(String path) {
        return path.startsWith(OPEN_AI) ? "openai" : path.replaceFirst("/v1/([^/]+).*", "$1");
    }

    @Override
    public void addSecuritySchemes(Components components) {
        components.addSecurityScheme(KEY, OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("pk_…")
                .description("A key of the shop. Each operation says which scope it needs."));
        components.addSecurityScheme(ConsoleDescription.SESSION, ConsoleDescription.session());
        components.addSecurityScheme(OPERATOR_KEY, OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP).scheme("bearer")
                .description("What PARLEY_OPERATOR_KEY is set to. It opens no shop."));
    }

    @Override
    public List<SecurityRequirement> security(RestMethod operation) {
        if (operation.path().startsWith(VISITOR)) {
            return List.of(OASFactory.createSecurityRequirement());
        }
        SecurityRequirement key = OASFactory.createSecurityRequirement()
                .addScheme(operation.path().startsWith(OPERATOR) ? OPERATOR_KEY : KEY);
        return operation.needed().size() < 2
                ? List.of(key)
                : List.of(key, OASFactory.createSecurityRequirement().addScheme(ConsoleDescription.SESSION));
    }

    @Override
    public String whoMay(RestMethod operation) {
        if (operation.path().startsWith(OPERATOR)) {
            return "With the operator's key.";
        }
        if (operation.path().startsWith(VISITOR)) {
            return operation.path().equals(SESSIONS)
                    ? ""
                    : "For the widget, with the visitor's token instead of a key.";
        }
        String scope = "Scope `" + operation.needed().getFirst() + "`.";
        return operation.needed().size() < 2
                ? scope
                : scope + " A session of the role `" + operation.needed().get(1) + "` opens it, too.";
    }

    @Override
    public boolean isRepeatable(RestMethod operation) {
        return operation.writes() && !operation.path().startsWith(VISITOR) && !operation.path().startsWith(OPEN_AI)
                && !operation.path().startsWith(AUDIO);
    }

    @Override
    public boolean mayRefuse(int status, RestMethod operation, boolean conditional) {
        boolean operator = operation.path().startsWith(OPERATOR);
        boolean open = operation.path().startsWith(VISITOR);
        return switch (status) {
            case 404 -> operation.path().contains("{") || operator;
            case 412 -> conditional;
            case 409, 422 -> isRepeatable(operation);
            case 401 -> !open;
            // The operator's key has neither scopes nor a rate.
            case 403, 429 -> !open && !operator;
            default -> true;
        };
    }

    @Override
    public boolean refusesAsOpenAi(String path) {
        return path.startsWith(OPEN_AI);
    }
}
