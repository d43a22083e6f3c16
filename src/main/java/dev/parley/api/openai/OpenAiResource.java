package dev.parley.api.openai;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.api.ParameterRefusedException;
import dev.parley.platform.ParleyException;
import dev.parley.rest.CurrentShop;
import dev.parley.rest.NotAudited;
import dev.parley.tenant.Tenants;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Answers OpenAI clients with the shop's knowledge, through the same turn as visitors' questions. */
@Path("/openai/v1")
@RolesAllowed("conversations")
public class OpenAiResource {
    /** A fixed time, which clients only sort by. */
    private static final long CREATED = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

    private final CurrentShop tenant;
    private final Tenants tenants;
    private final OpenAiChat chat;
    private final ObjectMapper json;

    OpenAiResource(CurrentShop tenant, Tenants tenants, OpenAiChat chat, ObjectMapper json) {
        this.tenant = tenant;
        this.tenants = tenants;
        this.chat = chat;
        this.json = json;
    }

    private record Reply(String type, @Nullable UUID conversation, Multi<byte[]> body) {}

    /**
     * JSON or an event stream, by the body. Writes bytes, because the framework would choose by media type; a failure
     * before the first byte still has its own status.
     */
    @Operation(operationId = "complete", summary = "Answers an OpenAI client from the shop's FAQ", description = """
            Any OpenAI client works with this base URL and a key of the shop. The last user message is the question;
            the shop's settings decide how to write, so `temperature` and the like are ignored. With `stream` the
            answer comes in chunks. `metadata.conversation` continues a stored conversation; the response header
            `Parley-Conversation` names it.""")
    @APIResponse(responseCode = "200", description = "The answer; its pages are annotations.", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Map.class),
                    example = OpenAiSamples.ANSWER),
            @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class),
                    example = OpenAiSamples.CHUNK)})
    @APIResponse(responseCode = "404", description = """
            The conversation that `metadata` names is not one of the shop's, or the model is not `parley`.""")
    @APIResponse(responseCode = "503", description = "The answer is late. Send it again.")
    @POST
    @Path("chat/completions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @NotAudited(because = NotAudited.IN_ITS_THREAD)
    public RestMulti<byte[]> complete(@Nullable OpenAiRequest request, @Context HttpHeaders headers) {
        OpenAiQuestion question = OpenAiQuestion.of(request, headers::getHeaderString);
        return RestMulti.fromUniResponse(reply(question), Reply::body, OpenAiResource::headers);
    }

    private Uni<Reply> reply(OpenAiQuestion question) {
        ClientTask task = question.task();
        if (task != null) {
            return chat.answer(tenant.id(), task).map(answer -> clients(question, answer));
        }
        return chat.prepare(tenant.id(), question).chain(asking -> question.stream()
                ? Uni.createFrom().item(new Reply(MediaType.SERVER_SENT_EVENTS, asking.conversation(),
                        new OpenAiStream(chat, json, asking).events().map(OpenAiResource::bytes)))
                : chat.answer(asking).map(answer -> new Reply(MediaType.APPLICATION_JSON, asking.conversation(),
                        Multi.createFrom().item(bytes(OpenAiJson.completion(answer))))));
    }

    private static Reply clients(OpenAiQuestion question, OpenAiAnswer answer) {
        return question.stream()
                ? new Reply(MediaType.SERVER_SENT_EVENTS, null,
                        Multi.createFrom().iterable(OpenAiStream.whole(answer, question.usage()))
                                .map(OpenAiResource::bytes))
                : new Reply(MediaType.APPLICATION_JSON, null,
                        Multi.createFrom().item(bytes(OpenAiJson.completion(answer))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> headers(Reply reply) {
        Map<String, List<String>> headers = new HashMap<>(Map.of("Content-Type", List.of(reply.type()), "Cache-Control",
                List.of("no-store"), "X-Accel-Buffering", List.of("no")));
        if (reply.conversation() != null) {
            headers.put("Parley-Conversation", List.of(reply.conversation().toString()));
        }
        return headers;
    }

    @Operation(operationId = "models", summary = "Lists the one model, for clients that look first")
    @APIResponse(responseCode = "200", description = "The list.",
            content = @Content(schema = @Schema(implementation = Map.class), example = OpenAiSamples.MODELS))
    @GET
    @Path("models")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<String> models() {
        return owner().map(owner -> OpenAiJson.models(CREATED, owner));
    }

    @Operation(operationId = "model", summary = "Shows the one model")
    @APIResponse(responseCode = "200", description = "The model.",
            content = @Content(schema = @Schema(implementation = Map.class), example = OpenAiSamples.MODEL))
    @GET
    @Path("models/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<String> model(String id) {
        if (!id.equals(OpenAiAnswer.MODEL)) {
            throw ParameterRefusedException.noModel();
        }
        return owner().map(owner -> OpenAiJson.model(CREATED, owner));
    }

    private Uni<String> owner() {
        return tenants.byId(tenant.id()).onItem().ifNull().failWith(() -> ParleyException.notFound("shop"))
                .map(shop -> shop.slug());
    }
}
