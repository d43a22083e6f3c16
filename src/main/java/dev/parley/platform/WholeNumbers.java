package dev.parley.platform;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.function.Function;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import org.jspecify.annotations.Nullable;

/** Refuses a query parameter that is not an integer and names it; the framework would answer 404. */
@Provider
public class WholeNumbers implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, ?> read = type == int.class || type == Integer.class
                ? Integer::valueOf
                : type == long.class || type == Long.class ? Long::valueOf : null;
        return read == null
                ? null
                : Arrays.stream(annotations).filter(QueryParam.class::isInstance).map(QueryParam.class::cast)
                        .findFirst().map(query -> (ParamConverter<T>) new Reader(query.value(), read)).orElse(null);
    }

    private record Reader(String name, Function<String, ?> read) implements ParamConverter<Object> {
        @Override
        public @Nullable Object fromString(@Nullable String text) {
            try {
                return text == null ? null : read.apply(text);
            } catch (NumberFormatException notANumber) {
                throw ParleyException.invalid("bad_" + name, "The parameter `" + name + "` is a whole number.");
            }
        }

        @Override
        public String toString(Object value) {
            return value.toString();
        }
    }
}
