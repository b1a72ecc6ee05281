/** OGC API Features: the same units for any GIS, as GeoJSON and as plain pages. */
package langmap.ogc;
