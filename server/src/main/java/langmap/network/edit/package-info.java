/** Changes of the network by hand: works on their way to acceptance, sections drawn, moved and split on the map. */
package langmap.network.edit;
