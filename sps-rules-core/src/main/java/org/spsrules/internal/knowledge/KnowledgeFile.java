package org.spsrules.internal.knowledge;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a knowledge base travels in its jar: its stamp, every text once, and the tree of {@link Knowledge} records
 * in the order of their components; read back without a parser and without a library. It is written and read by the same
 * version only.
 */
public final class KnowledgeFile {

    /** Where the knowledge base stands in its jar. */
    public static final String RESOURCE = "META-INF/sps-rules/knowledge";

    private KnowledgeFile() {}

    /**
     * Which knowledge base it is.
     *
     * @param version as in {@link Knowledge}
     * @param contentHash as in {@link Knowledge}
     * @param rules how many rules it holds
     */
    public record Stamp(String version, String contentHash, int rules) {}

    /** Writes a knowledge base. */
    public static void write(Knowledge knowledge, OutputStream target) throws IOException {
        Texts texts = new Texts();
        try {
            new ValueForm.Forms().of(Knowledge.class).write(knowledge, texts);
        } catch (ReflectiveOperationException e) {
            throw new IOException("the knowledge base cannot be written", e);
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(content);
        writeText(knowledge.version(), out);
        writeText(knowledge.contentHash(), out);
        out.writeInt(knowledge.rules().size());
        out.writeInt(texts.places.size());
        for (String text : texts.places.keySet()) {
            writeText(text, out);
        }
        texts.tree.writeTo(out);
        ChecksummedFile.write(content.toByteArray(), target);
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeNumber(bytes.length, out);
        out.write(bytes);
    }

    private static void writeNumber(int number, DataOutputStream out) throws IOException {
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            out.writeByte(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    /**
     * The knowledge base on a class path; empty if there is none.
     *
     * @throws IOException like {@link #read}, or if there is more than one: it would depend on the order of the class
     *     path which of them speaks
     */
    public static Optional<Knowledge> find(ClassLoader loader) throws IOException {
        try (InputStream file = open(loader)) {
            return file == null ? Optional.empty() : Optional.of(read(file));
        }
    }

    /**
     * Which knowledge base is on a class path, without reading all of it; empty if there is none.
     *
     * @throws IOException like {@link #find}
     */
    public static Optional<Stamp> stamp(ClassLoader loader) throws IOException {
        try (InputStream file = open(loader)) {
            return file == null ? Optional.empty() : Optional.of(stamp(ByteBuffer.wrap(ChecksummedFile.read(file))));
        }
    }

    private static @Nullable InputStream open(ClassLoader loader) throws IOException {
        Set<String> places = new TreeSet<>();
        Collections.list(loader.getResources(RESOURCE)).forEach(place -> places.add(place.toString()));
        if (places.size() > 1) {
            throw new IOException("the class path holds more than one; keep one of " + String.join(", ", places));
        }
        return loader.getResourceAsStream(RESOURCE);
    }

    /**
     * Reads a knowledge base.
     *
     * @throws IOException if the file is damaged, or was written by another version
     */
    public static Knowledge read(InputStream file) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(ChecksummedFile.read(file));
        try {
            stamp(content);
            String[] texts = new String[content.getInt()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = text(content);
            }
            return (Knowledge) new ValueForm.Forms().of(Knowledge.class).read(new ValueForm.Input(content, texts));
        } catch (ReflectiveOperationException
                | ClassCastException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | BufferUnderflowException e) {
            throw new IOException("the knowledge base is damaged", e);
        }
    }

    private static Stamp stamp(ByteBuffer content) {
        return new Stamp(text(content), text(content), content.getInt());
    }

    private static String text(ByteBuffer content) {
        int length = ValueForm.readNumber(content);
        String text = new String(content.array(), content.position(), length, StandardCharsets.UTF_8);
        content.position(content.position() + length);
        return text;
    }

    /** Numbers in the order in which they are written, and texts by their places in a list that has each of them once. */
    private static final class Texts implements ValueForm.Output {

        private final Map<String, Integer> places = new LinkedHashMap<>();
        private final ByteArrayOutputStream tree = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(tree);

        @Override
        public void number(int number) throws IOException {
            writeNumber(number, out);
        }

        @Override
        public void small(int number) throws IOException {
            out.writeByte(number);
        }

        @Override
        public void text(String text) throws IOException {
            number(places.computeIfAbsent(text, added -> places.size()));
        }
    }
}
