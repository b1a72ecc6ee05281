package langmap.sample.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import langmap.house.Checkout;
import org.junit.jupiter.api.Test;

/** The same laws and the same seed make the same files. */
final class NetworkBytesTest {
    private static final Map<String, String> DIGESTS = Map.of("canals.geojson", "d63f17f3ac7fa207", "command-areas.geojson", "a3569d8a21fce849",
        "power-lines.geojson", "8174a47a221251b2", "roads.geojson", "310e80215ec87db2", "substations.geojson", "6d75c41c89cebe1d",
        "villages.csv", "0fac5b1c87c6a584", "works.csv", "4acad9ccf3d3041d");

    @Test
    void theSameSeedGivesTheSameBytes() throws NoSuchAlgorithmException {
        Map<String, String> digests = new TreeMap<>();
        for (Map.Entry<String, String> file : NetworkGenerator.files(SampleNetwork.DATA).entrySet()) {
            assertThat(file.getValue().equals(Checkout.text(SampleNetwork.DATA.resolve("illustrative").resolve(file.getKey())))).as(file.getKey()).isTrue();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.getValue().getBytes(StandardCharsets.UTF_8));
            digests.put(file.getKey(), HexFormat.of().formatHex(digest).substring(0, 16));
        }
        assertThat(digests).containsExactlyInAnyOrderEntriesOf(DIGESTS);
    }
}
