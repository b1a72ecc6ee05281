/** A mesh over the province on which lines are laid as cheapest paths, and the sections they become. */
package langmap.sample.mesh;
