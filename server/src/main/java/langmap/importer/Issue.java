package langmap.importer;

/**
 * Something wrong in a file, said so that the owner of the file can mend it.
 *
 * @param file   file name
 * @param place  line number, or path inside a structured file
 * @param field  column or key
 * @param detail what is wrong
 * @param remedy how to do it right
 */
public record Issue(String file, String place, String field, String detail, String remedy) {
    @Override
    public String toString() {
        return file + ", " + place + ", " + field + ": " + detail + " " + remedy;
    }
}
