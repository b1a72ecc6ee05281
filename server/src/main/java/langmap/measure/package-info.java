/**
 * The catalogue of measures and their values. Whatever a person looks at is a measure of a unit at a period; every measure is
 * one declaration and one SQL function of the common shape, and rolls up from commune to district, province or group here.
 */
package langmap.measure;
