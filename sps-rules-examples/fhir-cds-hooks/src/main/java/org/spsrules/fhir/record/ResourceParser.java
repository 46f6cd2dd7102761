package org.spsrules.fhir.record;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.Map;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Resource;

/** Resources of FHIR R4 from JSON. Safe for use by several threads. */
public final class ResourceParser {

    private final FhirContext context;

    /** A parser with the model of FHIR that a context has. */
    public ResourceParser(FhirContext context) {
        this.context = context;
    }

    /**
     * A resource.
     *
     * @param where what the sender calls it
     * @param unread takes what FHIR R4 does not know of, and which is therefore not read
     * @throws UnusableRecordException if it is none of R4, or an element of it is of another type than FHIR says
     */
    public Resource parse(String json, String where, Consumer<Unused> unread) {
        try {
            IParser parser = context.newJsonParser();
            parser.setParserErrorHandler(new Strictness(where, unread));
            return (Resource) parser.parseResource(json);
        } catch (UnusableRecordException e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever the parser throws, it is about what it was given.
            throw new UnusableRecordException(where + " is no FHIR R4 resource in JSON.");
        }
    }

    /** Lets nothing pass in silence that the parser would leave out. Quotes no value, and logs nothing. */
    private static final class Strictness extends LenientErrorHandler {

        private static final Map<ValueType, String> SHAPES =
                Map.of(ValueType.ARRAY, "a list", ValueType.OBJECT, "an object", ValueType.SCALAR, "a single value");
        private static final int LONGEST_NAME = 60;

        private final String where;
        private final Consumer<Unused> unread;

        private Strictness(String where, Consumer<Unused> unread) {
            super(false);
            this.where = where;
            this.unread = unread;
        }

        @Override
        public void unknownElement(IParseLocation location, String name) {
            String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "\u2026" : name;
            unread.accept(new Unused(
                    where.replace("\"", ""),
                    shown,
                    "FHIR R4 has no element of this name there, so it was not read",
                    1));
        }

        @Override
        public void unknownAttribute(IParseLocation location, String name) {
            unknownElement(location, name);
        }

        @Override
        public void incorrectJsonType(
                IParseLocation location,
                String name,
                ValueType expected,
                ScalarType expectedScalar,
                ValueType found,
                ScalarType foundScalar) {
            // Null says nothing, and nothing is lost with it.
            if (expected != found && found != ValueType.NULL) {
                throw new UnusableRecordException(
                        where + ": \"" + name + "\" must be " + SHAPES.getOrDefault(expected, "something else")
                                + ", not " + SHAPES.getOrDefault(found, "that") + ".");
            }
        }

        @Override
        public void invalidValue(IParseLocation location, String value, String error) {
            // An empty value says nothing, and nothing is lost with it.
            if (value != null && !value.isBlank()) {
                throw new UnusableRecordException(where + ": \"" + location.getParentElementName()
                        + "\" holds a value that FHIR R4 does not allow there; a code is one of those that FHIR lists for it,"
                        + " and a day is written like 2026-01-15.");
            }
        }

        @Override
        public void unexpectedRepeatingElement(IParseLocation location, String name) {
            throw new UnusableRecordException(where + ": \"" + name + "\" is stated more than once; FHIR allows one.");
        }
    }
}
