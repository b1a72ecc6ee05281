/** Layers of the network that map files can fill. */
package langmap.network.incoming;
