package org.lowland.io.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacked data, refused where they become more than a limit. Confined to one thread. */
final class LimitedStream extends FilterInputStream {
    private final long most;
    private long count;

    LimitedStream(InputStream unpacked, long most) {
        super(unpacked);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = in.skip(wanted);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long more) throws LimitException {
        count += more;
        if (count > most) {
            throw new LimitException("unpacked it is more than the limit of " + most
                    + " bytes; where that is right, raise it with --max-unpacked");
        }
    }
}
