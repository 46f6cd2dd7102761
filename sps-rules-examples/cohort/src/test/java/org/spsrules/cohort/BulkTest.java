package org.spsrules.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.SpsRules;
import org.spsrules.fhir.record.MappedCase;
import org.spsrules.fhir.record.PatientRecord;
import org.spsrules.fhir.record.RecordMapping;

/** A FHIR Bulk Data export, from its files to its results. */
class BulkTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
    private static final String SUBJECT = "'subject': {'reference': 'Patient/%s'}";
    private static final String DIAZEPAM = "{'resourceType': 'Medication', 'id': 'm1', 'code': {'coding': [{'system':"
            + " 'http://www.nlm.nih.gov/research/umls/rxnorm', 'code': '3322', 'display': 'diazepam'}]}}";

    private static SpsRules rules;

    @TempDir
    private Path folder;

    private Path export;
    private Path out;

    @BeforeAll
    static void load() {
        rules = SpsRules.load();
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    @BeforeEach
    void nameFolders() throws IOException {
        export = Files.createDirectories(folder.resolve("export"));
        out = folder.resolve("out");
    }

    /** Lines in which single quotes stand for double ones. */
    private void write(String name, String... lines) throws IOException {
        Files.writeString(export.resolve(name), String.join("\n", lines).replace('\'', '"') + "\n");
    }

    private static String patient(String id) {
        return "{'resourceType': 'Patient', 'id': '" + id + "', 'gender': 'female', 'birthDate': '1970-01-16'}";
    }

    private static String condition(String id, String patient, String name) {
        return "{'resourceType': 'Condition', 'id': '" + id + "', " + SUBJECT.formatted(patient)
                + ", 'code': {'text': '" + name + "'}}";
    }

    private static String order(String id, String patient, String medication) {
        return "{'resourceType': 'MedicationRequest', 'id': '" + id + "', 'status': 'active', 'intent': 'order', "
                + SUBJECT.formatted(patient) + ", 'medicationReference': {'reference': '" + medication + "'}}";
    }

    private Summary evaluate() throws IOException, InterruptedException {
        return new Cohort(rules, new Cohort.Options(2, 0, false, false).bulk(DAY))
                .evaluate(List.of(export.toString()), InputStream.nullInputStream(), out);
    }

    private static <T extends Record> List<T> lines(Path file, Class<T> type) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> Json.read(line, type))
                .toList();
    }

    private Map<String, Result> results() throws IOException {
        Map<String, Result> results = new HashMap<>();
        lines(out.resolve("results.ndjson"), Result.class).forEach(result -> results.put(result.id(), result));
        return results;
    }

    @Test
    void everyResultIsThatOfTheMappedRecord() throws Exception {
        write("Patient.ndjson", patient("a"), patient("b"), patient("c"));
        write("Condition.000.ndjson", condition("1", "a", "Stiff person syndrome"), condition("2", "b", "Asthma"));
        write("Condition.001.ndjson", condition("3", "c", "Stiff person syndrome"), condition("4", "a", "Asthma"));
        write("Medication.ndjson", DIAZEPAM);
        write("MedicationRequest.ndjson", order("5", "a", "Medication/m1"), order("6", "c", "Medication/m1"));
        write("Claim.ndjson", "{'resourceType': 'Claim', 'id': '7'}", "{'resourceType': 'Claim', 'id': '8'}");

        Summary summary = evaluate();

        Map<String, Result> results = results();
        assertThat(results).containsOnlyKeys("a", "b", "c");
        assertThat(summary.setAside()).isZero();
        assertThat(results.get("b").at()).isEqualTo(export + "/Patient.ndjson:2");
        for (String id : results.keySet()) {
            MappedCase mapped = mapped(id);
            Result expected = Result.of(
                    results.get(id).at(),
                    Optional.of(id),
                    mapped.patientCase(),
                    rules.evaluate(mapped.patientCase()),
                    results.get(id).notUsed(),
                    rules.vocabulary());
            assertThat(results.get(id)).isEqualTo(expected);
            assertThat(results.get(id).notUsed()).hasSameSizeAs(mapped.unused());
        }
        // Each who takes what the export describes once.
        assertThat(mapped("c").patientCase().treatments().given()).hasSize(1);
        assertThat(lines(out.resolve("passed-over.ndjson"), RecordGrouping.PassedOver.class))
                .containsExactly(new RecordGrouping.PassedOver("Claim", 2));
        assertThat(out.resolve("temporary")).doesNotExist();
    }

    /** The case of all resources that name a patient, and of the drug that some of them refer to. */
    private MappedCase mapped(String patient) throws IOException {
        List<Resource> resources = new ArrayList<>();
        try (Stream<Path> files = Files.list(export)) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (line.contains("Patient/" + patient)
                            || line.contains("\"Patient\", \"id\": \"" + patient)
                            || line.contains("\"m1\", \"code\"")) {
                        resources.add((Resource)
                                FhirContext.forR4Cached().newJsonParser().parseResource(line));
                    }
                }
            }
        }
        return new RecordMapping(rules.vocabulary())
                .map(new PatientRecord(DAY, resources, List.of(), List.of(), false, Set.of()));
    }

    @Test
    void whatCannotBeReadIsSetAsideWithItsPlaceAndIsMissedInTheRecord() throws Exception {
        write("Patient.ndjson", patient("a"), patient("d").replace("'gender'", "'deceasedBoolean': true, 'gender'"));
        write(
                "Condition.ndjson",
                condition("1", "a", "Asthma").replace("{'text': 'Asthma'}", "'Asthma'"),
                "no JSON",
                "",
                condition("2", "nobody", "Asthma"),
                "{'resourceType': 'Condition', 'id': '3', 'code': {'text': 'Asthma'}}",
                condition("4", "a", "x".repeat(RecordGrouping.MOST_BYTES_OF_A_RESOURCE)),
                condition("5", "a", "Asthma").replace("'code'", "'severe': true, 'code'"));
        write("Medication.ndjson", "{'resourceType': 'Medication', 'id': 'm1', 'code': 'diazepam'}");
        write("MedicationRequest.ndjson", order("6", "a", "Medication/m1"), order("7", "nobody", "Medication/m1"));

        Summary summary = evaluate();

        Map<String, String> reasons = new HashMap<>();
        for (SetAside line : lines(out.resolve("set-aside.ndjson"), SetAside.class)) {
            reasons.put(
                    Path.of(line.at()).getFileName().toString(),
                    line.problems().get(0).message());
        }
        assertThat(reasons)
                .containsOnlyKeys(
                        "Condition.ndjson:1",
                        "Condition.ndjson:2",
                        "Condition.ndjson:4",
                        "Condition.ndjson:5",
                        "Condition.ndjson:6",
                        "Medication.ndjson:1",
                        "MedicationRequest.ndjson:2",
                        "Patient.ndjson:2");
        assertThat(reasons.get("Condition.ndjson:1")).contains("\"code\" must be an object, not a single value");
        assertThat(reasons.get("Condition.ndjson:2")).contains("no FHIR R4 resource");
        assertThat(reasons.get("Condition.ndjson:4")).contains("the export has no Patient/nobody");
        assertThat(reasons.get("Condition.ndjson:5")).contains("it names no patient");
        assertThat(reasons.get("Condition.ndjson:6")).contains("more than 8,000,000 bytes");
        assertThat(reasons.get("Patient.ndjson:2")).contains("has died");
        assertThat(summary.setAside()).isEqualTo(8);
        assertThat(results()).containsOnlyKeys("a");
        assertThat(results().get("a").notUsed())
                .anyMatch(it -> it.type().equals("Condition") && it.what().endsWith("Condition.ndjson:1"))
                .anyMatch(it -> it.what().endsWith("/Medication.ndjson:1"))
                .anyMatch(it -> it.resource().equals("Condition/5") && it.what().equals("severe"));
        assertThat(Files.readString(out.resolve("summary.csv"))).contains("not-used,Condition,Condition,,1\r\n");
    }

    /** As a disk that is full, or a lost line end, leaves lines. */
    @Test
    void aBrokenLineIsMissedByWhomItNamesAndElseByAll() throws Exception {
        String cutBehindThePatient = condition("1", "a", "Asthma");
        String cutWithinThePatient = condition("2", "b1", "Asthma");
        String patientBehindTheBreak = condition("3", "c", "Asthma").replace("'id': '3'", "'id': 3 4");
        String two = condition("4", "a", "Asthma") + condition("5", "d", "Asthma");
        cutBehindThePatient = cutBehindThePatient.substring(0, cutBehindThePatient.length() - 4);
        cutWithinThePatient = cutWithinThePatient.substring(0, cutWithinThePatient.indexOf("1'}, 'code'"));
        write("Patient.ndjson", patient("a"), patient("b"), patient("b1"), patient("c"), patient("d"));
        write(
                "Condition.ndjson",
                cutBehindThePatient,
                cutWithinThePatient,
                patientBehindTheBreak,
                two,
                cutBehindThePatient + condition("6", "d", "Asthma"));

        Summary summary = evaluate();

        assertThat(lines(out.resolve("set-aside.ndjson"), SetAside.class))
                .extracting(
                        line -> Path.of(line.at()).getFileName().toString(),
                        line -> line.problems().get(0).column(),
                        SetAside::patientUnknown)
                .containsExactlyInAnyOrder(
                        tuple("Condition.ndjson:1", cutBehindThePatient.length() + 1, false),
                        tuple("Condition.ndjson:2", cutWithinThePatient.length() + 1, true),
                        tuple("Condition.ndjson:3", patientBehindTheBreak.indexOf("4, ") + 1, false),
                        tuple("Condition.ndjson:4", two.indexOf("}{") + 2, true),
                        tuple("Condition.ndjson:5", cutBehindThePatient.length() + 3, true));
        Map<String, Result> results = results();
        assertThat(results).containsOnlyKeys("a", "b", "b1", "c", "d");
        assertThat(results.get("a").notUsed())
                .singleElement()
                .satisfies(it -> assertThat(it.what()).endsWith("Condition.ndjson:1"));
        assertThat(results.get("c").notUsed())
                .singleElement()
                .satisfies(it -> assertThat(it.what()).endsWith("Condition.ndjson:3"));
        assertThat(results.get("b").notUsed()).isEmpty();
        assertThat(summary.patientUnknown()).isEqualTo(3);
        for (String page : List.of("summary.txt", "summary.html")) {
            assertThat(out.resolve(page))
                    .content()
                    .contains("Of the lines set aside, 3 do not say about whom: any result may lack what they state.");
        }
    }

    @Test
    void whatIsWrongWithAResourceIsSaid() throws Exception {
        write(
                "Patient.ndjson",
                patient("a").replace("female", "femme"),
                patient("b").replace("1970-01-16", "16.01.1970"),
                patient("c").replace("'id': 'c', ", ""),
                "{'asOf': '2026-01-15'}",
                patient("d"));

        evaluate();

        Map<String, String> reasons = new HashMap<>();
        for (SetAside line : lines(out.resolve("set-aside.ndjson"), SetAside.class)) {
            reasons.put(
                    line.at().substring(line.at().lastIndexOf(':')),
                    line.problems().get(0).message());
        }
        assertThat(results()).containsOnlyKeys("d");
        assertThat(reasons).containsOnlyKeys(":1", ":2", ":3", ":4");
        assertThat(reasons.get(":1")).contains("\"gender\" holds a value that FHIR R4 does not allow there");
        assertThat(reasons.get(":2")).contains("\"birthDate\" holds a value", "like 2026-01-15");
        assertThat(reasons.get(":3")).contains("the Patient has no id");
        assertThat(reasons.get(":4")).contains("states no resourceType", "without --bulk");
    }

    @Test
    void aRecordThatIsTooLargeIsSetAsideWhole() throws Exception {
        String half = "x".repeat(RecordGrouping.MOST_BYTES_OF_A_RESOURCE - 1_000);
        write("Condition.ndjson", condition("1", "a", half), condition("2", "a", half), condition("3", "a", half));
        write("Patient.ndjson", patient("a"), patient("b"));

        evaluate();

        assertThat(results()).containsOnlyKeys("b");
        assertThat(lines(out.resolve("set-aside.ndjson"), SetAside.class))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.problems().get(0).message()).contains("more than 16,000,000 bytes");
                    assertThat(line.text()).hasSizeLessThan(200_000);
                });
    }

    /** Three rounds of dividing, and none. */
    @Test
    void theRecordsAreTheSameHoweverLittleFitsIntoTheMemory() throws Exception {
        List<String> conditions = new ArrayList<>();
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            conditions.add(condition("c" + i, "p" + i % 300, "Asthma"));
            orders.add(order("o" + i, "p" + i % 300, "Medication/m" + i % 2));
        }
        Collections.shuffle(conditions, new Random(31));
        write("Condition.ndjson", conditions.toArray(String[]::new));
        write("MedicationRequest.ndjson", orders.toArray(String[]::new));
        write("Medication.ndjson", DIAZEPAM);

        byte[] whole = records("whole", Long.MAX_VALUE);
        byte[] divided = records("divided", 700);

        assertThat(divided).isEqualTo(whole);
        List<InputLine> lines = new ArrayList<>();
        for (String line : new String(whole, StandardCharsets.UTF_8).split("\n")) {
            lines.add(new InputLine("", lines.size(), line.getBytes(StandardCharsets.UTF_8), true));
        }
        assertThat(lines)
                .hasSize(301)
                .anySatisfy(line -> assertThat(RecordLine.parts(line))
                        .extracting(InputLine::place)
                        .containsExactly(export + "/Medication.ndjson:1"));
        assertThat(lines)
                .filteredOn(line -> RecordLine.parts(line).size() > 1)
                .hasSize(300)
                .allSatisfy(line -> {
                    List<InputLine> parts = RecordLine.parts(line);
                    String subject =
                            ResourceHead.of(parts.get(0).bytes()).belongsTo().orElseThrow();
                    long taken = parts.stream()
                            .filter(part -> part.file().endsWith("/Medication.ndjson"))
                            .count();
                    assertThat(taken).isEqualTo(Integer.parseInt(subject.substring("Patient/p".length())) % 2);
                    assertThat(parts).hasSize(6 + (int) taken);
                });
    }

    private byte[] records(String name, long mostInMemory) throws IOException {
        List<Input> inputs = new Inputs(InputStream.nullInputStream(), out).of(List.of(export.toString()));
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        try (InputLines lines = new InputLines(inputs, RecordGrouping.MOST_BYTES_OF_A_RESOURCE, read -> {})) {
            for (Input input : new RecordGrouping(folder.resolve(name), mostInMemory).of(lines, done -> {})) {
                input.open(read -> {}).transferTo(records);
            }
        }
        return records.toByteArray();
    }

    @Test
    void aRunThatWasKilledGoesOnToTheSameBytes() throws Exception {
        List<String> patients = new ArrayList<>();
        for (int i = 0; i < 530; i++) {
            patients.add(i % 50 == 7 ? "torn" : patient("p" + i));
        }
        write("Patient.ndjson", patients.toArray(String[]::new));
        evaluate();
        Path unbroken = out;
        List<String> journal = Files.readAllLines(out.resolve("journal.ndjson"));
        assertThat(journal).hasSize(3);
        out = Files.createDirectories(folder.resolve("killed"));
        Files.writeString(out.resolve("journal.ndjson"), String.join("\n", journal.subList(0, 2)) + "\n{\"li");
        Journal.Checkpoint last = Json.read(journal.get(1), Journal.Checkpoint.class);
        leave(unbroken, "results.ndjson", last.results() + 500);
        leave(unbroken, "set-aside.ndjson", last.setAside() + 50);
        Files.writeString(
                Files.createDirectories(out.resolve("temporary/patients")).resolve("00"), "half a l");

        evaluate();

        for (String file : List.of("results.ndjson", "set-aside.ndjson", "journal.ndjson", "summary.json")) {
            assertThat(out.resolve(file)).as(file).hasSameBinaryContentAs(unbroken.resolve(file));
        }
        assertThat(out.resolve("temporary")).doesNotExist();

        assertThatThrownBy(() -> new Cohort(rules, Cohort.Options.usual().bulk(DAY.plusDays(1)))
                        .evaluate(List.of(export.toString()), InputStream.nullInputStream(), out))
                .hasMessageContaining("began with --bulk 2026-01-15");
        write("Patient.ndjson", patients.subList(0, 529).toArray(String[]::new));
        assertThatThrownBy(this::evaluate).hasMessageContaining("have changed");
    }

    private void leave(Path unbroken, String name, long length) throws IOException {
        byte[] whole = Files.readAllBytes(unbroken.resolve(name));
        Files.write(out.resolve(name), Arrays.copyOf(whole, (int) Math.min(length, whole.length)));
    }
}
