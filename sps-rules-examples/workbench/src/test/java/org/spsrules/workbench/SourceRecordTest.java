package org.spsrules.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spsrules.workbench.SourceRecord.Kind;

/** What sps was built from is known by content, whatever the times of files say. */
class SourceRecordTest {

    private static final String RECORD = "sps-rules-examples/workbench/target/sps.code";
    private static final List<String> LINT = List.of("lint");
    private static final List<String> EVALUATE = List.of("evaluate", "case.yaml");
    private static final Instant LONG_AGO = Instant.parse("2026-01-15T00:00:00Z");

    @TempDir
    private Path home;

    private SourceRecord record = new SourceRecord(Path.of(""));

    @BeforeEach
    void build() throws IOException {
        source("sps-rules-examples/workbench/inputs.txt", "# what counts\ncode pom.xml\ncode main\nknowledge rules\n");
        source("pom.xml", "abc");
        source("main/b/Second.java", "two");
        source("main/b-first.json", "one");
        source("rules/a.drl", "rule");
        Files.createDirectories(home.resolve(RECORD).getParent());
        record = new SourceRecord(home);
        record.write(LONG_AGO.plusMillis(1));
    }

    /** A source that was there before the build. */
    private void source(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    }

    /** The launcher compares what {@code sha256sum} writes, sorted by path in the order of bytes. */
    @Test
    void itIsWhatTheLauncherComputes() throws IOException {
        assertThat(home.resolve(RECORD)).hasContent("""
                7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  main/b-first.json
                3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3  main/b/Second.java
                ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  pom.xml
                """);
    }

    @Test
    void aTreeThatWasCopiedIsCurrent() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            }
        }

        assertThat(record.isCurrent(EVALUATE)).isTrue();
    }

    @Test
    void whatHasChangedAndLooksOldIsNot() throws IOException {
        source("main/b/Second.java", "too");

        assertThat(record.isCurrent(LINT)).isFalse();
    }

    @Test
    void neitherIsATreeWithAFileMoreOrLess() throws IOException {
        source("main/b/Third.java", "three");
        assertThat(record.isCurrent(LINT)).isFalse();
        Files.delete(home.resolve("main/b/Third.java"));
        assertThat(record.isCurrent(LINT)).isTrue();

        Files.delete(home.resolve("main/b/Second.java"));
        assertThat(record.isCurrent(LINT)).isFalse();
    }

    @Test
    void changedRulesMatterOnlyToWhatAnswersFromTheJar() throws IOException {
        source("rules/a.drl", "another rule");

        assertThat(record.isCurrent(EVALUATE)).isFalse();
        assertThat(record.isCurrent(List.of("explain", "case.yaml"))).isFalse();
        assertThat(record.isCurrent(List.of("evaluate", "case.yaml", "--rules", ".")))
                .isTrue();
        assertThat(record.isCurrent(List.of("explain", "--rules=.", "case.yaml")))
                .isTrue();
        assertThat(record.isCurrent(LINT)).isTrue();
        assertThat(record.isCurrent(List.of())).isTrue();
    }

    @Test
    void whatEditorsAndSystemsLeaveIsNoSource() throws IOException {
        for (String name : List.of(".DS_Store", ".a.drl.swp", "a.drl~", "#a.drl#", ".idea/x.xml")) {
            source("rules/" + name, "x");
        }

        assertThat(record.isCurrent(EVALUATE)).isTrue();
    }

    @Test
    void whatChangesWhileItIsBuiltIsNotRecorded() throws IOException {
        Files.delete(home.resolve(RECORD));

        record.write(LONG_AGO);

        assertThat(home.resolve(RECORD)).doesNotExist();
        assertThat(record.isCurrent(LINT)).isFalse();
    }

    /** A module that is not in the list would change and nobody would notice. */
    @Test
    void everyModuleOfCommandAndServiceIsListed() throws IOException {
        Path project = Path.of("../..").toRealPath();
        List<String> expected = new ArrayList<>();
        for (Path pom : ProjectFiles.below(project)) {
            String module = project.relativize(pom.getParent()).toString().replace('\\', '/');
            if (!pom.endsWith("pom.xml")
                    || module.matches(
                            "sps-rules-examples/(quickstart|benchmarks|spark|fhir-cds-hooks/.*)(/.*)?|sps-rules-kb/bom|(.*/)?(src|\\..*)/.*")) {
                continue;
            }
            expected.add(module.isEmpty() ? "pom.xml" : module + "/pom.xml");
            if (Files.exists(pom.resolveSibling("src/main"))) {
                expected.add(module + "/src/main");
            }
        }

        expected.add("sps-rules-examples/cases");
        List<String> ofService = SourceRecord.of(project, List.of("serve")).places(Kind.CODE);
        List<String> ofCohort = SourceRecord.of(project, List.of("cohort")).places(Kind.CODE);
        assertThat(Stream.concat(ofService.stream(), ofCohort.stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(ofService).containsAll(new SourceRecord(project).places(Kind.CODE));
        assertThat(ofCohort)
                .containsAll(new SourceRecord(project).places(Kind.CODE))
                .contains("sps-rules-examples/cohort/src/main")
                .doesNotContain("sps-rules-examples/playground/src/main");
        assertThat(new SourceRecord(project).places(Kind.KNOWLEDGE))
                .allSatisfy(place -> assertThat(project.resolve(place)).exists());
    }

    @Test
    void theProgramBesideAnEhrHasARecordOfItsOwn() throws IOException {
        List<String> serve = List.of("serve", "--port", "8377");
        source(
                "sps-rules-examples/workbench/inputs.txt",
                "code main\ncode sps-rules-examples/workbench/src\nservice sps-rules-examples/playground/src\n"
                        + "knowledge rules\n");
        source("sps-rules-examples/workbench/src/A.java", "a");
        source("sps-rules-examples/playground/src/B.java", "b");
        Files.createDirectories(home.resolve("sps-rules-examples/playground/target"));
        record.write(LONG_AGO.plusMillis(1));
        SourceRecord other = SourceRecord.of(home, serve);
        assertThat(other.isCurrent(serve)).isFalse();
        other.write(LONG_AGO.plusMillis(1));
        assertThat(other.isCurrent(serve)).isTrue();

        assertThat(SourceRecord.of(home, LINT).isCurrent(LINT)).isTrue();

        source("sps-rules-examples/playground/src/B.java", "another b");
        assertThat(other.isCurrent(serve)).isFalse();
        assertThat(SourceRecord.of(home, LINT).isCurrent(LINT)).isTrue();

        source("sps-rules-examples/playground/src/B.java", "b");
        source("rules/a.drl", "another rule");
        assertThat(other.isCurrent(serve)).isFalse();
        other.write(LONG_AGO.plusMillis(1));
        source("sps-rules-examples/workbench/src/A.java", "another a");
        assertThat(other.isCurrent(serve)).isFalse();
        assertThat(SourceRecord.of(home, LINT).isCurrent(LINT)).isFalse();
    }
}
