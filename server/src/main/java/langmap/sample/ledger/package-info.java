/** Lines of one kind with their sections, surfaces and works, and the laws that the generated network must agree with. */
package langmap.sample.ledger;
