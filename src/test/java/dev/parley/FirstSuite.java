package dev.parley;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The whole suite is three of these. They run side by side, each in a process of its own that starts the service once
 * for all its tests. This one tests what shops and agents call.
 */
@Suite
@SelectPackages({"dev.parley.api", "dev.parley.console", "dev.parley.voice"})
@IncludeClassNamePatterns(FirstSuite.TESTS)
@ExcludeClassNamePatterns({ThirdSuite.WITH_PROFILES, ThirdSuite.WITHOUT_SERVICE})
class FirstSuite {
    static final String TESTS = ".*Test";
}
