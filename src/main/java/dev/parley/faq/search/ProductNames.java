package dev.parley.faq.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.faq.FaqEntry;
import dev.parley.faq.search.Words.Spoken;

/**
 * The names of a shop's products, learned from its entries: most entries about the jacket contain "jacket" or its name,
 * and few entries about other products do. The product that a question names decides, however close another product's
 * entry is.
 */
public final class ProductNames {
    static final ProductNames NONE = new ProductNames(Map.of(), Map.of(), Set.of());
    /** Minimum share of a product's texts that contain a name: "fit" and "rain" are in many. */
    private static final double MIN_SHARE = 0.75;
    /** Entries about other products that may contain the name, for example to compare two. */
    private static final long FEW = 1;
    private static final double FEW_OF = 0.25;
    /** Matches considered to find the product for an unknown name. */
    private static final int NEAREST = 4;
    /** Maximum number of words in a name: "Nimbus jacket". */
    private static final int CALLED = 2;

    /** A name made of words and numbers, not an article number. */
    private static final Pattern SPEAKABLE = Pattern.compile("\\p{L}{3,}(?:[ _-](?:\\p{L}+|[0-9]{1,3})){0,4}");

    /** By language and stem. */
    private final Map<String, Map<String, Name>> names;
    private final Map<String, Set<String>> byPath;
    private final Set<String> known;

    private record Name(String product, String written, double share) {}

    private ProductNames(Map<String, Map<String, Name>> names, Map<String, Set<String>> byPath, Set<String> known) {
        this.names = names;
        this.byPath = byPath;
        this.known = known;
    }

    static ProductNames of(Collection<IndexedEntry> entries) {
        List<IndexedEntry> about = entries.stream()
                .filter(entry -> entry.entry().status() == FaqEntry.Status.PUBLISHED
                        && !entry.entry().products().isEmpty())
                .toList();
        Map<String, Map<String, Name>> names = new HashMap<>();
        about.stream().collect(Collectors.groupingBy(IndexedEntry::language))
                .forEach((language, own) -> names.put(language, names(own, language)));
        Map<String, Set<String>> byPath = new HashMap<>();
        about.forEach(entry -> Viewing.path(entry.entry().url())
                .ifPresent(path -> byPath.computeIfAbsent(path, fresh -> new HashSet<>())
                        .addAll(products(entry.entry()))));
        Set<String> known = new TreeSet<>();
        about.forEach(entry -> known.addAll(products(entry.entry())));
        return about.isEmpty() ? NONE : new ProductNames(names, byPath, known);
    }

    private static Map<String, Name> names(List<IndexedEntry> entries, String language) {
        Map<String, List<IndexedEntry>> byProduct = new TreeMap<>();
        entries.forEach(entry -> products(entry.entry())
                .forEach(product -> byProduct.computeIfAbsent(product, fresh -> new ArrayList<>())
                        .add(entry)));
        Map<String, Long> holders = holders(entries);
        Map<String, Name> names = new HashMap<>();
        byProduct.forEach((product, own) -> {
            Map<String, Long> ofOwn = holders(own);
            shares(own).forEach((word, share) -> {
                long others = holders.getOrDefault(word, 0L) - ofOwn.getOrDefault(word, 0L);
                boolean seldom = others <= FEW && others <= FEW_OF * (entries.size() - own.size());
                if (share >= MIN_SHARE && seldom && word.codePoints().anyMatch(Character::isLetter)) {
                    names.put(word, new Name(product, written(word, own, language), share));
                }
            });
        });
        return names;
    }

    private static Map<String, Long> holders(List<IndexedEntry> entries) {
        return entries.stream().flatMap(entry -> entry.words().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Share of the entries that contain each word; for a single entry, share of its wordings. */
    private static Map<String, Double> shares(List<IndexedEntry> entries) {
        List<Set<String>> parts = entries.size() > 1
                ? entries.stream().map(IndexedEntry::words).toList()
                : entries.getFirst().cutWords().byWording();
        Map<String, Double> shares = new HashMap<>();
        parts.forEach(part -> part.forEach(word -> shares.merge(word, 1.0 / parts.size(), Double::sum)));
        return shares;
    }

    private static String written(String word, List<IndexedEntry> entries, String language) {
        return entries.stream().flatMap(entry -> entry.entry().wordings().stream())
                .filter(wording -> Words.of(wording, language).contains(word))
                .flatMap(wording -> Words.spoken(wording, language).stream()
                        .filter(each -> each.word().equals(word))
                        .map(each -> wording.substring(each.from(), each.to())))
                .findFirst().orElse(word);
    }

    private static Set<String> products(FaqEntry entry) {
        return entry.products().stream().map(product -> product.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    public Set<String> in(String text) {
        Set<String> named = new HashSet<>();
        names.forEach((language, known) -> {
            if (!known.isEmpty()) {
                Words.of(text, language).stream().map(known::get).filter(Objects::nonNull)
                        .forEach(name -> named.add(name.product()));
            }
        });
        return named;
    }

    public Set<String> viewed(Viewing viewing) {
        if (byPath.isEmpty() || viewing.equals(Viewing.NOTHING)) {
            return Set.of();
        }
        Set<String> viewed = new HashSet<>(Viewing.path(viewing.page()).map(byPath::get).orElse(Set.of()));
        byPath.values().stream().flatMap(Set::stream).filter(viewing::shows).forEach(viewed::add);
        return viewed;
    }

    /** The product of the first match, if a second match is about it and no other product has as many. */
    public static Optional<String> mostOf(List<FaqMatch> nearest) {
        List<String> about = nearest.stream().limit(NEAREST).map(FaqMatch::entry)
                .filter(entry -> entry.products().size() == 1).flatMap(entry -> products(entry).stream()).toList();
        return nearest.stream().limit(1).flatMap(match -> products(match.entry()).stream())
                .filter(first -> Collections.frequency(about, first) > 1 && about.stream()
                        .allMatch(other -> other.equals(first)
                                || Collections.frequency(about, other) < Collections.frequency(about, first)))
                .findFirst();
    }

    /** True if the entry is about products, but none of those meant. False if none is meant. */
    static boolean isOfAnother(FaqEntry entry, Set<String> meant) {
        return !meant.isEmpty() && !entry.products().isEmpty() && !isAbout(entry, meant);
    }

    static boolean isAbout(FaqEntry entry, Set<String> meant) {
        return products(entry).stream().anyMatch(meant::contains);
    }

    public Optional<String> called(String product, String language) {
        String called = names(product, language).limit(CALLED).collect(Collectors.joining(" "));
        return called.isEmpty() ? Optional.empty() : Optional.of(called);
    }

    /** Most distinctive first. */
    private Stream<String> names(String product, String language) {
        return names.getOrDefault(language, Map.of()).values().stream()
                .filter(name -> name.product().equals(product))
                .sorted(Comparator.comparingDouble(Name::share).reversed().thenComparing(Name::written))
                .map(Name::written);
    }

    /** The most distinctive name, followed by the visitor's own name if it is another one. */
    private Optional<String> called(String product, String said, String language) {
        return names(product, language).findFirst().flatMap(first -> {
            String others = naming(Words.spoken(said, language), language).stream()
                    .map(each -> said.substring(each.from(), each.to())).filter(word -> !word.equalsIgnoreCase(first))
                    .collect(Collectors.joining(" "));
            return others.isEmpty() ? called(product, language) : Optional.of(first + " " + others);
        });
    }

    /** All names that visitors use, and SKUs that can be read aloud: "karst-38". */
    public List<String> all() {
        Set<String> products = new TreeSet<>();
        Set<String> all = new LinkedHashSet<>();
        names.values().forEach(known -> known.values().forEach(name -> products.add(name.product())));
        products.forEach(product -> names.keySet().stream().sorted()
                .forEach(language -> called(product, language).ifPresent(all::add)));
        known.stream().filter(product -> SPEAKABLE.matcher(product).matches())
                .forEach(product -> all.add(product.replaceAll("[-_]+", " ")));
        return List.copyOf(all);
    }

    /** The product that the text is the name of; one or two words may precede the name. */
    public Optional<String> isNameOf(String text) {
        Set<String> named = in(text);
        return named.size() == 1 && names.keySet().stream().anyMatch(language -> endsWithName(text, language))
                ? named.stream().findFirst()
                : Optional.empty();
    }

    /** "Rain jacket" is a name; "jacket size" is another question. */
    private boolean endsWithName(String text, String language) {
        List<Spoken> spoken = Words.spoken(text, language);
        List<Spoken> naming = naming(spoken, language);
        return !naming.isEmpty() && naming.getLast().equals(spoken.getLast());
    }

    /** Empty if the question names no product. {@code said}: what the visitor calls the new product. */
    public Optional<String> swapped(String question, String product, String said) {
        return in(question).isEmpty() || in(question).contains(product)
                ? Optional.empty()
                : names.keySet().stream().map(language -> swapped(question, product, said, language))
                        .flatMap(Optional::stream).findFirst();
    }

    private Optional<String> swapped(String question, String product, String said, String language) {
        List<Spoken> replaced = naming(Words.spoken(question, language), language);
        if (replaced.isEmpty()) {
            return Optional.empty();
        }
        return called(product, said, language).map(name -> {
            StringBuilder swapped = new StringBuilder();
            int copied = 0;
            for (Spoken each : replaced) {
                swapped.append(question, copied, each.from()).append(copied == 0 ? name : "");
                copied = each.to();
            }
            return swapped.append(question.substring(copied)).toString().replaceAll(" {2,}", " ").strip();
        });
    }

    private List<Spoken> naming(List<Spoken> spoken, String language) {
        Map<String, Name> known = names.getOrDefault(language, Map.of());
        return spoken.stream().filter(each -> known.containsKey(each.word())).toList();
    }
}
