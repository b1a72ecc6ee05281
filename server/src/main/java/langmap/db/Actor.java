package langmap.db;

import java.util.Objects;

/**
 * Who changes something; written into the transaction so that the database knows it too.
 *
 * @param name a login name, or {@code system:…} for the program itself
 */
public record Actor(String name) {
    public static final Actor LOADER = new Actor("system:loader");

    public Actor {
        Objects.requireNonNull(name);
    }
}
