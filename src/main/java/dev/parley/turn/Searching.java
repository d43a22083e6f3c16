package dev.parley.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.faq.FaqFound;
import dev.parley.faq.FaqSearch;
import dev.parley.faq.ScoreFloor;
import dev.parley.faq.Verdict;
import dev.parley.lane.ShopLanes;
import dev.parley.language.Language;
import dev.parley.spend.Spend;
import dev.parley.spend.Thrift;
import dev.parley.tool.Confirmations;
import dev.parley.turn.Plan.Search;
import dev.parley.turn.Plan.Wording;
import dev.parley.understanding.FollowUp;
import dev.parley.understanding.Understood;
import org.jspecify.annotations.Nullable;

/**
 * In which wordings a question is searched for: as it stands, then behind the one before it, then as a model puts it; each only where the
 * one before did not find an answer with confidence.
 */
@ApplicationScoped
class Searching {
    private static final double USUAL_FLOOR = 0.75;

    private final FaqSearch faq;
    private final Choosing choosing;
    private final Prompts prompts;
    private final ShopLanes lanes;
    private final Spend spend;

    Searching(FaqSearch faq, Choosing choosing, Prompts prompts, ShopLanes lanes, Spend spend) {
        this.faq = faq;
        this.choosing = choosing;
        this.prompts = prompts;
        this.lanes = lanes;
        this.spend = spend;
    }

    Plan first(Case about, Confirmations.@Nullable Waiting agreed) {
        String text = text(about);
        List<String> texts = new ArrayList<>(List.of(text));
        texts.addAll(QuestionParts.of(text));
        return new Search(Wording.OWN, texts, null, agreed);
    }

    /** Without greetings and thanks. */
    private static String text(Case about) {
        return about.wants() instanceof Understood.Question question ? question.text() : about.exchange().question();
    }

    Plan next(Case about, Search search, List<FaqFound> found) {
        return switch (search.wording()) {
            case OWN -> afterOwn(about, search, found);
            case IN_CONTEXT -> afterContext(about, search, found);
            case BY_MODEL -> afterModel(about, search, found.getFirst());
        };
    }

    private Plan afterOwn(Case about, Search search, List<FaqFound> found) {
        FaqFound own = found.getFirst();
        List<FaqFound> parts = found.subList(1, found.size());
        if (parts.size() > 1 && parts.stream().filter(Searching::answers).count() > 1) {
            return choosing.chooseEach(about, parts);
        }
        if (search.agreed() != null) {
            return choosing.choose(about, own, null);
        }
        Optional<String> before = EarlierQuestion.of(about);
        return before.isPresent() && !isVerbatim(own) && (leansOnContext(about) || !answers(own))
                ? new Search(Wording.IN_CONTEXT, List.of(before.get() + "\n" + text(about), before.get()), own,
                        search.agreed())
                : settle(about, own, null, search.agreed());
    }

    private Plan afterContext(Case about, Search search, List<FaqFound> found) {
        FaqFound own = search.known() == null ? found.getFirst() : search.known();
        double floor = faq.floor(about.tenant().id(), text(about)).map(ScoreFloor::cosine).orElse(USUAL_FLOOR);
        FollowUps.Chosen chosen = FollowUps.choose(leansOnContext(about), own, found.get(1), found.get(0), floor);
        return settle(about, chosen.found(), chosen.inContext() ? "context" : null, search.agreed());
    }

    private static boolean leansOnContext(Case about) {
        return FollowUp.leansOnContext(text(about), about.language());
    }

    private static boolean isVerbatim(FaqFound found) {
        return answers(found) && found.matches().getFirst().signals().verbatim();
    }

    /** With a model that may be asked, a question that is not answered with confidence, and that says little alone, is put anew. */
    private Plan settle(Case about, FaqFound found, @Nullable String by, Confirmations.@Nullable Waiting agreed) {
        boolean sure = answers(found) && by == null && found.corrections().isEmpty() && !leansOnEarlier(about);
        if (!sure && isUnclear(about, found) && lanes.of(about.tenant()).usable()
                && spend.thrift(about.tenant()) == Thrift.FULL) {
            Optional<Plan> rewrite = prompts.rewrite(about, found, agreed);
            if (rewrite.isPresent()) {
                return rewrite.get();
            }
        }
        return choosing.choose(about, found, by);
    }

    private static boolean leansOnEarlier(Case about) {
        return leansOnContext(about) && EarlierQuestion.of(about).isPresent();
    }

    /** It may lean on what was said before, has typing errors, or is in another language than the entries. */
    private static boolean isUnclear(Case about, FaqFound found) {
        return EarlierQuestion.of(about).isPresent() || !found.corrections().isEmpty() || isForeign(about, found);
    }

    private static boolean isForeign(Case about, FaqFound found) {
        return !found.matches().isEmpty() && (!found.read() || !about.language()
                .equals(Language.of(found.matches().getFirst().entry().locale())));
    }

    Plan rewritten(Case about, Plan.Rewrite rewrite, @Nullable String question) {
        return question == null || question.equals(rewrite.found().searchedFor())
                ? choosing.choose(about, rewrite.found(), null)
                : new Search(Wording.BY_MODEL, List.of(question), rewrite.found(), rewrite.agreed());
    }

    /** A model may misunderstand as well: its wording counts unless the visitor's own found an answer and it did not. */
    private Plan afterModel(Case about, Search search, FaqFound byModel) {
        FaqFound known = search.known();
        return known != null && answers(known) && !answers(byModel)
                ? choosing.choose(about, known, null)
                : choosing.choose(about, byModel, "model");
    }

    private static boolean answers(FaqFound found) {
        return !found.matches().isEmpty() && found.matches().getFirst().verdict() == Verdict.ANSWER;
    }
}
