package org.xiangpei.search;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a sentence means, as a direction in 512 dimensions: the nearer two directions, the nearer two meanings. Always of unit length and
 * finite; what a model or a table gives that is not is no vector.
 */
public final class SentenceVector {

    public static final int DIMENSIONS = 512;

    /**
     * Which model makes them from which reading of a text. Vectors of different ones cannot be compared: change it whenever the model or
     * the way it reads a text changes, and all are computed anew.
     */
    public static final String MODEL = "bge-small-zh-v1.5-q/1";

    /** A shorter one points nowhere. */
    private static final double LEAST_LENGTH = 1e-6;

    private final float[] values;

    private SentenceVector(float[] values) {
        this.values = values;
    }

    /** Of any length, made a unit; empty for another number of dimensions, for NaN or infinity, and where there is no direction. */
    public static Optional<SentenceVector> of(float[] direction) {
        double length = length(direction);
        if (direction.length != DIMENSIONS || !Double.isFinite(length) || length < LEAST_LENGTH) {
            return Optional.empty();
        }
        var unit = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            unit[i] = (float) (direction[i] / length);
        }
        return Optional.of(new SentenceVector(unit));
    }

    /** From little-endian floats; empty for what {@link #bytes} never gives, another length than one included. */
    public static Optional<SentenceVector> read(byte[] bytes) {
        if (bytes.length != DIMENSIONS * Float.BYTES) {
            return Optional.empty();
        }
        var values = new float[DIMENSIONS];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        boolean unit = Math.abs(length(values) - 1) < 1e-3;
        return unit ? Optional.of(new SentenceVector(values)) : Optional.empty();
    }

    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(DIMENSIONS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    /** A copy: a vector never changes. */
    public float[] values() {
        return values.clone();
    }

    /** The cosine of the angle between the two: 1 for the same meaning; unrelated sentences have 0.2 to 0.5 with this model. */
    public double similarity(SentenceVector other) {
        double sum = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum += (double) values[i] * other.values[i];
        }
        return sum;
    }

    private static double length(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SentenceVector vector && Arrays.equals(values, vector.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    /** Tells two vectors apart in a fingerprint. */
    @Override
    public String toString() {
        return "vector " + Integer.toHexString(hashCode()) + " " + values[0];
    }
}
