package dev.parley.language;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;

import dev.parley.tenant.ModelSettings;
import dev.parley.tenant.ShopLimits;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.TenantSettings;
import dev.parley.tenant.VisitorKey;
import io.quarkus.qute.i18n.Message;
import org.jspecify.annotations.Nullable;

/** Parley's sentences read from their source files, for tests without Quarkus. */
public final class Voices {
    private static final Path FILES = Path.of("src/main/resources/messages");

    private Voices() {}

    /** For a shop with this language and no sentences of its own. */
    public static ShopSentences ofShop(String locale) {
        return new BundledSentences(shop(locale, Map.of()), Voices::in);
    }

    static Tenant shop(String locale, Map<String, Map<String, String>> own) {
        TenantSettings settings = new TenantSettings("Robin", "Hello!", List.of(), "#112233", locale, "AI.",
                "From 9 to 5.", null, List.of(), null, own);
        return new Tenant(new TenantId(new UUID(0, 1)), "shop", "Shop", settings, ModelSettings.NONE, null,
                new VisitorKey(new byte[32]), false, ShopLimits.NONE);
    }

    /** Placeholders are replaced as plain text. */
    public static SentenceMessages in(Language language) {
        Properties texts = language.equals(Language.ENGLISH) ? english() : read(language);
        return (SentenceMessages) Proxy.newProxyInstance(SentenceMessages.class.getClassLoader(),
                new Class<?>[]{SentenceMessages.class},
                (proxy, method, values) -> filled(texts.getProperty(key(method.getName())), values));
    }

    /** The file of a language other than English, by key. */
    public static Properties read(Language language) {
        Properties byMethod = new Properties();
        try (Reader file = Files.newBufferedReader(FILES.resolve("sentences_" + language.code() + ".properties"))) {
            byMethod.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Properties texts = new Properties();
        byMethod.forEach((method, text) -> texts.setProperty(key((String) method), (String) text));
        return texts;
    }

    /** The English texts from the methods' annotations, by key. */
    public static Properties english() {
        Properties texts = new Properties();
        for (Method method : SentenceMessages.class.getMethods()) {
            texts.setProperty(key(method.getName()), method.getAnnotation(Message.class).value());
        }
        return texts;
    }

    private static String key(String method) {
        return method.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static String filled(String text, Object @Nullable [] values) {
        return values == null ? text : text.replaceAll("\\{[a-z]+}", Matcher.quoteReplacement((String) values[0]));
    }
}
