package dev.parley.lane;

import dev.parley.model.ChatRequest;
import dev.parley.model.LaneOrder;
import dev.parley.spend.Call;

/**
 * One question to a model.
 *
 * @param lanes who is asked
 * @param call what it may cost
 */
public record ModelQuestion(LaneOrder lanes, ChatRequest request, Call call) {}
