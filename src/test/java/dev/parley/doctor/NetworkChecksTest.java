package dev.parley.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.parley.doctor.Finding.Status;
import dev.parley.doctor.look.AskedModel;
import dev.parley.doctor.look.MailState;
import dev.parley.doctor.look.MailState.Encryption;
import dev.parley.doctor.look.MailState.Step;
import dev.parley.doctor.look.ModelAnswer;
import dev.parley.doctor.look.ProxyState;
import dev.parley.doctor.look.ServiceState;
import dev.parley.doctor.look.SocketState;
import dev.parley.model.AnswerTimeouts;
import dev.parley.model.Dialect;
import dev.parley.model.Lane;
import dev.parley.model.LaneKind;
import dev.parley.model.ModelAddress;
import dev.parley.model.ModelKey;
import dev.parley.model.health.LaneCheck;
import dev.parley.model.health.LaneCheck.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Mail, models, proxies and the public address. */
class NetworkChecksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    private static Finding mail(MailState state) {
        return MailCheck.of(state).getFirst();
    }

    @Test
    void mail_thatIsNotSet_namesTheMissingSettings() {
        assertThat(mail(new MailState.NotSet(false, true)).advice()).startsWith("Set PARLEY_MAIL_FROM, and");
        assertThat(mail(new MailState.NotSet(true, false)).advice()).startsWith("Set PARLEY_PUBLIC_URL, and");
        assertThat(mail(new MailState.NotSet(false, false)).advice())
                .startsWith("Set PARLEY_MAIL_FROM and PARLEY_PUBLIC_URL, and");
    }

    @Test
    void mail_isSoundIfEncryptedOrLocal() {
        assertThat(mail(new MailState.Accepted("mail:587", Encryption.CHECKED, true, false)))
                .isEqualTo(
                        Finding.ok("mail", "The mail server mail:587 accepts the user and the password, encrypted."));
        assertThat(mail(new MailState.Accepted("localhost:25", Encryption.NONE, false, true)).status())
                .isEqualTo(Status.OK);
        assertThat(mail(new MailState.Accepted("mail:25", Encryption.NONE, false, false)).status())
                .isEqualTo(Status.WARNING);
        assertThat(mail(new MailState.Accepted("mail:465", Encryption.UNCHECKED, false, false)).advice())
                .contains("QUARKUS_MAILER_TRUST_ALL");
    }

    @Test
    void mail_thatIsRefused_namesTheSettingOfTheStep() {
        assertThat(mail(new MailState.Refused("mail:587", Step.SIGN_IN, "code 535")).advice())
                .contains("QUARKUS_MAILER_PASSWORD");
        assertThat(mail(new MailState.Refused("mail:587", Step.ENCRYPTION, "none")).advice())
                .contains("QUARKUS_MAILER_START_TLS");
        assertThat(mail(new MailState.Refused("mail:587", Step.GREETING, "421")).status()).isEqualTo(Status.FAULT);
        assertThat(mail(new MailState.Unreachable("mail:587", "refused")).advice()).contains("QUARKUS_MAILER_HOST");
    }

    private static List<Finding> model(ModelAnswer answer, String price) {
        Lane lane = new Lane("default", "gpt", new LaneKind.OpenAi(),
                ModelAddress.parse("https://api.example/v1", false),
                new ModelKey("sk-secret"), "gpt", null,
                new Dialect(Dialect.MaxTokens.MAX_TOKENS, null, true, true, true, true), TIMEOUTS);
        return ModelsCheck.of(List.of(new AskedModel(lane, "PARLEY_MODEL",
                Optional.of(price).filter(text -> !text.isEmpty()), answer)), TODAY);
    }

    private static final AnswerTimeouts TIMEOUTS = new AnswerTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1),
            Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));

    private static ModelAnswer listed(int status, Verdict verdict, @Nullable LocalDate end) {
        return new ModelAnswer.Answered(status, new LaneCheck(verdict, end, List.of("gpt-5")), Optional.empty());
    }

    @Test
    void noModel_isFine_andSaysHowToSetOne() {
        Finding finding = ModelsCheck.of(List.of(), TODAY).getFirst();

        assertThat(finding.status()).isEqualTo(Status.OK);
        assertThat(finding.advice()).contains("OPENAI_API_KEY");
    }

    @Test
    void aModelThatIsThere_isSound_untilItsEndIsNear() {
        assertThat(model(listed(200, Verdict.THERE, null), "").getFirst().status()).isEqualTo(Status.OK);
        assertThat(model(listed(200, Verdict.THERE, TODAY.plusDays(90)), "").getFirst().found())
                .contains("until 2027-03-01");
        assertThat(model(listed(200, Verdict.THERE, TODAY.plusDays(30)), "").getFirst().status())
                .isEqualTo(Status.WARNING);
    }

    @Test
    void aModelThatCannotAnswer_isAFaultWithItsSetting() {
        assertThat(model(listed(200, Verdict.GONE, null), "").getFirst().advice())
                .isEqualTo("Set PARLEY_MODEL to one that it has, such as gpt-5.");
        assertThat(model(listed(401, Verdict.KEY_REFUSED, null), "").getFirst().advice()).contains("OPENAI_API_KEY");
        assertThat(model(new ModelAnswer.Unreachable("no answer in time"), "").getFirst().advice())
                .contains("OPENAI_BASE_URL");
        assertThat(model(listed(200, Verdict.THERE, null), "Set PARLEY_PRICE.").getLast().status())
                .isEqualTo(Status.FAULT);
    }

    @Test
    void aServerWithoutAList_isOnlySoundIfItAcceptsTheKey() {
        assertThat(model(listed(200, Verdict.UNKNOWN, null), "").getFirst().status()).isEqualTo(Status.OK);
        assertThat(model(listed(404, Verdict.UNKNOWN, null), "").getFirst().status()).isEqualTo(Status.WARNING);
    }

    private static Finding proxy(List<String> trusted, String trouble, boolean https, String untrusted) {
        return ProxyCheck.of(new ProxyState(trusted, Optional.of(trouble).filter(text -> !text.isEmpty()), https, true,
                Optional.of(untrusted).filter(text -> !text.isEmpty()))).getFirst();
    }

    @Test
    void proxies_thatAreTrusted_areListed() {
        assertThat(proxy(List.of("10.0.0.0/8"), "", true, ""))
                .isEqualTo(Finding.ok("proxy", "Trusted: 10.0.0.0/8."));
    }

    @Test
    void aForwardedRequestFromAnUntrustedAddress_namesIt() {
        assertThat(proxy(List.of(), "", false, "172.17.0.1").advice())
                .contains("add 172.17.0.1 to PARLEY_TRUSTED_PROXIES");
    }

    @Test
    void aMissingOrInvalidListOfProxies_isTold() {
        assertThat(proxy(List.of(), "", true, "").status()).isEqualTo(Status.WARNING);
        assertThat(proxy(List.of(), "", false, "").status()).isEqualTo(Status.OK);
        assertThat(proxy(List.of("x"), "It names 'x'.", false, "").status()).isEqualTo(Status.FAULT);
    }

    private static Finding socket(SocketState state, ServiceState service) {
        return SocketCheck.of(state, service).getFirst();
    }

    @Test
    void aSocketThatOpens_isSound() {
        assertThat(socket(new SocketState.Opened("wss://chat"), ServiceState.RUNNING).status()).isEqualTo(Status.OK);
    }

    @Test
    void aProxyThatDoesNotUpgrade_isAFault() {
        assertThat(socket(new SocketState.NotUpgraded("wss://chat", 200), ServiceState.RUNNING).advice())
                .contains("Upgrade and Connection");
        assertThat(socket(new SocketState.NotUpgraded("wss://chat", 502), ServiceState.RUNNING).advice())
                .contains("does not reach Parley");
    }

    @Test
    void anAddressOutOfReach_isAFaultOnlyWhileTheServiceRuns() {
        SocketState state = new SocketState.Unreachable("wss://chat", "refused");

        assertThat(socket(state, ServiceState.RUNNING).status()).isEqualTo(Status.FAULT);
        assertThat(socket(state, ServiceState.STOPPED).status()).isEqualTo(Status.WARNING);
    }

    @Test
    void aPublicAddressThatIsMissingOrNone_namesTheSetting() {
        assertThat(socket(new SocketState.NoAddress(), ServiceState.RUNNING).advice()).contains("PARLEY_PUBLIC_URL");
        assertThat(socket(new SocketState.NotAnAddress(), ServiceState.RUNNING).status()).isEqualTo(Status.FAULT);
    }
}
