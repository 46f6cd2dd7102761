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

/** The one way in which this library lays JSON out: the same on every machine, and easy to compare line by line. */
final class PrettyJson {

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private static final DefaultPrettyPrinter LAYOUT = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(INDENT)
            .withArrayIndenter(INDENT);

    private static final ObjectWriteContext LAID_OUT = new ObjectWriteContext.Base() {

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return LAYOUT.createInstance();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    };

    private static final JsonFactory FACTORY = new JsonFactory();

    private PrettyJson() {}

    /**
     * A document as text.
     *
     * @param format its name, which stands first
     * @param fields writes all others
     */
    static String of(String format, Consumer<JsonGenerator> fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(LAID_OUT, text)) {
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
