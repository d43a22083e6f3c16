package dev.parley.widget;

import dev.parley.language.Language;
import dev.parley.language.Sentence;
import dev.parley.language.Sentences;
import dev.parley.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/** Closed shops: suspended or deleted. */
final class ClosedShop {
    static final String CODE = "shop_suspended";

    private ClosedShop() {}

    /** {@code shop} is null if deleted. */
    static boolean is(@Nullable Tenant shop) {
        return shop == null || shop.suspended();
    }

    /** In the visitor's language, with a suspended shop's own wording if set. */
    static String told(Sentences sentences, @Nullable Tenant shop, @Nullable String locale) {
        Language wanted = Language.of(locale);
        if (shop != null) {
            return sentences.of(shop).say(Sentence.SUSPENDED, wanted);
        }
        return sentences.plain(Sentence.SUSPENDED,
                wanted != null && Sentences.SPOKEN.contains(wanted) ? wanted : Language.ENGLISH);
    }
}
