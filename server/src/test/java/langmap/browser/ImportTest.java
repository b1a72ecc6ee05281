package langmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import langmap.Loads;
import langmap.TestApp;
import langmap.importer.staging.Sent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The administrator's journey: a VN-2000 Shapefile is sent, seen in place, applied and undone. */
final class ImportTest {
    private static final String LINE = "{\"type\":\"Feature\",\"properties\":{\"MA\":\"MOI-%s\",\"LOAI\":\"Đường xã\",\"KET_CAU\":\"%s\",\"TEN\":\"Đường Nà Pàn\"},"
        + "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[106.70,21.85],[106.72,21.8%s]]}}";
    @RegisterExtension
    static final TestApp app = TestApp.own();
    @RegisterExtension
    static final Browser browser = new Browser(app);
    @TempDir
    private Path folder;

    private static void awaitState(Page page, String state) {
        page.waitForSelector("[data-import-state='" + state + "']");
    }

    /** After one that is refused. */
    private static void enterToken(Page page) {
        page.waitForSelector("[data-focus='token']");
        assertThat(page.locator(".panels > .import").count()).as("the desk and the file on it, once each").isLessThanOrEqualTo(2);
        page.locator("[data-focus='token']").fill("not-the-token-of-anybody");
        page.locator(".import button[type='submit']").click();
        page.waitForSelector(".import [role='alert']");
        assertThat(page.locator(".import [role='alert']").innerText()).contains("không phải của quản trị viên");
        page.locator("[data-focus='token']").fill(TestApp.TOKEN);
        page.locator(".import button[type='submit']").click();
        page.waitForSelector("#import-file");
    }

    @Test
    void aVn2000ShapefileIsSeenInPlaceAppliedAndUndone() {
        byte[] file = Sent.ogr(folder, Sent.collection(LINE.formatted("1", "Bê tông", "6"), LINE.formatted("2", "Gỗ", "7")), "duong.shz",
            "-f", "ESRI Shapefile", "-t_srs", "EPSG:9215", "-lco", "ENCODING=UTF-8");
        Page page = browser.desktop("/#import");
        enterToken(page);
        page.locator("#import-layer").selectOption("roads");
        page.locator("#import-file").setInputFiles(new FilePayload("đường.zip", "application/zip", file));
        awaitState(page, "checked");
        assertThat(page.locator(".issue.error").innerText()).contains("“Gỗ”");
        assertThat(page.locator("[data-focus='apply']").count()).as("nothing is applied while there are errors").isZero();
        page.locator(".issue.error button").click();
        page.waitForFunction("() => document.querySelectorAll('.sheet path[data-state]').length === 2");
        assertThat(browser.complaints()).allMatch(line -> line.contains("403"));
        assertThat(browser.seriousFindings(page)).isEmpty();

        page.locator("#import-file").setInputFiles(new FilePayload("đường.zip", "application/zip", Sent.ogr(folder, Sent.collection(LINE.formatted("1", "Bê tông", "6")),
            "tot.shz", "-f", "ESRI Shapefile", "-t_srs", "EPSG:9215", "-lco", "ENCODING=UTF-8")));
        page.waitForSelector("[data-focus='apply']");
        assertThat(page.locator(".states").innerText()).contains("1 mới");
        assertThat(page.locator("#map-surface").inputValue()).isEqualTo("KET_CAU");
        assertThat(page.locator(".sheet path[data-state='new']").count()).isEqualTo(1);
        assertThat(Loads.one(app.database(), "select count(*) from network_section where code = 'MOI-1'")).isEqualTo("0");
        page.locator("[data-focus='apply']").click();
        awaitState(page, "applied");
        assertThat(Loads.one(app.database(), "select round(ST_X(ST_StartPoint(geom))::numeric, 6) || ' ' || surface from network_section where code = 'MOI-1'")).isEqualTo("106.700000 concrete");
        page.locator("[data-focus='undo']").click();
        awaitState(page, "undone");
        assertThat(Loads.one(app.database(), "select count(*) from network_section where code = 'MOI-1'")).isEqualTo("0");
        assertThat(page.locator(".import tbody tr:has-text('đường.zip')").count()).isEqualTo(2);
    }

    /** A surveyor's file of what was accepted, drawn along a lane and without its code, sent from where the kilometres are told. */
    @Test
    void acceptedWorksAreSentFromTheRoomOfInfrastructureAndItsKilometresRise() {
        String lane = Loads.one(app.database(), "select ST_AsGeoJSON(geom, 7) from network_section section where kind = 'road' and class = 'lane' and surface = 'earth' "
            + "and length_m > 900 and not exists (select from work where section_id = section.id) order by id limit 1");
        byte[] file = Sent.collection("{\"type\":\"Feature\",\"properties\":{\"Mã\":\"CT-MOI-1\",\"Loại\":\"Cứng hóa mặt đường\",\"Tình trạng\":\"Đã nghiệm thu\","
            + "\"Mặt\":\"Bê tông hóa\",\"Khởi công\":\"01/03/2022\",\"Hoàn thành\":\"20/10/2022\",\"Nghiệm thu\":\"05/11/2022\"},\"geometry\":" + lane + "}");
        Page page = browser.desktop("/#import");
        page.locator("[data-focus='token']").fill(TestApp.TOKEN);
        page.locator(".import button[type='submit']").click();
        page.waitForSelector("#import-file");
        page.locator(".import .close").click();
        assertThat(page.locator("[data-focus='import-open']").count()).as("only in the room").isZero();
        page.locator(".rail [data-room='infrastructure']").click();
        page.waitForSelector(".progress .big");
        String before = page.locator(".progress .big").innerText();
        page.locator("[data-focus='import-open']").click();
        page.locator("#import-layer").selectOption("works");
        page.locator("#import-file").setInputFiles(new FilePayload("sai.geojson", "application/geo+json", new String(file, StandardCharsets.UTF_8)
            .replace("Đã nghiệm thu", "Kế hoạch").getBytes(StandardCharsets.UTF_8)));
        page.waitForSelector(".issue.error");
        assertThat(page.locator(".issue.error").allInnerTexts()).hasSize(3).allMatch(one -> one.contains("Tình trạng và các ngày không khớp nhau"))
            .anyMatch(one -> one.contains("đối tượng 1, Nghiệm thu"));
        page.locator("#import-file").setInputFiles(new FilePayload("nghiệm thu.geojson", "application/geo+json", file));
        page.waitForSelector("h3:has-text('nghiệm thu.geojson') ~ .tools [data-focus='apply']");
        assertThat(page.locator(".import .states").innerText()).contains("1 mới");
        assertThat(page.locator(".import select[id^='map-']").count()).isPositive();
        assertThat(page.locator(".import input[type='date']").count()).as("works do not end because a file lacks them").isZero();
        page.locator("[data-focus='apply']").click();
        awaitState(page, "applied");
        page.waitForFunction("before => document.querySelector('.progress .big').innerText !== before", before);
        page.locator("[data-focus='undo']").click();
        awaitState(page, "undone");
        page.waitForFunction("before => document.querySelector('.progress .big').innerText === before", before);
        assertThat(browser.seriousFindings(page)).isEmpty();
    }

    @Test
    void aRepairIsDrawnBesideWhatItWasAndOfManyIssuesTheNumberIsTold() {
        String area = "{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\",\"active\":true},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[106.70,21.85],[106.72,21.87],[106.72,21.85],[106.70,21.87],[106.70,21.85]]]}}";
        String[] features = java.util.stream.IntStream.range(0, 103).mapToObj(i -> area.formatted(i == 0 ? "KT-1" : "")).toArray(String[]::new);
        Page page = browser.desktop("/#import");
        enterToken(page);
        page.locator("#import-layer").selectOption("command-areas");
        page.locator("#import-file").setInputFiles(new FilePayload("khu.geojson", "application/geo+json", Sent.collection(features)));
        awaitState(page, "checked");
        page.locator(".import input[name='repair']").check();
        page.locator("[data-focus='check']").click();
        page.waitForSelector(".repaired");
        assertThat(page.locator(".sheet path[data-before]").count()).isPositive();
        assertThat(page.locator(".repaired").innerText()).contains("Nét đứt");
        assertThat(page.locator(".issues").innerText()).contains("100 điều đầu tiên trong 102");
        assertThat(browser.complaints()).allMatch(line -> line.contains("403"));
        page.locator("[data-focus='reject']").click();
        awaitState(page, "rejected");
    }

    @Test
    void aTrackComesInWithOneClassAndSurfaceForAll() {
        Page page = browser.desktop("/#import");
        enterToken(page);
        page.locator("#import-layer").selectOption("roads");
        page.locator("#import-file").setInputFiles(new FilePayload("ngõ.gpx", "application/gpx+xml", ("<gpx version='1.1' creator='máy' xmlns='http://www.topografix.com/GPX/1/1'><trk>"
            + "<name>Ngõ Phai Luông</name><trkseg><trkpt lat='21.85' lon='106.73'/><trkpt lat='21.855' lon='106.735'/></trkseg></trk></gpx>").getBytes(StandardCharsets.UTF_8)));
        awaitState(page, "checked");
        page.waitForSelector(".issue.error[data-code='field-unmapped']");
        page.locator("#map-code").selectOption("name");
        page.locator("[data-focus='all-class']").selectOption(new SelectOption().setLabel("Đường ngõ, xóm"));
        page.locator("[data-focus='all-surface']").selectOption(new SelectOption().setLabel("Đường đất"));
        page.locator("[data-focus='check']").click();
        page.waitForSelector("[data-focus='apply']");
        assertThat(page.locator(".states").innerText()).contains("1 mới");
        assertThat(page.locator("[data-focus='all-class']").inputValue()).isEqualTo("lane");
        assertThat(browser.seriousFindings(page)).isEmpty();
        assertThat(browser.complaints()).allMatch(line -> line.contains("403"));
        page.locator("[data-focus='reject']").click();
        awaitState(page, "rejected");
    }

    @Test
    void onAPhoneTheDeskIsInSightAndFits() {
        Page page = browser.phone("/#import");
        page.locator("[data-focus='token']").fill(TestApp.TOKEN);
        page.locator("[data-focus='token']").press("Enter");
        page.waitForSelector("#import-file");
        assertThat(page.evaluate("() => document.querySelector('#import-file').getBoundingClientRect().right <= document.querySelector('.import').getBoundingClientRect().right"))
            .as("the field of the file within its panel").isEqualTo(true);
        assertThat(page.evaluate("() => { const panels = document.querySelector('.panels'); return panels.scrollWidth <= panels.clientWidth; }"))
            .as("nothing to scroll sideways").isEqualTo(true);
        page.locator("#import-file").setInputFiles(new FilePayload("đường.geojson", "application/geo+json", Sent.collection(LINE.formatted("9", "không rõ", "7"))));
        page.locator(".issues .link").first().click();
        page.waitForSelector("[data-sheet='low']");
        assertThat(browser.seriousFindings(page)).isEmpty();
    }
}
