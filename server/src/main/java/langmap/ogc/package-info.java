/** OGC API Features: the same units and networks for any GIS, as GeoJSON and as plain pages. */
package langmap.ogc;
