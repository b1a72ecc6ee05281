package langmap.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.StreamSupport;
import langmap.TestApp;
import langmap.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Journeys through the room of infrastructure, and to the why of a criterion, in a real browser. */
final class InfrastructureRoomTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    @Test
    void showsTheKilometresOfTheYearAgainstTheTargetWithPaceAndAForecastBand() {
        Page page = browser.desktop("/?asOf=2022-09-30");
        page.locator(".rail [data-room='infrastructure']").click();
        Painted.await(page, "road-hardened-km", "2022-09-30");
        page.waitForSelector(".burn-up .band");
        String reached = vietnamese(TestApp.shared().json("/api/network/summary?kind=road&asOf=2022-09-30").path("yearKm").asDouble());
        assertThat(page.locator(".progress .big").innerText()).contains(reached + "\u00a0km", "trên 350\u00a0km");
        assertThat(page.locator(".progress").innerText()).contains("chưa đạt", "/tháng để kịp", "dự báo cuối năm", "Thử lại", "kể cả sửa chữa");
        assertThat(page.locator(".headline").innerText()).contains(reached + "\u00a0km từ đầu năm", "chỉ tiêu trên 350\u00a0km", "còn thiếu").doesNotContain("đầu kỳ");
        assertThat(page.locator(".burn-up circle").count()).as("a point a month").isEqualTo(9);
        page.locator("[data-focus='Mạng lưới-canal']").click();
        Painted.await(page, "canal-lined-km");
        page.waitForSelector(".progress .big:has-text('khoảng 50\u00a0km')");
        assertThat(page.url()).contains("room=infrastructure", "network=canal");
        page.locator("[data-focus='figure-criterion-3-computed']").click();
        Painted.await(page, "criterion-3-computed");
        page.goBack();
        Painted.await(page, "canal-lined-km");
    }

    private static String vietnamese(double number) {
        return String.format(java.util.Locale.ROOT, "%.1f", number).replace('.', ',');
    }

    @Test
    void theYearOfThePlanIsNotHeldAgainstAnotherYear() {
        Page page = browser.desktop("/?room=infrastructure&measure=road-hardened-km&asOf=2023-06-30");
        page.waitForSelector(".progress .big");
        assertThat(page.locator(".progress .big").innerText()).isEqualTo("0,0\u00a0km");
        assertThat(page.locator(".headline").innerText()).contains("0,0 km".replace(' ', '\u00a0'), "kế hoạch không đặt chỉ tiêu").doesNotContain("còn thiếu");
    }

    @Test
    void theTableAddsUpSortsSelectsOnTheMapAndGoesIntoASpreadsheet() throws IOException {
        Page page = browser.desktop("/?room=infrastructure");
        page.waitForSelector(".network-table tbody tr");
        JsonNode rows = TestApp.shared().json("/api/network/communes?kind=road").path("rows");
        assertThat(page.locator(".network-table tbody tr").count()).isEqualTo(rows.size()).isEqualTo(181);
        page.waitForSelector(".progress .big");
        String whole = page.locator(".network-table tfoot td").last().innerText();
        assertThat(page.locator(".progress .big").innerText()).startsWith(whole);
        page.locator("#table-counts").selectOption("month");
        assertThat(page.locator(".network-table thead th").count()).as("names, districts, twelve months and the whole").isEqualTo(15);
        assertThat(page.locator(".network-table tfoot td").last().innerText()).isEqualTo(whole);
        double added = ((Number) page.evaluate("() => [...document.querySelectorAll('.network-table tfoot td')].slice(0, 12).reduce((sum, cell) => sum + Number(cell.textContent.replace(',', '.')), 0)"))
            .doubleValue();
        assertThat(added).as("months add up to the year, but for their rounding").isCloseTo(Double.parseDouble(whole.replace(',', '.')), within(0.6));
        page.locator("[data-focus='length-name']").click();
        assertThat(page.locator(".network-table tbody th").first().innerText()).isEqualTo("Ái Quốc");
        Locator row = page.locator(".network-table tr[data-unit='06046'] th button");
        row.focus();
        page.keyboard().press("Enter");
        page.waitForSelector(".card:has-text('Xã Đề Thám')");
        assertThat(page.locator(".network-table tr.chosen").getAttribute("data-unit")).isEqualTo("06046");
        page.locator("[data-focus='table-copy']").click();
        page.waitForSelector(".network-table [role='status']:has-text('181')");
        assertThat((String) page.evaluate("() => navigator.clipboard.readText()")).startsWith("Mã\tĐơn vị\tHuyện\tT1\t").hasLineCount(182);
        Download file = page.waitForDownload(() -> page.locator("[data-focus='table-csv']").click());
        assertThat(file.suggestedFilename()).isEqualTo("langmap_road_month_2022-12-31_actual_minh-hoa-illustrative.csv");
        assertThat(Files.readString(file.path())).contains("Dữ liệu minh họa", ";Đề Thám;Tràng Định;");
    }

    @Test
    void whatFallsShortByATrifleNeverReadsAsReached() {
        Page page = browser.desktop("/?room=infrastructure");
        page.route("**/api/targets*", route -> {
            JsonNode all = tree(route.fetch().text());
            all.findParents("nature").stream().filter(one -> one.path("measure").asText().equals("road-hardened-km")).map(ObjectNode.class::cast)
                .forEach(one -> one.put("progress", 99.98).put("met", false).put("state", "near"));
            route.fulfill(new Route.FulfillOptions().setBody(all.toString()).setContentType("application/json"));
        });
        page.reload();
        page.waitForSelector(".progress .big");
        assertThat(page.locator(".progress .big").innerText()).contains(" · 99,98\u00a0%").doesNotContain("100\u00a0%");
        assertThat(page.locator("[data-figure='road-hardened-km']").innerText()).contains(" · 99,98\u00a0%");
        assertThat(page.evaluate("async () => { const { wholeText } = await import('/app/state/display.js'); return "
            + "[wholeText({ kind: 'share', decimals: 1 }, 0.79996, { low: 80, met: false }), wholeText({ kind: 'share', decimals: 1 }, 0.8, { low: 80, met: true })]; }"))
            .isEqualTo(List.of("79,996\u00a0%", "80,0\u00a0%"));
    }

    private static JsonNode tree(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theMonthThatRunsIsAColumnOfItsOwn() {
        Page page = browser.desktop("/?room=infrastructure&table=month&asOf=2022-09-15");
        page.waitForSelector(".network-table tbody tr");
        assertThat(page.locator(".network-table thead th").allInnerTexts()).hasSize(12).contains("T8", "T9 (đến 15/09)");
    }

    @Test
    void withoutRulesInForceTheListsSaySo() {
        Page page = browser.desktop("/?room=infrastructure&asOf=2023-02-01");
        page.waitForSelector(".watch .empty:has-text('Vào ngày 01/02/2023 không có quy tắc nào cho tiêu chí 2. Giao thông')");
    }

    @Test
    void nearMissesSayWhatIsMissingInAllAndRuleByRule() {
        JsonNode near = StreamSupport.stream(TestApp.shared().json("/api/network/near-misses?criterion=2&limit=50").path("rows").spliterator(), false)
            .filter(row -> row.path("rules").size() > 1).findFirst().orElseThrow();
        double all = near.path("rules").findValues("missing").stream().mapToDouble(JsonNode::asDouble).sum();
        Page page = browser.desktop("/?room=infrastructure");
        Locator line = page.locator(".watch tbody tr[data-unit='" + near.path("unit").asText() + "']");
        line.waitFor();
        assertThat(line.locator("td").last().innerText()).isEqualTo((String) page.evaluate("km => `${(Math.round(km * 10) / 10).toLocaleString('vi-VN')}\u00a0km`", all));
        assertThat(line.locator(".part").allInnerTexts()).hasSize(near.path("rules").size()).allMatch(part -> part.endsWith("km"));
    }

    @Test
    void saysWhyACommuneDoesNotMeetACriterion() {
        JsonNode near = TestApp.shared().json("/api/network/near-misses?criterion=2&limit=1").path("rows").path(0);
        Page page = browser.desktop("/?room=infrastructure");
        page.locator(".watch tbody tr").first().locator("button").click();
        page.waitForSelector(".why[data-state='ready']");
        assertThat(page.url()).contains("unit=" + near.path("unit").asText(), "why=2", "room=infrastructure");
        assertThat(page.locator(".why").innerText()).contains(near.path("sentence").path("vi").asText(), "Theo bản đồ", "Đánh giá chính thức", "ngưỡng", "còn thiếu",
            "Ngưỡng minh họa", "Dữ liệu minh họa", "Những chỗ chưa đạt");
        assertThat(page.locator(".why [data-rule][data-state='not_met']").count()).isEqualTo(near.path("rules").size());
        page.locator("[data-focus='why-close']").click();
        page.waitForSelector(".why", new Page.WaitForSelectorOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
        page.locator("[data-focus='cell-4']").click();
        page.locator("[data-focus='why-4']").click();
        page.waitForSelector(".why h3:has-text('tiêu chí 4')");
        page.locator("[data-focus='cell-5']").click();
        assertThat(page.locator(".history .ask").count()).as("nothing is computed of schools").isZero();
        assertThat(page.locator(".why").isHidden()).as("the reasons of another criterion").isTrue();
        assertThat(page.locator(".history").innerText()).startsWith("5.");
    }

    @Test
    void saysWhereTheMapContradictsTheAssessment() {
        JsonNode rows = TestApp.shared().json("/api/network/contradictions").path("rows");
        int criterion = rows.path(0).path("criterion").asInt();
        Page page = browser.desktop("/?unit=" + rows.path(0).path("unit").asText() + "&why=" + criterion + "&lang=en");
        page.waitForSelector(".why .contradiction:has-text('The assessment is a person’s decision')");
        assertThat(page.locator(".why").innerText()).contains("By the map", "Official assessment", "Illustrative data");
    }

    @Test
    void aContradictionNamesItsCriterionAndOpensTheReasons() {
        Page page = browser.desktop("/?room=infrastructure&watch=contradictions");
        page.waitForSelector(".watch thead:has-text('Tiêu chí')");
        Locator line = page.locator(".watch tbody tr").first();
        assertThat(line.innerText()).contains("2. Giao thông", "Vì sao?");
        line.locator("[data-focus^='contradiction-']").click();
        page.waitForSelector(".why h3:has-text('Vì sao: tiêu chí 2. Giao thông')");
        assertThat(page.url()).contains("unit=" + line.getAttribute("data-unit"), "why=2", "room=infrastructure");
    }

    @Test
    void whatIsSearchedForIsShownInTheRoom() {
        Page page = browser.desktop("/?room=infrastructure&network=canal&measure=canal-lined-km");
        page.waitForSelector(".network-table tbody tr");
        page.locator("#search").fill("de tham");
        page.waitForSelector("#search-list [role='option']");
        page.keyboard().press("Enter");
        page.waitForSelector(".card:has-text('Xã Đề Thám')");
        assertThat(page.url()).contains("room=infrastructure", "network=canal", "unit=06046");
        assertThat(page.locator(".network-table tr.chosen").getAttribute("data-unit")).isEqualTo("06046");
        page.locator("#search").fill("trang dinh");
        page.waitForSelector("#search-list [role='option']:has-text('Huyện Tràng Định')");
        page.keyboard().press("Enter");
        page.waitForSelector(".card:has-text('Huyện Tràng Định')");
        assertThat(page.url()).contains("room=infrastructure", "unit=");
    }

    @Test
    void showsTheWayToACommuneAndWhatOfItIsMissing() {
        String unit = StreamSupport.stream(TestApp.shared().json("/api/measures/commune-access-share/values").path("values").spliterator(), false)
            .filter(one -> one.path("value").asInt(-1) == 0).findFirst().orElseThrow().path("unit").asText();
        JsonNode way = TestApp.shared().json("/api/network/access/" + unit);
        long missing = StreamSupport.stream(way.path("features").spliterator(), false).filter(one -> !one.at("/properties/good").asBoolean()).count();
        Page page = browser.desktop("/?room=infrastructure&measure=commune-access-share&unit=" + unit);
        page.locator("[data-focus='way']").click();
        page.waitForSelector(".sheet[data-way='" + unit + "']");
        assertThat(page.locator(".way .state").innerText()).contains("còn thiếu").contains("km");
        assertThat(page.locator(".way tbody tr").count()).isEqualTo((int) missing).isPositive();
        assertThat(page.locator(".sheet path[stroke-dasharray='7 5']").count()).isEqualTo((int) missing);
        assertThat(page.url()).contains("way=shown", "view=");
        page.locator("[data-focus='way']").click();
        page.waitForSelector(".sheet[data-way='']");
        assertThat(page.locator(".sheet path[stroke-dasharray='7 5']").count()).isZero();
    }

    @Test
    void listsLengthsThatDifferAndWorksThatAreLate() {
        Page page = browser.desktop("/?room=infrastructure&lang=en");
        page.waitForSelector(".watch tbody tr");
        page.locator("[data-focus='Worth a look-differences']").click();
        page.waitForSelector(".watch:has-text('km at stake')");
        assertThat(page.locator(".watch thead").innerText()).contains("Reported (m)", "Measured (m)", "Difference (m)");
        page.locator("[data-focus='Worth a look-late']").click();
        page.waitForSelector(".watch thead:has-text('Days late')");
        assertThat(page.url()).contains("watch=late");
        page.waitForSelector(".states tbody tr");
        page.waitForSelector(".headline:has-text('over 350\u00a0km')");
        assertThat(page.locator("body").innerText()).contains("Infrastructure", "over 350\u00a0km", "Works by state").doesNotContain("chỉ tiêu", "Hạ tầng");
    }

    @Test
    void thePickerListsTheNewMeasuresUnderHeadingsAndKilometresReadAsSuch() {
        Page page = browser.desktop("/");
        page.locator("#measure").click();
        assertThat(page.locator("#measure-list .section").allInnerTexts()).contains("Hạ tầng", "Tính từ bản đồ");
        page.keyboard().type("duong day 22");
        page.keyboard().press("Enter");
        Painted.await(page, "grid-km-22");
        assertThat(page.locator(".headline").innerText()).containsPattern("\\d\u00a0km · kế hoạch không đặt chỉ tiêu");
        assertThat(page.locator(".ranking tbody .figure").first().innerText()).endsWith("\u00a0km");
    }

    @Test
    void aPhoneShowsTheRoomOnASheetAndPaperShowsItWithoutButtons() {
        Page page = browser.phone("/?room=infrastructure&asOf=2022-09-30");
        page.waitForSelector(".burn-up");
        assertThat(page.locator(".progress").boundingBox().width).isLessThanOrEqualTo(390);
        assertThat(page.evaluate("() => document.documentElement.dataset.sheet")).isEqualTo("high");
        assertThat((List<?>) page.evaluate("() => [...document.querySelectorAll('.burn-up text')].map(one => [one.getBBox(), one.ownerSVGElement.viewBox.baseVal, one.textContent])"
            + ".filter(([box, whole]) => box.x < 0 || box.x + box.width > whole.width).map(([, , text]) => text)")).as("words cut off at the edge").isEmpty();
        assertThat(((Number) page.evaluate("() => document.querySelector('.burn-up text.end').getBoundingClientRect().height")).doubleValue()).isGreaterThan(11);
        Page paper = browser.desktop("/?room=infrastructure&asOf=2022-09-30");
        paper.waitForSelector(".network-table tbody tr");
        paper.waitForSelector(".network-figures .tiles li");
        paper.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(paper.locator(".network-figures").innerText()).contains("năm 2022", "30/09/2022", "Dữ liệu minh họa", "Nguồn:", "Đường minh họa");
        assertThat(List.of(paper.locator(".burn-up").isVisible(), paper.locator(".network-table tfoot").isVisible(), paper.locator(".sheet").isVisible()))
            .containsOnly(true);
        assertThat(List.of(paper.locator("[data-focus='print']").isVisible(), paper.locator("#table-counts").isVisible())).containsOnly(false);
    }

    @Test
    void aPartThatFailsSaysSoAndIsTriedAgainByItself() {
        Page page = browser.desktop("/");
        page.route("**/api/network/near-misses*", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)
            .setContentType("application/problem+json").setBody("{\"title\":\"Busy\",\"detail\":\"The roads are resting.\"}")));
        page.locator(".rail [data-room='infrastructure']").click();
        page.waitForSelector(".watch .failed:has-text('Máy chủ không làm được việc này (mã 503); hãy thử lại sau. Chi tiết (tiếng Anh): The roads are resting.')");
        page.unroute("**/api/network/near-misses*");
        page.locator(".watch .failed button").click();
        page.waitForSelector(".watch tbody tr");
        assertThat(browser.complaints()).as("the failure that was made").hasSize(1);
    }
}
