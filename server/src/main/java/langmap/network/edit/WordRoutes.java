package langmap.network.edit;

import java.util.List;
import java.util.Map;
import langmap.http.Answer;
import langmap.http.Route;

/** What forms about the network offer to choose from. */
public final class WordRoutes {
    private final WordStore store = new WordStore();

    public List<Route> routes() {
        return List.of(Route.read("/api/network/words", "listNetworkWords", "Classes, surfaces and kinds of works with their labels.", List.of("network", "data_set"),
            (request, tx) -> Answer.json(Map.of("classes", store.listClasses(tx), "surfaces", store.listSurfaces(tx), "works", store.listWorkKinds(tx)))));
    }
}
