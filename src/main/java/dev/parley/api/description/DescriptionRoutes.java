package dev.parley.api.description;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends the descriptions as the build wrote them. Quarkus' extension would parse and write all four at every start, a
 * tenth of its time, so it gets an empty class loader ({@link #spareTheStart}).
 */
@ApplicationScoped
public class DescriptionRoutes {
    private static final String CONSOLE = "-console";
    /** Before the router of `/q`, which gets its number from the order of creation. */
    private static final int ORDER = -1;

    /** Call before the service is loaded. Not in dev mode, where the extension reads a fresh description. */
    public static void spareTheStart() {
        OpenApiConstants.classLoader = new ClassLoader(null) {
        };
    }

    void add(@Observes Router router) {
        for (String document : new String[]{"", CONSOLE}) {
            router.getWithRegex("/q/openapi" + document + "(\\.json|\\.ya?ml)?").order(ORDER)
                    .blockingHandler(request -> send(request, document), false);
        }
    }

    private static void send(RoutingContext request, String document) {
        boolean json = wantsJson(request);
        String file = OpenApiConstants.BASE_NAME + document + (json ? ".JSON" : ".YAML");
        try (InputStream description = resource(file)) {
            if (description == null) {
                request.next();
                return;
            }
            request.response()
                    .putHeader("Content-Type", (json ? "application/json" : "application/yaml") + ";charset=UTF-8")
                    .end(Buffer.buffer(description.readAllBytes()));
        } catch (IOException e) {
            request.fail(e);
        }
    }

    private static @Nullable InputStream resource(String file) {
        return DescriptionRoutes.class.getClassLoader().getResourceAsStream(file);
    }

    /** By the path's ending, the query parameter `format`, or the header Accept, as the extension does. */
    private static boolean wantsJson(RoutingContext request) {
        String path = request.normalizedPath().toLowerCase(Locale.ROOT);
        if (path.endsWith(".json") || path.endsWith(".yaml") || path.endsWith(".yml")) {
            return path.endsWith(".json");
        }
        String accept = request.request().getHeader("Accept");
        return (accept != null && accept.contains("application/json"))
                || "json".equalsIgnoreCase(request.queryParams().get("format"));
    }
}
