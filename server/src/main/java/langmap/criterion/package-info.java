/** Versioned criteria sets, assessments of communes by criterion, and recognition. */
package langmap.criterion;
