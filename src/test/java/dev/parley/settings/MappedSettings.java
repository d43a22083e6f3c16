package dev.parley.settings;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.common.utils.StringUtil;

/** Settings of {@code @ConfigMapping} interfaces: structure from the classes, order and sentences from the sources. */
final class MappedSettings {
    private final Map<String, Sources.Type> sources = new HashMap<>();
    private final ShippedValues shipped;
    private final List<Setting> found = new ArrayList<>();

    private MappedSettings(List<Sources.Type> types, ShippedValues shipped) {
        types.forEach(type -> sources.put(type.packageName() + "." + type.tree().getSimpleName(), type));
        this.shipped = shipped;
    }

    static List<Setting> in(List<Sources.Type> types, ShippedValues shipped) throws ClassNotFoundException {
        MappedSettings settings = new MappedSettings(types, shipped);
        for (Sources.Type type : types) {
            if (type.tree().getModifiers().toString().contains("@ConfigMapping")) {
                Class<?> mapping = Class.forName(type.packageName() + "." + type.tree().getSimpleName());
                settings.add(mapping.getAnnotation(ConfigMapping.class).prefix(), mapping);
            }
        }
        return settings.found;
    }

    private void add(String prefix, Class<?> mapping) {
        Sources.Type source = Objects
                .requireNonNull(sources.get(mapping.getPackageName() + "." + mapping.getSimpleName()));
        for (Tree member : source.tree().getMembers()) {
            if (member instanceof MethodTree written) {
                add(prefix, method(mapping, written), source.comments().of(written));
            }
        }
    }

    private static Method method(Class<?> mapping, MethodTree written) {
        try {
            return mapping.getDeclaredMethod(written.getName().toString());
        } catch (NoSuchMethodException compiledBefore) {
            throw new AssertionError("Compile " + mapping + " first", compiledBefore);
        }
    }

    private void add(String prefix, Method method, String sentence) {
        String name = prefix + "." + StringUtil.skewer(method.getName());
        WithDefault preset = method.getAnnotation(WithDefault.class);
        if (method.isDefault()) {
            return;
        }
        if (!method.getReturnType().isEnum() && sources.containsKey(method.getReturnType().getPackageName() + "."
                + method.getReturnType().getSimpleName())) {
            add(name, method.getReturnType());
        } else {
            boolean labels = method.getGenericReturnType() instanceof ParameterizedType generic
                    && generic.getRawType() == Map.class;
            found.add(shipped.setting(labels ? name + ".<label>" : name, Types.of(method.getGenericReturnType()),
                    preset == null ? "" : preset.value(), sentence));
        }
    }
}
