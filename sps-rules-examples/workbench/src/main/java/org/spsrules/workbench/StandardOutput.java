package org.spsrules.workbench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;

/** The standard output of this process. Its reader, such as {@code head}, may have enough before everything is said. */
final class StandardOutput extends FilterOutputStream {

    private boolean readerGone;

    StandardOutput() {
        super(new FileOutputStream(FileDescriptor.out));
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** Writes, or drops what nobody reads any more. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (readerGone) {
            return;
        }
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            if (!"Broken pipe".equals(e.getMessage())) {
                throw e;
            }
            readerGone = true;
            throw new ReaderGoneException();
        }
    }

    /** Ends a command whose answer nobody reads any more, which is no failure. */
    static final class ReaderGoneException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
