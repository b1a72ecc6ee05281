/**
 * The database: two doors, {@code read(work)} and {@code write(actor, work)}, migrations, data versions and the private
 * cluster. Connections, Jdbi and the PostGIS driver do not leave this package except inside a {@code Tx} given to a Store.
 */
package langmap.db;
