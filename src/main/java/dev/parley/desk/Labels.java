package dev.parley.desk;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Etag;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Labels that a shop offers. A conversation keeps its labels even if they are no longer offered. */
@ApplicationScoped
public class Labels {
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int LONGEST_NAME = 50;

    private final LabelRepository repository;

    Labels(LabelRepository repository) {
        this.repository = repository;
    }

    /** A label; the color is {@code #rrggbb}. */
    public record Label(String name, String color) {
        public String etag() {
            return Etag.of(name + "\n" + color);
        }
    }

    public Uni<List<Label>> all(TenantId tenant) {
        return repository.all(tenant);
    }

    /** Creates the label or changes its color. Fails with `changed_meanwhile` if {@code ifMatch} names another state. */
    public Uni<Label> set(TenantId tenant, String name, @Nullable String color, @Nullable String ifMatch) {
        String clean = name.strip();
        if (clean.isEmpty() || clean.codePointCount(0, clean.length()) > LONGEST_NAME || clean.indexOf('\0') >= 0) {
            throw ParleyException.invalid("bad_label", "A label's name has 1 to 50 characters.");
        }
        if (color == null || !COLOR.matcher(color).matches()) {
            throw ParleyException.field("color", "bad_color", "is written as #rrggbb.");
        }
        Label label = new Label(clean, color);
        return ifMatch == null ? repository.set(tenant, label) : recolor(tenant, label, ifMatch);
    }

    private Uni<Label> recolor(TenantId tenant, Label label, String ifMatch) {
        return repository.find(tenant, label.name()).chain(known -> known == null || !Etag.names(ifMatch, known.etag())
                ? Etag.changedMeanwhile()
                : repository.recolor(tenant, label, known.color())
                        .chain(done -> done ? Uni.createFrom().item(label) : Etag.changedMeanwhile()));
    }

    public Uni<Void> remove(TenantId tenant, String name) {
        return repository.remove(tenant, name).map(found -> {
            if (!found) {
                throw ParleyException.notFound("label");
            }
            return null;
        });
    }
}
