package langmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import langmap.Loads;
import langmap.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the administrator types into the forms of works and sections, and what the forms say of it. */
final class EditingFormsTest {
    @RegisterExtension
    static final TestApp app = TestApp.own();
    private static final Junctions junctions = new Junctions(app, app.database());
    @RegisterExtension
    static final Browser browser = new Browser(app).letting("status of 4");

    private static Page picked(String lang, String code, int junction) {
        return junctions.room(browser.desktop("/?lang=" + lang + "&layers=roads&feature=roads:" + code + "#import"), junction);
    }

    @Test
    void numbersAreWrittenAsTheLanguageOfThePageDoes() {
        String code = junctions.lane(0, "Ngõ số");
        String work = junctions.sent("POST", "works", 0, "{\"kind\": \"repair\", \"sectionKind\": \"road\", \"section\": \"" + code + "\"}").path("code").asText();
        Page page = picked("vi", code, 0);
        page.locator("[data-focus='work-edit-" + work + "']").click();
        assertThat(page.locator("label[for='edit-costMillion']").innerText()).isEqualTo("Kinh phí (triệu đồng)");
        assertThat(page.locator("label[for='edit-fromM']").innerText()).isEqualTo("Từ mét");
        page.locator("#edit-fromM").fill("0,5");
        page.locator("#edit-toM").fill("12.5");
        page.locator("#edit-costMillion").fill("nhiều");
        page.locator("[data-focus='work-save']").click();
        page.waitForSelector("[data-field='costMillion'] .fault");
        assertThat(page.locator("[data-field='costMillion'] .fault").innerText()).contains("4.760,5");
        assertThat(page.locator("[data-field='toM'] .fault").innerText()).as("grouped by threes only").contains("1.200,5");
        page.locator("#edit-toM").fill("120,25");
        page.locator("#edit-costMillion").fill("4.760,5");
        page.locator("[data-focus='work-save']").click();
        Junctions.awaitText(page, ".edit-desk", "Đã lưu công trình");
        assertThat(Loads.one(app.database(), "select cost_million || ' ' || stretch from work where code = '" + work + "'")).isEqualTo("4760.5 [0.5,120.25)");
        Page english = picked("en", code, 0);
        english.locator("[data-focus='work-edit-" + work + "']").click();
        english.locator("#edit-costMillion").fill("4.760,5");
        english.locator("[data-focus='work-save']").click();
        english.waitForSelector("[data-field='costMillion'] .fault");
        assertThat(english.locator("[data-field='costMillion'] .fault").innerText()).contains("4,760.5");
        english.locator("#edit-costMillion").fill("1,200");
        english.locator("[data-focus='work-save']").click();
        Junctions.awaitText(english, ".edit-desk", "is saved");
        assertThat(Loads.one(app.database(), "select cost_million from work where code = '" + work + "'")).isEqualTo("1200");
    }

    @Test
    void whatIsKnownOfALineIsEnteredAndAMistakeIsTakenOut() {
        String line = junctions.sent("POST", "sections/power_line", 0, "{\"class\": \"line_22kv\", \"geometry\": {\"type\": \"LineString\", \"coordinates\": [[106.7, 21.85], [106.7, 21.86]]}}")
            .path("code").asText();
        Page page = junctions.room(browser.desktop("/?layers=power-lines&feature=power-lines:" + line + "#import"), 0);
        page.onDialog(com.microsoft.playwright.Dialog::accept);
        page.locator("[data-focus='section-" + line + "']").click();
        assertThat(page.locator("label[for='edit-voltageKv']").innerText()).isEqualTo("Điện áp (kV)");
        page.locator("[data-focus='edit-save']").click();
        Junctions.awaitText(page, ".edit-desk .failed", "Chưa có gì thay đổi");
        page.locator("#edit-voltageKv").fill("0,4");
        page.locator("#edit-builtYear").fill("2190");
        page.locator("#edit-lengthReportedM").fill("1.200,5");
        page.locator("[data-focus='edit-save']").click();
        Junctions.awaitText(page, "[data-field='builtYear'] .fault", "không sau năm nay");
        page.locator("#edit-builtYear").fill("2019");
        page.locator("[data-focus='edit-save']").click();
        Junctions.awaitText(page, ".edit-desk", "Đã lưu đoạn");
        assertThat(Loads.one(app.database(), "select voltage_kv || ' ' || built_year || ' ' || length_reported_m from network_section where code = '" + line + "'")).isEqualTo("0.4 2019 1200.5");
        String work = junctions.sent("POST", "works", 0, "{\"kind\": \"repair\", \"sectionKind\": \"power_line\", \"section\": \"" + line + "\"}").path("code").asText();
        page.reload();
        page.locator("[data-focus='section-" + line + "']").click();
        page.locator("[data-focus='edit-remove']").click();
        Junctions.awaitText(page, ".edit-desk .failed", work);
        page.locator("[data-focus='edit-abandon']").click();
        page.locator("[data-focus='work-edit-" + work + "']").click();
        page.locator("[data-focus='work-remove']").click();
        Junctions.awaitText(page, ".edit-desk", "Đã gỡ công trình " + work);
        page.locator("[data-focus='section-" + line + "']").click();
        page.locator("[data-focus='edit-remove']").click();
        Junctions.awaitText(page, ".edit-desk", "Đã gỡ đoạn " + line);
        assertThat(Loads.one(app.database(), "select count(*) from network_section where code = '" + line + "'")).isEqualTo("0");
    }

    @Test
    void anAcceptanceIsPresetToTodayAndSaysSo() {
        String code = junctions.lane(1, "Ngõ hôm nay");
        String work = junctions.sent("POST", "works", 0, "{\"kind\": \"repair\", \"sectionKind\": \"road\", \"section\": \"" + code + "\"}").path("code").asText();
        Page page = picked("vi", code, 1);
        page.locator("[data-focus='work-accept-" + work + "']").click();
        page.waitForSelector("#edit-acceptedOn");
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThat(page.locator("#edit-acceptedOn").inputValue()).isEqualTo(today.toString());
        assertThat(page.locator(".edit-desk .preset").innerText()).contains(today.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")), "31/12/2022");
    }

    @Test
    void whileSomebodyDrawsNothingLiesOverTheMapAndWhatCountsIsSaid() {
        for (Page page : new Page[] {junctions.room(browser.desktop("/#import"), 2), junctions.room(browser.phone("/#import"), 2)}) {
            page.locator("[data-focus='edit-draw']").click();
            page.waitForSelector(".edit-bar:visible");
            page.waitForFunction("() => document.querySelector('.edit-bar').getBoundingClientRect().bottom <= document.querySelector('.sheet').getBoundingClientRect().top + 1");
            assertThat(page.locator(".sheet").boundingBox().height).as("enough of the map").isGreaterThan(page.viewportSize().height * 0.45);
            double high = page.locator(".edit-bar").boundingBox().height;
            page.locator(".sheet").focus();
            page.keyboard().press(" ");
            page.keyboard().press("Shift+ArrowDown");
            page.keyboard().press(" ");
            Junctions.awaitText(page, ".edit-bar .drawn", "2 đỉnh");
            assertThat(page.locator(".edit-bar").boundingBox().height).as("the map does not jump under the hand").isEqualTo(high);
            page.locator("[data-focus='bar-finish']").click();
            page.waitForSelector("[data-focus='bar-go-on']");
            assertThat(page.locator(".edit-bar").boundingBox().height).as("nor when it is shaped").isEqualTo(high);
            assertThat(page.locator(".edit-desk .counted").textContent()).contains("chỉ tính công trình đã nghiệm thu");
        }
    }
}
