package dev.parley.lane;

import dev.parley.model.ChatRequest;
import dev.parley.model.LaneOrder;
import dev.parley.spend.Call;

/**
 * @param lanes in order of use
 * @param call for the cost estimate
 */
public record ModelQuestion(LaneOrder lanes, ChatRequest request, Call call) {}
