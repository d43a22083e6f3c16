package dev.parley.visitor;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jose4j.json.JsonUtil;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jspecify.annotations.Nullable;

final class UserClaims {
    /** Limits the damage of a stolen JWT to a day. */
    static final Duration LONGEST_LIFE = Duration.ofHours(24);
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final int LONGEST_ATTRIBUTES = 4096;
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,4}");

    private final JwtClaims claims;
    private final IdentitySettings settings;
    private final Instant now;

    private UserClaims(JwtClaims claims, IdentitySettings settings, Instant now) {
        this.claims = claims;
        this.settings = settings;
        this.now = now;
    }

    static KnownUser check(JwtClaims claims, IdentitySettings settings, Instant now) {
        UserClaims checked = new UserClaims(claims, settings, now);
        try {
            checked.times();
            checked.parties();
            return checked.user();
        } catch (MalformedClaimException odd) {
            throw refused(
                    "A registered claim (exp, nbf, iat, aud, iss) does not have the type that RFC 7519 gives it.");
        }
    }

    private void times() throws MalformedClaimException {
        NumericDate expires = claims.getExpirationTime();
        if (expires == null) {
            throw refused("The claim `exp` is missing. Set it to at most 24 hours from now.");
        }
        if (isBefore(expires, now.minus(SKEW))) {
            throw IdentityRefusedException.expired();
        }
        if (!isBefore(expires, now.plus(LONGEST_LIFE).plus(SKEW))) {
            throw refused(
                    "The claim `exp` lies more than 24 hours ahead. Make a JWT for each page instead of one for long.");
        }
        for (NumericDate begins : new NumericDate[]{claims.getNotBefore(), claims.getIssuedAt()}) {
            if (begins != null && !isBefore(begins, now.plus(SKEW))) {
                throw refused("A claim `nbf` or `iat` lies ahead. Compare your server's clock with ours.");
            }
        }
    }

    private static boolean isBefore(NumericDate date, Instant instant) {
        return date.getValue() <= instant.getEpochSecond();
    }

    private void parties() throws MalformedClaimException {
        List<String> audience = claims.hasAudience() ? claims.getAudience() : List.of();
        if (settings.audience() != null && !audience.contains(settings.audience())) {
            throw refused("The claim `aud` does not name the audience that stands at /v1/identity.");
        }
        if (settings.issuer() != null && !settings.issuer().equals(claims.getIssuer())) {
            throw refused("The claim `iss` is not the issuer that stands at /v1/identity.");
        }
    }

    private KnownUser user() {
        String id = id("user_id");
        String subject = id("sub");
        String known = id == null ? subject : id;
        if (known == null || known.isBlank()) {
            throw refused(
                    "The claim `user_id` (or `sub`) is missing: your own id of the customer, a string or a whole number.");
        }
        if (subject != null && !subject.equals(known)) {
            throw refused("The claims `user_id` and `sub` name two customers. Leave out one of them.");
        }
        return new KnownUser(known, text("name", 200), text("email", 320), locale(), attributes());
    }

    /** Accepts numbers: many databases and libraries use them as ids. */
    private @Nullable String id(String claim) {
        return switch (claims.getClaimValue(claim)) {
            case Long number -> number.toString();
            case Integer number -> number.toString();
            case BigInteger number -> number.toString();
            case null, default -> text(claim, KnownUser.LONGEST_ID);
        };
    }

    private @Nullable String text(String claim, int longest) {
        Object value = claims.getClaimValue(claim);
        if (value == null) {
            return null;
        }
        if (value instanceof String text && text.length() <= longest && text.indexOf('\0') < 0) {
            return text;
        }
        throw refused("The claim `" + claim + "` is a string of at most " + longest + " characters.");
    }

    private @Nullable String locale() {
        String locale = text("locale", 40);
        if (locale != null && !LOCALE.matcher(locale).matches()) {
            throw refused("The claim `locale` is a BCP 47 tag such as `en` or `zh-Hans`.");
        }
        // Many identity providers write `en_US` (OpenID Connect Core, section 5.1).
        return locale == null ? null : locale.replace('_', '-');
    }

    private @Nullable String attributes() {
        Object value = claims.getClaimValue("attributes");
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked")
            String json = JsonUtil.toJson((Map<String, ?>) map);
            if (json.length() <= LONGEST_ATTRIBUTES && !json.contains("\\u0000")) {
                return json;
            }
        }
        throw refused("The claim `attributes` is an object of at most 4,096 characters.");
    }

    private static IdentityRefusedException refused(String detail) {
        return IdentityRefusedException.claims(detail);
    }
}
