package langmap.network.photo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import langmap.db.Tx;
import langmap.http.Answer;
import langmap.http.Param;
import langmap.http.Params;
import langmap.http.Request;
import langmap.http.Route;
import langmap.http.Route.Method;
import langmap.problem.Problem;

/** Photographs of a work: sent by the administrator, seen by everybody. */
public final class PhotoRoutes {
    private static final String PATH = "/api/network/works/{code}/photos";
    private static final List<String> REGISTERS = List.of("network");
    private static final int MOST = 40;
    private static final Param<String> CODE = Params.pathWord("code", "Code of the work.", Pattern.compile("[^\\p{Cntrl}/]{1,60}"));
    private static final Param<String> PHOTO = Params.pathWord("photo", "Id of the photograph, its checksum.", Pattern.compile("[0-9a-f]{64}"));
    private static final Param<String> SIZE = Params.choice("size", "whole, or small for lists; whole if not given.", List.of("whole", "small"));
    private static final Param<String> CAPTION = Params.text("caption", "What it shows.", 200);
    private static final Param<LocalDate> TAKEN = Params.date("takenOn", "Day it was taken; the one the camera wrote into it if not given.");

    private final PhotoStore store = new PhotoStore();

    public List<Route> routes() {
        return List.of(
            Route.read(PATH, "listPhotos", "Photographs of a work, the oldest first.", REGISTERS, this::list).taking(CODE),
            Route.read(PATH + "/{photo}", "getPhoto", "A photograph, upright and without anything the camera wrote into it.", REGISTERS, this::photo)
                .taking(CODE, PHOTO, SIZE).producing("image/jpeg"),
            Route.change(Method.POST, PATH, "addPhoto", "Adds a photograph, a JPEG or PNG; of what else is in the file only the day is kept.", this::add)
                .taking(CODE, CAPTION, TAKEN).takingFile(Picture.MOST_BYTES),
            Route.change(Method.DELETE, PATH + "/{photo}", "deletePhoto", "Takes a photograph out.", this::delete).taking(CODE, PHOTO));
    }

    private long work(Request request, Tx tx) {
        return store.findWork(tx, request.get(CODE)).orElseThrow(() -> Problem.notFound("There is no work " + Params.shown(request.get(CODE)) + "."));
    }

    private static Problem missing() {
        return Problem.notFound("This work has no such photograph; GET on its photos lists those it has.");
    }

    private Answer list(Request request, Tx tx) {
        return Answer.json(Map.of("work", request.get(CODE), "rows", store.listPhotos(tx, work(request, tx))));
    }

    /** Asked for again each time, so that one that was taken out is gone at once. */
    private Answer photo(Request request, Tx tx) {
        boolean small = request.find(SIZE).filter("small"::equals).isPresent();
        return Answer.of("image/jpeg", store.findContent(tx, work(request, tx), request.get(PHOTO), small).orElseThrow(PhotoRoutes::missing));
    }

    private Answer add(Request request, Tx tx) {
        long work = work(request, tx);
        if (store.countPhotos(tx, work) >= MOST) {
            throw Problem.of(Problem.Kind.CONFLICT, "The work has " + MOST + " photographs already: take one out first.");
        }
        Picture picture = Picture.parse(request.file());
        LocalDate taken = request.find(TAKEN).orElse(picture.takenOn());
        if (taken != null && taken.isAfter(Params.today())) {
            throw Problem.ofFault("takenOn", "The photograph is said to be taken on " + taken + ", which is yet to come.", "Give the day in takenOn.");
        }
        boolean isNew = store.insertPhoto(tx, work, picture, request.find(CAPTION).orElse(null), taken);
        return Answer.json(Map.of("id", picture.sha256(), "width", picture.width(), "height", picture.height())).status(isNew ? 201 : 200);
    }

    private Answer delete(Request request, Tx tx) {
        if (!store.deletePhoto(tx, work(request, tx), request.get(PHOTO))) {
            throw missing();
        }
        return Answer.json(Map.of("id", request.get(PHOTO)));
    }
}
