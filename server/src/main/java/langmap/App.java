package langmap;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import langmap.criterion.AssessmentImport;
import langmap.criterion.AssessmentRoutes;
import langmap.criterion.CriteriaSetImport;
import langmap.criterion.RecognitionImport;
import langmap.db.Database;
import langmap.exporter.ExportRoutes;
import langmap.http.HttpServer;
import langmap.http.Route;
import langmap.http.openapi.ApiRoutes;
import langmap.importer.Importer;
import langmap.importer.RegisterImport;
import langmap.importer.staging.ImportRoutes;
import langmap.importer.staging.Imports;
import langmap.importer.staging.TargetLayer;
import langmap.layer.BoundaryRoutes;
import langmap.measure.MeasureRoutes;
import langmap.measure.TotalRoutes;
import langmap.ogc.OgcRoutes;
import langmap.network.AccessRoutes;
import langmap.network.NetworkRoutes;
import langmap.network.SectionRoutes;
import langmap.network.WhyRoutes;
import langmap.network.edit.SectionEditRoutes;
import langmap.network.edit.WordRoutes;
import langmap.network.edit.WorkEditRoutes;
import langmap.network.load.CommandAreaImport;
import langmap.network.load.CriterionRuleImport;
import langmap.network.load.NetworkClassImport;
import langmap.network.load.SectionImport;
import langmap.network.load.SubstationImport;
import langmap.network.load.WorkImport;
import langmap.network.photo.PhotoRoutes;
import langmap.network.incoming.NetworkLayers;
import langmap.plan.PlanImport;
import langmap.plan.PlanRoutes;
import langmap.tile.TileRoutes;
import langmap.unit.BoundaryImport;
import langmap.unit.BoundaryLayer;
import langmap.unit.FlagImport;
import langmap.unit.GroupImport;
import langmap.unit.UnitImport;
import langmap.unit.UnitRoutes;
import langmap.unit.VillageImport;
import langmap.unit.VillageLayer;

/** LangMap put together: which registers can be loaded, which routes are served, on which database. */
public final class App implements AutoCloseable {
    private final Database database;
    private final HttpServer server;

    private final Imports imports;

    private App(Database database, HttpServer server, Imports imports) {
        this.database = database;
        this.server = server;
        this.imports = imports;
    }

    /** Every register that data sets can fill. */
    static List<RegisterImport> registers() {
        List<RegisterImport> registers = new ArrayList<>(List.of(new UnitImport(), new GroupImport(), new FlagImport(), new CriteriaSetImport(),
            new AssessmentImport("actual"), new AssessmentImport("planned"), new RecognitionImport(), new BoundaryImport(), new PlanImport(),
            new VillageImport(), new NetworkClassImport(), new CommandAreaImport(), new SubstationImport(), new WorkImport(),
            new CriterionRuleImport()));
        registers.addAll(SectionImport.all());
        return registers;
    }

    /** Every layer that map files can fill. */
    static List<TargetLayer> layers() {
        List<TargetLayer> layers = new ArrayList<>(List.of(new BoundaryLayer(), new VillageLayer()));
        layers.addAll(NetworkLayers.all());
        return layers;
    }

    /** The table of routes. */
    static List<Route> routes(Database database, PrometheusMeterRegistry metrics) {
        return routes(database, new Imports(database, layers()), metrics);
    }

    private static List<Route> routes(Database database, Imports imports, PrometheusMeterRegistry metrics) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(new HealthRoutes(database, metrics).routes());
        routes.addAll(new UnitRoutes().routes());
        routes.addAll(new BoundaryRoutes().routes());
        routes.addAll(new AssessmentRoutes().routes());
        routes.addAll(new MeasureRoutes().routes());
        routes.addAll(new TotalRoutes().routes());
        routes.addAll(new PlanRoutes().routes());
        routes.addAll(new NetworkRoutes().routes());
        routes.addAll(new WhyRoutes().routes());
        routes.addAll(new AccessRoutes().routes());
        routes.addAll(new SectionRoutes().routes());
        routes.addAll(new WordRoutes().routes());
        routes.addAll(new WorkEditRoutes().routes());
        routes.addAll(new SectionEditRoutes().routes());
        routes.addAll(new PhotoRoutes().routes());
        routes.addAll(new ExportRoutes(database).routes());
        routes.addAll(new TileRoutes().routes());
        routes.addAll(new ImportRoutes(imports).routes());
        routes.addAll(new OgcRoutes(HealthRoutes.version()).routes());
        return List.copyOf(ApiRoutes.describing(routes, HealthRoutes.version()));
    }

    /** Fills a database that was brought to this version. */
    static Importer importer(Database database) {
        return new Importer(database, registers());
    }

    /** Starts serving from an open database, which is closed with the server. */
    static App serve(Database database, Config config) {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(metrics);
        new JvmThreadMetrics().bindTo(metrics);
        new ProcessorMetrics().bindTo(metrics);
        Imports imports = new Imports(database, layers());
        HttpServer server = HttpServer.start(settings(config), database, routes(database, imports, metrics), metrics);
        imports.takeUp();
        return new App(database, server, imports);
    }

    static HttpServer.Settings settings(Config config) {
        return new HttpServer.Settings(config.host(), config.port(), config.publicUrl().map(URI::toString).orElse(""), config.cacheMb(),
            config.adminToken().orElse(""));
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
        imports.close();
        database.close();
    }
}
