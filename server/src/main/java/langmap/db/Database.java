package langmap.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import langmap.db.version.VersionLease;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.postgresql.ds.PGSimpleDataSource;

/** The pool and the only two doors to the data. Safe for any number of threads. */
public final class Database implements AutoCloseable {
    private static final Duration READ_LIMIT = Duration.ofSeconds(20);
    /** Of every connection, so that a read need not tell them: it sees one state of the data, changes nothing and ends in time. */
    private static final String TERMS = "set default_transaction_isolation = 'repeatable read'; set default_transaction_read_only = on; set statement_timeout = "
        + READ_LIMIT.toMillis();
    private static final String CHANGE = "set transaction isolation level read committed, read write; set local statement_timeout = 0";

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final VersionLease versions;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        this.versions = new VersionLease(jdbi);
        // One set of bindings serves several statements of a Store.
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    }

    /** Opens a pool for the application login; {@code size} connections at most. */
    public static Database open(DatabaseUrls urls, int size) {
        return open(urls.appUrl(), size);
    }

    /** Opens the owner's door: for loading a backup or a test's set-up, never for requests. */
    static Database open(String url, int size) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(10_000);
        config.setPoolName("langmap");
        // A plan made for any day and commune takes each to be nearly alone: the targets took twenty seconds by it and one by a plan of their own.
        config.setConnectionInitSql(TERMS + "; set plan_cache_mode = force_custom_plan");
        return new Database(new HikariDataSource(config));
    }

    /** A read-only transaction that sees one state of the data, with a time limit. */
    public <T> T read(Function<Tx, T> work) {
        return Failures.translated(() -> jdbi.inTransaction(handle -> work.apply(new Tx(handle))));
    }

    /** One change, all or nothing, by a known actor; the versions of the registers it touched rise last. */
    public void write(Actor actor, Consumer<Tx> work) {
        change(actor, tx -> {
            work.accept(tx);
            return true;
        });
    }

    /** The same, with something to say of it. */
    public <T> T change(Actor actor, Function<Tx, T> work) {
        return Failures.translated(() -> jdbi.inTransaction(handle -> {
            handle.execute(CHANGE);
            setActor(handle, actor);
            Tx tx = new Tx(handle);
            T result = work.apply(tx);
            tx.bumpVersions();
            return result;
        }));
    }

    private static void setActor(Handle handle, Actor actor) {
        handle.createQuery("select set_config('langmap.actor', :actor, true)").bind("actor", actor.name())
            .mapTo(String.class).one();
    }

    /** The versions of registers as committed now; a register never written has version 0. */
    public Map<String, Long> versions(List<String> registers) {
        return Tx.only(registers, Failures.translated(versions::read));
    }

    /** True if a connection can be had and answers. */
    public boolean answers() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(2);
        } catch (java.sql.SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        versions.close();
        pool.close();
    }
}
