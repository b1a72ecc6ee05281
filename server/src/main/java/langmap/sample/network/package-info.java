/** The generator of the illustrative network: villages, roads, canals, power lines, command areas and the works on them. */
package langmap.sample.network;
