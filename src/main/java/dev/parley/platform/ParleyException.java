package dev.parley.platform;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A refusal that the caller can act on. Only the edges turn it into a problem (RFC 9457) or an error frame. */
public class ParleyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Kind {
        /** 400: the request itself is wrong. */
        INVALID,
        /** 401: credentials missing or invalid. */
        UNAUTHENTICATED,
        /** 403: the credentials do not allow it. */
        FORBIDDEN,
        /** 404: absent, or of another tenant, which must look the same. */
        NOT_FOUND,
        /** 409: contradicts what is stored. */
        CONFLICT,
        /** 412: changed since the caller read it. */
        STALE,
        /** 413. */
        TOO_LARGE,
        /** 422: well-formed, but cannot be carried out. */
        UNPROCESSABLE,
        /** 429. */
        TOO_MANY,
        /** 503: not available now. */
        UNAVAILABLE
    }

    /** {@code field} is a JSON pointer into the body; null if it concerns no single field. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fault(String code, String detail, @Nullable String field) {}

    private final Kind kind;
    private final String code;
    private final @Nullable String field;
    private final transient List<Fault> faults;

    /** {@code code} is stable, in lower snake case; {@code detail} never holds message text or secrets. */
    public ParleyException(Kind kind, String code, String detail) {
        this(kind, code, detail, null, List.of());
    }

    private ParleyException(Kind kind, String code, String detail, @Nullable String field, List<Fault> faults) {
        super(detail);
        this.kind = kind;
        this.code = code;
        this.field = field;
        this.faults = faults;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** A JSON pointer (RFC 6901) into the body; null if it concerns no single field. */
    public @Nullable String field() {
        return field;
    }

    /** All faults if there are several, else empty. */
    public List<Fault> faults() {
        return faults;
    }

    /** True if the same request may succeed later. */
    public boolean retryable() {
        return kind == Kind.TOO_MANY || kind == Kind.UNAVAILABLE;
    }

    public static ParleyException invalid(String code, String detail) {
        return new ParleyException(Kind.INVALID, code, detail);
    }

    /** {@code field} uses dots for nested objects; {@code what} continues "The field `name`". */
    public static ParleyException field(String field, String code, String what) {
        return invalid(code, "The field `" + field + "` " + what).at("/" + field.replace('.', '/'));
    }

    /** A copy whose pointer is prefixed with {@code pointer}. */
    public ParleyException at(String pointer) {
        return new ParleyException(kind, code, detail(), joined(pointer, field), faults.stream()
                .map(fault -> new Fault(fault.code(), fault.detail(), joined(pointer, fault.field()))).toList());
    }

    private static @Nullable String joined(String pointer, @Nullable String field) {
        String whole = pointer + (field == null ? "" : field);
        return whole.isEmpty() ? null : whole;
    }

    /** The first refusal, with the others as its faults. */
    public static ParleyException all(List<ParleyException> refusals) {
        ParleyException first = refusals.getFirst();
        return refusals.size() == 1
                ? first
                : new ParleyException(first.kind, first.code, first.detail(), first.field, refusals.stream()
                        .map(each -> new Fault(each.code, each.detail(), each.field)).toList());
    }

    public static ParleyException notFound(String what) {
        return new ParleyException(Kind.NOT_FOUND, "not_found", "There is no such " + what + ". Check its id.");
    }
}
