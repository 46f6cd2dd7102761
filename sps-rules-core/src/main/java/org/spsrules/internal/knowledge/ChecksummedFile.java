package org.spsrules.internal.knowledge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;

/**
 * A file that begins with its format, its length and its checksum, so that a copy which lost or changed a bit is not
 * taken for the original.
 */
final class ChecksummedFile {

    private static final int FORMAT = 0x53505304;

    private ChecksummedFile() {}

    static void write(byte[] content, OutputStream target) throws IOException {
        DataOutputStream out = new DataOutputStream(target);
        out.writeInt(FORMAT);
        out.writeInt(content.length);
        out.writeLong(checksum(content));
        out.write(content);
        out.flush();
    }

    /**
     * The content.
     *
     * @throws IOException if the file is cut short, changed, or of another version
     */
    static byte[] read(InputStream source) throws IOException {
        DataInputStream in = new DataInputStream(source);
        try {
            if (in.readInt() != FORMAT) {
                throw new IOException("not a knowledge base of this version of SPS Rules");
            }
            int length = in.readInt();
            long checksum = in.readLong();
            byte[] content = in.readAllBytes();
            if (content.length < length) {
                throw new IOException(
                        "the knowledge base is cut short: " + content.length + " of " + length + " bytes");
            }
            if (content.length > length || checksum(content) != checksum) {
                throw new IOException("the knowledge base is damaged: its bytes are not those that were written");
            }
            return content;
        } catch (EOFException e) {
            throw new IOException("the knowledge base is cut short: not even its head is there", e);
        }
    }

    private static long checksum(byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return checksum.getValue();
    }
}
