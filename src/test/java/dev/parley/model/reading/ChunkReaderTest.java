package dev.parley.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import dev.parley.model.Usage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"prompt_tokens\":9,\"completion_tokens\":3,\"prompt_tokens_details\":{\"audio_tokens\":0,\"cached_tokens\":7}}|7",
            "{\"prompt_tokens_details\":{\"cached_tokens\":7},\"completion_tokens\":3,\"prompt_tokens\":9}|7",
            "{\"prompt_tokens\":9,\"completion_tokens\":3}|0",
            "{\"prompt_tokens\":9,\"completion_tokens\":3,\"prompt_tokens_details\":null}|0",
            "{\"prompt_tokens\":9,\"completion_tokens\":3,\"prompt_tokens_details\":{\"cached_tokens\":null}}|0",
            "{\"prompt_tokens\":9,\"completion_tokens\":3,\"prompt_tokens_details\":{\"cached_tokens\":{\"x\":[1]},\"y\":[2]}}|0"})
    void cachedTokens_areReadWhereTheyAreTold(String usage, int cached) throws IOException {
        byte[] chunk = ("{\"choices\":[],\"usage\":" + usage + "}").getBytes(StandardCharsets.UTF_8);

        assertThat(ChunkReader.read(chunk, chunk.length).usage()).isEqualTo(new Usage(9, 3, cached));
    }
}
