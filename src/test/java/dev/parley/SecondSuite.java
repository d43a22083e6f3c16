package dev.parley;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All tests that the other suites do not list: a new package runs here until somebody moves it. */
@Suite
@SelectPackages("dev.parley")
@ExcludePackages({"dev.parley.api", "dev.parley.console", "dev.parley.voice"})
@IncludeClassNamePatterns(FirstSuite.TESTS)
@ExcludeClassNamePatterns({ThirdSuite.WITH_PROFILES, ThirdSuite.WITHOUT_SERVICE})
class SecondSuite {}
