package org.lowland.io.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text that is read line by line within limits: a line or a record that is too long ends with a {@link LimitException}
 * as soon as that is known, and is never held as a whole. Confined to one thread.
 */
public final class LimitedText extends BufferedReader {
    private static final int BUFFER = 1 << 16;

    private final Reader source;
    private final Limits limits;
    private char[] buffer = new char[BUFFER];
    private int next;
    private int end;
    private int mark = -1;
    private int markLimit;
    private boolean afterReturn;
    private long line;
    private long taken;

    /**
     * Reads text.
     *
     * @param source closed with this
     * @param limits of its lines and records
     */
    public LimitedText(Reader source, Limits limits) {
        super(source, 1);
        this.source = source;
        this.limits = limits;
    }

    /**
     * The text with the limits that it has, or the standard ones.
     *
     * @param text of any kind
     * @return the same text, within limits
     */
    public static LimitedText of(BufferedReader text) {
        return text instanceof LimitedText limited ? limited : new LimitedText(text, Limits.standard());
    }

    /** {@return the limits} */
    public Limits limits() {
        return limits;
    }

    /** Begins to count the characters of a record anew. */
    public void nextRecord() {
        taken = 0;
    }

    @Override
    public String readLine() throws IOException {
        StringBuilder front = null;
        line++;
        while (true) {
            if (next == end && !fill()) {
                return front == null ? null : counted(front.toString());
            }
            if (afterReturn) {
                afterReturn = false;
                if (buffer[next] == '\n') {
                    next++;
                    continue;
                }
            }
            int at = next;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            requireLine((front == null ? 0L : front.length()) + at - next);
            if (at < end) {
                String back = new String(buffer, next, at - next);
                afterReturn = buffer[at] == '\r';
                next = at + 1;
                return counted(front == null ? back : front.append(back).toString());
            }
            front = front == null ? new StringBuilder(2 * (at - next)) : front;
            front.append(buffer, next, at - next);
            next = end;
        }
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (next == end && !fill()) {
            return -1;
        }
        if (afterReturn) {
            afterReturn = false;
            if (buffer[next] == '\n') {
                next++;
                return read(target, offset, length);
            }
        }
        int count = Math.min(length, end - next);
        System.arraycopy(buffer, next, target, offset, count);
        next += count;
        take(count);
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long left = count;
        char[] dropped = new char[(int) Math.min(BUFFER, Math.max(0, count))];
        while (left > 0) {
            int read = read(dropped, 0, (int) Math.min(dropped.length, left));
            if (read < 0) {
                break;
            }
            left -= read;
        }
        return count - left;
    }

    @Override
    public boolean ready() throws IOException {
        return next < end || source.ready();
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public void mark(int readAheadLimit) {
        mark = next;
        markLimit = readAheadLimit;
    }

    @Override
    public void reset() throws IOException {
        if (mark < 0) {
            throw new IOException("there is no mark, or it is too far behind");
        }
        taken = Math.max(0, taken - (next - mark));
        next = mark;
    }

    @Override
    public void close() throws IOException {
        next = 0;
        end = 0;
        super.close();
    }

    private boolean fill() throws IOException {
        int kept = mark >= 0 && next - mark < markLimit ? end - mark : 0;
        if (kept > 0) {
            char[] target = kept + BUFFER <= buffer.length ? buffer : new char[kept + BUFFER];
            System.arraycopy(buffer, mark, target, 0, kept);
            buffer = target;
            mark = 0;
        } else if (mark >= 0 && mark != next) {
            mark = -1;
        } else if (mark >= 0) {
            mark = 0;
        }
        next = kept;
        end = kept;
        int read = source.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read > 0;
    }

    private String counted(String read) throws LimitException {
        take((long) read.length() + Limits.LINE);
        return read;
    }

    private void requireLine(long length) throws LimitException {
        if (length > limits.line()) {
            throw new LimitException("line " + line + " is longer than the limit of " + limits.line()
                    + " characters; where that is right, raise it with --max-line");
        }
    }

    private void take(long characters) throws LimitException {
        taken += characters;
        if (taken > limits.record()) {
            throw new LimitException("the record that ends behind line " + line + " is larger than the limit of "
                    + limits.record() + " characters; where that is right, raise it with --max-record");
        }
    }
}
