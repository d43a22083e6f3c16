package dev.parley.desk;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.agent.Agent;
import dev.parley.agent.AgentPreferences;
import dev.parley.agent.AgentRole;
import dev.parley.desk.SavedView.Filter;
import dev.parley.platform.Etag;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Saved inbox views. Own views are private; supervisors manage shared ones. */
@ApplicationScoped
public class SavedViews {
    private static final int MAX_VIEWS = 100;

    private final SavedViewRepository repository;
    private final AgentPreferences preferences;
    private final Ids ids;

    SavedViews(SavedViewRepository repository, AgentPreferences preferences, Ids ids) {
        this.repository = repository;
        this.preferences = preferences;
        this.ids = ids;
    }

    /** Own and shared views in the agent's order. */
    public Uni<List<SavedView>> of(Agent agent) {
        return Uni.combine().all().unis(repository.of(agent.tenant(), agent.id()), preferences.viewOrder(agent))
                .with(SavedViews::inOrder);
    }

    /** Views without a position come last. */
    static List<SavedView> inOrder(List<SavedView> views, List<UUID> order) {
        return views.stream().sorted(Comparator.comparingInt(view -> {
            int place = order.indexOf(view.id());
            return place < 0 ? Integer.MAX_VALUE : place;
        })).toList();
    }

    public Uni<SavedView> add(Agent agent, boolean shared, Filter filter) {
        requireRight(agent, shared);
        SavedView view = new SavedView(ids.next(), shared, filter);
        return repository.add(agent.tenant(), shared ? null : agent.id(), view, MAX_VIEWS).map(added -> {
            if (!added) {
                throw new ParleyException(Kind.CONFLICT, "too_many_views",
                        "There are " + MAX_VIEWS + " views already. Remove one that nobody uses.");
            }
            return view;
        });
    }

    /** A null {@code shared} leaves it unchanged. A view that is no longer shared becomes the agent's own. */
    public Uni<SavedView> change(Agent agent, UUID id, @Nullable Boolean shared, Filter filter,
            @Nullable String ifMatch) {
        return mine(agent, id).invoke(view -> Etag.require(ifMatch, view.etag())).chain(view -> {
            SavedView changed = new SavedView(id, shared == null ? view.shared() : shared, filter);
            requireRight(agent, changed.shared());
            return repository.change(agent.tenant(), changed.shared() ? null : agent.id(), changed,
                    ifMatch == null ? null : view)
                    .chain(done -> done || ifMatch == null
                            ? Uni.createFrom().item(requireFound(done)).replaceWith(changed)
                            : Etag.changedMeanwhile());
        });
    }

    public Uni<Void> remove(Agent agent, UUID id) {
        return mine(agent, id)
                .chain(view -> repository.remove(agent.tenant(), id))
                .map(SavedViews::requireFound)
                .replaceWithVoid();
    }

    /** Ignores ids of other views. */
    public Uni<List<SavedView>> order(Agent agent, List<UUID> order) {
        List<UUID> known = new LinkedHashSet<>(order).stream().limit(2L * MAX_VIEWS).toList();
        return preferences.setViewOrder(agent, known).chain(() -> of(agent));
    }

    /** Fails with `not_found` for another agent's view. */
    private Uni<SavedView> mine(Agent agent, UUID id) {
        return repository.find(agent.tenant(), agent.id(), id)
                .onItem().ifNull().failWith(() -> ParleyException.notFound("view"))
                .invoke(view -> requireRight(agent, view.shared()));
    }

    private static void requireRight(Agent agent, boolean shared) {
        if (shared && !agent.is(AgentRole.SUPERVISOR)) {
            throw new ParleyException(Kind.FORBIDDEN, "role_missing",
                    "Views for everybody are a supervisor's to change. Keep one of your own instead.");
        }
    }

    private static boolean requireFound(boolean found) {
        if (!found) {
            throw ParleyException.notFound("view");
        }
        return true;
    }
}
