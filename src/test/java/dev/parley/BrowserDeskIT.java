package dev.parley;

import java.io.IOException;

import dev.parley.testsupport.Scenarios;
import org.junit.jupiter.api.Test;

/** Scenarios of agents and operators in a real browser. */
class BrowserDeskIT {
    @Test
    void everyScenario_passesInTheBrowser() throws IOException, InterruptedException {
        Scenarios.pass("e2e:desk");
    }
}
