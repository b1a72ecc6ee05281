/**
 * Generators of the illustrative data. Same input and seed, same bytes on every Java: own random numbers, StrictMath, fixed decimals,
 * ordered collections.
 */
package langmap.sample;
