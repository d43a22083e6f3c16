package dev.parley.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class SealTest {
    private static final byte[] SOUND = "la la la, and so on".getBytes(StandardCharsets.UTF_8);
    private final Seal seal = Seal.fresh(UUID.randomUUID(), new SecureRandom());

    @Test
    void sealedPiece_opensWithItsKeyAtItsPlace() {
        byte[] sealed = seal.close(3, SOUND, SOUND.length);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("la la");
        assertThat(seal.open(3, sealed)).isEqualTo(SOUND);
    }

    @Test
    void pieceOfAnotherPlaceOrRecording_doesNotOpen() {
        byte[] sealed = seal.close(3, SOUND, SOUND.length);
        Seal other = Seal.of(UUID.randomUUID(), seal.key());

        assertThatThrownBy(() -> seal.open(4, sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> other.open(3, sealed)).isInstanceOf(IllegalStateException.class);
    }
}
