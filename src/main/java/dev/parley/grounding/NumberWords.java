package dev.parley.grounding;

import java.util.HashMap;
import java.util.Map;

/** Words for numbers up to a hundred. The reader combines those of two words, such as "trente et un". */
final class NumberWords {
    /** From zero up; a slash separates forms. */
    private static final String[] UP_TO = {
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
            "null eins/einem/einer zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
            "zéro - deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
            "cero - dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
            "zero - due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
            "zero - dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove",
            "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien",
            "zero jeden/jednego dwa/dwie/dwóch trzy/trzech cztery/czterech pięć/pięciu sześć/sześciu siedem osiem dziewięć dziesięć/dziesięciu",
            "ноль один/одного/одну два/две/двух три/трёх/трех четыре/четырёх пять/пяти шесть/шести семь/семи восемь девять десять/десяти",
            "sıfır bir iki üç dört beş altı yedi sekiz dokuz"};
    private static final String[] TENS = {"twenty thirty forty fifty sixty seventy eighty ninety",
            "zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
            "vingt trente quarante cinquante soixante septante - nonante",
            "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
            "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
            "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
            "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
            "dwadzieścia/dwudziestu trzydzieści/trzydziestu czterdzieści pięćdziesiąt",
            "двадцать/двадцати тридцать/тридцати сорок пятьдесят/пятидесяти",
            "yirmi otuz kırk elli altmış yetmiş seksen doksan"};
    private static final String HUNDRED = "hundred hundert einhundert cent cien ciento cento cem honderd sto сто yüz";
    /** Also articles: they mean the number one only in a source. */
    private static final String ONE = "a an ein eine einen eines un une uno una um uma een";

    private NumberWords() {}

    static Map<String, Integer> all() {
        Map<String, Integer> words = new HashMap<>();
        for (int language = 0; language < UP_TO.length; language++) {
            put(UP_TO[language], 0, 1, words);
            put(TENS[language], 20, 10, words);
        }
        for (String word : HUNDRED.split(" ", -1)) {
            words.put(word, 100);
        }
        compounds("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
                "ein zwei drei vier fünf sechs sieben acht neun", "und", words);
        compounds(TENS[6], "een twee drie vier vijf zes zeven acht negen", "en", words);
        compounds(TENS[6], "- twee drie", "ën", words);
        italian(words);
        String[] twenty = "veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
                .split(" ", -1);
        for (int unit = 0; unit < twenty.length; unit++) {
            words.put(twenty[unit], 21 + unit);
        }
        words.put("quatre-vingt", 80);
        return words;
    }

    static String[] articles() {
        return ONE.split(" ", -1);
    }

    private static void put(String list, int first, int step, Map<String, Integer> words) {
        String[] each = list.split(" ", -1);
        for (int i = 0; i < each.length; i++) {
            for (String form : each[i].split("/", -1)) {
                if (!form.equals("-")) {
                    words.put(form, first + i * step);
                }
            }
        }
    }

    /** As in "einundzwanzig". */
    private static void compounds(String tens, String units, String and, Map<String, Integer> words) {
        String[] each = units.split(" ", -1);
        String[] ten = tens.split(" ", -1);
        for (int unit = 0; unit < each.length; unit++) {
            for (int i = 0; i < ten.length; i++) {
                words.put(each[unit] + and + ten[i], 20 + 10 * i + unit + 1);
            }
        }
    }

    /** As in "ventuno", "trentadue". */
    private static void italian(Map<String, Integer> words) {
        String[] tens = TENS[4].split(" ", -1);
        String[] units = "uno due tre quattro cinque sei sette otto nove".split(" ", -1);
        for (int i = 0; i < tens.length; i++) {
            for (int unit = 0; unit < units.length; unit++) {
                boolean vowel = "uo".indexOf(units[unit].charAt(0)) >= 0;
                String ten = vowel ? tens[i].substring(0, tens[i].length() - 1) : tens[i];
                words.put(ten + units[unit], 20 + 10 * i + unit + 1);
            }
        }
    }
}
