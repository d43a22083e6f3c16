package dev.parley;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceRule;
import io.quarkus.hibernate.reactive.panache.Panache;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Which package may use which, and other rules about where code lives. The table lists packages before they exist, so
 * that they start right.
 */
class ArchitectureTest {
    private static final String ROOT = "dev.parley";
    private static final String API_MAY_USE = "rest access allowance doctor operator shop turn assistant understanding handoff desk feed conversation faq lane language retention"
            + " speech voice spend webhook action audit signin agent key visitor tenant platform";
    private static final Map<String, String> MAY_USE = Map.ofEntries(
            entry("widget",
                    "socket allowance turn handoff feed conversation language speech voice visitor tenant platform"),
            entry("api", API_MAY_USE),
            entry("console", "socket " + API_MAY_USE),
            entry("turn",
                    "understanding conversation faq grounding prompt lane language model action spend handoff voice visitor tenant platform"),
            entry("assistant", "conversation desk faq handoff prompt lane language model spend tenant platform"),
            entry("understanding", "faq embedding prompt lane language model spend tenant platform"),
            entry("grounding", "language platform"),
            entry("handoff", "conversation language signin agent tenant platform"),
            entry("socket", "allowance feed conversation tenant platform"),
            entry("desk", "conversation visitor agent tenant platform"),
            entry("feed", "conversation tenant platform"),
            entry("conversation", "visitor tenant platform"),
            entry("faq", "embedding language tenant platform"),
            entry("embedding", "prompt lane language model spend tenant platform"),
            entry("lane", "prompt model spend tenant platform"),
            entry("language", "tenant platform"),
            entry("prompt", "tenant platform"),
            entry("allowance", "tenant platform"),
            entry("model", "platform"),
            entry("speech", "lane model prompt spend tenant platform"),
            entry("voice", "speech conversation faq language prompt visitor tenant platform"),
            entry("action", "tenant platform"),
            entry("spend", "tenant platform"),
            entry("webhook", "conversation tenant platform"),
            // Data of every owner, through its public class.
            entry("retention",
                    "conversation desk faq handoff speech voice spend action webhook shop visitor tenant platform"),
            entry("operator", "shop allowance tenant platform"),
            entry("doctor", "lane model spend tenant platform"),
            entry("rest", "audit operator tenant platform"),
            entry("access", "audit signin agent key tenant platform"),
            entry("shop", "signin agent key tenant platform"),
            entry("audit", "agent key tenant platform"),
            entry("signin", "agent tenant platform"),
            entry("agent", "tenant platform"),
            entry("key", "tenant platform"),
            entry("visitor", "tenant platform"),
            entry("tenant", "platform"),
            entry("platform", ""));
    private static final List<String> INNER_CYCLES = List.of("conversation", "faq", "model", "platform");
    static final List<String> PACKAGES = MAY_USE.keySet().stream().sorted().toList();

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void aPackage_usesOnlyWhatItsRowAllows(String name) {
        String[] allowed = Stream.concat(Stream.of(name), Arrays.stream(MAY_USE.getOrDefault(name, "").split(" ")))
                .filter(part -> !part.isEmpty())
                .map(ArchitectureTest::inPackage)
                .toArray(String[]::new);

        noClasses().that().resideInAPackage(inPackage(name))
                .should().dependOnClassesThat(resideInAPackage(ROOT + "..").and(resideOutsideOfPackages(allowed)))
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void everyPackage_standsInTheTable() {
        String[] known = PACKAGES.stream().map(ArchitectureTest::inPackage).toArray(String[]::new);

        classes().should().resideInAPackage(ROOT).orShould().resideInAnyPackage(known).check(OURS);
    }

    @Test
    void packages_formNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(OURS);
    }

    /**
     * The features of {@code INNER_CYCLES} are exceptions: their inner packages group classes of one feature, but use
     * each other. The list may only become shorter.
     */
    @Test
    void innerPackages_formNoCycles() {
        SliceRule rule = slices().matching(ROOT + ".(**)").should().beFreeOfCycles();
        for (String feature : INNER_CYCLES) {
            rule = rule.ignoreDependency(resideInAPackage(inPackage(feature)), resideInAPackage(inPackage(feature)));
        }
        rule.check(OURS);
    }

    @Test
    void everyPackage_saysWhatItOwnsAndIsNullMarked() {
        List<String> unmarked = OURS.stream().map(JavaClass::getPackageName).distinct()
                .filter(name -> !isNullMarked(name)).sorted().toList();

        assertThat(unmarked).isEmpty();
    }

    private static boolean isNullMarked(String name) {
        try {
            return Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class);
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    @Test
    void databaseSessions_areUsedInRepositoriesAndEntitiesOnly() {
        noClasses().that(haveNoneOfTheEndings("Repository", "Entity"))
                .should().dependOnClassesThat().resideInAPackage("..hibernate.reactive..")
                .check(OURS);
    }

    /** Both ways require a tenant first. */
    @Test
    void database_isReachedThroughStatementsAndRepositoriesAlone() {
        noClasses().that().haveNameNotMatching(".*\\.(Statements(\\$.*)?|LongStatements)")
                .should().dependOnClassesThat()
                .haveNameMatching("io\\.vertx\\.(mutiny\\.)?(sqlclient|pgclient)\\.(Pg)?Pool")
                .check(OURS);
        noClasses().that().doNotHaveSimpleName("ReactiveRepository")
                .should()
                .callMethodWhere(DescribedPredicate.<JavaMethodCall>describe("opens a session",
                        call -> call.getTargetOwner().isEquivalentTo(Panache.class)
                                && call.getName().startsWith("with")))
                .check(OURS);
    }

    /** A column that is moved or added must be an error, not a wrong value. */
    @Test
    void columns_areReadByName() {
        noClasses().should().callMethodWhere(DescribedPredicate.describe("it reads a column by its place",
                ArchitectureTest::readsByPlace))
                .check(OURS);
    }

    private static boolean readsByPlace(JavaMethodCall call) {
        return call.getTargetOwner().getPackageName().endsWith(".sqlclient")
                && List.of("Row", "Tuple").contains(call.getTargetOwner().getSimpleName())
                && call.getName().startsWith("get")
                && call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(int.class));
    }

    /** As src/docs/adr/0061-tables-have-owners.md has it: elsewhere a statement needs no session. */
    @Test
    void nativeQueries_runBesideEntitiesAlone() {
        noClasses()
                .that(haveNoneOfTheEndings("conversation.ConversationRepository", "OwnerChangeAnswersRepository",
                        "OwnerChangeRepository", "FaqChangeRepository", "FaqRepository", "VisitorRepository"))
                .should().callMethodWhere(DescribedPredicate.describe("it asks Hibernate for SQL",
                        call -> call.getName().equals("createNativeQuery")))
                .check(OURS);
    }

    /** Looks at the file's outermost class, so that a repository's nested records count as part of it. */
    private static DescribedPredicate<JavaClass> haveNoneOfTheEndings(String... endings) {
        return DescribedPredicate.describe("are not named *" + String.join(", *", endings), type -> {
            String file = type.getName().replaceFirst("\\$.*", "");
            return Arrays.stream(endings).noneMatch(file::endsWith);
        });
    }

    @Test
    void rest_staysAtTheEdges() {
        noClasses().that(resideOutsideOfPackages(inPackages("widget", "api", "console", "rest", "platform")))
                .should().dependOnClassesThat().resideInAPackage("jakarta.ws.rs..")
                .check(OURS);
    }

    /** The endpoints carry the framework's annotation; the behaviour is in `socket`. */
    @Test
    void webSockets_stayInSocketAndOnTwoEndpoints() {
        noClasses().that(resideOutsideOfPackages(inPackages("socket")))
                .and().haveNameNotMatching(ROOT + "\\.(widget\\.VisitorSocket|console\\.live\\.AgentSocket)")
                .should().dependOnClassesThat().resideInAPackage("..websockets.next..")
                .check(OURS);
    }

    /**
     * Only the guarded client calls addresses that a tenant typed; the model's client pins the address it connects to
     * as well. The identity provider is configured by the operator, often in an internal network, and so is all that the
     * doctor looks at. Mixing safe and
     * unsafe HTTP clients has caused vulnerabilities elsewhere.
     */
    @Test
    void outgoingHttp_isOpenedByFewClassesOnly() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "are neither OutgoingHttp nor the operator's, the model's or the doctor's client",
                        type -> !type.getName().matches(
                                ROOT + "\\.(platform\\.(OutgoingHttp|OperatorHttp)|model\\.ModelHttp|doctor\\.look\\..*)(\\$.*)?")))
                .should().dependOnClassesThat(resideInAnyPackage("java.net.http..", "org.apache.http..")
                        .or(DescribedPredicate.describe("open connections", ArchitectureTest::opensConnections)))
                .check(OURS);
    }

    private static boolean opensConnections(JavaClass type) {
        return type.getSimpleName()
                .matches("HttpClient|WebClient|NetClient|HttpURLConnection|URLConnection|RestClientBuilder")
                || type.getName().equals("java.net.Socket");
    }

    /**
     * The JDK accepts "1-1-1-1-1" as a UUID; ids from requests are parsed by {@code Checked}. The other classes parse
     * ids that Parley wrote.
     */
    @Test
    void idsThatSomebodySent_areReadByOneClass() {
        noClasses().that(DescribedPredicate.describe("are not Checked, and read others' text",
                type -> !type.getName().matches(ROOT
                        + "\\.(platform\\.Checked|visitor\\.VisitorTokens|api\\.StreamPosition|feed\\.bus\\.Envelope|"
                        + "desk\\.(UnansweredRepository|InboxQuery|MessageSearch))(\\$.*)?")))
                .should().callMethod(UUID.class, "fromString", String.class)
                .check(OURS);
    }

    @Test
    void theTime_isAlwaysAskedOfAClock() {
        noClasses().should().callMethodWhere(DescribedPredicate.describe("it reads the system's clock",
                ArchitectureTest::readsSystemClock))
                .check(OURS);
    }

    private static boolean readsSystemClock(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        boolean bareNow = owner.getPackageName().equals("java.time") && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean millis = owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
        boolean ownClock = owner.isEquivalentTo(Clock.class) && call.getName().startsWith("system")
                && !call.getOriginOwner().getSimpleName().equals("ClockProducer");
        return bareNow || millis || ownClock;
    }

    @Test
    void namesThatSayNothing_areNotUsed() {
        noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl|DTO|Dto)")
                .check(OURS);
    }

    private static String[] inPackages(String... names) {
        return Arrays.stream(names).map(ArchitectureTest::inPackage).toArray(String[]::new);
    }

    private static String inPackage(String name) {
        return ROOT + "." + name + "..";
    }
}
