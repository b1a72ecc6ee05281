package langmap.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import langmap.geo.ByteSink;

/** The one way values become JSON: days as ISO text, numbers plain: no zeros at the end, never in scientific notation. */
public final class Json {
    public static final ObjectMapper MAPPER = JsonMapper.builder()
        .addModule(new SimpleModule()
            .addSerializer(new Plain())
            .addSerializer(LocalDate.class, ToStringSerializer.instance)
            .addSerializer(Instant.class, ToStringSerializer.instance)
            .addSerializer(sorted(Map.of(1, 1, 2, 2).getClass())))
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .build();

    private Json() {
    }

    /** The value as JSON text. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The members of an object, as they would be written of a map; for thousands of small objects, which a mapper each would slow down. */
    public static void put(Map<String, Object> members, ByteSink out) {
        char before = '{';
        for (Map.Entry<String, Object> member : members.entrySet()) {
            put(member.getKey(), out.put(before));
            put(member.getValue(), out.put(':'));
            before = ',';
        }
        out.put(members.isEmpty() ? "{}" : "}");
    }

    private static void put(Object value, ByteSink out) {
        if (value instanceof String text) {
            out.put('"');
            if (!out.putIfPlain(text)) {
                out.put(JsonStringEncoder.getInstance().quoteAsUTF8(text));
            }
            out.put('"');
        } else if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long || value instanceof Short
            || value instanceof Double number && Double.isFinite(number)) {
            out.put(String.valueOf(value));
        } else if (value instanceof BigDecimal number) {
            out.put(number.stripTrailingZeros().toPlainString());
        } else if (value instanceof LocalDate day) {
            out.put('"').put(day.toString()).put('"');
        } else {
            out.put(text(value));
        }
    }

    /** One number is written one way, however many places the database computed it with. */
    private static final class Plain extends StdSerializer<BigDecimal> {
        Plain() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal number, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(number.stripTrailingZeros());
        }
    }

    /** {@code Map.of} has another order in every process, but an answer has the same bytes, and so the same ETag, in all of them. */
    private static <T> StdDelegatingSerializer sorted(Class<T> type) {
        return new StdDelegatingSerializer(type, new StdConverter<T, Map<?, ?>>() {
            @Override
            public Map<?, ?> convert(T map) {
                return new TreeMap<>((Map<?, ?>) map);
            }
        });
    }
}
