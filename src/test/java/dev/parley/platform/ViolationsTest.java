package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.platform.ParleyException.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ViolationsTest {
    private static ValidatorFactory factory;
    private static Validator validator;

    @JsonNaming(SnakeCaseStrategy.class)
    record Order(@NotBlank @Nullable String givenName, @Nullable @Size(max = 3) String note,
            @Valid @NotNull List<@Valid Line> allLines) {}

    record Line(@Min(1) int count) {}

    static class Shop {
        void order(@QueryParam("limit") @Min(1) @Max(10) int most, @NotNull @Valid Order order) {}
    }

    @BeforeAll
    static void open() {
        factory = Validation.buildDefaultValidatorFactory();
        validator = factory.getValidator();
    }

    @AfterAll
    static void close() {
        factory.close();
    }

    private static ParleyException refused(int max, @Nullable Order order) throws NoSuchMethodException {
        Method method = Shop.class.getDeclaredMethod("order", int.class, Order.class);
        return Violations.refusal(validator.forExecutables().validateParameters(new Shop(), method,
                new @Nullable Object[]{max, order}), method);
    }

    private static Order order(@Nullable String name, @Nullable String note, int... counts) {
        return new Order(name, note, Arrays.stream(counts).mapToObj(Line::new).toList());
    }

    @Test
    void parameterBeyondItsLimit_isNamedAsItIsSent() throws NoSuchMethodException {
        ParleyException refused = refused(11, order("Ada", null));

        assertThat(refused.code()).isEqualTo("bad_limit");
        assertThat(refused.detail()).isEqualTo("The parameter `limit` is at most 10.");
        assertThat(refused.field()).isNull();
    }

    @Test
    void noBody_isNoJson() throws NoSuchMethodException {
        ParleyException refused = refused(1, null);

        assertThat(refused.code()).isEqualTo("bad_json");
        assertThat(refused.field()).isNull();
    }

    @Test
    void missingField_isPointedAtByItsNameInJson() throws NoSuchMethodException {
        ParleyException refused = refused(1, order(" ", null));

        assertThat(refused.code()).isEqualTo("field_missing");
        assertThat(refused.detail())
                .isEqualTo("The field `given_name` must be a string that is not empty.");
        assertThat(refused.field()).isEqualTo("/given_name");
        assertThat(refused.faults()).isEmpty();
    }

    @Test
    void severalFaults_areAllTold_asTheRecordDeclaresThem() throws NoSuchMethodException {
        ParleyException refused = refused(1, order(null, "much too long", 1, 0));

        assertThat(refused.faults()).extracting(Fault::code, Fault::field).containsExactly(
                tuple("field_missing", "/given_name"),
                tuple("bad_note", "/note"),
                tuple("bad_count", "/all_lines/1/count"));
        assertThat(refused.field()).isEqualTo("/given_name");
    }
}
