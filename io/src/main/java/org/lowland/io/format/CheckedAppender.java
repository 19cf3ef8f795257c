package org.lowland.io.format;

import java.util.List;
import java.util.function.Predicate;

/** Writes molecules in a line notation and tells of each that the notation does not hold whole. Confined to one thread. */
public final class CheckedAppender implements RecordAppender {
    private final RecordAppender appender;
    private final Predicate<MoleculeRecord> whole;
    private final String remark;
    private List<String> remarks = List.of();

    /**
     * Checks what is written.
     *
     * @param appender writes it
     * @param whole whether a molecule comes back from the notation as it is
     * @param remark said of those that do not
     */
    public CheckedAppender(RecordAppender appender, Predicate<MoleculeRecord> whole, String remark) {
        this.appender = appender;
        this.whole = whole;
        this.remark = remark;
    }

    @Override
    public void append(Structure structure) {
        appender.append(structure);
        remarks = whole.test((MoleculeRecord) structure) ? List.of() : List.of(remark);
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public void finish() {
        appender.finish();
    }
}
