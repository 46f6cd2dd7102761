package org.spsrules.internal.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spsrules.Dose;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Quantity;
import org.spsrules.internal.shape.CaseFields;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.FieldVisitor;
import org.spsrules.internal.shape.Part;
import org.spsrules.internal.shape.TestFields;
import org.spsrules.internal.shape.Types;
import org.spsrules.vocabulary.Vocabulary;

/** What one part of a case states and nothing reads, found by a walk over its fields. */
final class UnreadFacts<P> implements FieldVisitor<P, List<UnreadFact>> {

    private static final String STATE_RESULT = " (state its result: positive or negative)";

    private final P stated;
    private final String path;
    private final String about;
    private final Reading reading;
    private final Vocabulary vocabulary;

    private UnreadFacts(P stated, String path, String about, Reading reading, Vocabulary vocabulary) {
        this.stated = stated;
        this.path = path;
        this.about = about;
        this.reading = reading;
        this.vocabulary = vocabulary;
    }

    /** All of them, in the order of the fields of a case and whatever that of its lists, none twice. */
    static List<UnreadFact> of(PatientCase patientCase, Reading reading, Vocabulary vocabulary) {
        return walk(CaseFields.PART, patientCase, "", reading, vocabulary).stream()
                .distinct()
                .toList();
    }

    private static <P> List<UnreadFact> walk(
            Part<P> part, P stated, String path, Reading reading, Vocabulary vocabulary) {
        UnreadFacts<P> facts = new UnreadFacts<>(stated, path, subject(part, stated), reading, vocabulary);
        List<UnreadFact> found = new ArrayList<>();
        for (Field<P, ?> field : part.fields()) {
            if (field.isStated(stated)) {
                found.addAll(field.accept(facts));
            }
        }
        return found;
    }

    /** The term that a part is about: its therapy, or its test. */
    private static <P> String subject(Part<P> part, P stated) {
        return part.fields().stream()
                .filter(field -> field.value() instanceof Types.Term)
                .map(field -> String.valueOf(field.of(stated)))
                .findFirst()
                .orElse("");
    }

    @Override
    public List<UnreadFact> other(Field<P, ?> field) {
        return reading.reads(field, about) ? List.of() : named(field);
    }

    /** A level of a value that the vocabulary takes for no result. */
    @Override
    public <E extends Enum<E>> List<UnreadFact> word(Field<P, E> field, Types.Word<E> type) {
        return field.equals(TestFields.RESULT)
                        && stated instanceof PatientCase.Test test
                        && test.result().isLevel()
                ? List.of(new UnreadFact(
                        pathOf(field),
                        about,
                        false,
                        vocabulary.nameOf(about) + ": " + test.result().name().toLowerCase(Locale.ROOT) + STATE_RESULT))
                : other(field);
    }

    /** What has no unit in which it is given has no row about its dose. */
    @Override
    public List<UnreadFact> dose(Field<P, Optional<Dose>> field) {
        return vocabulary
                        .concept(about)
                        .filter(known -> !known.units().isEmpty())
                        .isPresent()
                ? other(field)
                : named(field);
    }

    /** Rules read what came of a test, so a figure alone is lost on them. */
    @Override
    public List<UnreadFact> quantity(Field<P, Optional<Quantity>> field) {
        boolean alone = stated instanceof PatientCase.Test test && test.result() == PatientCase.Test.Result.UNKNOWN;
        boolean read = Place.of(TestFields.TEST)
                .filter(place -> reading.reads(place, about))
                .isPresent();
        return other(field).stream()
                .map(fact -> alone && read
                        ? new UnreadFact(fact.field(), fact.code(), false, fact.text() + STATE_RESULT)
                        : fact)
                .toList();
    }

    private List<UnreadFact> named(Field<P, ?> field) {
        String title = field.title().split(",", 2)[0].toLowerCase(Locale.ROOT);
        return List.of(new UnreadFact(
                pathOf(field), about, false, about.isEmpty() ? title : vocabulary.nameOf(about) + ": " + title));
    }

    @Override
    public List<UnreadFact> term(Field<P, String> field, Types.Term type) {
        return term(field, field.of(stated));
    }

    @Override
    public List<UnreadFact> optionalTerm(Field<P, Optional<String>> field, Types.OptionalTerm type) {
        return field.of(stated).map(code -> term(field, code)).orElse(List.of());
    }

    @Override
    public List<UnreadFact> terms(Field<P, Set<String>> field, Types.Terms type) {
        return type.kinds().isEmpty()
                ? other(field)
                : field.of(stated).stream()
                        .sorted()
                        .flatMap(code -> term(field, code).stream())
                        .toList();
    }

    private List<UnreadFact> term(Field<P, ?> field, String code) {
        Optional<Place> place = Place.of(field);
        if (place.isEmpty()) {
            return other(field);
        }
        return reading.reads(place.get(), code)
                ? List.of()
                : List.of(new UnreadFact(
                        pathOf(field),
                        code,
                        true,
                        place.get().says(vocabulary.nameOf(code), vocabulary.nameOf(about))));
    }

    @Override
    public <Q> List<UnreadFact> part(Field<P, Q> field, Types.One<Q> type) {
        return walk(type.part(), field.of(stated), pathOf(field), reading, vocabulary);
    }

    @Override
    public <Q> List<UnreadFact> parts(Field<P, List<Q>> field, Types.Many<Q> type) {
        // Most entries have none, so that few are put in order.
        return field.of(stated).stream()
                .map(entry -> Map.entry(entry, walk(type.part(), entry, pathOf(field), reading, vocabulary)))
                .filter(found -> !found.getValue().isEmpty())
                .sorted(Comparator.comparing(found -> found.getKey().toString()))
                .flatMap(found -> found.getValue().stream())
                .toList();
    }

    private String pathOf(Field<P, ?> field) {
        return path.isEmpty() ? field.name() : path + "." + field.name();
    }
}
