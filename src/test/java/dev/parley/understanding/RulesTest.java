package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.parley.language.Language;
import dev.parley.understanding.Understood.Question;
import dev.parley.understanding.Understood.Reply;
import dev.parley.understanding.Understood.SmallTalk;
import dev.parley.understanding.Understood.WantsPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples are in {@code understanding/*.txt}, one a line. */
class RulesTest {
    private static final Language GERMAN = new Language("de");

    /** A message with the notes before it in the file. */
    record Example(List<String> told, String message) {
        @Override
        public String toString() {
            return message;
        }
    }

    /** Detected as English unless "da:" precedes it, so the words themselves must identify the language. */
    @ParameterizedTest
    @MethodSource
    void courtesy_isSmallTalkInItsOwnLanguage(Example example) {
        boolean detected = example.message().matches("[a-z]{2}:.*");
        String message = detected ? example.message().substring(3) : example.message();
        Language language = detected ? new Language(example.message().substring(0, 2)) : Language.ENGLISH;

        Understood understood = understand(message, Offer.NONE, language);

        assertThat(understood).isEqualTo(new SmallTalk(new Language(example.told().getLast()),
                SmallTalk.Kind.valueOf(example.told().getFirst())));
    }

    static Stream<Example> courtesy_isSmallTalkInItsOwnLanguage() {
        return examples("courtesy");
    }

    @ParameterizedTest
    @MethodSource
    void courtesyWithSomethingElse_isAQuestion(Example example) {
        assertThat(understand(example.message(), Offer.NONE, Language.ENGLISH)).isInstanceOf(Question.class);
    }

    static Stream<Example> courtesyWithSomethingElse_isAQuestion() {
        return examples("questions");
    }

    @ParameterizedTest
    @MethodSource
    void wishForAPerson_isHeard(Example example) {
        assertThat(understand(example.message(), Offer.NONE, Language.ENGLISH)).isInstanceOfSatisfying(
                WantsPerson.class, wish -> assertThat(wish.asked()).isTrue());
    }

    static Stream<Example> wishForAPerson_isHeard() {
        return examples("wishes");
    }

    @Test
    void callIntoTheRoom_opensAConversation_orAsksForAPersonInOne() {
        assertThat(understand("Hello? Anybody there?", Offer.NONE, Language.ENGLISH)).isInstanceOf(SmallTalk.class);
        assertThat(understand("anybody there?", Offer.NONE, Language.ENGLISH)).isInstanceOf(WantsPerson.class);
        assertThat(Rules.understand(new OpenMessages(List.of("Hallo? Ist da jemand?"),
                List.of("wo ist mein paket"), Offer.NONE, GERMAN))).isInstanceOf(WantsPerson.class);
    }

    @Test
    void callBack_isAWishOnlyWhereItIsAskedFor_andInOneLanguage() {
        assertThat(understand("could you ring me back", Offer.NONE, Language.ENGLISH)).isInstanceOf(WantsPerson.class);
        // "will" is German for "want".
        assertThat(understand("will the driver ring me", Offer.NONE, Language.ENGLISH)).isInstanceOf(Question.class);
    }

    @ParameterizedTest
    @MethodSource
    void talkOfPersons_isAQuestion(Example example) {
        assertThat(understand(example.message(), Offer.NONE, Language.ENGLISH)).isInstanceOf(Question.class);
    }

    static Stream<Example> talkOfPersons_isAQuestion() {
        return examples("false-alarms");
    }

    @ParameterizedTest
    @MethodSource
    void afterAnOffer_yesAndNoAreReplies(Example example) {
        for (Offer offer : List.of(Offer.PERSON, Offer.ACTION)) {
            Understood understood = understand(example.message(), offer, Language.ENGLISH);

            switch (example.told().getFirst()) {
                case "yes" -> assertThat(understood).isInstanceOfSatisfying(Reply.class,
                        reply -> assertThat(reply.yes()).isTrue());
                case "no" -> assertThat(understood).isInstanceOfSatisfying(Reply.class,
                        reply -> assertThat(reply.yes()).isFalse());
                default -> assertThat(understood).isNotInstanceOfAny(Reply.class, WantsPerson.class);
            }
        }
    }

    static Stream<Example> afterAnOffer_yesAndNoAreReplies() {
        return examples("replies");
    }

    @ParameterizedTest
    @MethodSource
    void angerIsTold(Example example) {
        Language language = new Language(example.told().getLast());

        Understood understood = understand(example.message(), Offer.NONE, language);

        boolean angry = example.told().getFirst().equals("angry");
        assertThat(understood).isInstanceOfSatisfying(Question.class,
                question -> assertThat(question.upset()).isEqualTo(angry));
    }

    static Stream<Example> angerIsTold() {
        return examples("temper");
    }

    @Test
    void secondAngryMessageOfThree_callsForAPerson() {
        OpenMessages heard = new OpenMessages(List.of("This is ridiculous!"),
                List.of("you are useless", "Where is my parcel?"), Offer.NONE, Language.ENGLISH);

        Understood understood = Rules.understand(heard);

        assertThat(understood).isEqualTo(new WantsPerson(Language.ENGLISH, false, true));
    }

    @Test
    void angerLongAgo_callsForNobody() {
        OpenMessages heard = new OpenMessages(List.of("This is ridiculous!"),
                List.of("you are useless", "Where is my parcel?", "And the jacket?"), Offer.NONE, Language.ENGLISH);

        Understood understood = Rules.understand(heard);

        assertThat(understood).isEqualTo(new Question(Language.ENGLISH, "This is ridiculous!", false, true));
    }

    @Test
    void angryWishForAPerson_saysBoth() {
        assertThat(understand("you are useless, get me a human", Offer.NONE, Language.ENGLISH))
                .isEqualTo(new WantsPerson(Language.ENGLISH, true, true));
    }

    @Test
    void greetingAndThanksAroundAQuestion_areNotSearchedFor() {
        Understood understood = understand("Hello Anna! Where is my parcel? Thanks, Tom", Offer.NONE,
                Language.ENGLISH);

        assertThat(understood).isEqualTo(new Question(Language.ENGLISH, "Where is my parcel?", false, false));
    }

    @Test
    void severalOpenMessages_areOneWish() {
        OpenMessages heard = new OpenMessages(List.of("hi", "how long do refunds take?", "and exchanges", "thanks"),
                List.of(),
                Offer.NONE, Language.ENGLISH);

        Understood understood = Rules.understand(heard);

        assertThat(understood)
                .isEqualTo(new Question(Language.ENGLISH, "how long do refunds take?\nand exchanges", false, false));
    }

    @Test
    void questionWhatTheBotIs_isMarked() {
        assertThat(understand("Are you a human?", Offer.NONE, Language.ENGLISH))
                .isEqualTo(new Question(Language.ENGLISH, "Are you a human?", true, false));
    }

    @Test
    void thumbsUp_isYesToAnOfferOnly() {
        assertThat(understand("👍", Offer.ACTION, GERMAN)).isEqualTo(new Reply(GERMAN, true));
        assertThat(understand("👍", Offer.NONE, GERMAN))
                .isEqualTo(new SmallTalk(GERMAN, SmallTalk.Kind.ACKNOWLEDGEMENT));
    }

    @Test
    void wordOfTwoLanguages_isTakenInTheDetectedOne() {
        assertThat(understand("tak", Offer.PERSON, new Language("pl"))).isEqualTo(new Reply(new Language("pl"), true));
        assertThat(understand("tak", Offer.PERSON, new Language("da")))
                .isEqualTo(new SmallTalk(new Language("da"), SmallTalk.Kind.THANKS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "Ja.", "ja!", "jep", "oui", "да", "好的", "sí"})
    void yesInALanguageThatNobodyExpected_isAYes(String text) {
        for (Offer offer : List.of(Offer.PERSON, Offer.ACTION)) {
            for (Language heard : List.of(Language.ENGLISH, new Language("fi"), new Language("fr"))) {
                assertThat(understand(text, offer, heard)).as("%s heard as %s", offer, heard)
                        .isInstanceOfSatisfying(Reply.class, reply -> assertThat(reply.yes()).isTrue());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes?", "OK??", "ja?", "yes, really?", "да?"})
    void yesInDoubt_isNoConsentToAnAction(String text) {
        assertThat(understand(text, Offer.ACTION, Language.ENGLISH)).isInstanceOf(Question.class);
    }

    @Test
    void noInDoubt_staysANo() {
        assertThat(understand("no?", Offer.ACTION, Language.ENGLISH)).isEqualTo(new Reply(Language.ENGLISH, false));
    }

    @Test
    void emptyMessage_isAQuestion() {
        assertThat(understand("", Offer.PERSON, Language.ENGLISH)).isInstanceOf(Question.class);
        assertThat(understand("?!", Offer.NONE, Language.ENGLISH)).isInstanceOf(Question.class);
    }

    private static Understood understand(String message, Offer offer, Language language) {
        return Rules.understand(new OpenMessages(List.of(message), List.of(), offer, language));
    }

    static Stream<Example> examples(String file) {
        return lines(file).map(line -> List.of(line.split(" \\| ")))
                .map(parts -> new Example(parts.subList(0, parts.size() - 1), parts.getLast()));
    }

    static Stream<String> lines(String file) {
        try (InputStream text = Objects
                .requireNonNull(RulesTest.class.getResourceAsStream("/understanding/" + file + ".txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
