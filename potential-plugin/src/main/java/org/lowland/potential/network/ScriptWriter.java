package org.lowland.potential.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.NamedTensor;
import org.lowland.potential.torch.ScriptModule;

/** Collects the lines of a TorchScript class and its tensors, whose first values it draws. */
final class ScriptWriter {
    private final HostTensor.Type type;
    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<NamedTensor> tensors = new ArrayList<>();

    ScriptWriter(HostTensor.Type type, long seed) {
        this.type = type;
        this.random = new Random(seed);
    }

    /** The head of a method; the lines after it are its body. */
    void method(String head) {
        text.append("  ").append(head).append('\n');
    }

    /** A line of the body, {@code %s} and {@code %d} filled in. */
    void line(String form, Object... values) {
        text.append("    ")
                .append(values.length == 0 ? form : String.format(Locale.ROOT, form, values))
                .append('\n');
    }

    /**
     * Cuts a tensor along an axis; nothing to do for one part. One cut of all parts has a cheaper gradient than a slice
     * for each, whose gradients are all as large as the whole.
     *
     * @param names of the parts, which the script reads afterwards
     */
    void split(String tensor, List<Integer> sizes, int axis, List<String> names) {
        if (sizes.size() == 1) {
            line("%s = %s", names.get(0), tensor);
        } else {
            line("%s, = torch.split(%s, %s, %d)", String.join(", ", names), tensor, sizes, axis);
        }
    }

    /** Lines of the body as they are. */
    void lines(String block) {
        text.append(block.indent(4));
    }

    /** Whole methods as they are. */
    void methods(String block) {
        text.append(block.indent(2));
    }

    /** A trainable tensor of independent normal numbers of variance 1; returns how the script reads it. */
    String normal(String name, long... shape) {
        return parameter(name, draw(shape, random::nextGaussian), shape);
    }

    /** A trainable tensor of numbers evenly spread within a bound. */
    String uniform(String name, double bound, long... shape) {
        return parameter(name, draw(shape, () -> bound * (2 * random.nextDouble() - 1)), shape);
    }

    /** A trainable tensor of one value. */
    String filled(String name, double value, long... shape) {
        return parameter(name, draw(shape, () -> value), shape);
    }

    /** A tensor that stays as it is. */
    String constant(String name, double[] values, long... shape) {
        tensors.add(NamedTensor.buffer(name, HostTensor.real(type, values, shape)));
        return "self." + name;
    }

    private String parameter(String name, double[] values, long... shape) {
        tensors.add(NamedTensor.parameter(name, HostTensor.real(type, values, shape)));
        return "self." + name;
    }

    private static double[] draw(long[] shape, DoubleSupplier source) {
        double[] values = new double[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
        Arrays.setAll(values, any -> source.getAsDouble());
        return values;
    }

    /** A number as the script writes it. */
    static String literal(double value) {
        return Double.toString(value).replace('E', 'e');
    }

    ScriptModule module(String className) {
        return new ScriptModule(className, text.toString(), tensors);
    }
}
