/** The generator of the illustrative boundaries: districts and communes that tile the outline of the province around their true centres. */
package langmap.sample.land;
