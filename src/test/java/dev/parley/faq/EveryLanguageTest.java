package dev.parley.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import dev.parley.embedding.LocalModel;
import dev.parley.embedding.SentenceModel;
import dev.parley.embedding.Vector;
import dev.parley.faq.search.FaqMatch;
import dev.parley.faq.search.IndexedEntry.Meaning;
import dev.parley.faq.search.Question;
import dev.parley.faq.search.ScoreFloor;
import dev.parley.faq.search.StoreIndex;
import dev.parley.faq.search.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** A shop in one language, without a model, searched in this language. */
class EveryLanguageTest {
    private static final SentenceModel ENGLISH = new SentenceModel(LocalModel.ENGLISH);

    /**
     * In one language: questions about the time for returns, shipping costs, an invoice and a damaged parcel, then
     * questions that no shop is asked.
     */
    record Shop(String language, List<String> questions, List<String> foreign) {}

    static final List<Shop> SHOPS = List.of(
            shop("de", "Wie lange kann ich Ware zurückgeben?|Was kostet der Versand?|Wo finde ich meine Rechnung?"
                    + "|Mein Paket ist beschädigt angekommen",
                    "Wer gewann 1990 die Fußballweltmeisterschaft?"
                            + "|Wie hoch ist der Mont Blanc?"),
            shop("fr", "Sous quel délai puis-je retourner un article ?|Combien coûte la livraison ?"
                    + "|Où trouver ma facture ?|Mon colis est arrivé endommagé",
                    "Qui a gagné la coupe du monde en 1998 ?|Quelle est la hauteur du mont Blanc ?"),
            shop("ru",
                    "Сколько дней есть на возврат?|Сколько стоит доставка?|Где найти счёт?|Посылка пришла повреждённой",
                    "Кто выиграл чемпионат мира по футболу?|Какая высота Эльбруса?"),
            shop("ar", "كم يوما لدي لإرجاع المنتج؟|كم تكلفة الشحن؟|أين أجد فاتورتي؟|وصل الطرد تالفا",
                    "من فاز بكأس العالم لكرة القدم؟|ما هو ارتفاع جبل إيفرست؟"),
            shop("ja", "返品方法|送料はいくらですか|領収書はもらえますか|商品が壊れて届きました", "富士山の高さはどれくらいですか|明日の天気を教えてください"),
            shop("ko", "반품은 며칠 안에 할 수 있나요?|배송비는 얼마인가요?|영수증은 어디에서 받나요?|상품이 파손되어 도착했어요",
                    "한라산의 높이는 얼마나 되나요?|월드컵에서 누가 이겼나요?"),
            shop("th", "ฉันคืนสินค้าได้ภายในกี่วัน|ค่าจัดส่งเท่าไหร่|ใบเสร็จอยู่ที่ไหน|พัสดุมาถึงในสภาพเสียหาย",
                    "ใครชนะฟุตบอลโลก|ภูเขาเอเวอเรสต์สูงแค่ไหน"),
            shop("he", "כמה ימים יש לי להחזיר מוצר?|כמה עולה המשלוח?|איפה אני מוצא את החשבונית?|החבילה הגיעה פגומה",
                    "מי זכה בגביע העולם בכדורגל?|מה הגובה של הר החרמון?"),
            shop("hi",
                    "मैं सामान कितने दिनों में वापस कर सकता हूँ?|डिलीवरी का शुल्क कितना है?|मेरा बिल कहाँ मिलेगा?|पार्सल टूटा हुआ पहुँचा",
                    "फुटबॉल विश्व कप किसने जीता?|एवरेस्ट की ऊँचाई क्या है?"),
            shop("el", "Πόσες μέρες έχω για επιστροφή;|Πόσο κοστίζει η αποστολή;|Πού βρίσκω το τιμολόγιό μου;"
                    + "|Το δέμα έφτασε κατεστραμμένο",
                    "Ποιος κέρδισε το παγκόσμιο κύπελλο;|Πόσο ψηλός είναι ο Όλυμπος;"));

    @ParameterizedTest
    @FieldSource("SHOPS")
    void questionWordForWord_isAnswered(Shop shop) {
        StoreIndex index = index(shop.language(), shop.questions());

        assertThat(shop.questions()).allSatisfy(question -> {
            FaqMatch first = ask(index, question.toUpperCase(java.util.Locale.ROOT) + " !").getFirst();
            assertThat(first.verdict()).isEqualTo(Verdict.ANSWER);
            assertThat(first.entry().question()).isEqualTo(question);
        });
    }

    @ParameterizedTest
    @FieldSource("SHOPS")
    void foreignQuestion_isRefused(Shop shop) {
        StoreIndex index = index(shop.language(), shop.questions());

        assertThat(shop.foreign()).allSatisfy(question -> assertThat(ask(index, question))
                .extracting(FaqMatch::verdict).doesNotContain(Verdict.ANSWER));
    }

    @ParameterizedTest
    @CsvSource({"de, Versand Kosten, Was kostet der Versand?", "ru, стоимость доставки, Сколько стоит доставка?",
            "ja, 送料を知りたい, 送料はいくらですか", "ko, 배송비 알려주세요, 배송비는 얼마인가요?",
            "th, ขอถามเรื่องใบเสร็จ, ใบเสร็จอยู่ที่ไหน", "ar, تكلفة الشحن, كم تكلفة الشحن؟",
            "el, τιμολόγιο, Πού βρίσκω το τιμολόγιό μου;", "fr, ma facture, Où trouver ma facture ?"})
    void fewWordsOfAnEntry_findIt(String language, String question, String expected) {
        Shop shop = SHOPS.stream().filter(each -> each.language().equals(language)).findFirst().orElseThrow();

        List<FaqMatch> found = ask(index(language, shop.questions()), question);

        assertThat(found.getFirst().entry().question()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"ja, 送料無料, CHINESE", "en, Karst 38 backpack 多少钱, CHINESE", "en, Where is my parcel?, ENGLISH",
            "en, What does 退货 mean?, ENGLISH", "ja, 送料はいくらですか,", "ru, Где посылка DHL Express?,", "ko, 배송비,",
            "en, 4711?, ENGLISH"})
    void text_isReadByTheModelThatWasTrainedOnIt(String language, String text, LocalModel reader) {
        assertThat(LocalModels.ofText(text)).isEqualTo(reader);
    }

    private static Shop shop(String language, String questions, String foreign) {
        return new Shop(language, Arrays.asList(questions.split("\\|", -1)), Arrays.asList(foreign.split("\\|", -1)));
    }

    private static StoreIndex index(String language, List<String> questions) {
        List<StoreIndex.StoredEntry> stored = questions.stream().map(question -> new FaqEntry(
                UUID.nameUUIDFromBytes(question.getBytes(StandardCharsets.UTF_8)), question, List.of(), "", language,
                List.of(), List.of(), null, FaqEntry.Status.PUBLISHED, null, null, Instant.EPOCH, Instant.EPOCH))
                .map(entry -> new StoreIndex.StoredEntry(entry, 1, meaning(entry))).toList();
        StoreIndex index = new StoreIndex(ScoreFloor.Bounds.HERE);
        index.apply(stored, new HashSet<>(stored.stream().map(each -> each.entry().id()).toList()), 1);
        index.calibrate();
        return index;
    }

    private static @org.jspecify.annotations.Nullable Meaning meaning(FaqEntry entry) {
        if (LocalModels.ofLanguage(entry.locale()) == null) {
            return null;
        }
        Vector direction = ENGLISH.embed(entry.question());
        return Meaning.of(List.of(direction), direction);
    }

    private static List<FaqMatch> ask(StoreIndex index, String text) {
        Vector direction = LocalModels.ofText(text) == LocalModel.ENGLISH ? ENGLISH.embed(text) : Vector.NONE;
        return index.find(new Question(text, direction), entry -> true, 3);
    }
}
