package dev.parley.model.speech;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.model.ChatModel;
import dev.parley.model.DefaultLanes;
import dev.parley.model.Lane;
import dev.parley.model.LaneOrder;
import dev.parley.model.ModelConfig;
import dev.parley.model.ModelException;
import dev.parley.model.health.LaneAlarm;
import dev.parley.model.health.LaneState;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** Transcribes recordings with the operator's or a tenant's models, behind the same guards as answers. */
@ApplicationScoped
public class SpeechModel {
    private final ChatModel chat;
    private final Vertx vertx;
    private final List<Lane> lanes;
    private final boolean chosen;

    SpeechModel(ChatModel chat, ModelConfig config, SpeechConfig speech, Vertx vertx) {
        this.chat = chat;
        this.vertx = vertx;
        this.lanes = DefaultLanes.speech(config, speech);
        this.chosen = speech.chosen();
    }

    /** The operator's lanes, limited to the region if given. */
    public LaneOrder defaults(@Nullable String stayIn) {
        return LaneOrder.of(lanes, stayIn);
    }

    /** True if the operator has configured a speech model. */
    public boolean chosen() {
        return chosen;
    }

    /** True unless every lane's model is gone or refuses its key. */
    public boolean answers(LaneOrder order) {
        return order.lanes().stream().anyMatch(lane -> asked(lane)
                .noneMatch(state -> state.alarms().contains(LaneAlarm.GONE)
                        || state.alarms().contains(LaneAlarm.KEY_REFUSED)));
    }

    /** True if any of the lanes was used since the start. */
    public boolean inUse(LaneOrder order) {
        return order.lanes().stream().anyMatch(lane -> asked(lane).findAny().isPresent());
    }

    private Stream<LaneState> asked(Lane lane) {
        return chat.laneStates().stream().filter(
                state -> state.owner().equals(lane.owner()) && state.name().equals(lane.name())
                        && state.model().equals(lane.model()));
    }

    /** Calls on subscription and completes even if the subscriber cancels. Fails only with a {@link ModelException}. */
    public Uni<ModelTranscript> transcribe(LaneOrder order, SpeechRequest speech) {
        if (!order.usable()) {
            return Uni.createFrom()
                    .failure(() -> new ModelException(order.emptyBecause(), 0, null, null, 0, false));
        }
        return Uni.createFrom().emitter(emitter -> new SpeechCall(vertx, vertx.getOrCreateContext(), chat.gateway(),
                order, speech, emitter).start());
    }
}
