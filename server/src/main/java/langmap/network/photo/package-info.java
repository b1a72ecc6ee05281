/** Photographs of works, the proof that they were done: made safe, kept, shown and taken out. */
package langmap.network.photo;
