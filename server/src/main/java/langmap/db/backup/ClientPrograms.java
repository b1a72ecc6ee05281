package langmap.db.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import langmap.db.Commands;
import langmap.db.ServerBinaries;
import langmap.problem.StartupProblem;
import org.postgresql.Driver;

/** The pg_dump and pg_restore that fit one database. They get address and password in their environment, where only this user can see them. */
final class ClientPrograms {
    private static final Map<String, String> VARIABLES = Map.of("PGHOST", "PGHOST", "PGPORT", "PGPORT", "PGDBNAME", "PGDATABASE",
        "user", "PGUSER", "password", "PGPASSWORD", "sslmode", "PGSSLMODE", "sslrootcert", "PGSSLROOTCERT");

    private final ServerBinaries binaries;
    private final Map<String, String> environment = new TreeMap<>();

    /** For the database of a JDBC URL on a server of that major version. */
    ClientPrograms(String url, int major) {
        this.binaries = ServerBinaries.forServer(major);
        Properties parts = Driver.parseURL(url, null);
        VARIABLES.forEach((part, variable) -> {
            if (parts.getProperty(part) != null) {
                environment.put(variable, parts.getProperty(part));
            }
        });
    }

    /** Writes the tables of a database. Naming one built-in extension keeps the others out: they belong to the server, not to us. */
    void dump(OutputStream out) throws IOException {
        run(List.of(binaries.program("pg_dump"), "--format=custom", "--compress=0", "--no-owner", "--no-privileges", "--no-password",
            "--extension=plpgsql", "--exclude-schema=measure", "--exclude-table-data=spatial_ref_sys"),
            "No backup was written", InputStream.nullInputStream(), out);
    }

    /** Makes what was dumped, all of it or nothing. */
    void restore(InputStream in) throws IOException {
        run(List.of(binaries.program("pg_restore"), "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-password",
            "--dbname=" + environment.get("PGDATABASE")), "Nothing was restored", in, OutputStream.nullOutputStream());
    }

    private void run(List<String> command, String failure, InputStream in, OutputStream out) throws IOException {
        Commands.Outcome outcome = Commands.pipe(command, environment, in, out);
        if (outcome.exitCode() != 0) {
            String complaint = outcome.output().lines().filter(line -> line.contains("error:")).findFirst().orElse(outcome.lastLine());
            throw StartupProblem.of(failure + " (" + complaint.replaceFirst("^.*?error: *", "") + "): mend that and do it again.");
        }
    }
}
