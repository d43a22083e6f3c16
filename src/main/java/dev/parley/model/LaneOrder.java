package dev.parley.model;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The lanes for an answer in order of use, all inside the region. Without lanes, no model is called. */
public final class LaneOrder {
    private final List<Lane> lanes;
    private final boolean crossing;

    private LaneOrder(List<Lane> lanes, boolean crossing) {
        this.lanes = lanes;
        this.crossing = crossing;
    }

    /** Drops lanes outside the region, such as unknown ones. A null {@code stayIn} allows any. */
    public static LaneOrder of(List<Lane> lanes, @Nullable String stayIn) {
        List<Lane> inside = lanes.stream().filter(lane -> stayIn == null || stayIn.equalsIgnoreCase(lane.region()))
                .filter(Lane::usable).toList();
        return new LaneOrder(inside, inside.isEmpty() && lanes.stream().anyMatch(Lane::usable));
    }

    public boolean usable() {
        return !lanes.isEmpty();
    }

    /** In order of use. */
    public List<String> models() {
        return lanes.stream().map(Lane::model).distinct().toList();
    }

    public LaneOrder only(Collection<String> models) {
        return new LaneOrder(lanes.stream().filter(lane -> models.contains(lane.model())).toList(), crossing);
    }

    /** The server for requests other than chat, such as moderation. */
    public Optional<Lane> first() {
        return lanes.stream().findFirst();
    }

    public Lane get(int index) {
        return lanes.get(index);
    }

    /** Index of the lane to use after this failure, or -1. Skips lanes that share a refused key or spent quota. */
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

    public ModelErrorKind emptyBecause() {
        return crossing ? ModelErrorKind.OUTSIDE_REGION : ModelErrorKind.NOT_CONFIGURED;
    }
}
