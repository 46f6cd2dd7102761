package org.spsrules.io;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spsrules.Answer;
import org.spsrules.Completeness;
import org.spsrules.Dose;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Quantity;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.FieldVisitor;
import org.spsrules.internal.shape.Part;
import org.spsrules.internal.shape.Types;
import org.spsrules.internal.shape.ValueCheck;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema of a case, made from its fields. */
final class CaseSchema {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String NUMBER = "^[0-9]{1,9}(\\.[0-9]{1,9})?";

    private static final String SHARED = """
            {
              "text": { "type": "string", "minLength": 1, "maxLength": 1000, "pattern": "\\\\S" },
              "date": { "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
              "texts": { "type": "array", "maxItems": 1000, "items": { "$ref": "#/$defs/text" }, "uniqueItems": true },
              "terms": { "type": "array", "maxItems": 1000, "items": { "$ref": "#/$defs/term" }, "uniqueItems": true },
              "term": {
                "description": "A name or a code; the same with its code system; or what the vocabulary may not know.",
                "anyOf": [
                  { "$ref": "#/$defs/text" },
                  {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["system", "code"],
                    "properties": {
                      "system": { "$ref": "#/$defs/text" },
                      "code": { "anyOf": [{ "$ref": "#/$defs/text" }, { "type": "number" }] }
                    }
                  },
                  {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["other"],
                    "properties": { "other": { "$ref": "#/$defs/text" } }
                  }
                ]
              },
              "answer": { "description": "Unknown is never read as no.", "enum": ["yes", "no", "unknown"] },
              "completeness": {
                "description": "Only in a complete list does a missing entry mean no.",
                "enum": ["complete", "partial", "unknown"]
              }
            }""";

    private static final String PLANS_NAME_A_THERAPY = """
            {
              "if": { "properties": { "action": { "enum": ["start", "stop", "reduce", "switch"] } }, "required": ["action"] },
              "then": { "required": ["therapy"] }
            }""";

    private final Map<String, ObjectNode> definitions = new LinkedHashMap<>();

    private CaseSchema() {}

    /** The schema as text. */
    static String text() {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(new CaseSchema().root()) + "\n";
    }

    private ObjectNode root() {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$id", "urn:spsrules:sps-patient-case:1");
        root.put("title", CaseFields.PART.title());
        root.put(
                "description",
                "What is known about one patient on one day. What is not stated is unknown. Terms are codes, names, brands"
                        + " or synonyms of the vocabulary of the knowledge base.");
        ObjectNode object = object(CaseFields.PART);
        ObjectNode properties = MAPPER.createObjectNode();
        properties
                .putObject("format")
                .put("const", PatientCaseReader.FORMAT)
                .put("title", "Name and version of this format");
        properties.setAll((ObjectNode) object.path("properties"));
        object.set("properties", properties);
        ArrayNode required = MAPPER.createArrayNode();
        required.add("format");
        object.path("required").forEach(required::add);
        object.set("required", required);
        root.setAll(object);
        ObjectNode defs = root.putObject("$defs");
        defs.setAll((ObjectNode) MAPPER.readTree(SHARED));
        definitions.forEach(defs::set);
        return root;
    }

    private <P> void define(Part<P> part) {
        if (definitions.containsKey(part.name())) {
            return;
        }
        ObjectNode definition = MAPPER.createObjectNode();
        definitions.put(part.name(), definition);
        if (part.title().isEmpty()) {
            definition.put("description", "Nothing is both present and absent.");
        } else {
            definition.put("title", part.title());
        }
        definition.setAll(object(part));
        if (part.name().equals("plan")) {
            definition.setAll((ObjectNode) MAPPER.readTree(PLANS_NAME_A_THERAPY));
        }
    }

    private <P> ObjectNode object(Part<P> part) {
        ObjectNode object = MAPPER.createObjectNode();
        object.put("type", "object").put("additionalProperties", false);
        ArrayNode required = MAPPER.createArrayNode();
        ObjectNode properties = MAPPER.createObjectNode();
        for (Field<P, ?> field : part.fields()) {
            ObjectNode property = MAPPER.createObjectNode();
            if (!field.title().isEmpty()) {
                property.put("title", field.title());
            }
            if (!field.note().isEmpty()) {
                property.put("description", field.note());
            }
            property.setAll(field.accept(new Property<>()));
            properties.set(field.name(), property);
            if (field.value().isRequired()) {
                required.add(field.name());
            }
        }
        if (!required.isEmpty()) {
            object.set("required", required);
        }
        object.set("properties", properties);
        return object;
    }

    private static ObjectNode reference(String definition) {
        return MAPPER.createObjectNode().put("$ref", "#/$defs/" + definition);
    }

    private static ObjectNode pattern(String pattern) {
        return MAPPER.createObjectNode().put("type", "string").put("pattern", pattern);
    }

    private static ObjectNode words(List<String> words) {
        ObjectNode node = MAPPER.createObjectNode();
        words.forEach(node.putArray("enum")::add);
        return node;
    }

    /** What the value of a field must be like. */
    private final class Property<P> implements FieldVisitor<P, ObjectNode> {

        @Override
        public ObjectNode other(Field<P, ?> field) {
            return reference("text");
        }

        @Override
        public <E extends Enum<E>> ObjectNode word(Field<P, E> field, Types.Word<E> type) {
            if (type.unstated() instanceof Answer) {
                return reference("answer");
            } else if (type.unstated() instanceof Completeness) {
                return reference("completeness");
            }
            return words(type.words().stream().map(Form::spelling).toList());
        }

        @Override
        public ObjectNode state(Field<P, Boolean> field, Types.State type) {
            return words(List.of(type.yes(), type.no()));
        }

        @Override
        public ObjectNode date(Field<P, Optional<PartialDate>> field) {
            ObjectNode date = MAPPER.createObjectNode();
            ArrayNode forms = date.putArray("anyOf");
            forms.add(pattern("^.*[0-9]{4}.*$").put("maxLength", 60));
            forms.addObject().put("type", "integer").put("minimum", 1000);
            return date;
        }

        @Override
        public ObjectNode today(Field<P, LocalDate> field) {
            return reference("date");
        }

        @Override
        public ObjectNode whole(Field<P, Optional<Integer>> field, Types.Whole type) {
            ObjectNode number = MAPPER.createObjectNode()
                    .put("type", "integer")
                    .put("minimum", type.least())
                    .put("maximum", type.most());
            if (!type.isAge()) {
                return number;
            }
            ObjectNode age = MAPPER.createObjectNode();
            ArrayNode forms = age.putArray("anyOf");
            forms.add(number);
            forms.add(pattern("^[0-9]{1,4}\\s*months?$"));
            return age;
        }

        @Override
        public ObjectNode measure(Field<P, Optional<BigDecimal>> field, Types.Measure type) {
            return pattern(NUMBER + "\\s*" + type.unit() + "$");
        }

        @Override
        public ObjectNode dose(Field<P, Optional<Dose>> field) {
            return pattern("^[0-9].*\\S$");
        }

        @Override
        public ObjectNode quantity(Field<P, Optional<Quantity>> field) {
            return pattern("^(([<>]=?|[\u2264\u2265])\\s*)?" + NUMBER.substring(1) + "(\\s+\\S|[^0-9.\\s]).{0,29}$");
        }

        @Override
        public ObjectNode terms(Field<P, Set<String>> field, Types.Terms type) {
            return reference(type.kinds().isEmpty() ? "texts" : "terms");
        }

        @Override
        public ObjectNode term(Field<P, String> field, Types.Term type) {
            return reference("term");
        }

        @Override
        public ObjectNode optionalTerm(Field<P, Optional<String>> field, Types.OptionalTerm type) {
            return reference("term");
        }

        @Override
        public <Q> ObjectNode part(Field<P, Q> field, Types.One<Q> type) {
            define(type.part());
            return reference(type.part().name());
        }

        @Override
        public <Q> ObjectNode parts(Field<P, List<Q>> field, Types.Many<Q> type) {
            define(type.part());
            ObjectNode list = MAPPER.createObjectNode();
            list.put("type", "array").put("maxItems", ValueCheck.MOST_ENTRIES);
            list.set("items", reference(type.part().name()));
            return list;
        }
    }
}
