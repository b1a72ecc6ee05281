package langmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import langmap.Loads;
import langmap.TestApp;
import langmap.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Journeys through the room of targets in a real browser. */
final class TargetsRoomTest {
    private static final String GAINED = "#1b7f6b";
    @RegisterExtension
    static final Browser browser = new Browser();

    @Test
    void aGoalShowsActualTargetShareAndHowItWentAndPaintsWhatWasAddedInTheYear() {
        Page page = browser.desktop("/?room=targets");
        page.waitForSelector("[data-goal='G-01'] .spark");
        assertThat(page.locator("[data-goal='G-01']").innerText()).contains("7 / 10 · 70\u00a0%", "còn thiếu 3");
        assertThat(page.locator("[data-goal='G-01'] .spark").getAttribute("aria-label")).isEqualTo("Từ 0 ngày 31/12/2021 đến 7 ngày 31/12/2022");
        assertThat(page.locator("[data-goal='G-02']").innerText()).contains("82 / 85");
        assertThat(page.locator("[data-goal='G-09'] .bar u").count()).as("a band, not a tick").isEqualTo(1);
        page.locator("[data-goal='G-01'] button").first().click();
        Painted.await(page, "recognised", "2022-12-31", "actual", "commune", "2021-12-31");
        assertThat(Painted.perColour(page)).containsEntry(GAINED, 7);
        page.locator("[data-goal='G-02'] button").first().click();
        page.waitForFunction("() => document.querySelector('.sheet').dataset.painted.trim() === 'recognised 2022-12-31 actual commune'");
        assertThat(Painted.perColour(page)).containsEntry(GAINED, 82);
    }

    @Test
    void aCriterionShowsWhatThePlanAddsAndWhatIsShortAtTheTarget() {
        Page page = browser.desktop("/?room=targets");
        page.waitForSelector("[data-target='C04']");
        assertThat(page.locator("[data-target='C04']").innerText()).contains("123", "143 +20", "79,0\u00a0%");
        assertThat(page.locator("[data-target='C04'] td[title]").getAttribute("title")).isEqualTo("123 + 20 = 143 · đạt chỉ tiêu thì còn 38 trong 181 xã chưa đạt");
        assertThat(page.locator("[data-target='C01'] td[title]").count()).as("no target, nothing short").isZero();
    }

    @Test
    @SuppressWarnings("unchecked")
    void theWeakestCriterionComesFirstWithAGroupBehind() {
        Page page = browser.desktop("/?room=targets&series=planned");
        page.waitForSelector(".strengths li");
        List<String> order = (List<String>) page.evaluate("() => [...document.querySelectorAll('.strengths li')].map(one => one.dataset.measure)");
        assertThat(order).hasSize(19).startsWith("criterion-5", "criterion-6", "criterion-17", "criterion-10", "criterion-2").endsWith("criterion-12");
        assertThat(page.locator("[data-measure='criterion-5']").innerText()).contains("87/181", "48,1\u00a0%");
        assertThat(page.locator("[data-measure='criterion-12']").innerText()).contains("100,0\u00a0%");
        page.locator("#strengths-group").selectOption("border");
        page.waitForSelector(".strengths .grouped em");
        assertThat(page.locator(".strengths .tick.group").count()).as("the explanation and a tick on each bar").isEqualTo(20);
        page.locator("[data-focus='strength-criterion-5']").click();
        Painted.await(page, "criterion-5");
        assertThat(Painted.sum(Painted.perColour(page))).isEqualTo(20);
    }

    @Test
    void theBoardOfDistrictsAddsUpToTheProvinceAndPaintsByDistrict() {
        Page page = browser.desktop("/?room=targets&series=planned");
        page.waitForSelector(".districts tbody tr");
        assertThat(page.locator(".districts tbody tr").count()).isEqualTo(11);
        int recognised = ((Number) page.evaluate("() => [...document.querySelectorAll('.districts tbody tr')].reduce((sum, row) => sum + Number(row.cells[2].textContent), 0)")).intValue();
        assertThat(recognised).isEqualTo(85);
        assertThat(page.locator(".districts tfoot").innerText()).contains("181", "85", "2.6");
        page.locator("[data-focus='board-recognised']").click();
        assertThat(page.locator(".districts th[aria-sort='descending']").innerText()).contains("Đạt chuẩn");
        page.locator("[data-focus='board-180']").click();
        Painted.await(page, "recognised", "2022-12-31", "planned", "district");
        assertThat(Painted.sum(Painted.perColour(page))).isEqualTo(11);
    }

    @Test
    void marksGroupsWithSymbolsThatACopiedLinkShowsAgain() {
        Page page = browser.desktop("/?open=marks");
        page.locator("[data-focus='mark-recognised']").check();
        page.waitForSelector(".sheet[data-marks='recognised 82']");
        page.locator("[data-focus='mark-border']").check();
        page.waitForSelector(".sheet[data-marks='recognised 82 border 20']");
        assertThat(page.locator(".mark").count()).isEqualTo(102);
        assertThat(page.locator(".legend [data-mark]").allInnerTexts()).containsExactly("Xã đã đạt chuẩn (82)", "Xã biên giới (20)");
        Page copied = browser.desktop(page.url().substring(TestApp.shared().base().length()));
        copied.waitForSelector(".sheet[data-marks='recognised 82 border 20']");
        copied.locator("[data-focus='mark-recognised']").uncheck();
        copied.waitForSelector(".sheet[data-marks='border 20']");
        assertThat(copied.locator(".mark").count()).isEqualTo(20);
    }

    @Test
    void aYearIsChosenOnceThereAreTwoPlansAndAGroupShortOfItsCommunesSaysSo(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), "document: {plan_year: 2023, title_vi: Kế hoạch năm 2023, title_en: Plan of 2023}\n");
        String border = Files.readString(langmap.house.Checkout.root().resolve("gis-data/units/border-flags.csv"));
        Files.writeString(folder.resolve("border.csv"), border.substring(0, border.stripTrailing().lastIndexOf('\n') + 1));
        Files.writeString(folder.resolve("data-sets.yaml"), List.of("plan-2023 plan plan.yaml", "border-flags flags border.csv").stream().map(line -> line.split(" "))
            .map(one -> "- {id: %s, kind: %s, files: [%s], title: {vi: T, en: T}, origin: {vi: T, en: T}, licence: CC0, illustrative: false}%n".formatted((Object[]) one))
            .collect(java.util.stream.Collectors.joining()));
        try (TestDatabase database = Loads.sample()) {
            assertThat(Loads.refusals(database.urls(), folder)).isEmpty();
            try (TestApp app = TestApp.start(database.urls(), Map.of()); Browser own = new Browser(app)) {
                Page page = own.desktop("/?room=targets");
                page.locator(".goals .segments button").nth(1).click();
                page.waitForSelector(".goals h2:has-text('Kế hoạch năm 2023') ~ .empty");
                page.locator(".goals .segments button").nth(0).click();
                page.waitForSelector("[data-goal='G-01']");
                assertThat(own.desktop("/?group=border").locator("#group option:checked").innerText()).isEqualTo("Xã biên giới (19/20)");
            }
        }
    }
}
