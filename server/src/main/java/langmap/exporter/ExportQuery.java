package langmap.exporter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import langmap.geo.Bbox;
import langmap.http.Param;
import langmap.http.Params;
import langmap.http.Request;
import langmap.layer.Ask;
import langmap.measure.Measure;
import langmap.problem.Fault;
import langmap.problem.Problem;

/**
 * What is to be exported, and how.
 *
 * @param layer   the layer
 * @param format  form of the file
 * @param crs     EPSG code of its coordinates
 * @param asOf    the day
 * @param series  actual or planned
 * @param filters wanted values by parameter
 * @param bbox    box, empty for everywhere
 * @param measure id of a measure whose values are added; null for none
 * @param lang    language of labels
 * @param forPeople true for tables with labels and numbers as people write them
 * @param bom     true for a mark at the beginning of a CSV that tells Excel it is UTF-8
 */
record ExportQuery(Layer layer, Format format, int crs, LocalDate asOf, String series, Map<String, String> filters, Optional<Bbox> bbox, String measure,
                   String lang, boolean forPeople, boolean bom) {
    private static final int DEGREES = 4326;
    private static final int PROVINCE_GRID = 9215;

    static final Param<String> LAYER = Params.pathChoice("layer", "What to export.", Layer.ALL.stream().map(Layer::id).toList());
    static final Param<String> FORMAT = Params.pathChoice("format", "Form of the file; shp.zip is a Shapefile.", Format.extensions());
    static final Param<String> CRS = Params.choice("crs", "EPSG code of the coordinates: 9215 (VN-2000 / TM-3 107-15, the province's own) if not given. "
        + "GeoJSON and KML are always in 4326, as their standards say.", List.of("9215", "3405", "3857", "4326"));
    static final Param<String> UNIT = Params.word("unit", "Only what lies in this commune, town, district or province.", Pattern.compile("[0-9]{2,5}"));
    static final Param<String> MEASURE = Params.word("measure", "Adds the values of a measure, for communes, districts or province.",
        Pattern.compile("[a-z0-9-]{1,60}"));
    static final Param<List<Double>> BBOX = Params.numbers("bbox", "Only features that touch the box: west,south,east,north in degrees.", 4, 4);
    static final Param<String> FORM = Params.choice("form", "CSV only: people (labels, numbers and days as people write them; the default) or machine "
        + "(names of columns, points before decimals, geometry as text).", List.of("people", "machine"));
    static final Param<Boolean> BOM = Params.truth("bom", "CSV only: begin with the mark that Excel needs to see UTF-8; true for people if not given.");
    private static final Pattern WORD = Pattern.compile("[a-z0-9_]{1,40}");
    /** Filters that only some layers have. */
    static final List<Param<String>> SPECIAL = List.of(Params.word("class", "Only sections of this class.", WORD),
        Params.word("surface", "Only sections that had this surface before any work.", WORD), Params.word("kind", "Only works of this kind.", WORD),
        Params.choice("state", "Only works in this state on the day.", List.of("planned", "under_way", "done", "accepted")));

    static Param<?>[] params() {
        List<Param<?>> params = new ArrayList<>(List.of(LAYER, FORMAT, Ask.AS_OF, Ask.SERIES, CRS, UNIT, Ask.GROUP, BBOX, MEASURE, Ask.LANG, FORM, BOM));
        params.addAll(SPECIAL);
        return params.toArray(Param<?>[]::new);
    }

    /**
     * Reads a request.
     *
     * @throws Problem naming all that does not go together
     */
    static ExportQuery of(Request request, LocalDate asOf) {
        Layer layer = Layer.get(request.get(LAYER));
        Format format = Format.get(request.get(FORMAT));
        Optional<Bbox> bbox = request.find(BBOX).map(box -> new Bbox(box.get(0), box.get(1), box.get(2), box.get(3)));
        refuse(request, layer, format, bbox);
        Map<String, String> filters = new LinkedHashMap<>();
        request.find(UNIT).ifPresent(unit -> filters.put("unit", unit));
        request.find(Ask.GROUP).ifPresent(group -> filters.put("group", group));
        SPECIAL.forEach(param -> request.find(param).ifPresent(value -> filters.put(param.name(), value)));
        boolean people = format == Format.XLSX || format == Format.CSV && request.find(FORM).orElse("people").equals("people");
        return new ExportQuery(layer, format, request.find(CRS).map(Integer::valueOf).orElse(format.inDegrees ? DEGREES : PROVINCE_GRID), asOf,
            request.find(Ask.SERIES).orElse("actual"), filters, bbox, request.find(MEASURE).orElse(null), request.find(Ask.LANG).orElse("vi"), people,
            request.find(BOM).orElse(people));
    }

    private static void refuse(Request request, Layer layer, Format format, Optional<Bbox> bbox) {
        List<Fault> faults = new ArrayList<>();
        request.find(CRS).filter(crs -> format.inDegrees && !crs.equals("4326")).ifPresent(crs -> faults.add(new Fault("crs", "A "
            + format.extension + " file is always in longitude and latitude of WGS 84.", "Leave crs out, or take gpkg or shp.zip for EPSG:" + crs + ".")));
        SPECIAL.stream().filter(param -> request.find(param).isPresent() && !layer.filters().contains(param.name())).forEach(param -> faults.add(
            new Fault(param.name(), "The layer " + layer.id() + " has no " + param.name() + " to choose by.", "Leave it out.")));
        request.find(MEASURE).filter(measure -> !layer.measured()).ifPresent(measure -> faults.add(new Fault("measure", "Measures have no values for the layer "
            + layer.id() + ".", "Take communes, districts or province.")));
        for (Param<?> param : List.of(FORM, BOM)) {
            if (format != Format.CSV && request.find(param).isPresent()) {
                faults.add(new Fault(param.name(), param.name() + " is for CSV only.", "Leave it out."));
            }
        }
        bbox.map(box -> box.isSplit() ? "West is greater than east." : box.fault()).ifPresent(fault ->
            faults.add(new Fault("bbox", fault, "Give west,south,east,north in degrees.")));
        if (!faults.isEmpty()) {
            throw Problem.ofFaults(faults);
        }
    }

    /** All columns of the file, in order; {@code painted} is the measure that adds some, or null. */
    List<Column> columns(Measure painted) {
        List<Column> columns = new ArrayList<>(own());
        if (painted != null) {
            boolean share = painted.kind() == Measure.Kind.SHARE || painted.kind() == Measure.Kind.STATUS && !layer.level().equals("commune");
            shown(Layer.MEASURED).forEach(column -> columns.add(!column.id().equals("value") ? column
                : column.of(share ? Column.Type.SHARE : column.type(), painted.decimals())));
        }
        columns.addAll(Layer.ALWAYS);
        return columns;
    }

    /** Where the columns begin that all exports end with. */
    int endOfOwnColumns() {
        return own().size() + (measure == null ? 0 : shown(Layer.MEASURED).size());
    }

    /** The columns of the layer. */
    List<Column> own() {
        return shown(layer.columns());
    }

    /** People are given words, not the codes they stand for. */
    private List<Column> shown(List<Column> columns) {
        return columns.stream().filter(column -> !forPeople || !column.code()).toList();
    }

    /** Name of the file without its extension. */
    String name() {
        return "langmap-" + layer.id() + (measure == null ? "" : "-" + measure) + "-" + asOf;
    }
}
