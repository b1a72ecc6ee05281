/**
 * Files in: recognised, checked one by one and as a set, applied all or nothing. Each register brings its own
 * {@link langmap.importer.RegisterImport}; what is wrong in a file is an {@link langmap.importer.Issue} with a place.
 */
package langmap.importer;
