package org.spsrules.cohort;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/**
 * Something that lines are read from.
 *
 * @param name what results and errors call it
 * @param size how many bytes it has, packed as it may be, if that is known
 * @param source opens it
 */
record Input(String name, OptionalLong size, Source source) {

    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    /** Opens an input. */
    @FunctionalInterface
    interface Source {

        /** Its bytes from the beginning. */
        InputStream open() throws IOException;
    }

    static Input file(Path file, String name) {
        long bytes = file.toFile().length();
        // A pipe has no size.
        return new Input(
                name, bytes > 0 ? OptionalLong.of(bytes) : OptionalLong.empty(), () -> Files.newInputStream(file));
    }

    /** Its content, unpacked if it is packed by gzip, whatever it is called. */
    InputStream open(LongConsumer bytesRead) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(new CountedStream(source.open(), bytesRead), BUFFER);
        stream.mark(2);
        int magic = stream.read() << Byte.SIZE | stream.read();
        stream.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(new Waiting(stream), BUFFER) : stream;
    }

    /** A stream that is at its end only when there is nothing more to come: packed parts follow each other through a pipe too. */
    private static final class Waiting extends FilterInputStream {

        Waiting(BufferedInputStream stream) {
            super(stream);
        }

        @Override
        public int available() throws IOException {
            int known = super.available();
            if (known > 0) {
                return known;
            }
            mark(1);
            boolean ended = read() < 0;
            reset();
            return ended ? 0 : 1;
        }
    }
}
