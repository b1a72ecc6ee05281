package langmap.importer.staging;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import langmap.problem.Problem;

/**
 * One import.
 *
 * @param id        its number
 * @param fileName  name of the file
 * @param sha256    checksum of the file
 * @param layer     the layer it is for
 * @param choices   what a person decided
 * @param found     what is in the file and how its fields were mapped; null before the first check
 * @param state     uploaded (being checked), checked, applied, rejected, undone or failed
 * @param rowsDone  features checked so far
 * @param rowsTotal features there are, null if that is not known
 * @param counts    features by state; null before they are compared
 * @param errors    issues that forbid applying, null before they are known
 * @param version   of the register it was compared with
 * @param history   who did what and when
 */
public record ImportRecord(long id, String fileName, String sha256, String layer, ImportChoices choices, JsonNode found, String state, long rowsDone,
                           Long rowsTotal, Counts counts, Integer errors, Long version, History history) {
    /** Features by state. */
    public record Counts(long added, long changed, long unchanged, long missing, long faulty) {
    }

    /** Who did what and when. */
    public record History(String madeBy, Instant madeAt, Instant checkedAt, String decidedBy, Instant decidedAt, String undoneBy, Instant undoneAt) {
    }

    /**
     * Refuses what can only be done in one state.
     *
     * @throws Problem if it is in another
     */
    void refuseUnless(String wanted, String what) {
        if (!state.equals(wanted)) {
            throw Problem.of(Problem.Kind.CONFLICT, "Import " + id + " is " + state + ": only one that is " + wanted + " can be " + what + ".");
        }
    }

    /** Fields of the file, as its check found them. */
    List<String> fileFields() {
        return StreamSupport.stream(found.path("fields").spliterator(), false).map(JsonNode::asText).toList();
    }

    /** Name of the data set its rows belong to. */
    String dataSet() {
        return "import-" + id;
    }
}
