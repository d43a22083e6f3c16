package dev.parley.faq.search;

import java.util.Collection;

import dev.parley.embedding.Vector;

/**
 * What all texts of a store have in common: their mean, which is not of length 1. A sentence model finds any two questions to a shop
 * alike; what makes them differ shows when the mean is taken off both.
 */
record Common(Vector direction, double length) {
    /** So many entries show as much of it as they hide: of two, it is mostly what they are about. */
    private static final double FEW = 4;

    /** @param middles at least one */
    static Common of(Collection<Vector> middles) {
        Vector direction = Vector.mean(middles);
        double sum = middles.stream().mapToDouble(middle -> middle.cosine(direction)).sum();
        return new Common(direction, sum / (middles.size() + FEW));
    }

    /** The share of it that a text has. */
    double in(Vector text) {
        return length * text.cosine(direction);
    }

    /** How long what remains of a text is that has {@code share} of it. */
    double rest(double share) {
        return Math.sqrt(Math.max(1e-6, 1 - 2 * share + length * length));
    }

    /** The cosine of what remains of two texts. */
    double cosineOfRests(Vector a, Vector b) {
        double ofA = in(a);
        double ofB = in(b);
        return (a.cosine(b) - ofA - ofB + length * length) / (rest(ofA) * rest(ofB));
    }
}
