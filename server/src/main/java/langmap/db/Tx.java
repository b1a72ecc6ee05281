package langmap.db;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import langmap.db.version.VersionLease;
import org.jdbi.v3.core.Handle;

/** One open transaction, handed to the work that runs in it. Used by one thread. */
public final class Tx {
    private final Handle handle;
    private final TreeSet<String> touched = new TreeSet<>();

    Tx(Handle handle) {
        this.handle = handle;
    }

    /** For Stores only. */
    public Handle handle() {
        return handle;
    }

    /** Says that the work changed this register; its version rises when the transaction commits. */
    public void touch(String register) {
        touched.add(register);
    }

    /**
     * Has a connection plan what follows once, for any values: only for statements whose best plan is the same for all values, and that are so quick
     * that planning would be most of them.
     */
    public void planOnce() {
        handle.execute("set local plan_cache_mode = force_generic_plan");
    }

    /** The versions of the named registers, as this transaction sees them now; a register never written has version 0. */
    public Map<String, Long> versions(List<String> registers) {
        return only(registers, VersionLease.versions(handle));
    }

    static Map<String, Long> only(List<String> registers, Map<String, Long> versions) {
        Map<String, Long> wanted = new TreeMap<>();
        registers.forEach(register -> wanted.put(register, versions.getOrDefault(register, 0L)));
        return wanted;
    }

    /** The last statements of a change, in name order: early bumps block other writers, other orders deadlock. */
    void bumpVersions() {
        for (String register : touched) {
            handle.createUpdate("""
                    insert into register_version (register, version) values (:register, 1)
                    on conflict (register) do update set version = register_version.version + 1""")
                .bind("register", register)
                .execute();
        }
    }
}
