/** Runs the programs of GDAL, which read and write map files, where they can reach nothing but their own folder. */
package langmap.gdal;
