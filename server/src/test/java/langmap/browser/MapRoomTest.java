package langmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Journeys through the map room in a real browser. */
final class MapRoomTest {
    private static final String MET = "#1b7f6b";
    @RegisterExtension
    static final Browser browser = new Browser();

    @ParameterizedTest
    @CsvSource({"criterion-2,actual,98", "criterion-3,planned,179", "criterion-2,planned,102", "recognised,actual,82",
        "recognised,planned,85", "criterion-12,actual,181"})
    void paintsAsManyCommunesAsMeetIt(String measure, String series, int met) {
        Page page = browser.desktop("/?measure=" + measure + "&series=" + series);
        assertThat(Painted.perColour(page)).containsEntry(MET, met).isEqualTo(
            Painted.expected("/api/measures/" + measure + "/values?series=" + series));
        assertThat(Painted.sum(Painted.perColour(page))).isEqualTo(181);
    }

    @ParameterizedTest
    @CsvSource({"criteria-met,''", "distance-to-all,method=quantile&classes=5", "criteria-met-share,method=jenks&classes=7",
        "criterion-8,level=district"})
    void paintsNumbersInTheClassesOfTheServer(String measure, String how) {
        Page page = browser.desktop("/?measure=" + measure + "&" + how);
        assertThat(Painted.perColour(page)).isEqualTo(Painted.expected("/api/measures/" + measure + "/values?" + how));
    }

    @Test
    void changesTheMeasureByTypingPartOfItsName() {
        Page page = browser.desktop("/");
        page.locator("#measure").click();
        page.keyboard().type("giao thong");
        page.keyboard().press("Enter");
        Painted.await(page, "criterion-2");
        assertThat(page.locator(".headline").innerText()).contains("2. Giao thông", "98/181 xã đạt (54,1\u00a0%)", "chỉ tiêu 102", "còn thiếu 4");
        assertThat(page.locator(".headline .bar .tick").count()).as("baseline, now, target").isEqualTo(3);
        assertThat(page.locator(".headline .bar").getAttribute("aria-label")).isEqualTo("đầu kỳ 90, hiện tại 98, chỉ tiêu 102");
        page.locator("#measure").click();
        page.keyboard().type("y te");
        page.keyboard().press("Enter");
        Painted.await(page, "criterion-15");
        page.goBack();
        Painted.await(page, "criterion-2");
    }

    @Test
    void stepsThroughTimeAndFetchesBoundariesOnlyOnce() {
        Page page = browser.desktop("/?measure=criterion-4");
        long before = boundaries();
        page.locator(".time input[type=range]").focus();
        page.keyboard().press("Home");
        Painted.await(page, "criterion-4", "2021-12-31");
        assertThat(Painted.perColour(page)).containsEntry(MET, 123);
        page.locator(".time button[data-focus='time.after']").click();
        Painted.await(page, "criterion-4", "2022-01-31");
        assertThat(page.locator(".day").inputValue()).isEqualTo("31/01/2022");
        assertThat(boundaries()).isEqualTo(before);
        assertThat(browser.addresses()).noneMatch(address -> address.contains("/api/choropleth/"));
    }

    @Test
    void stepsByMonthQuarterOrYear() {
        Page page = browser.desktop("/?measure=criterion-2&asOf=2022-05-31");
        page.locator("[data-focus='period']").selectOption("quarter");
        Painted.await(page, "criterion-2", "2022-06-30");
        assertThat(page.locator(".months span").allInnerTexts()).containsExactly("Q4/21", "Q1/22", "Q2", "Q3", "Q4");
        page.locator("[data-focus='time.before']").click();
        Painted.await(page, "criterion-2", "2022-03-31");
        page.locator("[data-focus='period']").selectOption("year");
        Painted.await(page, "criterion-2", "2022-12-31");
        page.locator("[data-focus='time.before']").click();
        Painted.await(page, "criterion-2", "2021-12-31");
        assertThat(Painted.perColour(page)).containsEntry(MET, 90);
        assertThat(page.url()).contains("period=year");
    }

    private static long boundaries() {
        return browser.addresses().stream().filter(address -> address.contains("/api/boundaries/")).count();
    }

    @Test
    void speaksEnglishOneClickAway() {
        Page page = browser.desktop("/?measure=criterion-2");
        page.locator(".language button").nth(1).click();
        page.waitForSelector(".headline:has-text('98 of 181 communes (54.1\u00a0%)')");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        page.waitForSelector(".legend:has-text('Not assessed')");
        assertThat(page.locator("body").innerText()).doesNotContain("Bản đồ", "Chỉ tiêu");
    }

    @Test
    void filtersByTheLegendAndASecondClickClears() {
        Page page = browser.desktop("/?measure=criterion-2");
        assertThat(page.locator(".legend [data-class] b").allInnerTexts().stream().mapToInt(Integer::parseInt).sum()).isEqualTo(181);
        Locator met = page.locator(".legend [data-class='0']");
        met.click();
        page.waitForSelector(".sheet path[data-class='0']");
        assertThat(Painted.perColour(page)).hasSize(1).containsEntry(MET, 98);
        assertThat(page.locator(".ranking tbody tr")).extracting(Locator::count).isEqualTo(98);
        page.locator(".legend [data-class='0']").click();
        assertThat(Painted.sum(Painted.perColour(page))).isEqualTo(181);
    }

    @Test
    void hatchesWhatIsNotAssessedAndWhatLapsedOverItsColour() {
        Page page = browser.desktop("/?measure=criterion-17&open=histogram");
        for (String[] kind : new String[][] {{"lapsed", MET, "#b3261e"}, {"missing", "#eceae6", "#8a9299"}}) {
            String index = (String) page.evaluate("([fill, line]) => [...document.querySelectorAll('.sheet pattern[id^=map-hatch]')].find(one => one.querySelector('rect').getAttribute('fill') === fill"
                + " && one.querySelector('line').getAttribute('stroke') === line).id.replace('map-hatch-', '')", List.of(kind[1], kind[2]));
            assertThat(page.locator(".sheet path[data-class='" + index + "'][fill='url(#map-hatch-" + index + ")']").count()).as(kind[0]).isEqualTo(1);
            assertThat(page.locator(".legend [data-class='" + index + "'] pattern").count()).as("in the legend too").isEqualTo(1);
            assertThat(page.locator(".histogram rect[fill='url(#bar-hatch-" + index + ")']").count()).as("in the histogram too").isEqualTo(1);
        }
        assertThat(page.locator(".histogram svg > rect[fill='" + MET + "']").count()).isEqualTo(1);
    }

    @Test
    void opensTheCardOfACommuneWithAllItsCriteriaAndTheirHistory() {
        Page page = browser.desktop("/");
        page.locator("#search").click();
        page.keyboard().type("de tham");
        page.locator("#search-list li[data-id='06046']").click();
        page.waitForSelector(".card:has-text('Xã Đề Thám')");
        page.waitForSelector(".cells button");
        assertThat(page.locator(".cells button").count()).isEqualTo(19);
        assertThat(page.locator(".card").innerText()).contains("Bắc Ái", "Tràng Định");
        page.locator(".cells button").nth(7).click();
        assertThat(page.locator("#cell-history li").count()).isGreaterThan(1);
        assertThat(page.url()).contains("unit=06046");
        page.locator(".card dd button").first().click();
        page.waitForSelector(".card:not(:has-text('mã 06046'))");
    }

    @Test
    void aCopiedLinkShowsTheSameThing() {
        Page page = browser.desktop("/?measure=criterion-7&asOf=2022-06-30&series=planned&group=border&unit=06004&lang=en");
        page.locator(".legend [data-class='0']").click();
        Page again = browser.desktop(page.url().replaceFirst("^https?://[^/]+", ""));
        assertThat(Painted.perColour(again)).isEqualTo(Painted.perColour(page)).isNotEmpty();
        for (Page one : List.of(page, again)) {
            one.waitForSelector(".card h2");
            one.waitForSelector(".headline strong");
        }
        assertThat(again.locator(".headline").innerText()).isEqualTo(page.locator(".headline").innerText());
        assertThat(again.locator(".card h2").innerText()).isEqualTo(page.locator(".card h2").innerText());
    }

    @Test
    void paintsAndCountsWhatChangedBetweenTwoDays() {
        Page page = browser.desktop("/?measure=criterion-2&open=change");
        page.locator("#since").selectOption("2021-12-31");
        Painted.await(page, "criterion-2", "2022-12-31", "actual", "commune", "2021-12-31");
        page.waitForSelector("[data-change='gained']");
        int gained = count(page, "gained");
        assertThat(90 + gained - count(page, "lost")).as("what was met, what turned met and what was lost").isBetween(97, 98);
        assertThat(Painted.perColour(page)).containsEntry(MET, gained);
        page.locator("[data-focus='change-stop']").click();
        assertThat(Painted.perColour(page)).containsEntry(MET, 98);
    }

    private static int count(Page page, String change) {
        return Integer.parseInt(page.locator("[data-change='" + change + "']").getAttribute("data-count"));
    }

    @Test
    void everyCommuneIsReachedByKeyboard() {
        Page page = browser.desktop("/?measure=criterion-2");
        assertThat(page.locator(".sheet path[data-unit][tabindex='0']").count()).isEqualTo(1);
        page.locator(".sheet path[data-unit][tabindex='0']").focus();
        String first = focused(page);
        page.keyboard().press("ArrowDown");
        assertThat(focused(page)).isNotEqualTo(first).matches("\\d{5}");
        String reached = focused(page);
        page.keyboard().press("Enter");
        page.waitForSelector(".card:has-text('mã " + reached + "')");
        assertThat(page.locator(".ranking tbody th button").count()).isEqualTo(181);
        page.locator(".ranking tbody th button").nth(40).focus();
        page.keyboard().press("Enter");
        page.waitForSelector(".card:not(:has-text('mã " + reached + "'))");
        assertThat(page.locator(".sheet path[data-unit]:not([aria-label*=','])").count()).isZero();
    }

    @Test
    void theArrowKeysLeadToAllCommunes() {
        Page page = browser.desktop("/?measure=criterion-2");
        assertThat(page.evaluate("""
            () => {
              const seen = new Set([document.querySelector(".sheet path[tabindex='0']")]);
              for (const path of seen) {
                for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
                  path.focus();
                  path.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
                  seen.add(document.activeElement);
                }
              }
              return seen.size;
            }""")).isEqualTo(181);
    }

    private static String focused(Page page) {
        return (String) page.evaluate("() => document.activeElement.getAttribute('data-unit')");
    }

    @Test
    void copiesTheRankingForASpreadsheet() {
        Page page = browser.desktop("/?measure=criteria-met");
        page.locator("[data-focus='sort-value']").click();
        assertThat(page.locator(".ranking th[aria-sort='ascending']").innerText()).contains("Giá trị");
        int least = Integer.parseInt(page.locator(".ranking tbody .figure").first().innerText().strip());
        page.locator("[data-focus='copy']").click();
        page.waitForSelector("text=Đã sao chép 181 dòng");
        String copied = (String) page.evaluate("() => navigator.clipboard.readText()");
        assertThat(copied.split("\n")).hasSize(182);
        assertThat(copied.split("\n")[1].split("\t")).hasSize(5).contains(String.valueOf(least));
        assertThat(copied.split("\n")[181].split("\t")).contains("19");
    }

    @Test
    void takesAwayWhatIsShownMarkedAsIllustrative() throws IOException {
        Page page = browser.desktop("/?measure=criterion-2&open=take&only=0&since=2021-12-31");
        int gained = Painted.sum(Painted.perColour(page));
        for (String kind : List.of("png", "csv", "geojson")) {
            Download download = page.waitForDownload(() -> page.locator("[data-focus='" + kind + "']").click());
            assertThat(download.suggestedFilename()).startsWith("langmap_criterion-2").contains("illustrative").endsWith("." + kind);
            assertThat(Files.size(download.path())).isGreaterThan(1_000L);
            if (kind.equals("csv")) {
                assertThat(Files.readString(download.path()).lines().toList()).hasSize(1 + gained).allMatch(line -> line.endsWith("minh họa"))
                    .first().asString().startsWith("\ufeffmã;đơn vị;");
            }
            if (kind.equals("geojson")) {
                JsonNode map = new ObjectMapper().readTree(download.path().toFile());
                assertThat(map.path("illustrative").asBoolean()).isTrue();
                assertThat(map.path("legend").path("classes")).hasSize(1);
                assertThat(map.path("features")).hasSize(gained).allMatch(one -> one.path("properties").path("fill").asText().equals(MET) && one.path("properties").path("illustrative").asBoolean());
            }
        }
    }
}
