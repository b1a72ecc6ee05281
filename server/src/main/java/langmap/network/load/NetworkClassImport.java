package langmap.network.load;

import java.util.ArrayList;
import java.util.List;
import langmap.db.Tx;
import langmap.importer.DataSet;
import langmap.importer.Issues;
import langmap.importer.Node;
import langmap.importer.RegisterImport;
import langmap.importer.SourceFolder;

/** Loads what classes, surfaces and kinds of works there are and what they mean. */
public final class NetworkClassImport implements RegisterImport {
    private static final List<String> KINDS = List.of(SectionImport.ROAD, SectionImport.CANAL, SectionImport.POWER_LINE);

    private final NetworkLoadStore store = new NetworkLoadStore();

    /** A class of sections. */
    record ClassRow(String kind, String code, String vi, String en, List<String> also, boolean rural, boolean motor, boolean trunk, Integer fromZoom, int ordinal) {
    }

    /** A surface of sections. */
    record SurfaceRow(String kind, String code, String vi, String en, List<String> also, boolean hardened, boolean paved, int ordinal) {
    }

    /** A kind of works; without a section kind it can be done to anything. */
    record WorkKindRow(String code, String sectionKind, String vi, String en, List<String> also, boolean improves, boolean hardens, int ordinal) {
    }

    @Override
    public String kind() {
        return "network-classes";
    }

    @Override
    public int load(DataSet set, SourceFolder folder, Issues issues, Tx tx) {
        Node top = Node.ofYaml(folder, set.files().get(0), issues);
        List<ClassRow> classes = new ArrayList<>();
        top.items("classes").forEach(node -> classes.add(new ClassRow(node.choice("kind", KINDS), node.text("code"), node.text("vi"), node.text("en"),
            node.texts("also"), node.flag("rural"), node.flag("motor"), node.flag("trunk"), node.optionalInteger("fromZoom"), classes.size())));
        List<SurfaceRow> surfaces = new ArrayList<>();
        top.items("surfaces").forEach(node -> surfaces.add(new SurfaceRow(node.choice("kind", KINDS.subList(0, 2)), node.text("code"), node.text("vi"),
            node.text("en"), node.texts("also"), node.flag("hardened"), node.flag("paved"), surfaces.size())));
        List<WorkKindRow> works = new ArrayList<>();
        top.items("works").forEach(node -> works.add(new WorkKindRow(node.text("code"), node.has("kind") ? node.choice("kind", KINDS) : null,
            node.text("vi"), node.text("en"), node.texts("also"), node.flag("improves"), node.flag("hardens"), works.size())));
        if (issues.isEmpty()) {
            store.insertClasses(tx, set.id(), classes);
            store.insertSurfaces(tx, set.id(), surfaces);
            store.insertWorkKinds(tx, set.id(), works);
        }
        tx.touch("network");
        return classes.size() + surfaces.size() + works.size();
    }

    @Override
    public void remove(String dataSetId, Tx tx) {
        List.of("network_class", "network_surface", "work_kind").forEach(table -> store.delete(tx, table, dataSetId));
        tx.touch("network");
    }
}
