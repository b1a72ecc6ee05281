/**
 * Reading map files: {@link langmap.importer.map.MapReader} says what is in one and streams its features in WGS 84, each checked. GDAL
 * reads in a process of its own that can reach nothing else; where things lie and what their text says is decided here. Knows no register.
 */
package langmap.importer.map;
