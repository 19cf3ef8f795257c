package org.lowland.io.store.fingerprint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lowland.io.format.Structure;

/**
 * What stays the same of a structure when its atoms are numbered otherwise, turned or moved together: its composition,
 * three marks of its shape, and sorted distances between atoms. A structure and its mirror image have the same one, and
 * seldom others that differ; an {@link Alignment} or {@link MirrorImages} tell
 * them apart. Immutable; the arrays do not leave it.
 */
public final class Fingerprint {
    /** Width in Å of the cells in which marks of shapes are looked up. */
    private static final double CELL = 0.1;

    private static final int VERSION = 1;
    private static final double ROUNDING = 1e-4;

    private final String composition;
    private final float[] means;
    private final int[] weights;
    private final double[] marks;
    private final double markStretch;
    private final double stretch;

    /**
     * A fingerprint.
     *
     * @param composition what must be equal
     * @param means of blocks of distances, in Å
     * @param weights how many distances each stands for
     * @param marks three numbers in Å by which it is looked up
     * @param markStretch how many Å a mark may change where atoms move by 1 Å
     * @param stretch the same of the distances, in the root mean square
     */
    Fingerprint(String composition, float[] means, int[] weights, double[] marks, double markStretch, double stretch) {
        this.composition = composition;
        this.means = means;
        this.weights = weights;
        this.marks = marks;
        this.markStretch = markStretch;
        this.stretch = stretch;
    }

    /**
     * The fingerprint of a structure.
     *
     * @param structure any record
     * @return its fingerprint; empty where its atoms have no places in space, or hydrogens are left out
     */
    public static Optional<Fingerprint> of(Structure structure) {
        return Geometry.of(structure)
                .map(geometry -> geometry.system().isPeriodic() ? Periodic.of(geometry) : Molecular.of(geometry));
    }

    /**
     * How far another fingerprint is away.
     *
     * @param other of any structure
     * @return root mean square difference of the sorted distances in Å; empty for another composition
     */
    public OptionalDouble distance(Fingerprint other) {
        if (!composition.equals(other.composition) || means.length != other.means.length) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        double all = 0;
        for (int k = 0; k < means.length; k++) {
            double difference = means[k] - other.means[k];
            sum += weights[k] * difference * difference;
            all += weights[k];
        }
        return OptionalDouble.of(all == 0 ? 0 : Math.sqrt(sum / all));
    }

    /**
     * Whether another structure may be the same within a tolerance. For atoms in free space no is certain.
     *
     * @param other of the other structure
     * @param tolerance root mean square displacement of the atoms in Å; in cells, the largest displacement
     * @return false when it is another one
     */
    public boolean mayBe(Fingerprint other, double tolerance) {
        OptionalDouble distance = distance(other);
        return distance.isPresent() && distance.getAsDouble() <= stretch * tolerance + ROUNDING;
    }

    /** {@return the number under which this is looked up: of its composition and the cell that its marks lie in} */
    public long key() {
        return key(cell(marks[0]), cell(marks[1]), cell(marks[2]), seed());
    }

    /**
     * The numbers under which all structures stand that may be the same within a tolerance.
     *
     * @param tolerance as in {@link #mayBe}
     * @return the keys of this cell and of those around it
     */
    public List<Long> keys(double tolerance) {
        double reach = markStretch * tolerance + ROUNDING;
        long seed = seed();
        List<Long> keys = new ArrayList<>();
        for (long x = cell(marks[0] - reach); x <= cell(marks[0] + reach); x++) {
            for (long y = cell(marks[1] - reach); y <= cell(marks[1] + reach); y++) {
                for (long z = cell(marks[2] - reach); z <= cell(marks[2] + reach); z++) {
                    keys.add(key(x, y, z, seed));
                }
            }
        }
        return keys;
    }

    /** {@return this as bytes, which {@link #read} reads} */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(composition);
            out.writeInt(means.length);
            for (int k = 0; k < means.length; k++) {
                out.writeFloat(means[k]);
                out.writeInt(weights[k]);
            }
            for (double mark : marks) {
                out.writeDouble(mark);
            }
            out.writeDouble(markStretch);
            out.writeDouble(stretch);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #bytes} gave.
     *
     * @param bytes of a fingerprint
     * @return the fingerprint
     */
    public static Fingerprint read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.readByte();
            String composition = in.readUTF();
            float[] means = new float[in.readInt()];
            int[] weights = new int[means.length];
            for (int k = 0; k < means.length; k++) {
                means[k] = in.readFloat();
                weights[k] = in.readInt();
            }
            double[] marks = {in.readDouble(), in.readDouble(), in.readDouble()};
            return new Fingerprint(composition, means, weights, marks, in.readDouble(), in.readDouble());
        } catch (IOException e) {
            throw new UncheckedIOException("The fingerprint is damaged", e);
        }
    }

    private static long cell(double mark) {
        return (long) Math.floor(mark / CELL);
    }

    private long seed() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(composition.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The finalizer of MurmurHash3, once for each number. */
    private static long key(long x, long y, long z, long seed) {
        long hash = seed;
        for (long number : new long[] {x, y, z}) {
            hash ^= number;
            hash ^= hash >>> 33;
            hash *= 0xff51afd7ed558ccdL;
            hash ^= hash >>> 33;
            hash *= 0xc4ceb9fe1a85ec53L;
            hash ^= hash >>> 33;
        }
        return hash;
    }
}
