package org.spsrules.playground;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.spsrules.Dose;
import org.spsrules.PartialDate;
import org.spsrules.PatientCase.Quantity;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.FieldVisitor;
import org.spsrules.internal.shape.Part;
import org.spsrules.internal.shape.Types;
import org.spsrules.vocabulary.Concept;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a case, as a form asks for them. */
final class CaseForm {

    private CaseForm() {}

    /** All fields, part by part. */
    static ArrayNode fields() {
        return fields(CaseFields.PART);
    }

    private static <P> ArrayNode fields(Part<P> part) {
        ArrayNode fields = Json.array();
        part.fields().forEach(field -> fields.add(described(field)));
        return fields;
    }

    private static <P> ObjectNode described(Field<P, ?> field) {
        ObjectNode described = field.accept(new Description<P>());
        String title = described.path("title").stringValue(field.title());
        return described
                .put("name", field.name())
                .put("title", title)
                .put("note", field.note())
                .put("required", field.value().isRequired());
    }

    /** Describes the type of a field. */
    private static final class Description<P> implements FieldVisitor<P, ObjectNode> {

        @Override
        public ObjectNode other(Field<P, ?> field) {
            return type("text");
        }

        private static ObjectNode type(String type) {
            return Json.object().put("type", type);
        }

        private static ObjectNode words(List<String> words) {
            ObjectNode type = type("word");
            words.forEach(type.putArray("words")::add);
            return type;
        }

        private static ObjectNode kinds(String name, Set<Concept.Kind> kinds) {
            ObjectNode type = type(name);
            kinds.stream().map(Concept.Kind::word).sorted().forEach(type.putArray("kinds")::add);
            return type;
        }

        @Override
        public <E extends Enum<E>> ObjectNode word(Field<P, E> field, Types.Word<E> type) {
            return words(type.words().stream()
                    .map(word -> word.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList());
        }

        @Override
        public ObjectNode state(Field<P, Boolean> field, Types.State type) {
            return words(List.of(type.yes(), type.no()));
        }

        @Override
        public ObjectNode whole(Field<P, Optional<Integer>> field, Types.Whole type) {
            return type("number").put("least", type.least()).put("most", type.most());
        }

        @Override
        public ObjectNode date(Field<P, Optional<PartialDate>> field) {
            return type("text").put("example", "2026-01");
        }

        @Override
        public ObjectNode today(Field<P, LocalDate> field) {
            return type("text").put("example", "2026-01-15");
        }

        @Override
        public ObjectNode dose(Field<P, Optional<Dose>> field) {
            return type("text").put("example", "40 mg/day");
        }

        @Override
        public ObjectNode quantity(Field<P, Optional<Quantity>> field) {
            return type("text").put("example", "39.5 °C");
        }

        @Override
        public ObjectNode term(Field<P, String> field, Types.Term type) {
            return kinds("term", type.kinds());
        }

        @Override
        public ObjectNode optionalTerm(Field<P, Optional<String>> field, Types.OptionalTerm type) {
            return kinds("term", type.kinds());
        }

        @Override
        public ObjectNode terms(Field<P, Set<String>> field, Types.Terms type) {
            return kinds("terms", type.kinds());
        }

        @Override
        public <Q> ObjectNode part(Field<P, Q> field, Types.One<Q> type) {
            return part("part", field, type.part());
        }

        @Override
        public <Q> ObjectNode parts(Field<P, List<Q>> field, Types.Many<Q> type) {
            return part("parts", field, type.part());
        }

        private static <Q> ObjectNode part(String name, Field<?, ?> field, Part<Q> part) {
            ObjectNode type = type(name).put("title", field.title().isEmpty() ? part.title() : field.title());
            type.set("fields", fields(part));
            return type;
        }
    }
}
