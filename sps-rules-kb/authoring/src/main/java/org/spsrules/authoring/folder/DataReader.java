package org.spsrules.authoring.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.Sex;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.Location;
import org.spsrules.authoring.diagnostic.Locations;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.DoseRow;
import org.spsrules.internal.knowledge.EvidenceGrade;
import org.spsrules.internal.knowledge.InteractionRow;
import org.spsrules.internal.knowledge.KinshipRow;
import org.spsrules.internal.knowledge.LadderStep;
import org.spsrules.internal.knowledge.Note;
import org.spsrules.internal.knowledge.PlausibilityRow;
import org.spsrules.internal.knowledge.PrecedenceRow;
import org.spsrules.internal.knowledge.ReactionRow;
import org.spsrules.internal.knowledge.Reference;
import org.spsrules.internal.knowledge.RegimenRow;
import org.spsrules.internal.knowledge.ReportFinding;
import org.spsrules.internal.knowledge.RuleFolder;
import org.spsrules.internal.knowledge.RulebookEntry;
import org.spsrules.internal.knowledge.Source;
import org.spsrules.internal.knowledge.Statement;
import org.spsrules.internal.knowledge.TherapyNote;
import org.spsrules.internal.knowledge.UnreadNote;
import org.spsrules.internal.shape.Field;
import org.spsrules.internal.shape.TreatmentFields;
import org.spsrules.vocabulary.CodeSystem;
import org.spsrules.vocabulary.Concept;

/** Reads the vocabulary and the sources of a knowledge base, and remembers where each entry stands. */
final class DataReader {

    private static final Map<String, Boolean> EVERY = Map.of("every-statement", true);

    private static final Map<String, String> ASKED_OF_TREATMENTS =
            TreatmentFields.ASKED_IF_PLAUSIBLE.stream().collect(Collectors.toUnmodifiableMap(Field::name, Field::name));

    private static final Sex[] SEXES = {Sex.FEMALE, Sex.MALE};

    final List<Placed<Concept>> concepts = new ArrayList<>();
    final List<Placed<Concept>> unlisted = new ArrayList<>();
    final List<Placed<CodeRow>> codes = new ArrayList<>();
    final List<Placed<LadderRow>> ladder = new ArrayList<>();
    final List<Placed<ContraindicationRow>> contraindications = new ArrayList<>();
    final List<Placed<InteractionRow>> interactions = new ArrayList<>();
    final List<Placed<KinshipRow>> kinship = new ArrayList<>();
    final List<Placed<ReactionRow>> reactions = new ArrayList<>();
    final List<Placed<TherapyNote>> therapyNotes = new ArrayList<>();
    final List<Placed<DoseRow>> dosing = new ArrayList<>();
    final List<Placed<RegimenRow>> regimens = new ArrayList<>();
    final List<Placed<PlausibilityRow>> plausibility = new ArrayList<>();
    final List<Placed<RulebookEntry>> rulebook = new ArrayList<>();
    final List<Placed<Source>> sources = new ArrayList<>();
    final List<Placed<Statement>> statements = new ArrayList<>();
    final List<Placed<EvidenceGrade>> grades = new ArrayList<>();
    final List<Placed<Reference>> references = new ArrayList<>();
    final Map<String, String> referenceNotes = new LinkedHashMap<>();
    final List<UnreadNote> unread = new ArrayList<>();
    final List<Placed<RuleFolder>> folders = new ArrayList<>();
    final List<Placed<ReportFinding>> findings = new ArrayList<>();
    final List<Placed<PrecedenceRow>> precedence = new ArrayList<>();
    final Map<String, Placed<String>> care = new LinkedHashMap<>();
    final List<Placed<Note>> notes = new ArrayList<>();
    String version = "";

    final TableReader tables;

    private final Diagnostics diagnostics;

    DataReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.tables = new TableReader(diagnostics);
    }

    /** Gives the concepts their codes, once everything is read. */
    void attachCodes() {
        CodeRow.attach(concepts, codes);
        CodeRow.attach(unlisted, codes);
    }

    /** Where all of it stands. */
    Locations locations() {
        Locations locations = new Locations();
        Stream.<List<? extends Placed<?>>>of(
                        concepts,
                        unlisted,
                        codes,
                        findings,
                        precedence,
                        contraindications,
                        interactions,
                        dosing,
                        regimens,
                        sources,
                        statements,
                        grades,
                        references)
                .flatMap(List::stream)
                .forEach(placed -> locations.put(placed.value(), new Location(placed.file(), placed.position())));
        ladder.forEach(row -> locations.put(row.value().step(), new Location(row.file(), row.position())));
        return locations;
    }

    void read(String file, String text) {
        new DataFile(file, diagnostics).read(text).ifPresent(content -> {
            if (file.startsWith("vocabulary/")) {
                vocabulary(file, content);
            } else if (file.startsWith("sources/")) {
                sources(file, content);
            } else {
                version = content.text("version");
                folders.addAll(content.textsOrEntries(
                        "folders",
                        (name, position) ->
                                new Placed<>(new RuleFolder(name, RuleFolder.Kind.TREATMENT), file, position),
                        placed(file, DataReader::folder)));
                content.section("findings").ifPresent(section -> findings(file, section));
                precedence.addAll(content.entries("precedence", placed(file, PrecedenceRows::row)));
                content.section("care")
                        .ifPresent(section -> section.scalars()
                                .forEach((word, code) ->
                                        care.put(word, new Placed<>(code, file, section.positionOf(word)))));
                notes.addAll(content.entries("notes", placed(file, entry -> Optional.of(note(entry)))));
            }
            content.done();
        });
    }

    private void vocabulary(String file, DataFile.Entry content) {
        List<Placed<LadderRow>> steps = content.entries("steps", placed(file, LadderReader::row));
        ladder.addAll(steps);
        steps.forEach(row -> concepts.add(new Placed<>(asConcept(row.value().step()), file, row.position())));
        contraindications.addAll(content.entries("contraindications", placed(file, TherapyRows::contraindication)));
        interactions.addAll(content.entries("interactions", placed(file, TherapyRows::interaction)));
        kinship.addAll(content.entries("kinship", placed(file, HypersensitivityRows::kinship)));
        reactions.addAll(content.entries("reactions", placed(file, HypersensitivityRows::reaction)));
        therapyNotes.addAll(content.entries("therapy-notes", placed(file, DataReader::therapyNote)));
        dosing.addAll(content.entries("dosing", placed(file, TherapyRows::doseRow)));
        regimens.addAll(content.entries("regimens", placed(file, TherapyRows::regimen)));
        content.optional("system")
                .flatMap(word -> content.oneOf("system", CodeSystem.values(), CodeSystem::displayName))
                .ifPresent(system ->
                        codes.addAll(content.entries("codes", placed(file, entry -> CodeRow.read(system, entry)))));
        plausibility.addAll(content.entries("plausible", placed(file, DataReader::plausible)));
        content.lists("tables", (table, entry) -> tables.row(table, file, entry));
        content.optional("kind")
                .flatMap(word -> content.oneOf("kind", Concept.Kind.values(), Concept.Kind::word))
                .ifPresent(kind -> {
                    Function<DataFile.Entry, Optional<Placed<Concept>>> form =
                            placed(file, entry -> concept(kind, entry));
                    concepts.addAll(content.entries("concepts", form));
                    unlisted.addAll(content.entries("unlisted", form));
                });
    }

    private void sources(String file, DataFile.Entry content) {
        sources.addAll(content.entries("sources", placed(file, DataReader::source)));
        statements.addAll(content.entries("statements", placed(file, DataReader::statement)));
        grades.addAll(content.entries("grades", placed(file, DataReader::grade)));
        rulebook.addAll(content.entries("rulebook", placed(file, DataReader::rulebookEntry)));
        references.addAll(content.entries("references", placed(file, this::reference)));
    }

    private static <T> Function<DataFile.Entry, Optional<Placed<T>>> placed(
            String file, Function<DataFile.Entry, Optional<T>> form) {
        return entry -> form.apply(entry).map(value -> new Placed<>(value, file, entry.position()));
    }

    private Optional<Concept> concept(Concept.Kind kind, DataFile.Entry entry) {
        List<String> units = new ArrayList<>(entry.texts("units"));
        entry.optional("dose-unit").ifPresent(units::add);
        String code = entry.text("code");
        unreadNote(code, entry).ifPresent(unread::add);
        return Optional.of(new Concept(
                code,
                kind,
                entry.text("name"),
                entry.texts("is"),
                entry.texts("brands"),
                entry.texts("synonyms"),
                List.of(),
                List.copyOf(units),
                positiveAt(kind, entry),
                entry.optional("note"),
                entry.texts("sources")));
    }

    private static List<Concept.Level> positiveAt(Concept.Kind kind, DataFile.Entry entry) {
        if (kind != Concept.Kind.TEST) {
            entry.refuse("positive-at", "is only of a test");
            return List.of();
        }
        return entry.allOf("positive-at", Concept.Level.values(), Concept.Level::word);
    }

    private static Optional<UnreadNote> unreadNote(String code, DataFile.Entry entry) {
        Optional<UnreadNote> unread = entry.optional("unread").map(why -> new UnreadNote(code, why, false));
        if (unread.isPresent()) {
            entry.refuse("background", "stands beside unread; a word that nothing reads says why in one of the two");
            return unread;
        }
        return entry.optional("background").map(why -> new UnreadNote(code, why, true));
    }

    /** Findings may be about a step of the ladder, so each step is a concept too. */
    private static Concept asConcept(LadderStep step) {
        return new Concept(
                step.code(),
                Concept.Kind.LADDER_STEP,
                step.title(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                step.sources());
    }

    private static Optional<PlausibilityRow> plausible(DataFile.Entry entry) {
        List<String> about = entry.texts("about");
        Optional<String> field = entry.optional("field").flatMap(name -> entry.oneOf("field", ASKED_OF_TREATMENTS));
        List<String> with = entry.texts("with");
        Optional<PlausibilityRow.Ages> ages = entry.section("ages")
                .flatMap(section -> section.number("from")
                        .flatMap(from -> section.number("to")
                                .map(to -> new PlausibilityRow.Ages(from.intValue(), to.intValue()))));
        Optional<Sex> sex = entry.optional("sex").flatMap(word -> entry.oneOf("sex", SEXES, DataReader::word));
        List<String> sources = entry.texts("sources");
        return entry.oneOf("chance", PlausibilityRow.Chance.values(), PlausibilityRow.Chance::word)
                .map(chance -> new PlausibilityRow(about, field, chance, with, ages, sex, sources));
    }

    private static String word(Sex sex) {
        return sex.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<RuleFolder> folder(DataFile.Entry entry) {
        String name = entry.text("name");
        return entry.oneOf("kind", RuleFolder.Kind.values(), RuleFolder.Kind::word)
                .map(kind -> new RuleFolder(name, kind));
    }

    private void findings(String file, DataFile.Entry section) {
        for (ReportFinding.Role role : ReportFinding.Role.values()) {
            section.optional(role.word())
                    .ifPresent(code -> findings.add(
                            new Placed<>(new ReportFinding(role, code), file, section.positionOf(role.word()))));
        }
        section.done();
    }

    private static Note note(DataFile.Entry entry) {
        return new Note(entry.text("text"), entry.texts("sources"));
    }

    private static Optional<TherapyNote> therapyNote(DataFile.Entry entry) {
        return Optional.of(new TherapyNote(entry.text("therapy"), note(entry)));
    }

    private static Optional<RulebookEntry> rulebookEntry(DataFile.Entry entry) {
        return Optional.of(new RulebookEntry(entry.text("title"), note(entry)));
    }

    private static Optional<Source> source(DataFile.Entry entry) {
        entry.optional("note");
        return Optional.of(new Source(
                entry.text("code"),
                entry.text("title"),
                entry.text("kind"),
                entry.text("review-status"),
                entry.text("date"),
                isOfEvery("traced", entry),
                isOfEvery("verified", entry)));
    }

    private static boolean isOfEvery(String key, DataFile.Entry entry) {
        return entry.optional(key).isPresent() && entry.oneOf(key, EVERY).orElse(false);
    }

    private static Optional<Statement> statement(DataFile.Entry entry) {
        entry.optional("section");
        return Optional.of(new Statement(
                entry.text("id"),
                entry.optional("kind").orElse(""),
                entry.text("text"),
                ReadingReader.readings(entry),
                entry.texts("references")));
    }

    private static Optional<EvidenceGrade> grade(DataFile.Entry entry) {
        return Optional.of(new EvidenceGrade(entry.text("code"), entry.text("name"), entry.text("note")));
    }

    private Optional<Reference> reference(DataFile.Entry entry) {
        Optional<Reference> reference = ReadingReader.reference(entry);
        entry.optional("note").ifPresent(note -> reference.ifPresent(found -> referenceNotes.put(found.id(), note)));
        return reference;
    }
}
