package dev.parley.turn.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.action.ActionCall;
import dev.parley.faq.FaqFound;
import dev.parley.faq.FaqSearch;
import dev.parley.faq.search.FaqMatch;
import dev.parley.faq.search.ScoreFloor;
import dev.parley.faq.search.Verdict;
import dev.parley.faq.search.Viewing;
import dev.parley.lane.ShopLanes;
import dev.parley.language.Language;
import dev.parley.spend.SavingLevel;
import dev.parley.spend.Spend;
import dev.parley.turn.plan.Plan.Search;
import dev.parley.turn.plan.Plan.Wording;
import dev.parley.understanding.FollowUp;
import dev.parley.understanding.Understood;
import org.jspecify.annotations.Nullable;

/** Chooses wordings to search for: the visitor's, with the previous question, a model's; as far as needed. */
@ApplicationScoped
public class Searching {
    private static final double USUAL_FLOOR = 0.75;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    /** In words; longer ones are seldom names: "The big rucksack". */
    private static final int NAME = 3;

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

    public Plan first(TurnContext about, List<ActionCall> agreed) {
        List<String> texts = new ArrayList<>(List.of(text(about)));
        parts(about).forEach(texts::addAll);
        return new Search(Wording.OWN, texts, null, agreed);
    }

    /** The questions of a message; one without a product also gets the previous one's: "and which size?" */
    private List<List<String>> parts(TurnContext about) {
        List<List<String>> parts = new ArrayList<>();
        String product = "";
        for (String part : QuestionParts.of(text(about))) {
            Optional<String> named = faq.named(about.shop().id(), part);
            boolean leans = named.isEmpty() && !product.isEmpty() && FollowUp.leansOnContext(part, about.language());
            parts.add(leans ? List.of(part, product + "\n" + part) : List.of(part));
            product = named.orElse(product);
        }
        return parts;
    }

    /** The first wording of each part that finds an answer. */
    private static List<FaqFound> best(List<List<String>> parts, List<FaqFound> found) {
        List<FaqFound> best = new ArrayList<>();
        int from = 0;
        for (List<String> wordings : parts) {
            List<FaqFound> own = found.subList(from, from + wordings.size());
            best.add(own.stream().filter(Searching::answers).findFirst().orElse(own.getFirst()));
            from += wordings.size();
        }
        return best;
    }

    /** True if an entry has the visitor's words as a wording. */
    public boolean hasWordForWord(TurnContext about) {
        return faq.hasWordForWord(about.shop().id(), text(about));
    }

    /** Without greetings and thanks. */
    private static String text(TurnContext about) {
        return about.wants() instanceof Understood.Question question ? question.text() : about.exchange().question();
    }

    public Plan next(TurnContext about, Search search, List<FaqFound> found) {
        return switch (search.wording()) {
            case OWN -> afterOwn(about, search, found);
            case IN_CONTEXT -> afterContext(about, search, found);
            case OF_ANOTHER_PRODUCT -> afterSwap(about, search, found.getFirst());
            case ON_PAGE -> afterPage(about, search, found.getFirst());
            case BY_MODEL -> afterModel(about, search, found.getFirst());
        };
    }

    private Plan afterOwn(TurnContext about, Search search, List<FaqFound> found) {
        FaqFound own = found.getFirst();
        List<FaqFound> parts = found.size() == 1
                ? List.of()
                : best(parts(about), found.subList(1, found.size()));
        if (parts.size() > 1 && parts.stream().filter(Searching::answers).count() > 1) {
            return choosing.chooseEach(about, parts);
        }
        if (!search.agreed().isEmpty()) {
            return choosing.choose(about, own, null);
        }
        Optional<String> before = earlier(about);
        if (isVerbatim(own) || (answers(own) && (before.isEmpty() || !leansOnContext(about)))) {
            return settle(about, own, null, search.agreed());
        }
        return before.map(earlier -> inContext(about, earlier, own, search.agreed()))
                .orElseGet(() -> onPage(about, own, search.agreed()));
    }

    private Optional<String> earlier(TurnContext about) {
        return EarlierQuestion.of(about,
                (earlier, text) -> swapped(about, earlier, text, List.of()).orElse(earlier + "\n" + text));
    }

    /** "And the shoes?" swaps the product in the previous question; anything else is appended to it. */
    private Plan inContext(TurnContext about, String before, FaqFound own, List<ActionCall> agreed) {
        // "And in the dryer?" is about a way, not another name of a product.
        List<FaqMatch> nearest = lean(about) == FollowUp.Lean.SAME_QUESTION ? List.of() : own.matches();
        return swapped(about, before, text(about), nearest)
                .map(text -> new Search(Wording.OF_ANOTHER_PRODUCT, List.of(text), own, agreed))
                .orElseGet(() -> behind(about, before, own, agreed));
    }

    private static Search behind(TurnContext about, String before, FaqFound own, List<ActionCall> agreed) {
        return new Search(Wording.IN_CONTEXT, List.of(before + "\n" + text(about), before), own, agreed);
    }

    private static FollowUp.Lean lean(TurnContext about) {
        return FollowUp.lean(text(about), about.language());
    }

    /** {@code nearest} may be empty. */
    private Optional<String> swapped(TurnContext about, String before, String text, List<FaqMatch> nearest) {
        return FollowUp.subject(text, about.language())
                .flatMap(subject -> faq.swapped(about.shop().id(), before, subject,
                        SPACE.splitAsStream(subject).count() <= NAME ? nearest : List.of()));
    }

    /** Tries again with the product on the page. */
    private Plan onPage(TurnContext about, FaqFound own, List<ActionCall> agreed) {
        Optional<String> product = answers(own) || about.thread().page() == null
                ? Optional.empty()
                : faq.viewed(about.shop().id(), new Viewing(about.thread().page(), null), text(about));
        return product
                .<Plan>map(name -> new Search(Wording.ON_PAGE, List.of(name + "\n" + text(about)), own, agreed))
                .orElseGet(() -> settle(about, own, null, agreed));
    }

    private Plan afterSwap(TurnContext about, Search search, FaqFound swapped) {
        FaqFound own = search.known() == null ? swapped : search.known();
        FollowUps.Chosen chosen = FollowUps.swapped(own, swapped, floor(about));
        Optional<String> before = chosen.inContext() ? Optional.empty() : earlier(about);
        // It was no product's name.
        return before.<Plan>map(earlier -> behind(about, earlier, own, search.agreed()))
                .orElseGet(() -> settle(about, chosen, search.agreed()));
    }

    private Plan afterPage(TurnContext about, Search search, FaqFound together) {
        FaqFound own = search.known() == null ? together : search.known();
        return settle(about, FollowUps.onPage(own, together, floor(about)), search.agreed());
    }

    private Plan settle(TurnContext about, FollowUps.Chosen chosen, List<ActionCall> agreed) {
        return settle(about, chosen.found(), chosen.inContext() ? "context" : null, agreed);
    }

    private double floor(TurnContext about) {
        return faq.floor(about.shop().id(), text(about)).map(ScoreFloor::cosine).orElse(USUAL_FLOOR);
    }

    private Plan afterContext(TurnContext about, Search search, List<FaqFound> found) {
        FaqFound own = search.known() == null ? found.getFirst() : search.known();
        FollowUps.Chosen chosen = FollowUps.choose(leanOnTopic(about), own, found.get(1), found.get(0),
                floor(about), entry -> faq.known(about.shop().id(), subject(about), entry));
        return chosen.inContext()
                ? settle(about, chosen.found(), "context", search.agreed())
                : onPage(about, own, search.agreed());
    }

    /** "And the jacket?" repeats a question, even one without a product: "How long may I send things back?" */
    private FollowUp.Lean leanOnTopic(TurnContext about) {
        FollowUp.Lean lean = lean(about);
        boolean another = lean == FollowUp.Lean.CONTEXT && FollowUp.subject(text(about), about.language())
                .flatMap(subject -> faq.named(about.shop().id(), subject)).isPresent();
        return another ? FollowUp.Lean.SAME_OF_PRODUCT : lean;
    }

    /** Without "and" or "what about". */
    private static String subject(TurnContext about) {
        return FollowUp.subject(text(about), about.language()).orElse(text(about));
    }

    private static boolean leansOnContext(TurnContext about) {
        return FollowUp.leansOnContext(text(about), about.language());
    }

    private static boolean isVerbatim(FaqFound found) {
        return answers(found) && found.matches().getFirst().signals().verbatim();
    }

    /** Has a model rewrite a question without a confident answer that says little alone. */
    private Plan settle(TurnContext about, FaqFound found, @Nullable String by, List<ActionCall> agreed) {
        boolean sure = answers(found) && by == null && found.corrections().isEmpty() && !leansOnEarlier(about);
        if (!sure && isUnclear(about, found) && lanes.of(about.shop()).usable()
                && spend.savingLevel(about.shop()) == SavingLevel.FULL) {
            Optional<Plan> rewrite = prompts.rewrite(about, entriesLanguage(about, found), found, agreed);
            if (rewrite.isPresent()) {
                return rewrite.get();
            }
        }
        return choosing.choose(about, found, by);
    }

    private static boolean leansOnEarlier(TurnContext about) {
        return leansOnContext(about) && EarlierQuestion.isThere(about);
    }

    /** Depends on context, has typing errors, or is in another language than most entries. */
    private boolean isUnclear(TurnContext about, FaqFound found) {
        return EarlierQuestion.isThere(about) || leansOnPage(about) || !found.corrections().isEmpty()
                || isForeign(about, found);
    }

    private static boolean leansOnPage(TurnContext about) {
        return about.thread().page() != null && leansOnContext(about);
    }

    /** Undecided without any result. */
    private boolean isForeign(TurnContext about, FaqFound found) {
        Optional<Language> nearest = found.matches().stream().findFirst()
                .map(match -> Language.of(match.entry().locale()));
        Optional<Language> main = faq.mainLanguage(about.shop().id()).map(Language::new);
        return main.isPresent()
                && !(main.equals(Optional.of(about.language())) && nearest.equals(Optional.of(about.language())));
    }

    /** The language of the context's results, else of most entries. */
    private String entriesLanguage(TurnContext about, FaqFound found) {
        Optional<String> nearest = found.matches().stream().findFirst().map(match -> match.entry().locale());
        Optional<String> main = faq.mainLanguage(about.shop().id());
        return (leansOnEarlier(about) ? nearest.or(() -> main) : main.or(() -> nearest))
                .orElse(about.shop().settings().locale());
    }

    public Plan rewritten(TurnContext about, Plan.Rewrite rewrite, @Nullable String question) {
        // A model that repeats the visitor adds nothing.
        boolean same = question == null || question.equals(rewrite.found().searchedFor())
                || question.strip().equalsIgnoreCase(text(about).strip());
        return same
                ? choosing.choose(about, rewrite.found(), null)
                : new Search(Wording.BY_MODEL, List.of(question), rewrite.found(), rewrite.agreed());
    }

    /** The model's wording wins, unless only the visitor's own found an answer. */
    private Plan afterModel(TurnContext about, Search search, FaqFound byModel) {
        FaqFound known = search.known();
        return known != null && answers(known) && !answers(byModel)
                ? choosing.choose(about, known, null)
                : choosing.choose(about, byModel, "model");
    }

    private static boolean answers(FaqFound found) {
        return !found.matches().isEmpty() && found.matches().getFirst().verdict() == Verdict.ANSWER;
    }
}
