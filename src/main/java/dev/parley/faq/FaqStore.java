package dev.parley.faq;

import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.embedding.LocalModel;
import dev.parley.embedding.Workers;
import dev.parley.faq.FaqChangeRepository.Provided;
import dev.parley.faq.FaqChangeRepository.WrittenEntries;
import dev.parley.faq.FaqImport.Mode;
import dev.parley.faq.FaqImport.Read;
import dev.parley.faq.FaqImport.Reader;
import dev.parley.faq.FaqImport.Report;
import dev.parley.faq.FaqRepository.Filter;
import dev.parley.faq.file.FaqFormat;
import dev.parley.faq.search.IndexedEntry;
import dev.parley.faq.search.StoreIndex;
import dev.parley.platform.Checked;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.ShopQuotas;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Stores a shop's entries. When a change completes, it is stored and searchable on this replica. */
@ApplicationScoped
public class FaqStore {
    private static final Logger LOG = Logger.getLogger(FaqStore.class);
    /** Up to this many texts are embedded before they are stored, at 3 ms each; more are found by words first. */
    private static final int EMBEDDED_AT_ONCE = 1_000;
    private static final int EXPORTED_AT_ONCE = 1_000;

    private final FaqRepository repository;
    private final FaqChangeRepository writer;
    private final FaqFacetRepository facets;
    private final FaqIndexes indexes;
    private final Meanings meanings;
    private final EntryLanguages languages;
    private final Workers workers;
    private final ShopQuotas quotas;
    private final Ids ids;
    private final Clock clock;

    FaqStore(FaqRepository repository, FaqChangeRepository writer, FaqFacetRepository facets, FaqIndexes indexes,
            Meanings meanings,
            EntryLanguages languages, Workers workers, ShopQuotas quotas, Ids ids, Clock clock) {
        this.repository = repository;
        this.writer = writer;
        this.facets = facets;
        this.indexes = indexes;
        this.meanings = meanings;
        this.languages = languages;
        this.workers = workers;
        this.quotas = quotas;
        this.ids = ids;
        this.clock = clock;
    }

    /** Always creates an entry; an id in the fields is ignored. */
    public Uni<FaqEntry> create(TenantId tenant, FaqFields fields) {
        return checked(tenant, fields)
                .chain(content -> write(tenant, List.of(new FaqChange(ids.next(), content)), Provided.NOTHING))
                .map(written -> written.entries().getFirst());
    }

    private Uni<FaqContent> checked(TenantId tenant, FaqFields fields) {
        return languages.locale(tenant)
                .map(locale -> FaqRules.check(fields.withLocale(languages.detector(locale))));
    }

    public Uni<FaqEntry> update(TenantId tenant, UUID id, FaqFields fields) {
        return update(tenant, id, fields, Provided.EXISTS);
    }

    /** Fails with `changed_meanwhile` if the `If-Match` header names another version. */
    public Uni<FaqEntry> updateIf(TenantId tenant, UUID id, FaqFields fields,
            @Nullable String ifMatch) {
        return update(tenant, id, fields, new Provided(true, ifMatch));
    }

    private Uni<FaqEntry> update(TenantId tenant, UUID id, FaqFields fields, Provided provided) {
        return checked(tenant, fields)
                .chain(content -> write(tenant, List.of(new FaqChange(id, content)), provided))
                .map(written -> written.entries().getFirst());
    }

    public Uni<Void> delete(TenantId tenant, UUID id) {
        return deleteIf(tenant, id, null);
    }

    public Uni<Void> deleteIf(TenantId tenant, UUID id, @Nullable String ifMatch) {
        return writer.delete(tenant, id, ifMatch)
                .invoke(deleted -> requireFound(deleted))
                .chain(() -> indexes.refresh(tenant));
    }

    private static void requireFound(boolean found) {
        if (!found) {
            throw ParleyException.notFound("FAQ entry");
        }
    }

    public Uni<FaqEntry> get(TenantId tenant, UUID id) {
        return repository.find(tenant, id).onItem().ifNull().failWith(() -> ParleyException.notFound("FAQ entry"));
    }

    /** {@code cursor} is null for the first page; {@code text} matches question, variants or answer. */
    public record Listing(int limit, @Nullable String cursor, @Nullable String text, FaqEntry.@Nullable Status status,
            @Nullable String locale, @Nullable String tag) {}

    public Uni<FaqPage> list(TenantId tenant, Listing request) {
        Filter filter = new Filter(Checked.cursor(request.cursor()), request.text(), request.status(), request.locale(),
                request.tag());
        return repository.list(tenant, filter, request.limit() + 1).map(found -> page(found, request.limit()));
    }

    private static FaqPage page(List<FaqEntry> found, int limit) {
        List<FaqEntry> items = found.subList(0, Math.min(limit, found.size()));
        return new FaqPage(List.copyOf(items), found.size() > limit ? items.getLast().id().toString() : null);
    }

    /** As seen by this replica. */
    public FaqStatus status(TenantId tenant) {
        return indexes.status(tenant);
    }

    /** Entries that visitors may see now, as seen by this replica. */
    public List<FaqEntry> visible(TenantId tenant) {
        StoreIndex index = indexes.of(tenant);
        Instant now = clock.instant();
        return index == null
                ? List.of()
                : index.entries().map(IndexedEntry::entry).filter(entry -> entry.visibleAt(now)).toList();
    }

    public Uni<FaqFacets> facets(TenantId tenant) {
        return facets.of(tenant);
    }

    /** Stores the valid rows, or none if the mode forbids it. A row replaces the entry with its id or question. */
    public Uni<Report> importFile(TenantId tenant, FaqFormat format, byte[] file, Mode mode) {
        return importFile(tenant, format, null, file, mode);
    }

    /** {@code said} is the code page that the sender named, used if the file is not Unicode. */
    public Uni<Report> importFile(TenantId tenant, FaqFormat format, @Nullable Charset said, byte[] file, Mode mode) {
        return read(tenant, format, said, file).chain(read -> {
            if (read.changes().isEmpty() || (mode == Mode.ALL_OR_NOTHING && !read.errors().isEmpty())) {
                return Uni.createFrom().item(new Report(0, 0, 0, read.errors(), read.ignored()));
            }
            return write(tenant, read.changes(), Provided.NOTHING)
                    .map(written -> report(written, read));
        });
    }

    private Uni<Read> read(TenantId tenant, FaqFormat format, @Nullable Charset said, byte[] file) {
        return languages.locale(tenant).chain(locale -> workers.change(() -> FaqImport.read(format, file, said,
                new Reader(ids::next, languages.detector(locale), locale, clock.instant()))));
    }

    /** For a fast first start: of entries without a known meaning, those in the main language alone are embedded first. */
    Uni<Report> seed(TenantId tenant, byte[] file, DemoMeanings known) {
        return read(tenant, FaqFormat.JSONL, null, file)
                .chain(read -> embeddedFirst(tenant,
                        read.changes().stream().map(change -> with(change, known)).toList())
                        .chain(changes -> writer.write(tenant, changes, Provided.NOTHING, Integer.MAX_VALUE))
                        .call(() -> indexes.load(tenant))
                        .map(written -> report(written, read)));
    }

    private FaqChange with(FaqChange change, DemoMeanings known) {
        FaqEntry entry = change.preview();
        return change.with(known.of(entry, meanings.model(entry)));
    }

    private Uni<List<FaqChange>> embeddedFirst(TenantId tenant, List<FaqChange> changes) {
        List<FaqChange> first = changes.stream().filter(FaqStore::isFirst).toList();
        List<FaqChange> others = changes.stream().filter(change -> !isFirst(change)).toList();
        return embeddedNow(tenant, first).map(ready -> Stream.concat(ready.stream(), others.stream()).toList());
    }

    private static boolean isFirst(FaqChange change) {
        return change.meaning() == null
                && LocalModels.ofLanguage(LocalModels.language(change.content().locale())) == LocalModel.ENGLISH;
    }

    private static Report report(WrittenEntries written, Read read) {
        return new Report(written.entries().size() - written.updated(), written.updated(), read.drafts(), read.errors(),
                read.ignored());
    }

    public Uni<byte[]> exportFile(TenantId tenant, FaqFormat format) {
        return all(tenant, null, new ArrayList<>())
                .chain(entries -> workers.change(() -> FaqExport.write(format, entries)));
    }

    private Uni<List<FaqEntry>> all(TenantId tenant, @Nullable UUID before, List<FaqEntry> sofar) {
        return repository.list(tenant, new Filter(before, null, null, null, null), EXPORTED_AT_ONCE).chain(found -> {
            sofar.addAll(found);
            return found.size() < EXPORTED_AT_ONCE
                    ? Uni.createFrom().item(sofar)
                    : all(tenant, found.getLast().id(), sofar);
        });
    }

    private Uni<WrittenEntries> write(TenantId tenant, List<FaqChange> changes, Provided provided) {
        return quotas.faqEntries(tenant)
                // Checked before embedding, which may cost money; the write checks again.
                .call(max -> writer.requireRoom(tenant, changes, max))
                .chain(max -> embedded(tenant, changes)
                        .chain(ready -> writer.write(tenant, ready, provided, max)))
                .call(() -> indexes.refresh(tenant));
    }

    private Uni<List<FaqChange>> embedded(TenantId tenant, List<FaqChange> changes) {
        int texts = changes.stream().mapToInt(change -> change.content().variants().size() + 2).sum();
        return texts > EMBEDDED_AT_ONCE ? Uni.createFrom().item(changes) : embeddedNow(tenant, changes);
    }

    /** If embedding fails, the entries are stored anyway and found by their words until they are embedded. */
    private Uni<List<FaqChange>> embeddedNow(TenantId tenant, List<FaqChange> changes) {
        return meanings.of(tenant, changes.stream().map(FaqChange::preview).toList(), true)
                .map(computed -> changes.stream().map(change -> change.with(computed.get(change.id()))).toList())
                .onFailure().recoverWithItem(failure -> {
                    LOG.warnf("tenant=%s entries are stored before their texts are embedded: %s", tenant,
                            failure.getMessage());
                    return changes;
                });
    }
}
