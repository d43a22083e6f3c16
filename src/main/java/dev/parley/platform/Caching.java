package dev.parley.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Forbids caching (RFC 9111, section 5.2.2.5), except private caching with an ETag. Operations may override it. */
final class Caching {
    @ServerResponseFilter
    void keepOutOfCaches(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        String path = request.getUriInfo().getPath();
        boolean operation = path.startsWith("/v1/") || path.startsWith("/openai/");
        if (operation && !headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL,
                    headers.containsKey(HttpHeaders.ETAG) ? "private, no-cache" : "no-store");
        }
    }
}
