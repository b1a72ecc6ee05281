package langmap.ogc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import langmap.db.Tx;
import langmap.geo.ByteSink;
import langmap.geo.EwkbJson;
import langmap.http.Answer;
import langmap.http.Json;
import langmap.http.Request;

/** Pages of features, as GeoJSON or as a table. */
final class Items {
    private static final int DECIMALS = 7;
    private final FeatureStore store = new FeatureStore();

    Answer page(FeatureQuery query, LocalDate usual, Request request, Tx tx, boolean html) {
        return html ? toHtml(query, usual, request, tx) : toGeoJson(query, usual, request, tx);
    }

    /** How many there are in all; counted only where the page is full, for then it does not show by itself. */
    private int matched(FeatureQuery query, int returned, Tx tx) {
        return returned < query.limit() && (returned > 0 || query.offset() == 0) ? query.offset() + returned : store.countFeatures(tx, query);
    }

    private static Links links(FeatureQuery query, int matched, Request request, boolean html) {
        String type = html ? "text/html" : Answer.GEOJSON;
        Links links = new Links(request.address()).forms(html, "geojson")
            .add("collection", Answer.JSON, query.layer().titleVi(), new Links(request.address()).at("/collections/" + query.layer().id()));
        if (query.offset() + query.limit() < matched) {
            links.add("next", type, "Trang sau", links.here(Map.of("offset", "" + (query.offset() + query.limit()))));
        }
        if (query.offset() > 0) {
            links.add("prev", type, "Trang trước", links.here(Map.of("offset", "" + Math.max(0, query.offset() - query.limit()))));
        }
        return links;
    }

    private Answer toGeoJson(FeatureQuery query, LocalDate usual, Request request, Tx tx) {
        ByteSink features = new ByteSink();
        int[] returned = {0};
        boolean[] illustrative = {false};
        store.streamFeatures(tx, query, usual, feature -> {
            if (returned[0]++ > 0) {
                features.put(',');
            }
            illustrative[0] |= feature.illustrative();
            write(feature, "", features);
        });
        int matched = matched(query, returned[0], tx);
        ByteSink head = new ByteSink();
        head.put("{\"type\":\"FeatureCollection\",\"numberMatched\":").put("" + matched).put(",\"numberReturned\":").put("" + returned[0])
            .put(",\"datetime\":").put(Json.text(query.span().toString())).put(",\"illustrative\":").put("" + illustrative[0])
            .put(",\"links\":").put(Json.text(links(query, matched, request, false).list())).put(",\"features\":[");
        return Answer.of(Answer.GEOJSON, features.put("]}").toBytesAfter(head));
    }

    /** One feature as a document of its own. */
    static Answer document(FeatureStore.Feature feature, Links links) {
        ByteSink out = new ByteSink();
        write(feature, ",\"links\":" + Json.text(links.list()), out);
        return Answer.of(Answer.GEOJSON, out.toBytes());
    }

    private static void write(FeatureStore.Feature feature, String more, ByteSink out) {
        out.put("{\"type\":\"Feature\",\"id\":").put(Json.text(feature.id())).put(",\"properties\":");
        Json.put(feature.properties(), out);
        out.put(more).put(",\"geometry\":");
        if (feature.ewkb() == null) {
            out.put("null");
        } else {
            EwkbJson.write(feature.ewkb(), DECIMALS, out);
        }
        out.put('}');
    }

    private Answer toHtml(FeatureQuery query, LocalDate usual, Request request, Tx tx) {
        List<List<String>> rows = new ArrayList<>();
        boolean[] illustrative = {false};
        String items = new Links(request.address()).at("/collections/" + query.layer().id() + "/items/");
        store.streamFeatures(tx, query, usual, feature -> {
            illustrative[0] |= feature.illustrative();
            List<String> row = new ArrayList<>(List.of(Html.link(items + Links.encoded(feature.id()) + "?f=html", feature.title())));
            feature.properties().values().forEach(value -> row.add(Html.escape(value)));
            rows.add(row);
        });
        int matched = matched(query, rows.size(), tx);
        Links links = links(query, matched, request, true);
        List<String> heads = new ArrayList<>(List.of(query.layer().titleVi() + " · " + query.layer().titleEn()));
        query.layer().properties().forEach(property -> heads.add(property.name()));
        heads.addAll(List.of("validFrom", "validTo", "illustrative"));
        return Html.page(query.layer().titleVi() + " · " + query.layer().titleEn() + " (" + rows.size() + "/" + matched + "; " + query.span() + ")",
            Trail.of(links, query.layer()), illustrative[0], Html.list(links.list()) + Html.table(heads, rows));
    }
}
