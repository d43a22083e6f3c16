package dev.parley.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import dev.parley.platform.ParleyException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewShopTest {
    private static NewShop request(String slug) {
        return NewShop.of(slug, "Shoes", List.of("https://shoes.example/"), false, Map.of(), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Shoes", "shoes_2", "-shoes", "shoes-", "sho es", "schuhe-ä", "shoes.example",
            "shoes\n", "../shoes", "0123456789012345678901234567890123456789012345678901234567890123"})
    void aSlug_thatIsNone_isRefused(String slug) {
        assertThatThrownBy(() -> request(slug)).isInstanceOfSatisfying(ParleyException.class,
                refused -> assertThat(refused.code()).isEqualTo("bad_slug"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "shoes", "shoes-2", "2-shoes", "s--s",
            "012345678901234567890123456789012345678901234567890123456789012"})
    void aSlug_isTakenWithAnAdministratorOfItsOwn(String slug) {
        NewShop request = request(slug);

        assertThat(request.administrator().email()).isEqualTo("admin@" + slug);
        assertThat(request.origins()).containsExactly("https://shoes.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "console", "api"})
    void aWordOfParleysOwn_isNotFree(String slug) {
        assertThatThrownBy(request(slug)::requireFree).isInstanceOfSatisfying(ParleyException.class,
                refused -> assertThat(refused.code()).isEqualTo("slug_reserved"));
    }
}
