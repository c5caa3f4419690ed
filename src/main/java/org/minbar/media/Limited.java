package org.minbar.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to be longer than it may be. */
final class Limited extends FilterInputStream {

    private final long most;
    private long read;

    Limited(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) count(1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        if (count > 0) count(count);
        return count;
    }

    private void count(int more) {
        read += more;
        if (read > most) throw Arrival.tooLarge(read, most);
    }
}
