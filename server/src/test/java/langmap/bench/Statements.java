package langmap.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import langmap.db.TestDatabase;

/** The very statements a request sends to the database, taken from the server's log and run by pgbench. */
final class Statements {
    private static final Pattern EXECUTED = Pattern.compile("LOG:  (?:execute [^:]+|statement): (.*)", Pattern.DOTALL);
    private static final Pattern PROCESS = Pattern.compile("^[^\\[]*\\[(\\d+)]");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = ('(?:[^']|'')*'|NULL)");
    private static final Pattern FEATURES = Pattern.compile("ST_AsEWKB\\(([a-z.]+)\\) as ewkb");
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private Statements() {
    }

    /** Runs requests and gives the statements they sent, with their values in place. */
    static List<String> of(TestDatabase database, Runnable requests) {
        logStatements(database, true);
        long from = size(database);
        requests.run();
        logStatements(database, false);
        return read(database, from);
    }

    private static void logStatements(TestDatabase database, boolean on) {
        try (Connection admin = DriverManager.getConnection(database.adminUrl())) {
            admin.createStatement().execute("alter system " + (on ? "set log_statement = 'all'" : "reset log_statement"));
            admin.createStatement().execute("select pg_reload_conf()");
            Thread.sleep(300);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long size(TestDatabase database) {
        try {
            return Files.size(database.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> read(TestDatabase database, long from) {
        try (InputStream log = Files.newInputStream(database.log())) {
            log.skipNBytes(from);
            List<String> entries = List.of(new String(log.readAllBytes(), StandardCharsets.UTF_8).split("\n(?!\t)"));
            Set<String> asking = entries.stream().filter(entry -> entry.contains("pg_try_advisory")).map(Statements::process).collect(Collectors.toSet());
            List<String> statements = new ArrayList<>();
            for (String entry : entries.stream().filter(one -> !asking.contains(process(one))).toList()) {
                Matcher executed = EXECUTED.matcher(entry);
                if (executed.find()) {
                    statements.add(executed.group(1));
                } else if (entry.contains("DETAIL:  parameters: ") && !statements.isEmpty()) {
                    statements.add(filled(statements.remove(statements.size() - 1), entry));
                }
            }
            return statements.stream().filter(sql -> !sql.matches("(?is)(alter system|select pg_reload).*")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the server, that wrote an entry: what asks for the versions serves many requests and is none of one's statements. */
    private static String process(String entry) {
        Matcher process = PROCESS.matcher(entry);
        return process.find() ? process.group(1) : "";
    }

    private static String filled(String sql, String detail) {
        Map<Integer, String> values = new TreeMap<>();
        Matcher parameter = PARAMETER.matcher(detail);
        while (parameter.find()) {
            values.put(Integer.valueOf(parameter.group(1)), parameter.group(2));
        }
        return Pattern.compile("\\$(\\d+)").matcher(sql)
            .replaceAll(found -> Matcher.quoteReplacement(values.get(Integer.valueOf(found.group(1)))));
    }

    /** The same statements, but that which reads features has the database write the GeoJSON of all of them; none if no statement does. */
    static List<String> asGeoJson(List<String> statements) {
        List<String> changed = statements.stream().map(sql -> {
            Matcher column = FEATURES.matcher(sql);
            return column.find() ? "select json_build_object('type', 'FeatureCollection', 'features', json_agg(ST_AsGeoJSON(feature, 'geom', 7)::json)) from ("
                + column.replaceFirst("$1 as geom") + ") feature" : sql;
        }).toList();
        return changed.equals(statements) ? List.of() : changed;
    }

    /** How often a second pgbench runs the statements, prepared, over as many connections. */
    static double perSecond(TestDatabase database, List<String> statements, int connections, double seconds) {
        try {
            Path script = Files.createTempFile("langmap-", ".sql");
            Files.writeString(script, statements.stream().map(sql -> sql.replace('\n', ' ').replaceAll(";\\s*$", "") + ";\n")
                .collect(Collectors.joining()));
            String url = database.adminUrl().replaceFirst("^jdbc:", "");
            Process process = new ProcessBuilder(database.program("pgbench"), "-n", "-M", "prepared", "-c", "" + connections, "-j", "2",
                "-T", "" + (int) Math.ceil(seconds), "-f", script.toString(), url).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Files.delete(script);
            Matcher tps = TPS.matcher(said);
            if (!tps.find()) {
                throw new IllegalStateException(said);
            }
            return Double.parseDouble(tps.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
