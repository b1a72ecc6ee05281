package langmap.sample.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import langmap.sample.SplitMix;
import langmap.sample.land.Plane;
import langmap.sample.ledger.Lines;
import langmap.sample.ledger.NetworkLaws;
import langmap.sample.mesh.Country;
import langmap.sample.mesh.Mesh;
import langmap.sample.mesh.Toll;
import langmap.sample.mesh.Unit;

/** National, provincial and district roads, and the last stretch to those centres that no district road reaches. */
final class TrunkRoads {
    static final int TRUNK = 2;
    private static final double FAR = 1e9;

    private final Lines roads;
    private final Country country;
    private final Mesh mesh;
    private final NetworkLaws laws;
    private final float[] factors;
    private final Toll toll;
    private final Set<Integer> centres = new TreeSet<>();

    TrunkRoads(Lines roads) {
        this.roads = roads;
        this.country = roads.country();
        this.mesh = roads.mesh();
        this.laws = roads.laws();
        this.factors = roads.factors(laws.number("tolls.slope"), 1);
        this.toll = new Toll(factors, laws.number("tolls.trunk.reuse"), laws.number("tolls.trunk.beside"), FAR);
    }

    /** Lays them all and answers the communes with a last stretch. {@code first} are those that shall have one wherever it fits. */
    Set<Integer> lay(Set<String> first) {
        for (int unit = 0; unit < country.units().size(); unit++) {
            Unit of = country.units().get(unit);
            if (of.commune()) {
                mesh.move(country.centre(unit), Plane.x(of.lon()), Plane.y(of.lat()));
                centres.add(country.centre(unit));
                roads.cut(country.centre(unit));
            }
        }
        laws.at("nationalRoads").forEach(node -> layNumbered("national_road", node));
        laws.at("provincialRoads").forEach(node -> layNumbered("provincial_road", node));
        List<Integer> communes = new ArrayList<>();
        for (int unit = 0; unit < country.units().size(); unit++) {
            communes.add(unit);
        }
        communes.removeIf(unit -> !country.units().get(unit).commune());
        communes.sort(Comparator.comparingDouble(this::seatDistance).thenComparingInt(unit -> unit));
        Set<Integer> last = withLastStretch(communes, first);
        communes.stream().filter(unit -> !last.contains(unit)).forEach(unit -> reach(unit, 0));
        SplitMix random = laws.random(2);
        last.forEach(unit -> reach(unit, laws.between("lastStretch.lengthM", random)));
        return last;
    }

    /** Cells that drawing leaves where they are. */
    Set<Integer> centres() {
        return centres;
    }

    private void layNumbered(String grade, JsonNode node) {
        int number = roads.addNumbered(grade, node.path("name").asText());
        int from = -1;
        for (JsonNode via : node.path("via")) {
            int to = open(via.isArray() ? country.cell(via.path(0).asDouble(), via.path(1).asDouble()) : country.centre(country.index(via.asText())));
            if (from >= 0) {
                int goal = to;
                roads.lay(mesh.path(from, cell -> cell == goal, toll), number);
            }
            from = to;
        }
    }

    /** The nearest cell on which a line may lie. */
    private int open(int cell) {
        int best = -1;
        for (int other = 0; other < factors.length; other++) {
            if (factors[other] < FAR && (best < 0 || mesh.distance(cell, other) < mesh.distance(cell, best))) {
                best = other;
            }
        }
        return factors[cell] < FAR ? cell : best;
    }

    private double seatDistance(int unit) {
        Unit of = country.units().get(unit);
        double least = FAR;
        for (int town = 0; town < country.units().size(); town++) {
            Unit other = country.units().get(town);
            if (!other.commune() && other.district().equals(of.district())) {
                least = Math.min(least, mesh.distance(country.centre(unit), country.centre(town)));
            }
        }
        return least;
    }

    private Set<Integer> withLastStretch(List<Integer> communes, Set<String> first) {
        SplitMix random = laws.random(1);
        Set<Integer> last = new TreeSet<>();
        for (int unit : communes) {
            boolean apart = mesh.path(country.centre(unit), cell -> mesh.degree(cell) > 0, toll.within(laws.number("lastStretch.apartM"))).length == 1
                && mesh.degree(country.centre(unit)) == 0;
            boolean drawn = random.nextDouble() < laws.number("lastStretch.shareOfOthers");
            if (apart && (drawn || first.contains(country.units().get(unit).code()))) {
                last.add(unit);
            }
        }
        return last;
    }

    /** A district road to a centre, a commune road on its last metres. */
    private void reach(int unit, double stretchM) {
        int[] path = mesh.path(country.centre(unit), cell -> roads.has(cell, rank -> rank <= TRUNK), toll);
        if (path.length < 2) {
            return;
        }
        int at = 0;
        for (double along = 0; at + 1 < path.length && along < stretchM; at++) {
            along += mesh.distance(path[at], path[at + 1]);
        }
        if (at > 0) {
            String name = "Đường vào trung tâm xã " + country.units().get(unit).name();
            roads.lay(Arrays.copyOfRange(path, 0, at + 1), roads.add("commune_road", name, unit));
        }
        if (at + 1 < path.length) {
            int number = roads.add("district_road", null, unit);
            roads.lay(Arrays.copyOfRange(path, at, path.length), number);
        }
    }
}
