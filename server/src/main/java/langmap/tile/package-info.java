/** Vector tiles: what the registers hold, cut, thinned and packed by the database for each zoom, with the style to draw it by. */
package langmap.tile;
