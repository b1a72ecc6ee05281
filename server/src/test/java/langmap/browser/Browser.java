package langmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import langmap.TestApp;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Debian's Chromium on LangMap with the shipped data; one a test class. Notes what the page says, asks for and weighs; after each test
 * the windows are closed and the console must be empty but for what the test itself took note of.
 */
final class Browser implements AutoCloseable, AfterEachCallback, AfterAllCallback {
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final String base;
    private BrowserContext person;
    private String allowed;
    private long bytes;

    Browser() {
        this(TestApp.shared());
    }

    /** Looks at a LangMap of a test's own. */
    Browser(TestApp app) {
        this.base = app.base();
        this.playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM)
            .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
        asNewcomer();
    }

    /** Forgets all that was fetched before, as for somebody who was never here. */
    Browser asNewcomer() {
        List.copyOf(chromium.contexts()).forEach(BrowserContext::close);
        person = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setAcceptDownloads(true)
            .setPermissions(List.of("clipboard-read", "clipboard-write")));
        return this;
    }

    /** Lets the console hold lines with this text, such as answers that are failures by intent. */
    Browser letting(String text) {
        allowed = text;
        return this;
    }

    /** A fresh window at an address below LangMap, once the map is painted; the browser keeps what may be kept from one to the next. */
    Page open(String address, int width, int height) {
        Page page = person.newPage();
        page.setViewportSize(width, height);
        page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text() + " " + message.location()));
        page.onPageError(complaints::add);
        page.onRequest(request -> addresses.add(request.url()));
        CDPSession network = person.newCDPSession(page);
        network.send("Network.enable");
        network.on("Network.loadingFinished", event -> bytes += event.get("encodedDataLength").getAsLong());
        page.navigate(base + address);
        page.waitForSelector(".sheet[data-painted]");
        return page;
    }

    Page desktop(String address) {
        return open(address, 1440, 900);
    }

    Page phone(String address) {
        return open(address, 390, 844);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        List<String> rest = complaints();
        forget();
        if (test.getExecutionException().isEmpty()) {
            assertThat(rest).as("console").allMatch(line -> allowed != null && line.contains(allowed));
        }
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        close();
    }

    /** Closes the windows and forgets what was noted of them. */
    private void forget() {
        List.copyOf(person.pages()).forEach(Page::close);
        complaints.clear();
        addresses.clear();
        bytes = 0;
    }

    /** What stood on the console since this was last asked; nothing is right. */
    List<String> complaints() {
        List<String> found = List.copyOf(complaints);
        complaints.clear();
        return found;
    }

    /** Every address asked for in this test. */
    List<String> addresses() {
        return List.copyOf(addresses);
    }

    /** Bytes that came over the wire in this test, heads included, as the browser counted them. */
    long bytes() {
        return bytes;
    }

    /** Findings of axe that are serious or worse, as "rule: element"; what axe itself says on the console is not noted. */
    @SuppressWarnings("unchecked")
    List<String> seriousFindings(Page page) {
        List<String> before = complaints();
        page.evaluate(axe());
        List<String> found = (List<String>) page.evaluate("""
            async () => (await axe.run()).violations.filter(one => ['serious', 'critical'].includes(one.impact))
              .flatMap(one => one.nodes.map(node => one.id + ': ' + node.target.join(' ')))""");
        complaints.clear();
        complaints.addAll(before);
        return found;
    }

    private static String axe() {
        try (InputStream in = Browser.class.getResourceAsStream(AXE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
