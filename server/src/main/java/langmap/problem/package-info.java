/** The only failures a person may read: {@link langmap.problem.Problem} becomes an RFC 9457 answer. */
package langmap.problem;
