package dev.parley.turn.plan;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.action.ActionCall;
import dev.parley.conversation.Author;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationThread;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.answer.Answers;
import dev.parley.conversation.answer.BotTurns;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.faq.FaqFound;
import dev.parley.faq.FaqQuery;
import dev.parley.faq.FaqSearch;
import dev.parley.faq.search.Viewing;
import dev.parley.handoff.HandoffSettings;
import dev.parley.handoff.HandoffSettingsStore;
import dev.parley.language.Language;
import dev.parley.language.LanguageDetector;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.Tenants;
import dev.parley.understanding.Agreement;
import dev.parley.understanding.Offer;
import dev.parley.understanding.OpenMessages;
import dev.parley.understanding.Rules;
import dev.parley.understanding.Understood;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Reads the input of an answer: the end of the conversation, its shop, and FAQ results. */
@ApplicationScoped
public class TurnContextReader {
    private static final int REMEMBERED_MESSAGES = 30;
    /** Per wording; a follow-up's entry may rank low for one of them. */
    private static final int ENTRIES = 20;
    private static final BotTurns NO_TURNS = new BotTurns(0, 0);

    private final Conversations conversations;
    private final Tenants tenants;
    private final FaqSearch faq;
    private final AvailableActions actions;
    private final HandoffSettingsStore handoffs;
    private final Answers answers;
    private final LanguageDetector languages;

    TurnContextReader(Conversations conversations, Tenants tenants, FaqSearch faq, AvailableActions actions,
            HandoffSettingsStore handoffs,
            Answers answers, LanguageDetector languages) {
        this.conversations = conversations;
        this.tenants = tenants;
        this.faq = faq;
        this.actions = actions;
        this.handoffs = handoffs;
        this.answers = answers;
        this.languages = languages;
    }

    /** False until the FAQ can be searched; no answer should begin before. */
    public boolean ready() {
        return faq.ready();
    }

    public Uni<TurnContext> read(RunningAnswer answer) {
        if (!ready()) {
            return Uni.createFrom().failure(new ParleyException(ParleyException.Kind.UNAVAILABLE, "faq_not_ready",
                    "The FAQ is being indexed. The answer follows as soon as it is."));
        }
        return handoffs.recent(answer.tenant())
                .chain(settings -> Uni.combine().all()
                        .unis(tenant(answer),
                                conversations.thread(answer.tenant(), answer.conversation(), REMEMBERED_MESSAGES),
                                turns(answer, settings), actions.begunFor(answer))
                        .with((shop, thread, turns, begun) -> new Read(shop, thread, settings, turns, begun)))
                .chain(read -> actions.boxFor(answer.tenant(), read.thread().visitor())
                        .map(box -> toCase(answer, read, box)));
    }

    private record Read(Tenant shop, ConversationThread thread, HandoffSettings handoffs, BotTurns turns,
            List<ActionCall> begun) {}

    /** Counted only if a rule of the shop needs it, and there was a turn before. */
    private Uni<BotTurns> turns(RunningAnswer answer, HandoffSettings settings) {
        boolean first = answer.firstQuestionSeq() == 1;
        return first || (settings.maxBotTurns() == null && settings.afterUnanswered() == 0)
                ? Uni.createFrom().item(NO_TURNS)
                : answers.turns(answer.tenant(), answer.conversation());
    }

    private TurnContext toCase(RunningAnswer answer, Read read, Toolbox box) {
        Exchange exchange = Exchange.of(read.thread().lines(), answer);
        Offer offer = offer(exchange, box);
        // A transcript's language is more reliable than a detection in short text.
        String heard = exchange.spokenIn();
        Language spoken = languages
                .detect(exchange.question(), Language.of(heard == null ? read.thread().locale() : heard)).language();
        Understood wants = understand(exchange, exchange.questions(), offer, spoken);
        return new TurnContext(answer, read.shop(), read.thread(), exchange, box, wants, offer, read.handoffs(),
                read.turns(),
                !(wants instanceof Understood.Reply) && isYesFirst(exchange, offer, spoken), read.begun());
    }

    private static Understood understand(Exchange exchange, List<String> texts, Offer offer, Language spoken) {
        return Rules.understand(new OpenMessages(texts, exchange.earlierQuestions(), offer, spoken));
    }

    /** "yes", then "where is my parcel?": the yes stands unless a no follows. */
    private static boolean isYesFirst(Exchange exchange, Offer offer, Language spoken) {
        List<String> texts = exchange.questions();
        if (offer != Offer.ACTION || texts.isEmpty()) {
            return false;
        }
        String asked = exchange.lastAnswer().map(ConversationThread.Line::text).orElse("");
        boolean yes = Agreement.agrees(texts.getFirst(), asked)
                || (texts.size() > 1 && replies(exchange, texts.getFirst(), spoken, true));
        return yes && texts.stream().noneMatch(text -> replies(exchange, text, spoken, false));
    }

    private static boolean replies(Exchange exchange, String text, Language spoken, boolean yes) {
        return understand(exchange, List.of(text), Offer.ACTION, spoken) instanceof Understood.Reply reply
                && reply.yes() == yes;
    }

    /** An unanswered end offers a person; with actions, one may wait for consent. */
    private static Offer offer(Exchange exchange, Toolbox box) {
        Finish last = exchange.lastAnswer().map(ConversationThread.Line::finish).orElse(null);
        boolean person = last == Finish.NO_ANSWER || last == Finish.OFFER || last == Finish.CONTENT_FILTER
                || last == Finish.INTERRUPTED;
        if (person) {
            return Offer.PERSON;
        }
        return box.isEmpty() || exchange.lastAnswer().isEmpty() ? Offer.NONE : Offer.ACTION;
    }

    /** For a past answer, as of then, without actions and without a person. */
    public Uni<TurnContext> readAsItWas(RunningAnswer answer) {
        return Uni.combine().all()
                .unis(tenant(answer), conversations.get(answer.tenant(), answer.conversation()),
                        conversations.messagesBefore(answer.tenant(), answer.conversation(), answer.questionSeq() + 1,
                                REMEMBERED_MESSAGES))
                .with((shop, conversation, before) -> new Read(shop, asItWas(conversation, before),
                        HandoffSettings.DEFAULT.withoutHandoff(), NO_TURNS, List.of()))
                .map(read -> toCase(answer, read, Toolbox.EMPTY));
    }

    private Uni<Tenant> tenant(RunningAnswer answer) {
        return tenants.byId(answer.tenant()).map(shop -> {
            if (shop == null || shop.suspended()) {
                throw new ParleyException(ParleyException.Kind.UNAVAILABLE, "shop_closed",
                        "The shop is suspended or deleted. The answer follows should it come back.");
            }
            return shop;
        });
    }

    private static ConversationThread asItWas(Conversation conversation, List<Message> before) {
        return new ConversationThread(conversation.visitor(), conversation.locale(), conversation.page(),
                lines(before), null, false);
    }

    private static List<ConversationThread.Line> lines(List<Message> messages) {
        return messages.stream().map(each -> new ConversationThread.Line(each.seq(), each.author(), each.text(),
                each.author() == Author.BOT ? Finish.ofWire(each.finish()) : null,
                each.recording() == null ? null : each.recording().language())).toList();
    }

    /** In the order of the texts. */
    public Uni<List<FaqFound>> search(TurnContext about, List<String> texts) {
        Viewing viewing = new Viewing(about.thread().page(), null);
        return Multi.createFrom().iterable(texts)
                .onItem()
                .transformToUniAndConcatenate(text -> faq.find(about.shop().id(),
                        new FaqQuery(text, ENTRIES, about.thread().locale(), null, viewing)))
                .collect().asList();
    }
}
