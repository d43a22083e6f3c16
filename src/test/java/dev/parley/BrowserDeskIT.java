package dev.parley;

import java.io.IOException;

import dev.parley.testsupport.Scenarios;
import org.junit.jupiter.api.Test;

/** What agents and operators do in a real browser. */
class BrowserDeskIT {
    @Test
    void everyScenario_passesInTheBrowser() throws IOException, InterruptedException {
        Scenarios.pass("e2e:desk");
    }
}
