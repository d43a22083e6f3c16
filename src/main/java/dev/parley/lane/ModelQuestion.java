package dev.parley.lane;

import dev.parley.model.ChatRequest;
import dev.parley.model.LaneOrder;
import dev.parley.spend.Call;

/** {@code lanes} are in order of use; {@code call}: for the cost estimate. */
public record ModelQuestion(LaneOrder lanes, ChatRequest request, Call call) {}
