package langmap.network.load;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import langmap.db.Tx;
import langmap.importer.DataSet;
import langmap.importer.Issues;
import langmap.importer.MapFeature;
import langmap.importer.Node;
import langmap.importer.RegisterImport;
import langmap.importer.SourceFolder;
import org.locationtech.jts.geom.LineString;

/** Loads sections of roads, canals or power lines from GeoJSON lines, a few thousand at a time. */
public final class SectionImport implements RegisterImport {
    public static final String ROAD = "road";
    public static final String CANAL = "canal";
    public static final String POWER_LINE = "power_line";
    public static final String ROAD_ID_RULE = "Write three digits, two letters or 00, and five digits, such as 092CL00013.";
    public static final Pattern ROAD_ID = Pattern.compile("[0-9]{3}([A-ZĐ]{2}|00)[0-9]{5}");
    private static final int CHUNK = 5000;

    private final NetworkLoadStore store = new NetworkLoadStore();
    private final String dataKind;
    private final String kind;

    private SectionImport(String dataKind, String kind) {
        this.dataKind = dataKind;
        this.kind = kind;
    }

    public static List<RegisterImport> all() {
        return List.of(new SectionImport("roads", ROAD), new SectionImport("canals", CANAL), new SectionImport("power-lines", POWER_LINE));
    }

    /** One section; lengths and widths in metres, the line as EWKB in hexadecimal digits. */
    record SectionRow(String code, @com.fasterxml.jackson.annotation.JsonProperty("class") String sort, String surface, String roadId, String name,
                      BigDecimal widthM, BigDecimal voltageKv, String owner, Integer builtYear, BigDecimal lengthReportedM, String geom,
                      LocalDate from, LocalDate to) {
    }

    @Override
    public String kind() {
        return dataKind;
    }

    @Override
    public int load(DataSet set, SourceFolder folder, Issues issues, Tx tx) {
        Reading reading = new Reading(store.listClasses(tx).getOrDefault(kind, List.of()), store.listSurfaces(tx).getOrDefault(kind, List.of()),
            new HashSet<>(), new ArrayList<>());
        int[] stored = {0};
        MapFeature.stream(folder, set.files().get(0), issues, feature -> {
            read(feature, reading, issues);
            if (reading.rows.size() == CHUNK) {
                stored[0] += store(reading.rows, set, issues, tx);
            }
        });
        stored[0] += store(reading.rows, set, issues, tx);
        tx.touch("network");
        return stored[0];
    }

    /** What is known before the file is read, and what was read and not yet stored. */
    private record Reading(List<String> classes, List<String> surfaces, Set<String> codes, List<SectionRow> rows) {
    }

    private void read(MapFeature feature, Reading reading, Issues issues) {
        int before = issues.found().size();
        Node node = feature.properties();
        String code = node.text("code");
        if (code != null && !reading.codes.add(code)) {
            node.fault("code", "The code '" + code + "' stands twice.", "Give every section a code of its own.");
        }
        String roadId = node.optionalText("roadId");
        if (roadId != null && !ROAD_ID.matcher(roadId).matches()) {
            node.fault("roadId", "'" + roadId + "' is not a road id.", ROAD_ID_RULE);
        }
        Optional<LineString> line = feature.geometry(LineString.class, "a line", "LineString");
        String surface = kind.equals(POWER_LINE) ? null : node.choice("surface", reading.surfaces);
        SectionRow row = new SectionRow(code, node.choice("class", reading.classes), surface, roadId, node.optionalText("name"),
            positive(node, "widthM"), positive(node, "voltageKv"), node.optionalText("owner"), node.optionalInteger("builtYear"),
            node.optionalNumber("lengthReportedM"), line.map(Geometries::hex).orElse(null), node.optionalDate("validFrom"), node.optionalDate("validTo"));
        Geometries.checkSpan(node, row.from(), row.to());
        if (issues.found().size() == before) {
            reading.rows.add(row);
        }
    }

    private static BigDecimal positive(Node node, String key) {
        BigDecimal number = node.optionalNumber(key);
        if (number != null && number.signum() <= 0) {
            node.fault(key, "This is not more than 0.", "Give a number above 0, or leave it out.");
        }
        return number;
    }

    private int store(List<SectionRow> rows, DataSet set, Issues issues, Tx tx) {
        int count = rows.size();
        if (issues.isEmpty()) {
            Geometries.refuseTaken(store.listTakenSections(tx, kind, rows), set.files().get(0), issues);
        }
        if (issues.isEmpty()) {
            store.insertSections(tx, set.id(), kind, rows);
        }
        rows.clear();
        return count;
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        store.delete(tx, "network_section", dataSetId);
        tx.touch("network");
    }
}
