package dev.parley.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final String SECRET = Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** RFC 6238, appendix B, for SHA-1; the last six of the eight digits. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037",
            "20000000000,353130"})
    void code_isTheStandards(long seconds, String code) {
        assertThat(Totp.code(SECRET, seconds / 30)).isEqualTo(code);
        assertThat(Totp.stepOf(code, SECRET, Instant.ofEpochSecond(seconds))).hasValue(seconds / 30);
    }

    @Test
    void code_isGoodHalfAMinuteEarlyOrLate() {
        Instant then = Instant.ofEpochSecond(59);

        assertThat(Totp.stepOf("287082", SECRET, then.plusSeconds(30))).hasValue(1);
        assertThat(Totp.stepOf("287082", SECRET, then.minusSeconds(30))).hasValue(1);
        assertThat(Totp.stepOf("287082", SECRET, then.plusSeconds(61))).isEmpty();
        assertThat(Totp.stepOf("287083", SECRET, then)).isEmpty();
    }

    @Test
    void uri_isWhatAppsRead() {
        assertThat(Totp.uri("Alder & Pine", "ada@shop.example", "ABC")).isEqualTo(
                "otpauth://totp/Alder%20%26%20Pine:ada%40shop.example?secret=ABC&issuer=Alder%20%26%20Pine&algorithm=SHA1&digits=6&period=30");
    }

    /** RFC 4648, section 10, without padding. */
    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void base32_isTheStandards(String plain, String encoded) {
        assertThat(Base32.encode(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
        assertThat(Base32.decode(encoded)).isEqualTo(plain.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void secrets_areOf160BitsAndNeverTheSame() {
        assertThat(Base32.decode(Totp.newSecret())).hasSize(20);
        assertThat(Totp.newSecret()).isNotEqualTo(Totp.newSecret());
    }

    @Test
    void recoveryCodes_areTenAndTypedAsOneLikes() {
        List<String> codes = RecoveryCode.fresh();
        UUID agent = UUID.randomUUID();

        assertThat(new HashSet<>(codes)).hasSize(10);
        assertThat(codes).allMatch(code -> code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
        assertThat(RecoveryCode.hash(agent, " ABCD efgh-ijkl mnop"))
                .isEqualTo(RecoveryCode.hash(agent, "abcd-efgh-ijkl-mnop"));
        assertThat(RecoveryCode.hash(UUID.randomUUID(), "abcd")).isNotEqualTo(RecoveryCode.hash(agent, "abcd"));
    }
}
