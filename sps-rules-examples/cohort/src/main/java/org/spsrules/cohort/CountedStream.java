package org.spsrules.cohort;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes are read, which is how far the work has come. */
final class CountedStream extends FilterInputStream {

    private final LongConsumer bytesRead;

    CountedStream(InputStream stream, LongConsumer bytesRead) {
        super(stream);
        this.bytesRead = bytesRead;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        bytesRead.accept(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        bytesRead.accept(Math.max(0, read));
        return read;
    }
}
