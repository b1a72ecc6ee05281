/**
 * One file with everything LangMap keeps, and the way back. PostgreSQL's own pg_dump and pg_restore do the work; what is computed
 * from other data (the measures) and what belongs to an installation (logins, rights, extensions) is left out and made anew.
 */
package langmap.db.backup;
