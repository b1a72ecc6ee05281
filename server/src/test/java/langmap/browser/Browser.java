package langmap.browser;

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

/** Debian's Chromium on LangMap with the shipped data; one a test class. Notes what the page says, asks for and weighs. */
final class Browser implements AutoCloseable {
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final String base;
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
    }

    /** A fresh window with an empty cache at an address below LangMap, once the map is painted. */
    Page open(String address, int width, int height) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
            .setViewportSize(width, height).setAcceptDownloads(true)
            .setPermissions(List.of("clipboard-read", "clipboard-write")));
        Page page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text() + " " + message.location()));
        page.onPageError(complaints::add);
        page.onRequest(request -> addresses.add(request.url()));
        CDPSession network = context.newCDPSession(page);
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

    /** Closes the windows and forgets what was noted of them. */
    void forget() {
        List.copyOf(chromium.contexts()).forEach(BrowserContext::close);
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

    /** Every address asked for since the start or {@link #forget}. */
    List<String> addresses() {
        return List.copyOf(addresses);
    }

    /** Bytes that came over the wire since the start or {@link #forget}, heads included, as the browser counted them. */
    long bytes() {
        return bytes;
    }

    /** Findings of axe that are serious or worse, as "rule: element". */
    @SuppressWarnings("unchecked")
    static List<String> seriousFindings(Page page) {
        page.evaluate(axe());
        return (List<String>) page.evaluate("""
            async () => (await axe.run()).violations.filter(one => ['serious', 'critical'].includes(one.impact))
              .flatMap(one => one.nodes.map(node => one.id + ': ' + node.target.join(' ')))""");
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
