package langmap.sample.mesh;

/**
 * What a metre costs when a line is laid.
 *
 * @param factors by cell; infinite where no line may go
 * @param reuse   factor for going along a line that is already there
 * @param beside  factor for going beside one, so that no twins arise
 * @param limit   cost at which a search gives up
 */
public record Toll(float[] factors, double reuse, double beside, double limit) {
    public Toll within(double cost) {
        return new Toll(factors, reuse, beside, cost);
    }
}
