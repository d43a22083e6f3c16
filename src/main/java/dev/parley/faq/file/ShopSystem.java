package dev.parley.faq.file;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.parley.faq.file.EntryField.Named;

/** A system with its own codes for status and audience, recognized by its characteristic field names. */
record ShopSystem(Set<String> names, Map<String, String> statuses, Map<String, String> audiences) {
    private static final ShopSystem PLAIN = new ShopSystem(Set.of(), Map.of(), Map.of());
    private static final ShopSystem JOOMLA = new ShopSystem(Set.of("introtext"),
            Map.of("1", "published", "0", "draft", "2", "archived", "-2", "deleted"), Map.of("1", "public"));
    private static final ShopSystem JOOMLA_API = new ShopSystem(Set.of("text", "state", "access"), JOOMLA.statuses(),
            JOOMLA.audiences());
    private static final ShopSystem FRESHDESK = new ShopSystem(Set.of("description text", "folder id"),
            Map.of("2", "published", "1", "draft"), Map.of());
    private static final ShopSystem CONFLUENCE = new ShopSystem(Set.of("body", "links", "status"),
            Map.of("current", "published"), Map.of());

    static ShopSystem of(Collection<String> fields) {
        Collection<String> plain = fields.stream().map(PlainName::of).toList();
        return Stream.of(JOOMLA, JOOMLA_API, FRESHDESK, CONFLUENCE).filter(each -> plain.containsAll(each.names))
                .findFirst()
                .orElse(PLAIN);
    }

    /** Translates a cell to common words; an unknown code is treated as hidden. */
    String read(Named named, String cell) {
        Map<String, String> words = named.field() == EntryField.STATUS
                ? statuses
                : named.field() == EntryField.AUDIENCE ? audiences : Map.of();
        return words.isEmpty() || cell.isBlank() ? cell : words.getOrDefault(cell.strip(), "hidden");
    }
}
