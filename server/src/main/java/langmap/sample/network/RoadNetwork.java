package langmap.sample.network;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import langmap.sample.ledger.Ledger;
import langmap.sample.ledger.Lines;
import langmap.sample.ledger.NetworkLaws;
import langmap.sample.ledger.Standing;
import langmap.sample.mesh.Country;
import langmap.sample.mesh.Drawing;
import langmap.sample.network.Villages.Village;

/**
 * The roads with their surfaces and works, and the villages on them.
 *
 * @param ledger   sections and works
 * @param drawing  where nodes came to lie
 * @param villages the villages
 */
record RoadNetwork(Ledger ledger, Drawing drawing, List<Village> villages) {
    private static final int ROUNDS = 8;
    private static final int ATTEMPTS = 6;

    static RoadNetwork make(Path data, Country country, NetworkLaws laws) {
        Lines roads = new Lines(country, laws, 0);
        Standing standing = NetworkGenerator.standing(data, country, laws, 2);
        Set<String> failing = new TreeSet<>();
        standing.failing().forEach(unit -> failing.add(country.units().get(unit).code()));
        TrunkRoads trunk = new TrunkRoads(roads);
        Set<Integer> last = trunk.lay(failing);
        List<Village> villages = Villages.place(roads);
        RuralRoads rural = new RuralRoads(roads, villages);
        rural.joinVillages();
        rural.link();
        rural.branch("village_road", "rural.hamletM", laws.number("rural.villageRoadKm") * 1000);
        rural.branch("field_road", "rural.fieldM", laws.number("rural.fieldRoadKm") * 1000);
        Drawing drawing = filled(roads, rural, trunk.centres());
        Ledger ledger = new Ledger(roads, drawing.sections(country));
        Reach reach = new Reach(ledger, villages);
        SurfacePlan plan = new SurfacePlan(ledger, reach, villages, standing);
        plan.apply(last);
        new RoadWorks(ledger, reach, villages, standing, plan).plan();
        return new RoadNetwork(ledger, drawing, villages);
    }

    /** Adds lanes until there is as much rural road as there shall be; drawing shortens lines a little, so it takes a few attempts. */
    private static Drawing filled(Lines roads, RuralRoads rural, Set<Integer> fixed) {
        double wanted = roads.laws().number("rural.totalKm") * 1000;
        double missing = wanted - new Ledger(roads, roads.draw(ROUNDS, fixed).sections(roads.country())).ruralM();
        for (int attempt = 0; attempt < ATTEMPTS && missing > wanted / 2000; attempt++) {
            rural.branch("lane", "rural.laneM", rural.laidM("lane") + missing);
            missing = wanted - new Ledger(roads, roads.draw(ROUNDS, fixed).sections(roads.country())).ruralM();
        }
        return roads.draw(ROUNDS, fixed);
    }
}
