package langmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import langmap.Loads;
import langmap.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Photographs brought in and layers, pictures and sheets taken away, and what the room of infrastructure says of the grid and of villages. */
final class TakeAwayTest {
    @RegisterExtension
    static final TestApp app = TestApp.own();
    @RegisterExtension
    static final Browser browser = new Browser(app);
    @TempDir
    private Path folder;

    private static FilePayload picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return new FilePayload("cong-truong.png", "image/png", bytes.toByteArray());
    }

    @Test
    void aPhotographIsSentSeenLargeAndTakenOut() throws IOException {
        String work = Loads.one(app.database(), "select code from work where section_kind = 'road' order by code limit 1");
        String section = Loads.one(app.database(), "select section.code from work join network_section section on section.id = section_id where work.code = '" + work + "'");
        Page page = browser.desktop("/?layers=roads&feature=roads:" + section);
        page.waitForSelector(".picked .works");
        assertThat(page.locator(".photos").count()).as("nobody sends without the token").isZero();
        page.evaluate("token => sessionStorage.setItem('langmap.token', token)", TestApp.TOKEN);
        page.reload();
        page.locator(".photos summary").first().click();
        page.locator(".photos [data-focus='photo-file']").first().setInputFiles(new FilePayload("tho.jpg", "image/jpeg", "thơ".getBytes(StandardCharsets.UTF_8)));
        page.locator(".photos [data-focus='photo-send']").first().click();
        page.waitForSelector(".photos [role='status']:has-text('JPEG or PNG')");
        assertThat(browser.complaints()).hasSize(1).allMatch(line -> line.contains("415"));
        page.locator(".photos [data-focus='photo-file']").first().setInputFiles(picture());
        page.locator(".photos [data-focus='photo-caption']").first().fill("Mặt đường Nà Pàn");
        page.locator(".photos [data-focus='photo-send']").first().click();
        page.locator(".photos li button").click();
        page.waitForSelector("dialog.photo img[alt='Mặt đường Nà Pàn']");
        assertThat(page.evaluate("async () => { const image = document.querySelector('dialog.photo img'); await image.decode(); return image.naturalWidth; }")).isEqualTo(800);
        assertThat(browser.seriousFindings(page)).isEmpty();
        page.keyboard().press("Escape");
        page.waitForFunction("() => !document.querySelector('dialog.photo')");
        page.locator(".photos li button").click();
        page.locator("[data-focus='photo-bin']").click();
        page.locator("[data-focus='photo-bin']").click();
        page.waitForFunction("() => !document.querySelector('.photos li')");
    }

    @Test
    void aLayerIsTakenAwayAsAFileThatGdalOpens() throws Exception {
        Page page = browser.desktop("/?room=infrastructure&network=canal&unit=06046&open=export");
        page.waitForSelector("#export-layer");
        assertThat(page.locator("#export-layer").inputValue()).as("what the room is about").isEqualTo("canals");
        assertThat(page.locator("#export-crs").inputValue()).isEqualTo("9215");
        assertThat(page.locator(".exports").innerText()).contains("31/12/2022", "Thực tế", "Dữ liệu minh họa");
        page.locator("#export-part").selectOption("unit");
        page.locator("[data-focus='export-take']").focus();
        Download file = page.waitForDownload(() -> page.keyboard().press("Enter"));
        assertThat(file.suggestedFilename()).isEqualTo("langmap-canals-2022-12-31.gpkg");
        Path saved = folder.resolve("canals.gpkg");
        file.saveAs(saved);
        Process process = new ProcessBuilder("ogrinfo", "-ro", "-so", saved.toString(), "canals").redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(told).contains("Feature Count: " + app.json("/api/exports/canals.geojson?unit=06046").path("features").size(), "ILLUSTRATIVE=YES", "9215");
        page.waitForSelector(".exports [role='status']:has-text('langmap-canals-2022-12-31.gpkg')");
        page.locator("#export-format").selectOption("kml");
        assertThat(page.locator("#export-crs option").allInnerTexts()).as("KML is in degrees").hasSize(1);
    }

    @Test
    void thePictureHoldsTheLayersThatAreOn() throws IOException {
        Page page = browser.desktop("/?layers=roads&open=take");
        page.waitForFunction("() => Number(document.querySelector('.sheet').dataset.network) > 0");
        Download with = page.waitForDownload(() -> page.locator("[data-focus='png']").click());
        BufferedImage drawn = ImageIO.read(with.path().toFile());
        assertThat(drawn.getWidth()).isEqualTo(2000);
        page.locator("[data-focus='fold-layers']").click();
        page.locator("[data-focus='layer-roads']").click();
        page.waitForFunction("() => document.querySelector('.sheet').dataset.network === '0'");
        Download without = page.waitForDownload(() -> page.locator("[data-focus='png']").click());
        assertThat(nationalRoads(drawn)).as("beside the mark of illustrative data, which is red too").isGreaterThan(2 * nationalRoads(ImageIO.read(without.path().toFile())));
    }

    /** Pixels about as red as national roads are drawn. */
    private static int nationalRoads(BufferedImage image) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = image.getRGB(x, y);
                count += Math.abs((colour >> 16 & 255) - 0xa5) < 24 && Math.abs((colour >> 8 & 255) - 0x30) < 24 && Math.abs((colour & 255) - 0x1d) < 24 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void theGridIsShownByVoltageWithItsWorks() {
        JsonNode summary = app.json("/api/network/summary?kind=power_line");
        Page page = browser.desktop("/?room=infrastructure&network=grid&lang=en");
        page.waitForSelector(".voltages tbody tr");
        assertThat(page.locator(".voltages tbody tr").count()).isEqualTo(summary.path("classes").size()).isEqualTo(3);
        assertThat(page.locator(".voltages tbody th").allInnerTexts()).containsExactly("110 kV line", "35 kV line", "22 kV line");
        assertThat(page.locator(".voltages tfoot td").innerText()).isEqualTo(page.locator("[data-figure='grid-km'] .big").innerText().replace("\u00a0km", ""));
        assertThat(page.locator(".states [data-state='accepted'] td").first().innerText()).isEqualTo("47");
        page.waitForSelector(".network-table tbody tr");
        assertThat(page.locator(".network-table tfoot td").last().innerText()).isEqualTo(page.locator(".voltages tfoot td").innerText());
        assertThat(page.locator(".burn-up, #table-counts").count()).as("nothing is hardened on a power line").isZero();
    }

    @Test
    void aVillageThatIsCutOffIsListedAndTheWayToItShown() {
        JsonNode cut = app.json("/api/network/cut-off").path("rows");
        JsonNode totals = app.json("/api/measures/village-access-share/values").path("values");
        int lacking = 0;
        for (JsonNode one : totals) {
            lacking += one.path("denominator").asInt() - one.path("numerator").asInt();
        }
        assertThat(cut).as("those that the measure counts as not reached").hasSize(lacking);
        Page page = browser.desktop("/?room=infrastructure&watch=cut-off");
        page.waitForSelector(".watch tbody tr");
        assertThat(page.locator(".watch tbody tr").count()).isEqualTo(cut.size());
        String village = cut.path(0).path("village").asText();
        page.locator("[data-focus='watch-" + village + "']").click();
        page.waitForSelector(".sheet[data-way='" + village + "']");
        JsonNode way = app.json("/api/network/access/" + village);
        assertThat(page.locator(".way").innerText()).contains("Đường đến " + way.path("name").asText(), "còn thiếu");
        assertThat(page.locator(".sheet path[stroke-dasharray='7 5']").count()).isPositive();
        assertThat(page.locator(".watch tr.chosen").getAttribute("data-village")).isEqualTo(village);
        page.locator("[data-focus='way-centre']").click();
        page.waitForSelector(".sheet[data-way='" + cut.path(0).path("unit").asText() + "']");
        assertThat(page.url()).doesNotContain("village=");
    }

    @Test
    void thePrintedSheetCarriesTheMapAndItsLegendOnA4() {
        Page page = browser.desktop("/?room=infrastructure&layers=roads");
        page.waitForSelector(".burn-up");
        page.waitForFunction("() => Number(document.querySelector('.sheet').dataset.network) > 0");
        Object before = page.evaluate("() => document.querySelector('.sheet').clientWidth");
        page.evaluate("() => dispatchEvent(new Event('beforeprint'))");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(718, 1000);
        assertThat(List.of(page.locator(".sheet canvas").isVisible(), page.locator(".legend").isVisible(), page.locator(".layers .on-paper").isVisible(),
            page.locator(".network-table tfoot").isVisible(), page.locator(".burn-up").isVisible())).containsOnly(true);
        assertThat(page.evaluate("() => document.querySelector('.sheet').clientWidth")).isEqualTo(before);
        assertThat(page.locator(".exports").isVisible()).isFalse();
        page.evaluate("() => dispatchEvent(new Event('afterprint'))");
        assertThat(page.locator(".column").getAttribute("style")).isNullOrEmpty();
    }
}
