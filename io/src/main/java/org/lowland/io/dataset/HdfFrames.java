package org.lowland.io.dataset;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.lowland.api.InputException;

/** The structures of an HDF5 file, group by group. A group that cannot be read is one broken structure. */
final class HdfFrames implements ArrayFrames {
    private final Iterator<Supplier<Iterator<ArrayFrame>>> groups;
    private final Runnable closing;
    private Iterator<ArrayFrame> group = Collections.emptyIterator();
    private InputException broken;

    /**
     * Begins before the first group.
     *
     * @param groups each gives its structures or throws an InputException; asked when its turn comes
     * @param closing closes the file
     */
    HdfFrames(List<Supplier<Iterator<ArrayFrame>>> groups, Runnable closing) {
        this.groups = groups.iterator();
        this.closing = closing;
    }

    @Override
    public boolean hasNext() {
        while (!group.hasNext() && broken == null && groups.hasNext()) {
            try {
                group = groups.next().get();
            } catch (InputException e) {
                broken = e;
            }
        }
        return broken != null || group.hasNext();
    }

    @Override
    public ArrayFrame next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are no more structures");
        }
        if (broken != null) {
            InputException thrown = broken;
            broken = null;
            throw thrown;
        }
        return group.next();
    }

    @Override
    public void close() {
        closing.run();
    }
}
