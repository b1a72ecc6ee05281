/**
 * Roads, canals, power lines, command areas and substations; the works on them; every length counted once by commune and day.
 * What the map shows of criteria 2, 3 and 4 is computed from them by rules that are data.
 */
package langmap.network;
