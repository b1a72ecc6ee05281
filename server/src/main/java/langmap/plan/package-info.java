/** The plan of a year: goals, indicators and targets as objects, doubts about them, and how far they are met. */
package langmap.plan;
