package dev.parley.faq.search;

import java.util.Collection;

import dev.parley.embedding.Vector;

/** The mean of a store's texts, not normalized. Subtracting it shows how questions to one shop differ. */
record StoreMean(Vector direction, double length) {
    /** With fewer entries, the mean is mostly about the entries themselves. */
    private static final double FEW = 4;

    /** @param middles not empty */
    static StoreMean of(Collection<Vector> middles) {
        Vector direction = Vector.mean(middles);
        double sum = middles.stream().mapToDouble(middle -> middle.cosine(direction)).sum();
        return new StoreMean(direction, sum / (middles.size() + FEW));
    }

    /** The projection of a text onto the mean. */
    double in(Vector text) {
        return length * text.cosine(direction);
    }

    /** Length of the remainder of a text with this {@code share} of the mean. */
    double rest(double share) {
        return Math.sqrt(Math.max(1e-6, 1 - 2 * share + length * length));
    }

    /** {@code ofA}: {@link #in} of {@code a}. */
    double cosineOfRests(Vector a, double ofA, Vector b) {
        double ofB = in(b);
        return (a.cosine(b) - ofA - ofB + length * length) / (rest(ofA) * rest(ofB));
    }
}
