/** Classes, colours and legends: pure, from numbers to what is painted and written beside the map, and to styles other programs read. */
package langmap.style;
