package dev.parley;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests of a service with other settings: each of its profiles is a start of its own, so they run side by side with none. */
@Suite
@SelectPackages("dev.parley")
@IncludeClassNamePatterns(ThirdSuite.TESTS)
class ThirdSuite {
    static final String TESTS = ".*\\.(EmbeddingServer|Https|Mails|SignInLocks|Strangers|UnpricedModel)Test";
}
