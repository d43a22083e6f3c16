package dev.parley;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The whole suite is three of these: two processes take one after the other from the list, and each of these starts the service once for all
 * its tests. This one has the doors of shops and agents, and what reads models' answers.
 */
@Suite
@SelectPackages({"dev.parley.api", "dev.parley.console", "dev.parley.model"})
@IncludeClassNamePatterns(FirstSuite.TESTS)
@ExcludeClassNamePatterns(ThirdSuite.TESTS)
class FirstSuite {
    static final String TESTS = ".*Test";
}
