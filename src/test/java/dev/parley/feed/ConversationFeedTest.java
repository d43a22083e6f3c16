package dev.parley.feed;

import static dev.parley.feed.EventSamples.CONVERSATION;
import static dev.parley.feed.EventSamples.SHOP;
import static dev.parley.feed.EventSamples.began;
import static dev.parley.feed.EventSamples.ended;
import static dev.parley.feed.EventSamples.grew;
import static dev.parley.feed.EventSamples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.AnswerBegan;
import dev.parley.tenant.TenantId;
import org.junit.jupiter.api.Test;

class ConversationFeedTest {
    private final ConversationFeed feed = new ConversationFeed();
    private final List<ConversationEvent> heard = new ArrayList<>();

    @Test
    void follower_hearsEverythingInOrder() {
        feed.follow(SHOP, CONVERSATION, heard::add);

        happen(stored(1), began(1), grew(1, 1, "Thirty "), grew(1, 2, "days."), stored(2), ended(1));

        assertThat(heard).containsExactly(stored(1), began(1), grew(1, 1, "Thirty "), grew(1, 2, "days."), stored(2),
                ended(1));
    }

    @Test
    void lateFollower_hearsTheTextSoFarAsPieceNumberZero() {
        happen(began(1), grew(1, 1, "Thirty "), grew(1, 2, "days"));

        feed.follow(SHOP, CONVERSATION, heard::add);
        happen(grew(1, 3, "."));

        assertThat(heard).containsExactly(began(1), grew(1, 0, "Thirty days"), grew(1, 3, "."));
    }

    @Test
    void freshAttempt_replacesTheTextOfTheOneBefore() {
        happen(began(1), grew(1, 1, "wrong"), began(2), grew(2, 1, "right"));

        feed.follow(SHOP, CONVERSATION, heard::add);

        assertThat(heard).containsExactly(began(2), grew(2, 0, "right"));
    }

    @Test
    void piecesOfAReplacedAttempt_areDropped() {
        feed.follow(SHOP, CONVERSATION, heard::add);

        happen(began(2), grew(1, 1, "stale"), grew(2, 1, "fresh"));

        assertThat(heard).containsExactly(began(2), grew(2, 1, "fresh"));
    }

    @Test
    void pieceTwiceOrBehindAGap_isDropped() {
        feed.follow(SHOP, CONVERSATION, heard::add);

        happen(began(1), grew(1, 1, "a"), grew(1, 1, "a"), grew(1, 3, "c"));

        assertThat(heard).containsExactly(began(1), grew(1, 1, "a"));
    }

    @Test
    void endOfAnotherAnswerOrAttempt_leavesTheRunningOne() {
        AnswerBegan other = new AnswerBegan(SHOP, CONVERSATION, new UUID(9, 9), 1, 1);
        feed.follow(SHOP, CONVERSATION, heard::add);

        happen(began(2), ended(1), grew(2, 1, "a"), other, ended(2));

        assertThat(heard).containsExactly(began(2), grew(2, 1, "a"), other);
        assertThat(feed.open()).hasSize(1);
    }

    @Test
    void endToldTwice_isHeardOnce() {
        feed.follow(SHOP, CONVERSATION, heard::add);

        happen(began(1), ended(1), ended(1));

        assertThat(heard).containsExactly(began(1), ended(1));
    }

    @Test
    void twoFollowers_hearTheSame() {
        List<ConversationEvent> second = new ArrayList<>();
        feed.follow(SHOP, CONVERSATION, heard::add);
        feed.follow(SHOP, CONVERSATION, second::add);

        happen(stored(1), stored(2));

        assertThat(second).isEqualTo(heard).hasSize(2);
    }

    @Test
    void followerOfAnotherTenant_hearsNothing() {
        happen(began(1), grew(1, 1, "secret"));

        feed.follow(new TenantId(new UUID(7, 7)), CONVERSATION, heard::add);
        happen(stored(1), grew(1, 2, "secret"));

        assertThat(heard).isEmpty();
    }

    @Test
    void followerOfAnotherConversation_hearsNothing() {
        feed.follow(SHOP, new UUID(8, 8), heard::add);

        happen(stored(1));

        assertThat(heard).isEmpty();
    }

    @Test
    void followerWhoClosed_hearsNoMore() {
        var following = feed.follow(SHOP, CONVERSATION, heard::add);

        following.close();
        following.close();
        happen(stored(1));

        assertThat(heard).isEmpty();
    }

    @Test
    void followerWhoClosesWhileHearing_isForgottenAndDisturbsNobody() {
        List<ConversationFeed.Following> own = new ArrayList<>();
        own.add(feed.follow(SHOP, CONVERSATION, event -> own.forEach(ConversationFeed.Following::close)));
        feed.follow(SHOP, new UUID(8, 8), heard::add);

        happen(stored(1));

        assertThat(feed.open()).hasSize(1);
    }

    @Test
    void followersWhoComeAndGoAtOnce_leaveNothingBehind() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var done = new ArrayList<Future<?>>();
            for (int i = 0; i < 4; i++) {
                done.add(threads.submit(() -> {
                    for (int n = 0; n < 2_000; n++) {
                        var following = feed.follow(SHOP, CONVERSATION, event -> {});
                        happen(began(n), grew(n, 1, "a"), ended(n));
                        following.close();
                    }
                }));
            }
            for (Future<?> each : done) {
                each.get(30, TimeUnit.SECONDS);
            }
        }

        assertThat(feed.open()).isEmpty();
    }

    @Test
    void idleConversation_leavesNothingBehind() {
        var following = feed.follow(SHOP, CONVERSATION, heard::add);
        happen(began(1), grew(1, 1, "a"));

        following.close();
        assertThat(feed.open()).hasSize(1);
        happen(ended(1));

        assertThat(feed.open()).isEmpty();
    }

    @Test
    void eventsThatNobodyFollows_leaveNothingBehind() {
        happen(stored(1));

        assertThat(feed.open()).isEmpty();
    }

    private void happen(ConversationEvent... events) {
        for (ConversationEvent event : events) {
            feed.distribute(event);
        }
    }
}
