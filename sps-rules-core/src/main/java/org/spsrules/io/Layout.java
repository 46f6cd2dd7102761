package org.spsrules.io;

import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;

/** The ways in which this library lays JSON out, each the same on every machine. */
enum Layout {

    /** Easy to compare line by line. */
    INDENTED(new ObjectWriteContext.Base() {

        private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

        private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectNameValueSpacing(Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(INDENT)
                .withArrayIndenter(INDENT);

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return PRINTER.createInstance();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }),

    /** One line without blanks. */
    COMPACT(ObjectWriteContext.empty());

    private static final JsonFactory FACTORY = new JsonFactory();

    private final ObjectWriteContext context;

    Layout(ObjectWriteContext context) {
        this.context = context;
    }

    /**
     * A document as text.
     *
     * @param format its name, which stands first
     * @param fields writes all others
     */
    String document(String format, Consumer<JsonGenerator> fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(context, text)) {
            write(format, fields, json);
        }
        return text.toString();
    }

    /** Writes a document, which may be part of another. */
    static void write(String format, Consumer<JsonGenerator> fields, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("format", format);
        fields.accept(json);
        json.writeEndObject();
    }
}
