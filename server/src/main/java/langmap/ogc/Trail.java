package langmap.ogc;

import java.util.List;

/** The way from the landing page to where one is. */
final class Trail {
    private Trail() {
    }

    static List<String> of(Links links) {
        return List.of(Html.link(links.at(""), "LangMap"), Html.link(links.at("/collections?f=html"), "Collections"));
    }

    static List<String> of(Links links, Layer layer) {
        return List.of(Html.link(links.at(""), "LangMap"), Html.link(links.at("/collections?f=html"), "Collections"),
            Html.link(links.at("/collections/" + layer.id() + "?f=html"), layer.titleVi() + " · " + layer.titleEn()));
    }
}
