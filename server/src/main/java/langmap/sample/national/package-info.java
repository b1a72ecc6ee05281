/** A made-up country of any number of communes, to try LangMap on the amounts of data of a whole nation. */
package langmap.sample.national;
