package dev.parley.lane;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.parley.model.AnswerTimeouts;
import dev.parley.model.Dialect;
import dev.parley.model.Lane;
import dev.parley.model.LaneKind;
import dev.parley.model.ModelAddress;
import dev.parley.model.ModelKey;
import dev.parley.platform.ParleyException;
import dev.parley.spend.Price;
import dev.parley.tenant.LaneSettings;
import dev.parley.tenant.LaneSettings.Parameters;
import dev.parley.tenant.LaneSettings.Timeouts;
import org.jspecify.annotations.Nullable;

/** Validates a shop's lane settings; refusals name the field. Pure. */
final class LaneRules {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Pattern MODEL = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,500}");
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _-]{0,39}");
    private static final Pattern DEPLOYMENT = Pattern.compile("[^\\p{Cntrl}]{1,100}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9.-]{1,40}");
    private static final int MIN_WINDOW = 1_024;
    private static final int MAX_WINDOW = 10_000_000;
    private static final int HOTTEST = 2;
    /** Longest timeout; see {@code ModelConfig.Timeouts}. */
    private static final int LONGEST_MS = 120_000;

    private LaneRules() {}

    static Lane lane(String owner, LaneSettings set, @Nullable String key, AnswerTimeouts usual) {
        require(NAME.matcher(set.name()).matches(), "name", "has 1 to 40 letters, digits, dots, dashes or underscores");
        require(MODEL.matcher(set.model()).matches(), "model", "is the model's name, without blanks");
        require(set.region() == null || isRegion(set.region()), "region", "is a short word such as `eu`");
        require(set.window() == null || (set.window() >= MIN_WINDOW && set.window() <= MAX_WINDOW), "window",
                "lies between 1,024 and 10,000,000 tokens");
        requirePrice(set.price());
        LaneKind kind = kind(set);
        return new Lane(owner, set.name(), kind, address(set.baseUrl()), key == null ? null : new ModelKey(key),
                set.model(), set.region(), dialect(set.parameters(), kind), patience(set.timeouts(), usual));
    }

    static boolean isRegion(String region) {
        return REGION.matcher(region).matches();
    }

    /** The key is sent in a header and must not inject another one. */
    static void requireKey(String key) {
        require(KEY.matcher(key).matches(), "key", "is a key without blanks, at most 500 characters long");
    }

    /** Answers are not priced by the minute; such a price would make them free. */
    static void requirePriceFor(Lane.Use use, @Nullable String price) {
        require(use == Lane.Use.SPEECH || price == null || !Price.parse(price).isByTheMinute(), "price",
                "by the minute is for models that hear");
    }

    private static void requirePrice(@Nullable String price) {
        try {
            if (price != null) {
                Price.parse(price);
            }
        } catch (IllegalArgumentException refused) {
            throw refusal("price",
                    "looks like 0.50/1.50 (input/output) or 0.15/0.075/0.60 (input/cached/output), per million tokens, or 0.006/min where a model hears, or is 0: "
                            + refused.getMessage());
        }
    }

    private static LaneKind kind(LaneSettings set) {
        boolean azure = set.kind().equals("azure");
        require(azure || (set.deployment() == null && set.apiVersion() == null), "deployment",
                "and `api_version` belong to lanes of the kind `azure` alone");
        return switch (set.kind()) {
            case "openai" -> new LaneKind.OpenAi();
            case "compatible" -> new LaneKind.Compatible();
            case "azure" -> {
                require(set.deployment() != null && DEPLOYMENT.matcher(set.deployment()).matches(), "deployment",
                        "names the Azure deployment");
                require(set.apiVersion() == null || VERSION.matcher(set.apiVersion()).matches(), "api_version",
                        "looks like 2024-10-21");
                yield new LaneKind.Azure(String.valueOf(set.deployment()), set.apiVersion());
            }
            default -> throw refusal("kind", "is `openai`, `azure` or `compatible`");
        };
    }

    private static ModelAddress address(String baseUrl) {
        try {
            return ModelAddress.parse(baseUrl, true);
        } catch (IllegalArgumentException refused) {
            throw refusal("base_url", String.valueOf(refused.getMessage()));
        }
    }

    private static Dialect dialect(@Nullable Parameters given, LaneKind kind) {
        Parameters set = given == null ? Parameters.USUAL : given;
        boolean openAi = kind instanceof LaneKind.OpenAi;
        require(set.temperature() == null || (set.temperature() >= 0 && set.temperature() <= HOTTEST),
                "parameters.temperature", "lies between 0 and 2");
        require(set.maxTokens() == null || Set.of("max_tokens", "max_completion_tokens").contains(set.maxTokens()),
                "parameters.max_tokens", "is `max_tokens` or `max_completion_tokens`");
        Dialect.MaxTokens words = set.maxTokens() == null
                ? openAi ? Dialect.MaxTokens.MAX_COMPLETION_TOKENS : Dialect.MaxTokens.MAX_TOKENS
                : Dialect.MaxTokens.valueOf(set.maxTokens().toUpperCase(Locale.ROOT));
        return new Dialect(words, set.temperature(), or(set.stream(), true), or(set.streamOptions(), true),
                or(set.storeFalse(), openAi), or(set.safetyIdentifier(), openAi));
    }

    private static AnswerTimeouts patience(@Nullable Timeouts given, AnswerTimeouts usual) {
        Timeouts set = given == null ? Timeouts.USUAL : given;
        return new AnswerTimeouts(time("connect_ms", set.connectMs(), usual.connect()),
                time("first_token_ms", set.firstTokenMs(), usual.firstToken()), usual.opening(),
                time("between_tokens_ms", set.betweenTokensMs(), usual.betweenTokens()),
                time("total_ms", set.totalMs(), usual.total()));
    }

    private static Duration time(String field, @Nullable Integer millis, Duration usual) {
        require(millis == null || (millis >= 100 && millis <= LONGEST_MS), "timeouts." + field,
                "lies between 100 and 120,000 milliseconds");
        return millis == null ? usual : Duration.ofMillis(millis);
    }

    private static boolean or(@Nullable Boolean set, boolean usual) {
        return set == null ? usual : set;
    }

    private static void require(boolean holds, String field, String rule) {
        if (!holds) {
            throw refusal(field, rule);
        }
    }

    private static ParleyException refusal(String field, String rule) {
        return ParleyException.invalid("bad_lane", "`" + field + "` " + rule + ".").at("/" + field.replace('.', '/'));
    }
}
