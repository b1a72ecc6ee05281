package langmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonTest {
    @Test
    void mapsWithoutAnOrderHaveTheSameOneInEveryProcessAndOthersKeepTheirs() throws JsonProcessingException {
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put("z", Map.of("c", 1, "a", List.of(Map.of("y", 1, "x", 2)), "b", 3));
        ordered.put("m", Map.of("only", 1));
        assertThat(Json.MAPPER.writeValueAsString(ordered)).isEqualTo("{\"z\":{\"a\":[{\"x\":2,\"y\":1}],\"b\":3,\"c\":1},\"m\":{\"only\":1}}");
    }
}
