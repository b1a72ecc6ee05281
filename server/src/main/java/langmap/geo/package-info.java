/** Pure values over geometry: encodings, coverages, coordinate systems. Knows neither HTTP nor SQL. */
package langmap.geo;
