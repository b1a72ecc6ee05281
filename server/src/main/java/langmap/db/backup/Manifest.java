package langmap.db.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Properties;

/**
 * What a backup says of itself.
 *
 * @param program   version of the LangMap that wrote it
 * @param migration the last migration of the database
 * @param server    version of PostgreSQL
 */
public record Manifest(String program, String migration, String server) {
    static Manifest read(InputStream in) throws IOException {
        Properties properties = new Properties();
        properties.load(in);
        String migration = properties.getProperty("migration", "");
        if (!migration.matches("[0-9]{1,9}")) {
            throw new IOException("its description names no migration");
        }
        return new Manifest(properties.getProperty("program", "?"), migration, properties.getProperty("server", "?"));
    }

    void write(OutputStream out) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("program", program);
        properties.setProperty("migration", migration);
        properties.setProperty("server", server);
        properties.store(out, "A backup of LangMap; scripts/restore brings it back.");
    }
}
