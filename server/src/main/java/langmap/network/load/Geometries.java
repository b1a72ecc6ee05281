package langmap.network.load;

import java.time.LocalDate;
import java.util.List;
import langmap.geo.Rounding;
import langmap.importer.Issue;
import langmap.importer.Issues;
import langmap.importer.Node;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** What all that fills the network has in common. */
public final class Geometries {
    private Geometries() {
    }

    /** The geometry as WKB in hexadecimal digits, two dimensions, seven decimals (about 1 cm), so that ends that meet are the same to the bit. */
    static String hex(Geometry geometry) {
        return WKBWriter.toHex(bytes(geometry));
    }

    /** The same as bytes. */
    public static byte[] bytes(Geometry geometry) {
        return new WKBWriter(2).write(Rounding.round(geometry));
    }

    static void checkSpan(Node node, LocalDate from, LocalDate to) {
        if (from != null && to != null && !from.isBefore(to)) {
            node.fault("validTo", to + " is not after " + from + ".", "Give the first day on which it is no longer so, or leave it open.");
        }
    }

    static void refuseTaken(List<String> codes, String file, Issues issues) {
        codes.forEach(code -> issues.add(new Issue(file, "file", "code", "The code '" + code + "' is taken at that time by another data set.",
            "Give it a code of its own, or replace the other data set.")));
    }
}
