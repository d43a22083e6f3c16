package dev.parley.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;

/**
 * Single settings: `@ConfigProperty` of a constructor, with the sentence in its `@param`, and intervals of jobs, with
 * the sentence above the method. A setting that several classes read needs one sentence.
 */
final class InjectedSettings {
    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\((.*?)\\)");
    private static final Pattern NAME = Pattern.compile("name = \"(parley[^\"]+)\"");
    private static final Pattern PRESET = Pattern.compile("defaultValue = \"([^\"]*)\"");
    private static final Pattern INTERVAL = Pattern.compile("every = \"\\$?\\{(parley[^:}\"]+):?([^}\"]*)}\"");

    private final ShippedValues shipped;
    private final Map<String, Setting> found = new LinkedHashMap<>();

    private InjectedSettings(ShippedValues shipped) {
        this.shipped = shipped;
    }

    static List<Setting> in(List<Sources.Type> types, ShippedValues shipped) {
        InjectedSettings settings = new InjectedSettings(shipped);
        for (Sources.Type type : types) {
            for (Tree member : type.tree().getMembers()) {
                if (member instanceof MethodTree method) {
                    settings.addParameters(type, method);
                    settings.addInterval(type, method);
                }
            }
        }
        return new ArrayList<>(settings.found.values());
    }

    private void addParameters(Sources.Type type, MethodTree method) {
        for (VariableTree parameter : method.getParameters()) {
            Matcher property = PROPERTY.matcher(parameter.getModifiers().toString());
            if (property.find()) {
                Matcher name = NAME.matcher(property.group(1));
                Matcher preset = PRESET.matcher(property.group(1));
                if (name.find()) {
                    add(shipped.setting(name.group(1), Types.written(parameter.getType().toString()),
                            preset.find() ? preset.group(1) : "",
                            type.comments().ofParameter(method, parameter.getName().toString())));
                }
            }
        }
    }

    private void addInterval(Sources.Type type, MethodTree method) {
        Matcher interval = INTERVAL.matcher(method.getModifiers().toString());
        if (interval.find()) {
            add(shipped.setting(interval.group(1), "duration", interval.group(2), type.comments().of(method)));
        }
    }

    private void add(Setting setting) {
        found.merge(setting.name(), setting, (first, second) -> first.sentence().isEmpty() ? second : first);
    }
}
