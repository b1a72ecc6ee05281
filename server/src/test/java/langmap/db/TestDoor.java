package langmap.db;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A migrated, empty database of a test's own, open; it ends with the class it is registered with. */
public final class TestDoor implements AfterAllCallback {
    private final TestDatabase data = TestDatabase.fresh("migrated", Migrations::migrate);
    private final Database database;

    /** With so many connections at most. */
    public TestDoor(int size) {
        database = Database.open(data.urls(), size);
    }

    public TestDatabase data() {
        return data;
    }

    public Database database() {
        return database;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        database.close();
        data.close();
    }
}
