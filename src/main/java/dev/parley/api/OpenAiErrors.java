package dev.parley.api;

import java.lang.annotation.Annotation;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.platform.ParleyException.Kind;
import dev.parley.platform.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Below `/openai` problems are told in OpenAI's shape, whoever found them: who may do what does not depend on the path, only the words do. */
class OpenAiErrors {
    private static final Annotation[] NONE = {};

    @ServerResponseFilter
    public void reshape(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem
                && request.getUriInfo().getPath().startsWith("/openai/")) {
            response.setEntity(OpenAiError.of(problem), NONE, MediaType.APPLICATION_JSON_TYPE);
        }
    }

    @ServerExceptionMapper
    public Response refusal(OpenAiRefusedException refused) {
        int status = refused.kind() == Kind.NOT_FOUND ? 404 : 400;
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(OpenAiError.of(refused, status))
                .build();
    }
}
