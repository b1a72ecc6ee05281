/**
 * Province, districts, communes and urban units valid in time: boundaries, lineage, flags and groups, search.
 * A code alone is not a unit: code and validity are.
 */
package langmap.unit;
