/**
 * The server: a table of routes with a role for every route, typed and bounded parameters, caching and compression of
 * answers, and problems as answers. Javalin is known here, in {@code *Routes} and in {@code App} only.
 */
package langmap.http;
