package dev.parley.console;

import static dev.parley.testsupport.Problems.assertProblem;
import static dev.parley.testsupport.Shops.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import dev.parley.tenant.ModelSettings;
import dev.parley.tenant.Tenants;
import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import dev.parley.testsupport.Shops.Shop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CopilotWithoutModelTest {
    @Inject
    Shops shops;
    @Inject
    Tenants tenants;

    @Test
    void shopWithoutAModel_hearsWhatToSetUp() {
        Shop shop = shops.open();
        // A lane that does not exist.
        await(tenants.setModels(shop.id(), new ModelSettings(List.of(), "mars", null)));
        String path = "/v1/console/conversations/" + shops.conversation(shop).id() + "/copilot";

        String detail = assertProblem(
                shops.agent(shop, "agent").asks().body(Map.of("task", "summary")).post(path), 409, "no_model");

        assertThat(detail).contains("OPENAI_API_KEY", "lanes");
    }
}
