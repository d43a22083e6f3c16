package dev.parley.doctor.look;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.parley.model.DefaultLanes;
import dev.parley.model.Lane;
import dev.parley.model.LaneKind;
import dev.parley.model.LaneOrder;
import dev.parley.model.ModelConfig;
import dev.parley.model.health.LaneProbe;
import dev.parley.spend.ModelPrices;
import io.vertx.core.buffer.Buffer;

/** Asks the servers of the operator's models for their lists of models: free of charge. */
public final class ModelsLook {
    private final Settings settings;
    private final WebLook web;
    private final Clock clock;

    public ModelsLook(Settings settings, WebLook web, Clock clock) {
        this.settings = settings;
        this.web = web;
        this.clock = clock;
    }

    private record Wanted(Lane lane, String setting) {}

    public List<AskedModel> look() {
        return wanted().stream().map(each -> new AskedModel(each.lane(), each.setting(),
                ModelPrices.advice(settings.spend(), each.lane().model(), clock.instant()), ask(each.lane()))).toList();
    }

    private List<Wanted> wanted() {
        ModelConfig config = settings.model();
        List<Lane> chat = DefaultLanes.of(config);
        List<Wanted> wanted = new ArrayList<>();
        if (!LaneOrder.of(chat, null).usable()) {
            return wanted;
        }
        chat.forEach(lane -> wanted.add(new Wanted(lane,
                lane.equals(chat.getFirst()) ? "PARLEY_MODEL" : "PARLEY_MODEL_FALLBACKS")));
        DefaultLanes.embedding(config).ifPresent(lane -> wanted.add(new Wanted(lane, "PARLEY_EMBEDDING_MODEL")));
        // The default model exists at OpenAI only; a server of one's own need not have one.
        DefaultLanes.speech(config, settings.speech()).stream()
                .filter(lane -> settings.speech().chosen() || lane.kind() instanceof LaneKind.OpenAi)
                .forEach(lane -> wanted.add(new Wanted(lane, "PARLEY_SPEECH_MODEL")));
        return wanted;
    }

    private ModelAnswer ask(Lane lane) {
        URI list = URI.create((lane.address().tls() ? "https://" : "http://") + lane.address() + lane.listPath());
        HttpRequest.Builder request = HttpRequest.newBuilder(list);
        if (lane.key() != null) {
            boolean azure = lane.kind() instanceof LaneKind.Azure;
            request.header(azure ? "api-key" : "Authorization", (azure ? "" : "Bearer ") + lane.key().secret());
        }
        try {
            HttpResponse<byte[]> answer = web.get(request);
            return new ModelAnswer.Answered(answer.statusCode(),
                    LaneProbe.judge(lane, answer.statusCode(), Buffer.buffer(answer.body()), clock), ahead(answer));
        } catch (IOException e) {
            return new ModelAnswer.Unreachable(Troubles.words(e));
        }
    }

    private Optional<Duration> ahead(HttpResponse<byte[]> answer) {
        try {
            return answer.headers().firstValue("Date")
                    .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)))
                    .map(theirs -> Duration.between(clock.instant(), theirs));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
