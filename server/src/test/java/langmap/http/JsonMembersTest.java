package langmap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import langmap.geo.ByteSink;
import org.junit.jupiter.api.Test;

/** Small objects are written the same whether by the mapper or without it. */
final class JsonMembersTest {
    private static String put(Map<String, Object> members) {
        ByteSink out = new ByteSink();
        Json.put(members, out);
        return new String(out.toBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void membersAreWrittenAsTheMapperWritesThem() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", "Đường \"Nà Pàn\" \\ \n\t\u0001 😀");
        members.put("plain", "NX-06235-023-01 ~ {/}");
        members.put("quoted", "a \"b\"");
        members.put("backslash", "a\\b");
        members.put("deleted", "a\u007fb");
        members.put("chữ", "");
        members.put("whole", 3.0);
        members.put("none", null);
        members.put("yes", true);
        members.put("year", 2022);
        members.put("small", (short) 3);
        members.put("large", 12_345_678_901L);
        members.put("length", new BigDecimal("1200.500"));
        members.put("hundreds", new BigDecimal("1E+3"));
        members.put("share", 0.25);
        members.put("day", LocalDate.of(2022, 12, 31));
        members.put("list", List.of(1, "hai"));
        assertThat(put(members)).isEqualTo(Json.text(members));
        assertThat(put(Map.of())).isEqualTo("{}");
    }
}
