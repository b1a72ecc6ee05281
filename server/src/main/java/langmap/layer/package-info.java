/** What can be shown and for when: the calendar of the data, boundaries of every level, and the parameters all maps share. */
package langmap.layer;
