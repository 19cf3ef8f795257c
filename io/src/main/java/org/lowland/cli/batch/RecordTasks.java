package org.lowland.cli.batch;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.LongFunction;

/** The tasks of all records of the inputs, the seeds of a record one after the other. Confined to one thread. */
final class RecordTasks implements Iterator<RecordTask> {
    private final Inputs inputs;
    private final int seeds;
    private final Function<Entry, LongFunction<RecordTask>> begin;
    private final Reporter reporter;
    private LongFunction<RecordTask> record;
    private int seed;
    private boolean ended;

    /**
     * Tasks of inputs.
     *
     * @param inputs the records
     * @param seeds how many tasks each record has
     * @param begin makes the tasks of a record, each of its number from 0
     * @param reporter told how many there are
     */
    RecordTasks(Inputs inputs, int seeds, Function<Entry, LongFunction<RecordTask>> begin, Reporter reporter) {
        this.inputs = inputs;
        this.seeds = seeds;
        this.begin = begin;
        this.reporter = reporter;
    }

    @Override
    public boolean hasNext() {
        if (record != null || inputs.hasNext()) {
            return true;
        }
        if (!ended) {
            ended = true;
            reporter.expect(0, true);
        }
        return false;
    }

    @Override
    public RecordTask next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are no more records");
        }
        if (record == null) {
            record = begin.apply(inputs.next());
            seed = 0;
            reporter.expect(seeds, false);
        }
        RecordTask task = record.apply(seed++);
        if (seed == seeds) {
            record = null;
        }
        return task;
    }
}
