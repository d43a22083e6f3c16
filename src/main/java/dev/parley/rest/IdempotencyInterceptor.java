package dev.parley.rest;

import java.lang.reflect.Method;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.function.Supplier;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.operator.OperatorKey;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.platform.RetryLaterException;
import dev.parley.rest.Idempotent.Repeat;
import dev.parley.tenant.Idempotency;
import dev.parley.tenant.Idempotency.Claim;
import dev.parley.tenant.Idempotency.KeptAnswer;
import dev.parley.tenant.TenantId;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Implements `Idempotency-Key`; an interceptor, since filters hear nothing after the sender disconnects. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class IdempotencyInterceptor {
    public static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";
    private static final Duration SOON = Duration.ofSeconds(2);

    private final SecurityIdentity identity;
    private final CurrentShop current;
    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final RoutingContext routing;

    IdempotencyInterceptor(SecurityIdentity identity, CurrentShop current, Idempotency idempotency, ObjectMapper json,
            RoutingContext routing) {
        this.identity = identity;
        this.current = current;
        this.idempotency = idempotency;
        this.json = json;
        this.routing = routing;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        HttpServerRequest request = routing.request();
        String key = request.getHeader(HEADER);
        boolean reads = request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (key == null || reads || call.getMethod().getReturnType() != Uni.class) {
            return call.proceed();
        }
        if (!key.matches("[ -~]{1,255}")) {
            throw ParleyException.invalid("bad_idempotency_key",
                    "The header `Idempotency-Key` is 1 to 255 printable ASCII characters, such as a UUID.");
        }
        TenantId tenant = identity.hasRole(OperatorKey.ROLE) ? Idempotency.OPERATOR : current.id();
        Repeat repeat = repeat(call.getMethod());
        return idempotency.claim(tenant, key, fingerprint(request, call.getParameters()))
                .chain(claim -> switch (claim) {
                    case Claim.Ours ours -> undisturbed(() -> run(tenant, key, call, repeat));
                    case Claim.Done done -> again(done.answer(), call, repeat);
                    case Claim.Running running -> throw new RetryLaterException(Kind.CONFLICT, "request_running",
                            "The first request with this `Idempotency-Key` is still running. Send it again a little later.",
                            running.left().compareTo(SOON) < 0 ? running.left() : SOON);
                    case Claim.OfAnother another ->
                        throw new ParleyException(Kind.UNPROCESSABLE, "idempotency_key_reused",
                                "This `Idempotency-Key` has been used for another request within the last day. Take a new one.");
                });
    }

    /** The method's annotation overrides the class's. */
    private static Repeat repeat(Method method) {
        Idempotent own = method.getAnnotation(Idempotent.class);
        Idempotent shared = method.getDeclaringClass().getAnnotation(Idempotent.class);
        Idempotent stated = own == null ? shared : own;
        return stated == null ? Repeat.ANSWER : stated.repeat();
    }

    /** Of the parsed body: white space and field order do not matter. */
    private byte[] fingerprint(HttpServerRequest request, Object[] parameters) throws JsonProcessingException {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(
                    (request.method() + " " + request.uri() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            hash.update(json.writeValueAsBytes(parameters));
            return hash.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Completes even if the sender disconnects. */
    private static Uni<Object> undisturbed(Supplier<Uni<Object>> work) {
        return Uni.createFrom().emitter(emitter -> work.get().subscribe().with(emitter::complete, emitter::fail));
    }

    private Uni<Object> run(TenantId tenant, String key, InvocationContext call, Repeat repeat) {
        return proceed(call)
                .call(result -> status(result) < 300
                        ? idempotency.keep(tenant, key, kept(result, repeat))
                        : idempotency.release(tenant, key))
                .onFailure().call(() -> idempotency.release(tenant, key));
    }

    @SuppressWarnings("unchecked")
    private static Uni<Object> proceed(InvocationContext call) {
        return Uni.createFrom().deferred(() -> {
            try {
                return (Uni<Object>) call.proceed();
            } catch (Exception refused) {
                return Uni.createFrom().failure(refused);
            }
        });
    }

    private static int status(@Nullable Object result) {
        return result instanceof Response response ? response.getStatus() : 200;
    }

    private KeptAnswer kept(@Nullable Object result, Repeat repeat) {
        Object body = result instanceof Response response ? response.getEntity() : result;
        int status = result == null ? 204 : status(result);
        return new KeptAnswer(status, header(result, "Location"), header(result, "ETag"),
                body == null || repeat != Repeat.ANSWER ? null : write(body));
    }

    private static @Nullable String header(@Nullable Object result, String name) {
        return result instanceof Response response ? response.getHeaderString(name) : null;
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Uni<Object> again(KeptAnswer answer, InvocationContext call, Repeat repeat) {
        return switch (repeat) {
            case AGAIN -> proceed(call);
            case ANSWER -> Uni.createFrom().item(response(answer));
            case REFUSAL -> throw new ParleyException(Kind.CONFLICT, "already_done",
                    "This request has been carried out. Its answer held a secret that is shown once: look up what was made, and rotate or delete it.");
        };
    }

    private static Response response(KeptAnswer answer) {
        Response.ResponseBuilder again = Response.status(answer.status()).header(REPLAYED, "true")
                .header("Location", answer.location()).header("ETag", answer.etag());
        return answer.body() == null
                ? again.build()
                : again.type(MediaType.APPLICATION_JSON).entity(answer.body()).build();
    }
}
