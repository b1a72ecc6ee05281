package langmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import langmap.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for the page as a whole: the targets room, phones, accessibility, weight, hosts, failures. */
final class PageTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    @Test
    void theFirstViewIsLightComesFromThisServerAndLeavesTheConsoleEmpty() {
        Page page = browser.asNewcomer().desktop("/");
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        assertThat(browser.bytes()).isBetween(50_000L, 300_000L);
        assertThat(browser.addresses()).isNotEmpty().allMatch(address -> address.startsWith(TestApp.shared().base() + "/"));
    }

    @ParameterizedTest
    @CsvSource({"'/?unit=06046&open=ranking_histogram_change_take_overlays',1440,900", "'/?room=targets&unit=06190',1440,900",
        "'/?unit=06046',360,740", "'/?room=targets&lang=en',390,844", "'/?measure=criterion-17',720,450", "'/?measure=criterion-2&since=2021-12-31&open=change',1440,900",
        "'/?room=infrastructure&unit=06046&why=2&asOf=2022-09-30',1440,900", "'/?room=infrastructure&network=canal&watch=late&lang=en',390,844"})
    void axeFindsNothingSerious(String address, int width, int height) {
        Page page = browser.open(address, width, height);
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        assertThat(browser.seriousFindings(page)).isEmpty();
    }

    @Test
    void theTargetsRoomPutsPrintedBesideComputedAndPaintsOnAClick() {
        Page page = browser.desktop("/?room=targets");
        page.waitForSelector("[data-target='C14']");
        assertThat(page.locator(".tiles > li").count()).isEqualTo(12);
        assertThat(page.locator("[data-target]").count()).isEqualTo(19);
        assertThat(page.locator("[data-target='C14']").innerText()).contains("99,5\u00a0%", "99,4\u00a0%");
        assertThat(page.locator("[data-target='C14'] .doubted").count()).isEqualTo(1);
        page.locator("[data-target='C14'] button.flag").click();
        page.waitForSelector(".doubt p[lang='vi']:has-text('X-04 (I.2/c14)'):has-text('làm tròn là 99,4')");
        assertThat(page.locator("[data-goal='G-10']").innerText()).contains("chưa có số liệu").doesNotContain("0 /");
        assertThat(page.locator(".funding").innerText()).contains("4.760", "4.770", "In là 80, dùng 70");
        page.locator("[data-target='C04'] [data-focus='C04']").click();
        Painted.await(page, "criterion-4");
        page.locator("[data-goal='G-09'] button").click();
        Painted.await(page, "criteria-met");
        page.waitForSelector(".headline:has-text('bình quân 14,60')");
        assertThat(Painted.sum(Painted.perColour(page))).isEqualTo(20);
        assertThat(page.locator(".rail button").count()).as("only rooms that exist").isEqualTo(3);
    }

    @Test
    void onAPhoneTheRailIsBelowAndThePanelIsASheet() {
        Page page = browser.phone("/?measure=criterion-2");
        assertThat(page.locator(".rail").boundingBox().y).isGreaterThan(760);
        assertThat(page.locator(".sheet").boundingBox().height).isGreaterThan(300);
        double low = page.locator(".beside").boundingBox().height;
        page.locator(".handle button").click();
        page.waitForFunction("low => document.querySelector('.beside').getBoundingClientRect().height > low + 150", low);
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        page.locator(".rail button").nth(1).click();
        page.waitForSelector("[data-goal='G-01']");
    }

    @Test
    void aDoubtIsReadOnAPhoneThoughTheTableWasMoved() {
        Page page = browser.phone("/?room=targets");
        page.locator("[data-target='C14'] button.flag").click();
        page.waitForSelector(".doubts .doubt p");
        assertThat((Integer) page.locator(".criteria .scroll").evaluate("table => { table.scrollLeft = table.scrollWidth; return table.scrollLeft; }")).isPositive();
        assertThat((Boolean) page.evaluate("""
            () => {
              const box = document.querySelector('.doubts .doubt p').getBoundingClientRect();
              return box.left >= 0 && box.right <= innerWidth && box.width > 250;
            }""")).isTrue();
    }

    /** Phones upright and on their side, a window of 1440 by 900 at 200 % zoom, and a large screen. */
    @ParameterizedTest
    @CsvSource({"390,844", "360,740", "844,390", "720,450", "1920,1080"})
    void nothingIsCutOffWhateverTheWindow(int width, int height) {
        for (String address : List.of("/?measure=criterion-17", "/?room=targets&lang=en", "/?room=infrastructure&asOf=2022-09-30&lang=en")) {
            Page page = browser.open(address, width, height);
            assertThat((Integer) page.evaluate("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)")).as(address).isLessThanOrEqualTo(width);
            assertThat(page.evaluate("""
                () => [...document.querySelectorAll('.sheet path[data-unit], .legend [data-class], .time button, .time input, .time select, .top button, .rail button')]
                  .filter(one => one.getClientRects().length).filter(one => {
                    const [box, within] = [one.getBoundingClientRect(), (one.closest('.sheet, .legend') ?? document.body).getBoundingClientRect()];
                    return box.left < within.left - 1 || box.right > within.right + 1 || box.top < within.top - 1 || box.bottom > within.bottom + 1;
                  }).map(one => one.outerHTML.slice(0, 80))""")).as(address).isEqualTo(List.of());
        }
    }

    @Test
    void aFailureShowsTheSentenceOfTheProblemAndTryingAgainHelps() {
        Page page = browser.desktop("/");
        page.route("**/api/measures/criterion-5/values*", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)
            .setContentType("application/problem+json").setBody("{\"type\":\"urn:langmap:problem:unavailable\",\"detail\":\"The database is resting.\"}")));
        page.locator("#measure").click();
        page.keyboard().type("truong hoc");
        page.keyboard().press("Enter");
        page.waitForSelector(".over .failed:has-text('Máy chủ chưa sẵn sàng. Hãy thử lại sau ít phút.')");
        page.locator(".language button:has-text('EN')").click();
        page.waitForSelector(".over .failed:has-text('The database is resting.')");
        assertThat(page.locator(".failed").count()).as("one sentence is enough").isEqualTo(1);
        page.unroute("**/api/measures/criterion-5/values*");
        page.locator(".over .failed button").click();
        Painted.await(page, "criterion-5");
        assertThat(page.locator(".failed").count()).isZero();
        assertThat(browser.complaints()).as("the failure that was made").isNotEmpty().allMatch(line -> line.contains("/api/measures/criterion-5/values"));
    }

    @Test
    void aPartThatWaitsSaysSoAndOneWithNothingToShowSaysWhatToDo() {
        Page page = browser.desktop("/");
        List<Route> held = new ArrayList<>();
        page.route("**/api/units/06046/assessments*", held::add);
        page.locator(".sheet path[data-unit='06046']").focus();
        page.keyboard().press("Enter");
        page.waitForSelector(".card[data-state='loading'][aria-busy='true'] .skeleton");
        page.waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);
        page.waitForSelector(".card[data-state='ready'] .cells");
        page.locator("#group").selectOption("model");
        page.waitForSelector(".legend[data-state='empty']:has-text('Hãy chọn nhóm hoặc ngày khác')");
        page.waitForSelector(".headline:has-text('chưa có số liệu')");
    }

    @Test
    void aPartThatFailsByItselfIsTriedAgainByItself() {
        Page page = browser.desktop("/");
        page.route("**/api/totals?level=district*", Route::abort);
        page.locator(".rail [data-room='targets']").click();
        page.waitForSelector(".districts .failed");
        page.unroute("**/api/totals?level=district*");
        page.locator(".districts .failed button").click();
        page.waitForSelector(".districts tbody tr");
        assertThat(browser.complaints()).as("the failure that was made").isNotEmpty().allMatch(line -> line.contains("/api/totals?level=district"));
    }

    @Test
    void theSearchSaysNothingBeforeAnythingIsTypedAndTellsOfFailureApartFromFindingNothing() {
        Page page = browser.desktop("/");
        page.locator("#search").click();
        page.keyboard().type("xyzq");
        page.waitForSelector("#search-list .nothing:has-text('Không tìm thấy')");
        page.keyboard().press("Escape");
        page.locator("#search").click();
        assertThat(page.locator("#search-list:visible").count()).isZero();
        page.route("**/api/search*", Route::abort);
        page.keyboard().type("de tham");
        page.waitForSelector("#search-list .nothing:has-text('Không kết nối được')");
        assertThat(browser.complaints()).as("the failure that was made").isNotEmpty().allMatch(line -> line.contains("/api/search?q="));
    }

    @Test
    void saysWhatIsRealAndWhatIsIllustrative() {
        Page page = browser.desktop("/");
        page.locator(".about .chip").click();
        assertThat(page.locator("dialog[open]").innerText()).contains("Minh họa", "Ranh giới minh họa", "Thật", "Danh mục đơn vị hành chính");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]").count()).isZero();
    }
}
