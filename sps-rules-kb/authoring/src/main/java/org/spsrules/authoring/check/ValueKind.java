package org.spsrules.authoring.check;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.authoring.row.RowModel;
import org.spsrules.internal.fact.FactModel.Question;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/** What sort of value a field holds, or a question or a sentence takes. */
sealed interface ValueKind {

    /** A number. */
    record Number() implements ValueKind {

        @Override
        public String toString() {
            return "a number";
        }
    }

    /** A dose, which is only ever written out. */
    record Dose() implements ValueKind {

        @Override
        public String toString() {
            return "a dose";
        }
    }

    /** Words of the knowledge base, for people to read. */
    record Prose() implements ValueKind {

        @Override
        public String toString() {
            return "a text for people to read";
        }
    }

    /** One of a few words. */
    record Words(List<String> words) implements ValueKind {

        @Override
        public String toString() {
            return "one of " + String.join(", ", words);
        }
    }

    /** The code of a concept of one of these kinds. */
    record Codes(Set<Concept.Kind> kinds) implements ValueKind {

        static final Codes THERAPY = new Codes(Vocabulary.therapies());
        static final Codes FINDING = new Codes(EnumSet.of(Concept.Kind.FINDING));

        /** What a finding or a sentence can be about. */
        static final Codes SUBJECT = new Codes(EnumSet.complementOf(EnumSet.of(Concept.Kind.FINDING)));

        /** What can come before a therapy. */
        static final Codes PREPARATION = new Codes(EnumSet.of(Concept.Kind.TEST, Concept.Kind.CARE));

        @Override
        public String toString() {
            return "a " + kinds.stream().map(Concept.Kind::word).collect(Collectors.joining(" or "));
        }
    }

    /** Whether a value of one sort can ever be the value of the other. */
    default boolean fits(ValueKind other) {
        if (this instanceof Codes codes && other instanceof Codes others) {
            return !Collections.disjoint(codes.kinds, others.kinds);
        } else if (this instanceof Words words && other instanceof Words others) {
            return !Collections.disjoint(words.words, others.words);
        }
        return equals(other);
    }

    /** What the argument of a question is. */
    static ValueKind argumentOf(Question question) {
        return question.says().dose()
                ? new Dose()
                : new Codes(EnumSet.copyOf(question.says().of()));
    }

    /** What the value of a field of a pattern is. */
    static ValueKind of(Pattern pattern, Question field) {
        if (field.isNumber()) {
            return new Number();
        } else if (!field.says().words().isEmpty()) {
            return new Words(field.says().words());
        } else if (pattern.isFinding()) {
            return field.name().equals("name") ? Codes.FINDING : Codes.SUBJECT;
        } else if (!field.says().of().isEmpty()) {
            return new Codes(EnumSet.copyOf(field.says().of()));
        } else if (RowModel.type(pattern.factType()).isPresent()) {
            return new Prose();
        }
        return field.name().equals("condition") ? new Codes(EnumSet.allOf(Concept.Kind.class)) : Codes.THERAPY;
    }
}
