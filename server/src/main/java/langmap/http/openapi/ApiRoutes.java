package langmap.http.openapi;

import java.util.ArrayList;
import java.util.List;
import langmap.http.Answer;
import langmap.http.Route;

/** The description of everything that is served. */
public final class ApiRoutes {
    private ApiRoutes() {
    }

    /** The routes given, and one more that describes them all. */
    public static List<Route> describing(List<Route> routes, String version) {
        List<Route> all = new ArrayList<>(routes);
        all.add(Route.plain("/api/openapi.json", "describeApi", "This description, OpenAPI 3.0.", request -> Answer.json(OpenApi.TYPE,
                OpenApi.describe("LangMap", version, request.address().base(), "", all)))
            .producing(OpenApi.TYPE, Answer.JSON).negotiated());
        return all;
    }
}
