package dev.parley.platform;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that its receiver can act on. Features throw it, or a subclass with a name of its own; only the edges turn it into a
 * problem response (RFC 9457) or an error frame.
 */
public class ParleyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as the edges need to know it; the {@code code} says it exactly. */
    public enum Kind {
        /** The request itself is wrong: 400. */
        INVALID,
        /** No or no valid credentials: 401. */
        UNAUTHENTICATED,
        /** Valid credentials that do not allow it: 403. */
        FORBIDDEN,
        /** Absent, or somebody else's, which must look the same: 404. */
        NOT_FOUND,
        /** Contradicts what is stored: 409. */
        CONFLICT,
        /** Changed since the caller looked at it: 412. */
        STALE,
        /** Larger than the limit: 413. */
        TOO_LARGE,
        /** Well-formed, but cannot be carried out as it is: 422. */
        UNPROCESSABLE,
        /** Too many: 429. */
        TOO_MANY,
        /** Cannot be served now, but later: 503. */
        UNAVAILABLE
    }

    /**
     * One of several faults.
     *
     * @param field a JSON pointer into the body; null where it is about none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fault(String code, String detail, @Nullable String field) {}

    private final Kind kind;
    private final String code;
    private final @Nullable String field;
    private final transient List<Fault> faults;

    /**
     * @param code stable, lower snake case, part of the contract with clients
     * @param detail one sentence for the caller: what is wrong and what to do; never holds message text or secrets
     */
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

    /** What of the body is wrong, as a JSON pointer (RFC 6901); null where it is no one field. */
    public @Nullable String field() {
        return field;
    }

    /** All of them, where there are several; empty where there is but this. */
    public List<Fault> faults() {
        return faults;
    }

    /** Whether the same request may succeed later. */
    public boolean retryable() {
        return kind == Kind.TOO_MANY || kind == Kind.UNAVAILABLE;
    }

    public static ParleyException invalid(String code, String detail) {
        return new ParleyException(Kind.INVALID, code, detail);
    }

    /**
     * A field that is not as it must be.
     *
     * @param field its name in the body; in an object within it, with dots
     * @param what it must be, or is wrongly: goes on after "The field `name`"
     */
    public static ParleyException field(String field, String code, String what) {
        return invalid(code, "The field `" + field + "` " + what).at("/" + field.replace('.', '/'));
    }

    /** The same refusal, of what stands there: a pointer that is put before the one that it has. */
    public ParleyException at(String pointer) {
        return new ParleyException(kind, code, detail(), joined(pointer, field), faults.stream()
                .map(fault -> new Fault(fault.code(), fault.detail(), joined(pointer, fault.field()))).toList());
    }

    private static @Nullable String joined(String pointer, @Nullable String field) {
        String whole = pointer + (field == null ? "" : field);
        return whole.isEmpty() ? null : whole;
    }

    /** One refusal for all of these: the first, which tells of the others. */
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
