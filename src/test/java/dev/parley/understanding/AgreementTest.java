package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words beside a yes leave it a confirmation. */
class AgreementTest {
    private static final String ONE = "Cancel order A-1?";
    private static final String TWO = """
            I can do this for you:

            - Cancels the order (number: A-1)
            - Cancels the order (number: A-2)

            Shall I? Please answer "yes" or "no".""";

    @ParameterizedTest
    @ValueSource(strings = {"Yes, cancel it now", "Yes A-1", "YES PLEASE CANCEL IT NOW", "Yes, cancel order A-1",
            "ok, cancel it", "Yes. Cancel it please.", "yes cancel my order",
            "Yes, cancel the order right away, thanks",
            "Sure, cancel A-1!"})
    void yesInTheQuestionsOwnWords_agrees(String said) {
        assertThat(Agreement.agrees(said, ONE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes, but A-2 instead", "Yes, cancel A-2", "Yes, cancel order A-2", "yes, cancel it?",
            "yes, not A-1", "yes, cancel it tomorrow", "yes, but only the first", "yes no",
            "Yes, cancel it after Friday",
            "Yes, cancel it and refund me", "Yes, cancel it. How long does a refund take?", "cancel it",
            "cancel order A-1",
            "yes, don't cancel", "yes, do not cancel it", "Yes, never cancel it", "yes, keep order A-1", "ok but wait",
            "Yes, cancel order A-11", "yes, cancel order A-1 or A-2", "", "?"})
    void yesThatSaysMore_isAskedAgain(String said) {
        assertThat(Agreement.agrees(said, ONE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ja bitte, stornieren              | Soll ich die Bestellung A-1 stornieren?
            Ja, stornieren Sie sie sofort     | Soll ich die Bestellung A-1 stornieren?
            Ja, storniere meine Bestellung    | Soll ich die Bestellung A-1 stornieren?
            oui, annulez ma commande          | Annuler la commande A-1 ? Annulez ou gardez.
            Sí, cancele mi pedido ahora       | ¿Cancelo el pedido A-1? Si cancele, no hay vuelta.
            Sì, annulla subito l'ordine A-1   | Vuole che annulli l'ordine A-1? annulla o no
            да, отмените заказ сейчас         | Отменить заказ A-1? Если отмените, вернуть нельзя.
            是的，取消订单                        | 要取消订单 A-1 吗？
            はい、キャンセルしてください                 | 注文 A-1 をキャンセルしてよろしいですか。
            네, 취소해 주세요                    | 주문 A-1을 취소할까요?
            """)
    void yesOfAnyLanguage_agrees(String said, String question) {
        assertThat(Agreement.agrees(said, question)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ja, aber nicht stornieren         | Soll ich die Bestellung A-1 stornieren?
            Ja, erst morgen stornieren        | Soll ich die Bestellung A-1 stornieren?
            ja, nur A-1                       | Soll ich A-1 und A-2 stornieren? Nur A-1 kostet nichts.
            oui, mais pas la commande         | Annuler la commande A-1 ? Elle ne sera pas rétablie, mais gratuite.
            sí, no cancele el pedido          | ¿Quiere que no cancele el pedido A-1?
            是的，不取消订单                       | 要取消订单 A-1 吗？取消后不可恢复。
            да, не отменять                   | Отменить заказ A-1? Потом не отменять.
            네, 취소하지 말아 주세요               | 주문 A-1을 취소할까요?
            """)
    void yesWithALimit_isAskedAgain(String said, String question) {
        assertThat(Agreement.agrees(said, question)).isFalse();
    }

    @Test
    void partOfWhatIsListed_doesNotAgreeToAll() {
        assertThat(Agreement.agrees("Yes, cancel A-1", TWO)).isFalse();
        assertThat(Agreement.agrees("Yes, number 2", TWO)).isFalse();
        assertThat(Agreement.agrees("Yes, the order A-1 please", TWO)).isFalse();
    }

    @Test
    void wordsOfAllThatIsListed_agree() {
        assertThat(Agreement.agrees("Yes, cancel them now", TWO)).isTrue();
        assertThat(Agreement.agrees("Yes, cancel these orders", TWO)).isTrue();
    }

    @Test
    void partOfQuestionsOfTheirOwn_doesNotAgreeToAll() {
        String question = "Cancel order A-1?\n\nRefund order A-1?";

        assertThat(Agreement.agrees("Yes, cancel it", question)).isFalse();
        assertThat(Agreement.agrees("Yes, order A-1", question)).isTrue();
    }
}
