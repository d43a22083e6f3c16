package dev.parley;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests of a service with other settings, each of which is a start of its own, and as many tests that need no
 * service as keep this process busy as long as the others. A test of the service as it is would cost one start more.
 */
@Suite
@SelectPackages("dev.parley")
@IncludeClassNamePatterns({ThirdSuite.WITH_PROFILES, ThirdSuite.WITHOUT_SERVICE})
class ThirdSuite {
    static final String WITH_PROFILES = ".*\\.(AnonymousLimits|EmbeddingServer|Https|MailDelivery|SignInLocks|UnpricedModel)Test";
    static final String WITHOUT_SERVICE = "dev\\.parley\\.(ArchitectureTest"
            + "|(embedding|faq\\.file|faq\\.search|grounding|model|speech|testsupport|understanding|visitor)\\..*Test"
            + "|(.*\\.)?(AnsweringRandomWalk|EmbeddedDatabase|EveryLanguage|IdTokens|OutgoingHttp|TokenBudget)Test)";
}
