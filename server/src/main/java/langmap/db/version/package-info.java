/** The versions of the registers, by which kept answers are known to be true: asked of the database once for many, and never older than what is committed. */
package langmap.db.version;
