/**
 * Files out: any layer on any day, whole or in part, in the formats people work with, each file with its source, day and what in it is
 * illustrative. Rows stream from the database into a file in an empty folder, which is sent and gone.
 */
package langmap.exporter;
