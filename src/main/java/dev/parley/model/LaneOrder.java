package dev.parley.model;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The lanes that may answer, in the order in which they are asked. A lane outside the border is not among them, whoever put it in: with
 * none left no model is asked.
 */
public final class LaneOrder {
    private final List<Lane> lanes;
    private final boolean crossing;

    private LaneOrder(List<Lane> lanes, boolean crossing) {
        this.lanes = lanes;
        this.crossing = crossing;
    }

    /** Keeps the usable lanes inside the border; {@code stayIn} null: there is none. A lane of unknown region is outside of every border. */
    public static LaneOrder of(List<Lane> lanes, @Nullable String stayIn) {
        List<Lane> inside = lanes.stream().filter(lane -> stayIn == null || stayIn.equalsIgnoreCase(lane.region()))
                .filter(Lane::usable).toList();
        return new LaneOrder(inside, inside.isEmpty() && lanes.stream().anyMatch(Lane::usable));
    }

    /** Whether there is a model to ask. */
    public boolean usable() {
        return !lanes.isEmpty();
    }

    /** The models' names, the first of them first. */
    public List<String> models() {
        return lanes.stream().map(Lane::model).distinct().toList();
    }

    /** The lanes with these models alone. */
    public LaneOrder only(Collection<String> models) {
        return new LaneOrder(lanes.stream().filter(lane -> models.contains(lane.model())).toList(), crossing);
    }

    /** Where other than chat is asked, such as moderation: the first lane's server. */
    public Optional<Lane> first() {
        return lanes.stream().findFirst();
    }

    public Lane get(int index) {
        return lanes.get(index);
    }

    /** The next lane to ask after this failure of one, or -1. A refused key and spent money are shared by all lanes with that key. */
    public int after(int index, ModelErrorKind kind) {
        boolean keys = kind == ModelErrorKind.CREDENTIALS || kind == ModelErrorKind.QUOTA;
        Lane failed = lanes.get(index);
        for (int next = index + 1; next < lanes.size(); next++) {
            Lane lane = lanes.get(next);
            if (!keys || !Objects.equals(lane.key(), failed.key()) || !lane.address().equals(failed.address())) {
                return next;
            }
        }
        return -1;
    }

    public List<Lane> lanes() {
        return lanes;
    }

    /** Why none may be asked. */
    public ModelErrorKind emptyBecause() {
        return crossing ? ModelErrorKind.OUTSIDE_REGION : ModelErrorKind.NOT_CONFIGURED;
    }
}
