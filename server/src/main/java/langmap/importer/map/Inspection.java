package langmap.importer.map;

import java.util.List;
import java.util.Optional;
import langmap.geo.Bbox;
import langmap.geo.Crs;

/**
 * What is in a map file.
 *
 * @param layers those with something to draw, in the order of the file
 */
public record Inspection(List<Layer> layers) {
    /**
     * A layer and where it lies.
     *
     * @param layer      as the file has it
     * @param bbox       in degrees, null if the coordinate system is not known or puts it nowhere
     * @param candidates systems that could be meant instead of what the file states, the likeliest first; never applied unasked
     */
    public record Layer(MapLayer layer, Bbox bbox, List<Candidate> candidates) {
    }

    /**
     * A system that would put a file where it is expected.
     *
     * @param crs     the system
     * @param swapped true if northing or latitude stands first
     */
    public record Candidate(Crs crs, boolean swapped) {
    }

    public Optional<Layer> find(String name) {
        return layers.stream().filter(layer -> layer.layer().name().equals(name)).findFirst();
    }
}
