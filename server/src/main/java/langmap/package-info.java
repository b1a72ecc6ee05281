/** The program: settings, commands, and the app put together from its packages. Knows everybody; nobody knows it. */
package langmap;
