/**
 * What an uploaded map file is: recognised by its content, unpacked into an empty folder of its own, checked for everything that could
 * harm before any reader sees it.
 */
package langmap.importer.file;
