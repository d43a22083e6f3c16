package dev.parley.assistant;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.assistant.Wordings.Other;
import dev.parley.assistant.Wordings.Proposal;
import dev.parley.desk.Unanswered;
import dev.parley.faq.FaqEntry;
import dev.parley.faq.FaqStore;
import dev.parley.faq.FaqTrials;
import dev.parley.faq.FaqTrials.Gain;
import dev.parley.lane.Completion;
import dev.parley.lane.ModelQuestion;
import dev.parley.lane.PaidCalls;
import dev.parley.lane.ShopLanes;
import dev.parley.language.Detected;
import dev.parley.language.Language;
import dev.parley.language.LanguageDetector;
import dev.parley.model.AnswerFormat;
import dev.parley.model.ChatRequest;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.prompt.PromptConfig;
import dev.parley.prompt.WordingsInput;
import dev.parley.prompt.WordingsPrompt;
import dev.parley.spend.Call;
import dev.parley.spend.Purpose;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Tenants;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Proposes wordings from unanswered questions and a model, with their predicted gain. Saves nothing. */
@ApplicationScoped
public class WordingProposals {
    /** Somebody waits for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final Duration LIMIT = Duration.ofSeconds(25);
    /** The most frequent unanswered questions of a shop. */
    private static final int UNANSWERED = 1_000;
    private static final int MAX_OF_VISITORS = 10;
    /** Each is searched for once per wording. */
    private static final int TRIED = 12;
    private static final int LONGEST_QUESTION = 120;
    private static final int ENOUGH_WORDINGS = 5;

    private final FaqStore faq;
    private final FaqTrials trials;
    private final Unanswered unanswered;
    private final Tenants tenants;
    private final ShopLanes lanes;
    private final PaidCalls calls;
    private final WordingsPrompt prompts;
    private final PromptConfig config;
    private final LanguageDetector languages;
    private final Ids ids;

    WordingProposals(FaqStore faq, FaqTrials trials, Unanswered unanswered, Tenants tenants, ShopLanes lanes,
            PaidCalls calls, WordingsPrompt prompts, PromptConfig config, LanguageDetector languages, Ids ids) {
        this.faq = faq;
        this.trials = trials;
        this.unanswered = unanswered;
        this.tenants = tenants;
        this.lanes = lanes;
        this.calls = calls;
        this.prompts = prompts;
        this.config = config;
        this.languages = languages;
        this.ids = ids;
    }

    /** @param asked unanswered questions, nearest first, then most frequent */
    private record Case(Tenant shop, FaqEntry entry, List<Unanswered.Question> asked) {
        WordingsInput input() {
            return new WordingsInput(shop.name(), entry.locale(), entry.question(), entry.answer(), entry.variants());
        }

        /** Short questions without personal data. */
        List<Unanswered.Question> fit() {
            return asked.stream().filter(each -> isFit(each.text())).toList();
        }

        private static boolean isFit(String text) {
            return text.indexOf('\n') < 0 && text.codePointCount(0, text.length()) <= LONGEST_QUESTION
                    && text.codePoints().anyMatch(Character::isLetter) && !PersonalData.mayBeIn(text);
        }
    }

    /** A model's result, or why there is none. */
    private record Written(List<String> wordings, @Nullable String model, @Nullable String cost,
            @Nullable String trouble) {
        static Written none(String trouble) {
            return new Written(List.of(), null, null, trouble);
        }
    }

    /** Fails only if the entry does not exist; without a model, visitors' questions remain. */
    public Uni<Wordings> propose(TenantId id, UUID entry) {
        return tenants.byId(id).onItem().ifNull().failWith(() -> ParleyException.notFound("shop"))
                .chain(shop -> faq.get(id, entry).chain(found -> unanswered.list(id, UNANSWERED)
                        .map(asked -> new Case(shop, found, nearest(asked, entry)))))
                .chain(about -> written(about).chain(written -> proposed(about, written)));
    }

    private static List<Unanswered.Question> nearest(List<Unanswered.Question> asked, UUID entry) {
        return asked.stream().filter(each -> each.closest() != null && each.closest().id().equals(entry)).toList();
    }

    private Uni<Written> written(Case about) {
        if (!lanes.of(about.shop()).usable()) {
            return Uni.createFrom().item(Written.none("no_model"));
        }
        Optional<ModelQuestion> question = question(about);
        return question.isEmpty()
                ? Uni.createFrom().item(Written.none("window_too_small"))
                : calls.complete(question.get(), about.entry().question(), PATIENCE, LIMIT)
                        .map(said -> read(said, about));
    }

    private Optional<ModelQuestion> question(Case about) {
        Tenant shop = about.shop();
        return prompts.assemble(about.input(), lanes.window(shop).orElse(config.window())).map(prompt -> {
            // No visitor is involved, so there is no safety identifier.
            ChatRequest request = new ChatRequest(ids.next() + ".1",
                    prompt.messages().stream().map(Copilot::toChat).toList(), prompt.maxAnswerTokens(), null)
                    .writing(new AnswerFormat("wordings", WordingsPrompt.SCHEMA));
            return new ModelQuestion(lanes.of(shop), request, new Call(shop, null, null, 1, Purpose.WORDINGS,
                    lanes.names(shop), prompt.promptTokens(), prompt.maxAnswerTokens()));
        });
    }

    private Written read(Completion said, Case about) {
        String cost = said.cost() == null ? null : said.cost().cost().toString();
        if (said.trouble() != null) {
            String code = switch (said.trouble()) {
                case UNAFFORDABLE -> said.code();
                case FLAGGED -> "flagged";
                case FAILED -> "model_failed";
            };
            return new Written(List.of(), null, cost, code);
        }
        List<String> wordings = WordingsPrompt.read(said.text(), about.input()).stream()
                .filter(each -> !isForeign(each, about.entry().locale())).toList();
        return new Written(wordings, said.model(), cost, wordings.isEmpty() ? "model_failed" : null);
    }

    /** Small models tend to answer in English. */
    private boolean isForeign(String wording, String locale) {
        Language wanted = Language.of(locale);
        Detected detected = languages.detect(wording, wanted);
        return wanted != null && detected.sure() && !detected.language().equals(wanted);
    }

    private Uni<Wordings> proposed(Case about, Written written) {
        Map<String, Integer> asked = new HashMap<>();
        List<String> visitors = about.fit().stream().limit(MAX_OF_VISITORS).map(Unanswered.Question::text).toList();
        about.fit().forEach(each -> asked.put(each.text(), each.count()));
        List<String> models = written.wordings().stream()
                .filter(each -> visitors.stream().noneMatch(each::equalsIgnoreCase)).toList();
        List<String> tried = about.fit().stream().limit(TRIED).map(Unanswered.Question::text).toList();
        return trials
                .gains(about.shop().id(), about.entry(), Stream.concat(visitors.stream(), models.stream()).toList(),
                        tried)
                .map(gains -> new Wordings(gains.stream().map(gain -> proposal(gain, about.entry(), asked))
                        .filter(each -> each.asked() == null || !each.now().equals("found"))
                        .sorted(BEST_FIRST).toList(), about.asked().size(), written.model(), written.cost(),
                        written.trouble()));
    }

    /** Wordings that are already found, or that belong to another entry, come last. */
    private static final Comparator<Proposal> BEST_FIRST = Comparator
            .comparingInt((Proposal each) -> List.of("not_found", "taken", "found").indexOf(each.now()))
            .thenComparing(Comparator.comparingInt(Proposal::alsoFound).reversed())
            .thenComparingInt(each -> each.asked() == null ? 0 : -each.asked());

    private static Proposal proposal(Gain gain, FaqEntry entry, Map<String, Integer> asked) {
        FaqEntry now = gain.now();
        boolean taken = now != null && !now.id().equals(entry.id());
        Boolean after = gain.after();
        Integer count = asked.get(gain.wording());
        long others = gain.alsoFound().stream().filter(each -> !each.equals(gain.wording())).count();
        return new Proposal(gain.wording(), count == null ? "model" : "visitors", count,
                now == null ? "not_found" : taken ? "taken" : "found",
                now != null && taken ? new Other(now.id(), now.question()) : null,
                after == null ? null : after ? "found" : "not_found", (int) others);
    }

    /** Most unanswered questions first, then fewest wordings. */
    public Uni<List<NeedyEntry>> needy(TenantId id, int limit) {
        return unanswered.list(id, UNANSWERED).map(asked -> {
            Map<UUID, Integer> inVain = new HashMap<>();
            asked.forEach(each -> {
                if (each.closest() != null) {
                    inVain.merge(each.closest().id(), each.count(), Integer::sum);
                }
            });
            return faq.visible(id).stream()
                    .map(entry -> new NeedyEntry(entry.id(), entry.question(), entry.locale(),
                            entry.variants().size(), inVain.getOrDefault(entry.id(), 0)))
                    .filter(entry -> entry.askedInVain() > 0 || entry.wordings() < ENOUGH_WORDINGS)
                    .sorted(Comparator.comparingInt(NeedyEntry::askedInVain).reversed()
                            .thenComparingInt(NeedyEntry::wordings).thenComparing(NeedyEntry::question))
                    .limit(limit).toList();
        });
    }
}
