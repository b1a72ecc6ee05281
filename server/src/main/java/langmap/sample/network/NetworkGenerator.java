package langmap.sample.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import langmap.sample.ledger.Ledger;
import langmap.sample.ledger.NetworkLaws;
import langmap.sample.ledger.Standing;
import langmap.sample.ledger.Statuses;
import langmap.sample.mesh.Country;
import langmap.sample.network.CommandAreas.Area;

/**
 * Makes the illustrative network from the units, their illustrative boundaries and assessments, {@code network-laws.yaml} and
 * {@code criterion-rules.yaml}: villages, roads, canals, command areas, power lines, substations and works.
 */
public final class NetworkGenerator {
    private NetworkGenerator() {
    }

    /** Writes the files into the folder {@code illustrative} of the data; the seed stands in the laws. */
    public static void write(Path data) {
        files(data).forEach((name, text) -> {
            try {
                Files.writeString(data.resolve("illustrative").resolve(name), text, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The files by name, as they are to be written. */
    static Map<String, String> files(Path data) {
        NetworkLaws laws = NetworkLaws.read(data);
        Country country = Country.read(data, laws.date("day"), laws.number("stepM"), laws.at("seed").longValue());
        RoadNetwork roads = RoadNetwork.make(data, country, laws);
        Standing water = standing(data, country, laws, 3);
        Ledger canals = Canals.make(roads.ledger().lines(), water);
        List<Area> areas = CommandAreas.make(canals, water);
        PowerGrid power = PowerGrid.make(roads, standing(data, country, laws, 4));
        NetworkFiles files = new NetworkFiles(laws);
        return Map.of(
            "villages.csv", NetworkFiles.villages(roads.villages(), roads.drawing()),
            "roads.geojson", files.roads(roads.ledger()),
            "canals.geojson", files.canals(canals),
            "power-lines.geojson", files.powerLines(power),
            "substations.geojson", files.substations(power),
            "command-areas.geojson", files.areas(areas, canals),
            "works.csv", new WorksFile(laws).add("road", roads.ledger()).add("canal", canals).add("power_line", power.ledger()).text());
    }

    static Standing standing(Path data, Country country, NetworkLaws laws, int criterion) {
        return Standing.of(country, laws, criterion, Statuses.read(data, criterion, laws.date("baselineDay")),
            Statuses.read(data, criterion, laws.date("yearEnd")));
    }
}
