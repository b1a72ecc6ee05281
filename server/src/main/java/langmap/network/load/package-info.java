/** How files of roads, canals, power lines, command areas, substations, works and rules of criteria get into the network register. */
package langmap.network.load;
