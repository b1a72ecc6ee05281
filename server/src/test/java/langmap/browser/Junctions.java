package langmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import langmap.Loads;
import langmap.TestApp;
import langmap.db.TestDatabase;

/** The map about junctions of the shipped roads, and what somebody else does to the network meanwhile. */
final class Junctions {
    /** Where sections end in communes of the programme, well within the boundary and with no road to the south-east: longitude, latitude, code of the commune, number of the node. */
    private static final String FOUND = """
        select distinct on (unit.code) ST_X(place)::text, ST_Y(place)::text, unit.code, node::text
        from (select place, node from section_junction join network_section section on section.id = section_id and section.class in ('village_road', 'lane')
              where touching_id is null group by place, node having count(*) >= 2) junction
        join boundary on boundary.resolution = 'full' and ST_Contains(boundary.geom, ST_Expand(place, 0.009))
             and boundary.valid @> date '2022-12-31'
        join unit on unit.id = boundary.unit_id and unit.level = 'commune' and unit.valid @> date '2022-12-31'
        where not exists (select from network_section other where ST_DWithin(other.geom, ST_MakeLine(array[ST_Translate(place, 0.0006, -0.0008),
            ST_Translate(place, 0.0017, -0.0024), ST_Translate(place, 0.0034, -0.0024)]), 0.0006))
        order by unit.code, node limit 4""";
    private static final double ZOOM = 15;

    private final TestApp app;
    private final List<List<String>> found;

    Junctions(TestApp app, TestDatabase database) {
        this.app = app;
        this.found = Loads.rows(database, FOUND);
    }

    /** Longitude and latitude as the database writes them. */
    List<String> place(int junction) {
        return found.get(junction).subList(0, 2);
    }

    String commune(int junction) {
        return found.get(junction).get(2);
    }

    String node(int junction) {
        return found.get(junction).get(3);
    }

    double lon(int junction) {
        return Double.parseDouble(found.get(junction).get(0));
    }

    double lat(int junction) {
        return Double.parseDouble(found.get(junction).get(1));
    }

    /** The room of infrastructure about a junction, with the token entered at the desk. */
    Page room(Page page, int junction) {
        page.locator("[data-focus='token']").fill(TestApp.TOKEN);
        page.locator(".import button[type='submit']").click();
        page.waitForSelector("#import-file");
        page.locator(".import .close").click();
        page.locator(".rail [data-room='infrastructure']").click();
        page.waitForSelector("[data-focus='edit-draw']");
        Painted.await(page, "road-hardened-km");
        page.evaluate("async view => (await import('/app/state/state.js')).set({ view }, { step: false })", List.of(lat(junction), lon(junction), ZOOM));
        return page;
    }

    /** Where a place of the map is in the window; the map's centre is the junction. */
    double[] at(Page page, int junction, double lon, double lat) {
        BoundingBox box = page.locator(".sheet").boundingBox();
        double world = 256 * Math.pow(2, ZOOM);
        return new double[] {box.x + box.width / 2 + (lon - lon(junction)) / 360 * world, box.y + box.height / 2 + (mercator(lat) - mercator(lat(junction))) * world};
    }

    static double mercator(double lat) {
        double phi = Math.toRadians(lat);
        return (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2;
    }

    void clickAside(Page page, int junction, double dx, double dy) {
        double[] at = at(page, junction, lon(junction), lat(junction));
        page.mouse().click(at[0] + dx, at[1] + dy);
    }

    static void awaitText(Page page, String selector, String text) {
        page.waitForSelector(selector + ":has-text('" + text + "')");
    }

    JsonNode sent(String method, String path, int version, String body) {
        HttpResponse<byte[]> answer = version > 0 ? app.asAdmin(method, "/api/network/" + path, body, "If-Match", "\"" + version + "\"") : app.asAdmin(method, "/api/network/" + path, body);
        assertThat(answer.statusCode()).as(TestApp.text(answer)).isLessThan(300);
        return TestApp.tree(answer);
    }

    /** A lane of two legs from a junction; gives its code. */
    String lane(int junction, String name) {
        return sent("POST", "sections/road", 0, String.format(Locale.ROOT, "{\"class\": \"lane\", \"surface\": \"earth\", \"name\": \"%s\", \"geometry\": {\"type\": \"LineString\", "
            + "\"coordinates\": [[%f,%f],[%f,%f],[%f,%f]]}}", name, lon(junction), lat(junction), lon(junction) + 0.001, lat(junction) - 0.002, lon(junction) + 0.003,
            lat(junction) - 0.002)).path("code").asText();
    }

    JsonNode section(String code) {
        return app.json("/api/network/sections/road/" + code);
    }

    static double km(String text) {
        return Double.parseDouble(text.replaceAll("(?s)^\\D*([0-9.]+(?:,[0-9]+)?).*", "$1").replace(".", "").replace(',', '.'));
    }

    /** What is painted about a point of the window, as text. */
    static String ink(Page page, double[] at) {
        return (String) page.evaluate("""
            ([x, y]) => {
              const canvas = document.querySelector('.sheet canvas');
              const box = canvas.getBoundingClientRect();
              const copy = Object.assign(document.createElement('canvas'), { width: 40, height: 40 });
              const ink = copy.getContext('2d', { willReadFrequently: true });
              ink.drawImage(canvas, (x - box.left) * canvas.width / box.width - 20, (y - box.top) * canvas.height / box.height - 20, 40, 40, 0, 0, 40, 40);
              return ink.getImageData(0, 0, 40, 40).data.join();
            }""", List.of(at[0], at[1]));
    }
}
