package dev.parley.faq;

import java.util.Collection;

/**
 * A direction in the sentence model's space, one byte for each dimension: a quarter of the memory of floats, at a loss of less than
 * 0.003 of cosine.
 */
final class Vector {
    /** Of a text whose direction nobody knows: as far from everything. */
    static final Vector NONE = new Vector(new byte[0]);

    private final byte[] values;
    private final float inverseLength;

    /** For vectors that {@link #bytes} gave. */
    Vector(byte[] values) {
        this.values = values;
        this.inverseLength = (float) (1 / Math.max(1, Math.sqrt(dot(values, values, 0))));
    }

    static Vector of(float[] values) {
        float largest = 1e-12f;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        byte[] scaled = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (byte) Math.round(values[i] / largest * 127);
        }
        return new Vector(scaled);
    }

    /** The direction in the middle of several. */
    static Vector mean(Collection<Vector> vectors) {
        float[] sum = new float[vectors.iterator().next().values.length];
        for (Vector vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector.values[i] * vector.inverseLength;
            }
        }
        return of(sum);
    }

    /** −1 to 1; the same direction has 1. */
    float cosine(Vector other) {
        return values.length != other.values.length
                ? 0
                : dot(values, other.values, 0) * inverseLength * other.inverseLength;
    }

    float inverseLength() {
        return inverseLength;
    }

    /** With a vector that begins at {@code from} in a row of them. */
    int dot(byte[] row, int from) {
        return dot(values, row, from);
    }

    /** To be kept; not to be changed. */
    byte[] bytes() {
        return values;
    }

    private static int dot(byte[] a, byte[] b, int from) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[from + i];
        }
        return sum;
    }
}
