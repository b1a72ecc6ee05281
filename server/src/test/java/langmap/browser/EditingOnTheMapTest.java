package langmap.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import langmap.Loads;
import langmap.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The administrator draws, changes and splits sections on the map, enters and accepts works, and meets somebody who was faster. */
final class EditingOnTheMapTest {
    @RegisterExtension
    static final TestApp app = TestApp.own();
    private static final Junctions junctions = new Junctions(app, app.database());
    /** The browser itself writes down every answer that is no success; those are what is tested here. */
    @RegisterExtension
    static final Browser browser = new Browser(app).letting("status of 4");

    @Test
    void aSectionDrawnFromAJunctionIsHardenedAndMapCardAndHeadlineFollow() {
        Page page = junctions.room(browser.desktop("/?asOf=2022-12-31&unit=" + junctions.commune(0) + "#import"), 0);
        Junctions.awaitText(page, ".headline", "từ đầu năm");
        Junctions.awaitText(page, ".card .value", "km");
        double before = Junctions.km(page.locator(".headline").innerText());
        double card = Junctions.km(page.locator(".card .value").innerText());
        page.locator("[data-focus='edit-draw']").click();
        page.waitForFunction("() => Number(document.querySelector('.sheet').dataset.network) > 0");
        String bare = Junctions.ink(page, vertex(page));
        draw(page);
        String code = save(page);
        JsonNode place = junctions.section(code).at("/geometry/coordinates/0");
        assertThat(List.of(place.get(0).asText(), place.get(1).asText())).as("joined to the last decimal").isEqualTo(junctions.place(0));
        assertThat(Loads.one(app.database(), "select count(*) from section_junction junction join network_section section on section.id = section_id where code = '" + code
            + "' and node = " + junctions.node(0))).as("in the graph too").isEqualTo("1");
        double km = junctions.section(code).at("/properties/lengthM").asDouble() / 1000;
        page.waitForCondition(() -> page.getAttribute(".sheet", "data-network").length() > 0 && !Junctions.ink(page, vertex(page)).equals(bare));
        String earth = Junctions.ink(page, vertex(page));
        String work = enterWork(page, code);
        assertThat(Junctions.km(page.locator(".headline").innerText())).as("done is not accepted").isEqualTo(before);
        accept(page, work);
        double after = Math.round(app.json("/api/network/summary?asOf=2022-12-31").path("yearKm").asDouble() * 10) / 10.0;
        assertThat(after).isCloseTo(before + km, within(0.1001)).isGreaterThan(before);
        for (String figure : List.of(".headline", "[data-figure='road-hardened-km']", ".progress .big")) {
            page.waitForCondition(() -> Junctions.km(page.locator(figure).innerText()) == after);
        }
        page.waitForCondition(() -> Junctions.km(page.locator(".card .value").innerText()) > card);
        page.waitForCondition(() -> page.getAttribute(".sheet", "data-network").length() > 0 && !Junctions.ink(page, vertex(page)).equals(earth));
        assertThat(page.url()).as("without a new page").contains("feature=roads%3A" + code);
    }

    /** Where the second vertex is in the window. */
    private static double[] vertex(Page page) {
        double[] centre = junctions.at(page, 0, junctions.lon(0), junctions.lat(0));
        return new double[] {centre[0] + 40, centre[1] + 60};
    }

    /** From the junction over two vertices, with steps taken back and taken again. */
    private void draw(Page page) {
        double[] centre = junctions.at(page, 0, junctions.lon(0), junctions.lat(0));
        page.waitForCondition(() -> {
            page.mouse().move(centre[0] + 4 + Math.random(), centre[1] - 5);
            return page.locator("[data-catch='junction']").count() == 1;
        });
        assertThat(page.locator(".edit-bar .caught").innerText()).contains("Bắt vào");
        assertThat(browser.seriousFindings(page)).isEmpty();
        junctions.clickAside(page, 0, 4, -5);
        junctions.clickAside(page, 0, 40, 60);
        junctions.clickAside(page, 0, -70, 150);
        page.keyboard().press("Backspace");
        Junctions.awaitText(page, ".edit-bar .drawn", "2 đỉnh");
        page.keyboard().press("Control+z");
        Junctions.awaitText(page, ".edit-bar .drawn", "3 đỉnh");
        page.keyboard().press("Control+z");
        page.keyboard().press("Control+y");
        page.keyboard().press("Control+z");
        Junctions.awaitText(page, ".edit-bar .drawn", "2 đỉnh");
        page.mouse().dblclick(centre[0] + 80, centre[1] + 60);
        page.waitForSelector("[data-knob='2']");
    }

    /** Faults stand at their fields and what was typed stays; gives the code. */
    private String save(Page page) {
        page.waitForSelector(".places:not(:empty)");
        page.locator("#edit-name").fill("Ngõ mới vẽ");
        page.locator("#edit-roadId").fill("92CL13");
        page.locator("[data-focus='edit-save']").click();
        page.waitForSelector("[data-field='roadId'] .fault");
        assertThat(page.locator("[data-field='roadId'] .fault").innerText()).contains("092CL00013");
        assertThat(page.locator("#edit-name").inputValue()).as("nothing typed is lost").isEqualTo("Ngõ mới vẽ");
        page.locator("#edit-roadId").fill("");
        page.locator("[data-focus='edit-save']").click();
        page.waitForSelector("[data-field='class'] .fault");
        assertThat(page.locator("[data-field='surface'] .fault").count()).as("every fault at once").isEqualTo(1);
        assertThat(browser.seriousFindings(page)).isEmpty();
        page.locator("#edit-class").selectOption("lane");
        page.locator("#edit-surface").selectOption("earth");
        page.locator("[data-focus='edit-save']").click();
        Junctions.awaitText(page, ".edit-desk", "Đã lưu đoạn");
        Junctions.awaitText(page, ".picked h2", "Ngõ mới vẽ");
        return Loads.one(app.database(), "select code from network_section where name = 'Ngõ mới vẽ'");
    }

    /** A work that is done and waits to be accepted; gives its code. */
    private static String enterWork(Page page, String section) {
        page.locator("[data-focus='work-new-" + section + "']").click();
        page.locator("#edit-state").selectOption("done");
        page.locator("#edit-title").fill("Bê tông ngõ mới");
        page.locator("[data-focus='work-save']").click();
        page.waitForSelector("[data-field='doneOn'] .fault");
        assertThat(page.locator("[data-field='startedOn'] .fault, [data-field='kind'] .fault").count()).isEqualTo(2);
        page.locator("#edit-kind").selectOption("hardening");
        page.locator("#edit-surface").selectOption("concrete");
        page.locator("#edit-startedOn").fill("2022-03-01");
        page.locator("#edit-doneOn").fill("2022-05-01");
        page.locator("[data-focus='work-save']").click();
        Junctions.awaitText(page, ".edit-desk", "Đã lưu công trình");
        return Loads.one(app.database(), "select code from work where title = 'Bê tông ngõ mới'");
    }

    private static void accept(Page page, String work) {
        page.locator("[data-focus='work-accept-" + work + "']").click();
        page.waitForSelector("#edit-acceptedOn");
        page.locator("#edit-acceptedOn").fill("2022-05-02");
        page.locator("[data-focus='work-save']").click();
        Junctions.awaitText(page, ".edit-desk", "Đã nghiệm thu công trình");
    }

    @Test
    void verticesAreMovedPutInAndTakenOutStepByStep() {
        String code = junctions.lane(1, "Ngõ dời");
        Page page = junctions.room(browser.desktop("/?layers=roads&feature=roads:" + code + "#import"), 1);
        page.locator("[data-focus='section-" + code + "']").click();
        page.waitForSelector("[data-knob='2']");
        Locator drawn = page.locator(".edit-bar .drawn");
        String whole = drawn.innerText();
        BoundingBox knob = page.locator("[data-knob='2']").boundingBox();
        page.mouse().move(knob.x + 14, knob.y + 14);
        page.mouse().down();
        page.mouse().move(knob.x + 40, knob.y + 60, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(4));
        page.mouse().up();
        page.waitForCondition(() -> !drawn.innerText().equals(whole));
        String moved = drawn.innerText();
        page.keyboard().press("Control+z");
        page.waitForCondition(() -> drawn.innerText().equals(whole));
        page.keyboard().press("Control+y");
        page.waitForCondition(() -> drawn.innerText().equals(moved));
        page.locator("[data-knob='between-1']").focus();
        page.keyboard().press("Enter");
        Junctions.awaitText(page, ".edit-bar .drawn", "4 đỉnh");
        page.locator("[data-knob='1']").focus();
        page.keyboard().press("Shift+ArrowLeft");
        page.keyboard().press("Delete");
        Junctions.awaitText(page, ".edit-bar .drawn", "3 đỉnh");
        for (int step = 0; step < 4; step++) {
            page.keyboard().press("Control+z");
        }
        page.waitForCondition(() -> drawn.innerText().equals(whole));
        assertThat(page.locator("[data-focus='bar-save']").isDisabled()).as("nothing is changed").isTrue();
    }

    @Test
    void aSectionIsSplitAtAVertexItself() {
        String code = junctions.lane(1, "Ngõ chia");
        Page page = junctions.room(browser.desktop("/?layers=roads&feature=roads:" + code + "#import"), 1);
        page.locator("[data-focus='section-" + code + "']").click();
        page.locator("[data-focus='edit-split']").click();
        double[] middle = junctions.at(page, 1, junctions.lon(1) + 0.001, junctions.lat(1) - 0.002);
        page.mouse().move(middle[0] + 3, middle[1] + 2);
        page.waitForSelector("[data-catch='vertex']");
        double metres = junctions.section(code).at("/properties/lengthM").asDouble();
        page.mouse().click(middle[0] + 3, middle[1] + 2);
        Junctions.awaitText(page, ".edit-desk", "Đã chia đoạn " + code);
        String second = Loads.one(app.database(), "select code from network_section where name = 'Ngõ chia' and code <> '" + code + "'");
        assertThat(junctions.section(code).at("/geometry/coordinates").size()).as("split at the vertex itself").isEqualTo(2);
        assertThat(junctions.section(second).at("/geometry/coordinates/0")).isEqualTo(junctions.section(code).at("/geometry/coordinates/1"));
        assertThat(junctions.section(code).at("/properties/lengthM").asDouble() + junctions.section(second).at("/properties/lengthM").asDouble()).isCloseTo(metres, within(0.11));
    }

    @Test
    void whoeverComesSecondSeesBothVersionsAndChooses() {
        String code = junctions.lane(2, "Ngõ chung");
        Page page = junctions.room(browser.desktop("/?layers=roads&feature=roads:" + code + "#import"), 2);
        page.locator("[data-focus='section-" + code + "']").click();
        page.waitForSelector("[data-knob='2']");
        page.locator("[data-knob='2']").focus();
        page.keyboard().press("Shift+ArrowDown");
        page.locator("#edit-name").fill("Ngõ của tôi");
        junctions.sent("PATCH", "sections/road/" + code, 1, "{\"name\": \"Ngõ của bạn\", \"surface\": \"concrete\"}");
        page.locator("[data-focus='edit-save']").click();
        page.waitForSelector(".versions");
        assertThat(page.locator("[data-differs='name']").innerText()).contains("Ngõ chung", "Ngõ của tôi", "Ngõ của bạn");
        assertThat(page.locator("[data-differs='surface']").innerText()).contains("Đường đất", "Bê tông hóa");
        assertThat(page.locator("[data-differs='line']").count()).isEqualTo(1);
        assertThat(page.locator("[data-sketch='mine'], [data-sketch='theirs']").count()).as("both on the map").isEqualTo(2);
        assertThat(browser.seriousFindings(page)).isEmpty();
        page.locator("[data-focus='put-on-top']").click();
        Junctions.awaitText(page, ".edit-desk", "Đã lưu đoạn");
        assertThat(junctions.section(code).path("properties").path("name").asText()).isEqualTo("Ngõ của tôi");
        assertThat(junctions.section(code).path("properties").path("surface").asText()).as("what I left alone is theirs").isEqualTo("concrete");

        String work = junctions.sent("POST", "works", 0, "{\"kind\": \"repair\", \"sectionKind\": \"road\", \"section\": \"" + code + "\", \"note\": \"một\"}").path("code").asText();
        page.reload();
        page.locator("[data-focus='work-edit-" + work + "']").click();
        page.locator("#edit-note").fill("của tôi");
        junctions.sent("PATCH", "works/" + work, 1, "{\"note\": \"của bạn\"}");
        page.locator("[data-focus='work-save']").click();
        page.waitForSelector("[data-differs='note']");
        page.locator("[data-focus='take-theirs']").click();
        assertThat(page.locator("#edit-note").inputValue()).isEqualTo("của bạn");
        page.locator("[data-focus='work-abandon']").click();
        page.waitForSelector("[data-edit='start']");
    }

    @Test
    void onAPhoneASectionIsDrawnWithFingersAndKeysAlone() {
        Page page = junctions.room(browser.phone("/?lang=en#import"), 3);
        page.locator("[data-focus='edit-draw']").click();
        page.waitForSelector(".edit-bar:visible");
        page.locator(".sheet").focus();
        page.keyboard().press(" ");
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("ArrowRight");
        page.keyboard().press(" ");
        Junctions.awaitText(page, ".edit-bar .drawn", "2 vertices");
        assertThat(browser.seriousFindings(page)).isEmpty();
        page.locator("[data-focus='bar-finish']").click();
        page.locator("[data-focus='bar-details']").click();
        page.locator("#edit-class").selectOption("lane");
        page.locator("[data-focus='edit-save']").click();
        Junctions.awaitText(page, "[data-field='surface'] .fault", "The surface does not fit.");
        page.locator("[data-focus='edit-abandon']").click();
        page.locator("[data-focus='edit-take-up']").click();
        assertThat(page.locator("#edit-class").inputValue()).as("broken off, and taken up again").isEqualTo("lane");
    }

    @Test
    void aRowOfAListShowsTheSectionItself() {
        int before = browser.addresses().size();
        Page page = browser.desktop("/?room=infrastructure&watch=differences");
        Locator row = page.locator(".watch tr[data-section]").first();
        row.waitFor();
        String code = row.getAttribute("data-section");
        row.click();
        Junctions.awaitText(page, ".picked dd", code);
        page.waitForFunction("() => Number(new URLSearchParams(location.search).get('view')?.split('_')[2]) > 10");
        assertThat(page.url()).contains("feature=roads%3A" + code, "layers=roads");
        assertThat(browser.addresses().stream().skip(before)).as("who may not edit is not sent what edits").noneMatch(address -> address.contains("edit"));
    }

    @Test
    void whatLacksForACriterionIsShownOnTheMap() {
        Page page = browser.desktop("/?room=infrastructure&unit=06313&why=2");
        Locator first = page.locator(".why [data-focus^='lacking-']").first();
        String code = first.getAttribute("data-focus").replace("lacking-", "");
        first.click();
        Junctions.awaitText(page, ".picked dd", code);
        assertThat(page.url()).contains("feature=roads%3A" + code);
    }

    @Test
    void linesAreMeasuredOnThePageAsInTheDatabase() {
        Page page = browser.desktop("/");
        JsonNode roads = app.json("/ogc/collections/roads/items?limit=50&f=json");
        for (JsonNode road : roads.path("features")) {
            double metres = ((Number) page.evaluate("async line => (await import('/app/state/edit/line.js')).length(JSON.parse(line))", road.at("/geometry/coordinates").toString())).doubleValue();
            assertThat(metres).as(road.path("id").asText()).isCloseTo(road.at("/properties/lengthM").asDouble(), within(0.06));
        }
    }
}
