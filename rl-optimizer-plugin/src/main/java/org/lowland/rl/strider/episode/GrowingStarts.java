package org.lowland.rl.strider.episode;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.lowland.api.system.AtomicSystem;
import org.lowland.rl.policygradient.Environment;
import org.lowland.rl.policygradient.Episode;
import org.lowland.rl.policygradient.train.Curriculum;

/**
 * The published curriculum: where an episode has led lower than it began, its end becomes one more start, up to a number.
 * What is played therefore lies lower and lower. Immutable.
 *
 * @param first the environment with its first structures
 * @param added structures that were found
 * @param most structures in all
 */
public record GrowingStarts(SearchEnvironment first, List<AtomicSystem> added, int most)
        implements Curriculum<Situation, double[]> {
    /** As many as in the published notebook. */
    public static final int PUBLISHED_MOST = 300;

    /** Copies the list. */
    public GrowingStarts {
        added = List.copyOf(added);
    }

    @Override
    public Environment<Situation, double[]> environment() {
        List<AtomicSystem> all = new ArrayList<>(first.structures());
        all.addAll(added);
        return new SearchEnvironment(
                first.potential(), all, first.steps(), first.reward(), first.reach(), first.quenchEvaluations());
    }

    @Override
    public GrowingStarts after(long iteration, List<Episode<Situation, double[]>> episodes) {
        List<AtomicSystem> grown = new ArrayList<>(added);
        for (Episode<Situation, double[]> episode : episodes) {
            boolean isLower =
                    episode.last().energy() < episode.steps().get(0).state().energy();
            if (isLower && first.structures().size() + grown.size() < most) {
                grown.add(episode.last().system());
            }
        }
        return new GrowingStarts(first, grown, most);
    }

    /** For each added structure the one of the first structures that has its cell and elements, and its positions. */
    @Override
    public byte[] state() {
        int length = added.stream().mapToInt(system -> 4 + 24 * system.size()).sum();
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (AtomicSystem system : added) {
            bytes.putInt(likeness(system));
            for (double coordinate : system.positions()) {
                bytes.putDouble(coordinate);
            }
        }
        return bytes.array();
    }

    private int likeness(AtomicSystem system) {
        for (int k = 0; k < first.structures().size(); k++) {
            AtomicSystem other = first.structures().get(k);
            if (other.size() == system.size()
                    && other.withPositions(system.positions()).equals(system)) {
                return k;
            }
        }
        throw new IllegalStateException("a structure was added that no episode can lead to");
    }

    @Override
    public GrowingStarts withState(byte[] state) {
        ByteBuffer bytes = ByteBuffer.wrap(state);
        List<AtomicSystem> read = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int number = bytes.getInt();
            if (number < 0 || number >= first.structures().size()) {
                throw new IllegalArgumentException("the checkpoint tells of start " + number + ", which is not there");
            }
            AtomicSystem like = first.structures().get(number);
            double[] positions = new double[3 * like.size()];
            for (int k = 0; k < positions.length; k++) {
                positions[k] = bytes.getDouble();
            }
            read.add(like.withPositions(positions));
        }
        return new GrowingStarts(first, read, most);
    }
}
