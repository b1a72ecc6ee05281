package langmap.problem;

/**
 * One thing that is wrong with what somebody sent.
 *
 * @param field  the parameter, column or path as the sender wrote it
 * @param detail what is wrong, one sentence
 * @param remedy how to do it right, one sentence
 */
public record Fault(String field, String detail, String remedy) {
}
