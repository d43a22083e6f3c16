package dev.parley.api.openai;

import java.lang.annotation.Annotation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.api.ParameterRefusedException;
import dev.parley.platform.ErrorShape;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.platform.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

@ApplicationScoped
class OpenAiErrors implements ErrorShape {
    private static final String BELOW = "/openai/";
    private static final Annotation[] NONE = {};

    @Override
    public String below() {
        return BELOW;
    }

    @Override
    public Object shaped(Problem problem) {
        return OpenAiError.of(problem);
    }

    @ServerResponseFilter
    public void reshape(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem
                && request.getUriInfo().getPath().startsWith(BELOW)) {
            response.setEntity(OpenAiError.of(problem), NONE, MediaType.APPLICATION_JSON_TYPE);
        }
    }

    @ServerExceptionMapper
    public Response refusal(ParameterRefusedException refused) {
        int status = refused.kind() == Kind.NOT_FOUND ? 404 : 400;
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(OpenAiError.of(refused, status))
                .build();
    }
}
