package langmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
}
