/** The description of the HTTP API, made from the route table. */
package langmap.http.openapi;
