package langmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import langmap.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roads, canals, power lines and works on the map, as people use them. */
final class NetworkLayersTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    /** Waits until every tile is there, and says how many features are drawn. */
    private static int drawn(Page page) {
        page.waitForFunction("() => Number(document.querySelector('.sheet').dataset.network) > 0");
        return Integer.parseInt(page.getAttribute(".sheet", "data-network"));
    }

    /** How many pixels of the canvas are painted. */
    private static int painted(Page page) {
        return (int) page.evaluate("""
            () => {
              const canvas = document.querySelector('.sheet canvas');
              const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height });
              const ink = copy.getContext('2d', { willReadFrequently: true });
              ink.drawImage(canvas, 0, 0);
              const { data } = ink.getImageData(0, 0, copy.width, copy.height);
              let painted = 0;
              for (let i = 3; i < data.length; i += 4) if (data[i] > 0) painted++;
              return painted;
            }""");
    }

    @Test
    void aSwitchPaintsRoadsAndOnlyThenTheirReaderIsLoaded() {
        int before = browser.addresses().size();
        Page page = browser.desktop("/?open=layers");
        assertThat(browser.addresses().stream().skip(before)).noneMatch(address -> address.contains("pbf") || address.contains("/tiles/") && !address.endsWith(".js"));
        page.focus("[data-focus=layer-roads]");
        page.keyboard().press("Space");
        assertThat(drawn(page)).isGreaterThan(500);
        assertThat(painted(page)).isGreaterThan(10_000);
        assertThat(page.url()).contains("layers=roads");
        assertThat(page.locator(".layers .choices .strokes li").count()).isEqualTo(10);
        page.keyboard().press("Space");
        page.waitForFunction("() => document.querySelector('.sheet').dataset.network === '0'");
        assertThat(painted(page)).isZero();
        assertThat(page.url()).doesNotContain("layers=");
    }

    @Test
    void aRoadUnderThePointerTellsItsNameAndAClickItsFacts() {
        Page page = browser.desktop("/?layers=roads&open=layers&view=" + middleOf("roads", "QL1-04") + "_14");
        drawn(page);
        page.hover(".sheet", new Page.HoverOptions().setForce(true));
        page.waitForSelector(".tip b:has-text('QL.1')");
        assertThat(page.textContent(".tip")).contains("Quốc lộ", "Nhựa hóa");
        page.click(".sheet", new Page.ClickOptions().setForce(true));
        page.waitForSelector(".picked h2:has-text('QL.1')");
        assertThat(page.textContent(".picked")).contains("QL1-04", "Chiều dài theo bản đồ", "Chiều dài báo cáo", "Khu Quản lý đường bộ I");
        assertThat(page.url()).contains("feature=roads%3AQL1-04").doesNotContain("unit=");
        page.reload();
        page.waitForSelector(".picked h2:has-text('QL.1')");
        drawn(page);
        page.click("[data-focus=feature-close]");
        page.waitForSelector(".picked", new Page.WaitForSelectorOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
        assertThat(page.url()).doesNotContain("feature=");
    }

    @Test
    void aWorkTellsItsSectionStretchStateCostAndMoneyAsOnTheDay() {
        JsonNode work = TestApp.shared().json("/api/network/works?code=CT-2022-0001").path("rows").path(0);
        Page page = browser.desktop("/?layers=works&feature=works:CT-2022-0001");
        page.waitForSelector(".picked h2:has-text('" + work.path("title").asText() + "')");
        String told = page.locator(".picked").innerText();
        assertThat(told).contains("Đã nghiệm thu, ngày " + vietnamese(work.path("acceptedOn").asText()), work.path("section").asText(), "Lý trình", "km", "triệu đồng",
            work.at("/fundingLabel/vi").asText(), work.path("unitName").asText(), work.at("/surfaceLabel/vi").asText())
            .doesNotContain("accepted", "hardening", "concrete", "F-1");
        Page before = browser.desktop("/?layers=works&asOf=2022-01-01&feature=works:CT-2022-0001");
        before.waitForSelector(".picked h2:has-text('" + work.path("title").asText() + "')");
        assertThat(before.locator(".picked").innerText()).doesNotContain("Đã nghiệm thu", vietnamese(work.path("acceptedOn").asText()));
        page.locator("[data-focus='fact-section']").click();
        page.waitForSelector(".picked [data-focus='fact-work-CT-2022-0001']");
        assertThat(page.locator(".picked").innerText()).contains("Loại", "Mặt ngày 31/12/2022", work.at("/surfaceLabel/vi").asText(), "Chiều dài báo cáo", "(", "%)",
            work.path("unitName").asText(), "Công trình trên đoạn này").doesNotContain("concrete", "lane", "village_road");
        page.locator("[data-focus^='fact-unit-']").first().click();
        page.waitForSelector(".card:has-text('" + work.path("unitName").asText() + "')");
    }

    private static String vietnamese(String day) {
        return day.replaceAll("(\\d+)-(\\d+)-(\\d+)", "$3/$2/$1");
    }

    @ParameterizedTest
    @CsvSource({"roads, 10", "canals, 5", "power-lines, 3", "substations, 1", "command-areas, 2", "villages, 1", "works, 4"})
    void everyLayerIsDrawnWithItsLegendInBothLanguages(String layer, int rows) {
        Page page = browser.desktop("/?layers=" + layer + "&open=layers&view=21.853_106.761_13&lang=en");
        assertThat(drawn(page)).isPositive();
        assertThat(painted(page)).isPositive();
        assertThat(page.locator(".layers .choices .strokes li").count()).isEqualTo(rows);
        assertThat(page.textContent(".layers")).contains("Illustrative data").doesNotContain("undefined", "null");
        assertThat(browser.seriousFindings(page)).isEmpty();
    }

    @Test
    void aCopiedLinkShowsTheSameLayersOnAPhone() {
        Page page = browser.phone("/?layers=canals_roads_works&view=21.853_106.761_12");
        assertThat(drawn(page)).isPositive();
        assertThat(page.url()).contains("layers=canals_roads_works");
    }

    @Test
    void tilesOfAZoomThatWasLeftAreNoLongerWaitedFor() {
        Page page = browser.desktop("/?open=layers&view=21.853_106.761_9");
        List<String> given = new ArrayList<>();
        page.onRequestFailed(request -> given.add(request.url()));
        page.route("**/tiles/roads/8/**", route -> { });
        int before = browser.addresses().size();
        page.check("[data-focus=layer-roads]");
        page.waitForCondition(() -> browser.addresses().stream().skip(before).anyMatch(address -> address.contains("/tiles/roads/8/")));
        page.click(".zoom button:first-child");
        page.click(".zoom button:first-child");
        assertThat(drawn(page)).isPositive();
        assertThat(given).anyMatch(url -> url.contains("/tiles/roads/8/")).allMatch(url -> url.contains("/tiles/roads/"));
    }

    @Test
    void aTileThatFailsIsSaidAndAskedForAgain() {
        Page page = browser.desktop("/?view=21.853_106.761_12&open=layers");
        page.route("**/tiles/roads/11/**", route -> route.abort());
        page.check("[data-focus=layer-roads]");
        page.waitForSelector(".torn:not([hidden])");
        page.unroute("**/tiles/roads/11/**");
        page.click(".torn button");
        assertThat(drawn(page)).isPositive();
        assertThat(page.locator(".torn").isVisible()).isFalse();
        browser.complaints();
    }

    /** Latitude and longitude of a point halfway along a line, as the address has them. */
    private static String middleOf(String collection, String code) {
        JsonNode line = TestApp.shared().json("/ogc/collections/" + collection + "/items/" + code).at("/geometry/coordinates");
        JsonNode from = line.get(line.size() / 2 - 1);
        JsonNode to = line.get(line.size() / 2);
        return String.format(Locale.ROOT, "%.6f_%.6f", (from.get(1).asDouble() + to.get(1).asDouble()) / 2, (from.get(0).asDouble() + to.get(0).asDouble()) / 2);
    }
}
