package langmap.importer.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import langmap.gdal.Gdal;
import langmap.geo.Bbox;
import langmap.geo.Crs;
import langmap.importer.Issue;
import langmap.importer.Issues;
import langmap.importer.file.Limits;
import langmap.importer.file.MapFile;
import langmap.importer.file.MapFormat;
import langmap.importer.file.Source;
import langmap.importer.file.Upload;
import langmap.importer.file.Workspace;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Says what is in a map file, and streams its features in WGS 84. Nothing is kept, and everything doubtful is an issue. */
public final class MapReader {
    private static final int MOST_INFO_LINES = 50_000;
    /** What GDAL makes of the points of tracks and routes in GPX files, beside the tracks and routes. */
    private static final List<String> VERTICES = List.of("route_points", "track_points");
    /** What is looked at to judge where a layer lies. */
    private static final int SAMPLED_FEATURES = 5000;
    private static final int SAMPLED_VERTICES = 8;
    private static final int SAMPLED_POINTS = 500;
    private static final List<String> AXES_SWAPPED = List.of("-ct", "+proj=axisswap +order=2,1");

    private final Ogr ogr;
    private final Limits limits;
    private final Geometry area;
    private final CrsAdvice advice;

    /**
     * A reader.
     *
     * @param area where map files are expected, WGS 84
     */
    public MapReader(Geometry area, Limits limits) {
        this.ogr = new Ogr(limits);
        this.limits = limits;
        this.area = area;
        this.advice = new CrsAdvice(area);
    }

    /** What is in a file, and what is wrong with it as far as one can see without reading its features. */
    public Inspection inspect(Upload upload, Choices choices, Issues issues) {
        try (Workspace workspace = Workspace.make()) {
            List<Inspection.Layer> layers = new ArrayList<>();
            for (Opened opened : open(upload, choices, workspace, issues)) {
                Issue.Where where = opened.where(upload);
                Optional<Crs> crs = opened.crs(choices);
                List<Inspection.Candidate> candidates = checkLayer(opened, choices, where, issues);
                Bbox bbox = crs.filter(known -> opened.layer.extent() != null).flatMap(known ->
                    CrsAdvice.degrees(new Inspection.Candidate(known, choices.swapped()), opened.layer.extent())).map(MapReader::bbox).orElse(null);
                layers.add(new Inspection.Layer(opened.layer, bbox, candidates));
            }
            return new Inspection(layers);
        }
    }

    /**
     * Gives the features of one layer to a consumer, each checked by itself. If the file must not or cannot be read as chosen, the issues
     * say so and no feature is given.
     *
     * @return how many features were given
     */
    public long stream(Upload upload, Choices choices, Consumer<Feature> consumer, Issues issues) {
        try (Workspace workspace = Workspace.make()) {
            Opened opened = choose(open(upload, choices, workspace, issues), choices, upload, issues);
            if (opened == null) {
                return 0;
            }
            Issue.Where where = opened.where(upload);
            checkLayer(opened, choices, where, issues);
            if (opened.crs(choices).isEmpty() || issues.hasErrors()) {
                return 0;
            }
            return stream(opened, choices, where, new Sink(consumer, issues));
        }
    }

    /** Where features and issues go. */
    private record Sink(Consumer<Feature> consumer, Issues issues) {
    }

    /** A layer with what is needed to read it. */
    private record Opened(Source source, String ogrName, MapLayer layer) {
        Issue.Where where(Upload upload) {
            return Issue.Where.ofFile(upload.name()).place("layer " + layer.name());
        }

        Optional<Crs> crs(Choices choices) {
            return choices.crs() != null ? Optional.of(choices.crs()) : layer.crs();
        }

        Optional<String> encodingName(Choices choices) {
            return choices.encoding() != null ? Optional.of(choices.encoding().name()) : source.encoding();
        }

        TextEncoding encoding(Choices choices) {
            if (!source.format().hasOldEncodings()) {
                return TextEncoding.DECODED;
            }
            return choices.encoding() != null ? choices.encoding() : source.encoding().flatMap(TextEncoding::find).orElse(null);
        }
    }

    private List<Opened> open(Upload upload, Choices choices, Workspace workspace, Issues issues) {
        List<Opened> layers = new ArrayList<>();
        List<Source> sources = MapFile.open(upload, workspace, limits, issues);
        for (Source source : sources) {
            list(source, upload, issues).stream().filter(read -> read.count() != 0 && !VERTICES.contains(read.ogrName())).forEach(read -> layers.add(opened(source, read, choices, layers)));
        }
        List<Opened> maps = layers.stream().filter(opened -> opened.layer.isMap()).toList();
        if (maps.isEmpty() && !issues.hasErrors()) {
            boolean linked = issues.counts().containsKey("kml-network-link");
            issues.report(layers.isEmpty() ? linked ? "kml-only-network-link" : "file-without-features" : "file-without-map", Issue.Where.ofFile(upload.name()));
        }
        return issues.hasErrors() ? List.of() : maps;
    }

    private static Opened opened(Source source, LayerListing.Read read, Choices choices, List<Opened> before) {
        String name = read.ogrName().equals("data") ? source.name() : Normalizer.normalize(read.ogrName(), Normalizer.Form.NFC);
        long same = before.stream().filter(other -> other.layer.name().replaceFirst(" \\([0-9]+\\)$", "").equals(name)).count();
        Texts texts = new Texts(new Opened(source, null, null).encoding(choices), source.said().fields(), Issue.Where.ofFile(name), new Issues());
        List<MapLayer.Field> fields = read.fields().stream().map(field -> new MapLayer.Field(texts.name(field.name()), field.type())).toList();
        return new Opened(source, read.ogrName(), new MapLayer(same == 0 ? name : name + " (" + (same + 1) + ")", source.format().label, read.geometry(),
            read.count(), fields, read.extent(), read.crs(), source.encoding()));
    }

    private List<LayerListing.Read> list(Source source, Upload upload, Issues issues) {
        List<String> command = new ArrayList<>(List.of("ogrinfo", "-ro", "-so", "-al", "-wkt_format", "WKT1"));
        command.addAll(openOptions(source));
        command.add(source.path().getFileName().toString());
        List<String> lines = new ArrayList<>();
        Gdal.Ending ending = ogr.run(source, command, line -> {
            if (line != null) {
                lines.add(line);
            }
            return lines.size() < MOST_INFO_LINES;
        });
        Complaints.report(ending, Issue.Where.ofFile(upload.name()), number -> Issue.Where.ofFile(upload.name()), issues);
        return issues.hasErrors() ? List.of() : LayerListing.parse(source, lines);
    }

    private static List<String> openOptions(Source source) {
        return source.format() == MapFormat.SHAPEFILE ? List.of("-oo", "ENCODING=ISO-8859-1") : List.of();
    }

    private static Opened choose(List<Opened> layers, Choices choices, Upload upload, Issues issues) {
        String names = String.join(", ", layers.stream().map(opened -> opened.layer.name()).toList());
        if (choices.layer() == null && layers.size() > 1) {
            issues.report("layer-choice", Issue.Where.ofFile(upload.name()), names);
            return null;
        }
        String name = choices.layer() == null ? null : Normalizer.normalize(choices.layer(), Normalizer.Form.NFC);
        Optional<Opened> chosen = layers.stream().filter(opened -> name == null || opened.layer.name().equals(name)).findFirst();
        if (chosen.isEmpty() && !layers.isEmpty()) {
            issues.report("layer-unknown", Issue.Where.ofFile(upload.name()), choices.layer(), names);
        }
        return chosen.orElse(null);
    }

    private List<Inspection.Candidate> checkLayer(Opened opened, Choices choices, Issue.Where where, Issues issues) {
        String type = opened.layer.geometryType();
        if (type.contains("3D") || type.contains("Measured")) {
            issues.report("dimensions-dropped", where);
        }
        if (type.contains("Curve") || type.contains("Compound") || type.contains("Surface")) {
            issues.report("curves-made-straight", where);
        }
        if (opened.ogrName.startsWith("-")) {
            issues.report("layer-name", where);
        }
        boolean old = opened.source.format().hasOldEncodings();
        opened.encodingName(choices).filter(name -> old && TextEncoding.find(name).isEmpty()).ifPresent(name -> issues.report("encoding-unknown", where, name));
        return advice.check(new CrsAdvice.Meant(opened.crs(choices), choices.swapped(), choices.crs() != null), opened.layer.extent(), sample(opened), where, issues);
    }

    /** Some vertices of the first features, in the coordinates of the file. */
    private List<Coordinate> sample(Opened opened) {
        List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", "GeoJSONSeq", "/vsistdout/", "-a_srs", "EPSG:4326", "-dim", "XY", "-lco", "COORDINATE_PRECISION=15",
            "-skipfailures", "-limit", Integer.toString(SAMPLED_FEATURES)));
        command.addAll(openOptions(opened.source));
        command.addAll(List.of(opened.source.path().getFileName().toString(), opened.ogrName));
        List<Coordinate> points = new ArrayList<>();
        ogr.run(opened.source, command, line -> {
            points.addAll(FeatureReader.sample(line, SAMPLED_VERTICES));
            return true;
        });
        int step = points.size() / SAMPLED_POINTS + 1;
        return IntStream.range(0, points.size() / step).mapToObj(i -> points.get(i * step)).toList();
    }

    private long stream(Opened opened, Choices choices, Issue.Where where, Sink sink) {
        Crs crs = opened.crs(choices).orElseThrow();
        List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", "GeoJSONSeq", "/vsistdout/", "-s_srs", crs.definition(),
            "-t_srs", choices.swapped() ? crs.definition() : "EPSG:4326", "-dim", "XY", "-lco", "COORDINATE_PRECISION=15", "-skipfailures", "-preserve_fid"));
        if (choices.swapped()) {
            command.addAll(AXES_SWAPPED);
        }
        command.addAll(openOptions(opened.source));
        command.addAll(List.of(opened.source.path().getFileName().toString(), opened.ogrName));
        FeatureReader reader = new FeatureReader(where, opened.source.format().isNumberedFromZero() ? 1 : 0,
            new Texts(opened.encoding(choices), opened.source.said().fields(), where, sink.issues), new FeatureReader.CheckedBy(area, choices.repair()), sink.issues);
        AtomicLong given = new AtomicLong();
        Gdal.Ending ending = ogr.run(opened.source, command, line -> {
            Feature feature = read(reader, line);
            if (feature != null) {
                sink.consumer.accept(feature);
                given.incrementAndGet();
            }
            return true;
        });
        boolean counted = opened.source.format() != MapFormat.SHAPEFILE;   // there the rows marked as deleted are counted as well
        if (counted && opened.layer.count() > given.get() && !sink.issues.hasErrors()) {
            sink.issues.report("features-lost", where, opened.layer.count(), given.get());
        }
        reader.checkAll(Complaints.report(ending, where, reader::feature, sink.issues));
        return given.get();
    }

    private static Feature read(FeatureReader reader, String line) {
        try {
            return reader.read(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bbox bbox(Envelope box) {
        return new Bbox(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }
}
