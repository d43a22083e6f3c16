package dev.parley.turn;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.lane.Moderator;
import dev.parley.lane.PaidCalls;
import dev.parley.prompt.TokenCounter;
import dev.parley.spend.Spend;
import dev.parley.turn.plan.Planner;
import dev.parley.turn.plan.TurnConfig;
import dev.parley.turn.plan.TurnContextReader;
import dev.parley.understanding.Rewriter;
import io.vertx.core.Vertx;

@ApplicationScoped
class AnswerServices {
    private final Planner planner;
    private final TurnContextReader reader;
    private final PaidCalls calls;
    private final Moderator moderator;
    private final Rewriter rewriter;
    private final ActionRunner actions;
    private final Spend spend;
    private final TokenCounter tokens;
    private final TurnConfig config;
    private final Vertx vertx;

    AnswerServices(Planner planner, TurnContextReader reader, PaidCalls calls, Moderator moderator, Rewriter rewriter,
            ActionRunner actions,
            Spend spend, TokenCounter tokens, TurnConfig config, Vertx vertx) {
        this.planner = planner;
        this.reader = reader;
        this.calls = calls;
        this.moderator = moderator;
        this.rewriter = rewriter;
        this.actions = actions;
        this.spend = spend;
        this.tokens = tokens;
        this.config = config;
        this.vertx = vertx;
    }

    Planner planner() {
        return planner;
    }

    TurnContextReader reader() {
        return reader;
    }

    PaidCalls calls() {
        return calls;
    }

    Moderator moderator() {
        return moderator;
    }

    Rewriter rewriter() {
        return rewriter;
    }

    ActionRunner actions() {
        return actions;
    }

    Spend spend() {
        return spend;
    }

    TokenCounter tokens() {
        return tokens;
    }

    TurnConfig config() {
        return config;
    }

    Vertx vertx() {
        return vertx;
    }
}
