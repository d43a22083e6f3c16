package dev.parley;

import java.io.IOException;

import dev.parley.testsupport.Scenarios;
import org.junit.jupiter.api.Test;

/** Scenarios of visitors in a real browser. */
class BrowserVisitorsIT {
    @Test
    void everyScenario_passesInTheBrowser() throws IOException, InterruptedException {
        Scenarios.pass("e2e:visitors");
    }
}
