package langmap.ogc;

import java.util.List;
import java.util.Map;
import langmap.http.Answer;

/** Plain pages without scripts. Everything that comes from data is escaped here. */
final class Html {
    private static final String STYLE = """
        body{font:15px/1.5 system-ui,sans-serif;color:#1d2730;background:#f7f5f0;margin:0 auto;max-width:72rem;padding:1.5rem}
        a{color:#0b5fad}h1{font:600 1.6rem/1.2 Georgia,serif;margin:.6rem 0}table{border-collapse:collapse;width:100%}
        th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #d9d5cc;font-variant-numeric:tabular-nums}
        nav{color:#5c6770}.mark{border:1px solid #b3261e;color:#8f1d17;border-radius:1rem;padding:.05rem .7rem;display:inline-block}
        .wide{overflow-x:auto}""";
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private Html() {
    }

    static String escape(Object text) {
        return text == null ? "" : text.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
            .replace("'", "&#39;");
    }

    static String link(String href, Object text) {
        return "<a href=\"" + escape(href) + "\">" + escape(text) + "</a>";
    }

    /** A page; {@code body} is HTML, titles and trail are text and links. */
    static Answer page(String title, List<String> trail, boolean illustrative, String body) {
        String mark = illustrative ? "<p class=\"mark\">Dữ liệu minh họa · Illustrative data</p>" : "";
        return Answer.of(Answer.HTML, "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
            + "<title>" + escape(title) + " · LangMap</title><style>" + STYLE + "</style></head><body><nav>" + String.join(" › ", trail)
            + "</nav><main><h1>" + escape(title) + "</h1>" + mark + body + "</main></body></html>").header("Content-Security-Policy", POLICY);
    }

    static String table(List<String> heads, List<List<String>> rows) {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table><thead><tr>");
        heads.forEach(head -> html.append("<th scope=\"col\">").append(escape(head)).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>").append(cell).append("</td>"));
            html.append("</tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }

    /** Links as a list. */
    static String list(List<Map<String, Object>> links) {
        StringBuilder html = new StringBuilder("<ul>");
        links.forEach(one -> html.append("<li>").append(link(one.get("href").toString(), one.get("title"))).append(" <small>")
            .append(escape(one.get("rel"))).append("</small></li>"));
        return html.append("</ul>").toString();
    }
}
