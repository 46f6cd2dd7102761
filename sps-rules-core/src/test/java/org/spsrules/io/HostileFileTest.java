package org.spsrules.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spsrules.InvalidCaseException;
import org.spsrules.Problem;
import org.spsrules.SampleCase;
import org.spsrules.SampleVocabulary;

/** Whatever a file holds, it is a case or it is refused. */
class HostileFileTest {

    private static final String START = "format: sps-patient-case/1\nasOf: 2014-01-15\n";
    private static final long SEED = 20_140_115L;
    private static final int MUTATIONS = 2_000;

    /** A backstop, far beyond what a busy machine needs. */
    private static final Duration HANGS_AFTER = Duration.ofMinutes(5);

    private final PatientCaseReader reader = new PatientCaseReader(SampleVocabulary.get());

    /** As large as a case may be, and wrong from end to end. */
    static Stream<String> hugeFiles() {
        return Stream.of(
                START + "conditions: { present: [" + "x, ".repeat(30_000) + "] }",
                START + "conditions: { present: ["
                        + IntStream.range(0, 12_500).mapToObj(i -> "c" + i).collect(Collectors.joining(", "))
                        + "] }",
                START + "tests: [" + "{test: x}, ".repeat(9_000) + "]",
                START + "treatments: { given: [" + "{therapy: x, status: past}, ".repeat(3_500) + "] }",
                START + "plans: [" + "{action: stop}, ".repeat(6_000) + "]",
                START + "patient: {" + "a: 1, ".repeat(15_000) + "}",
                START + "conditions: { present: [" + ("x".repeat(990) + ", ").repeat(100) + "] }",
                START + "x".repeat(99_000) + ": 1",
                START + "title: \"" + "\\n".repeat(49_000) + "\"");
    }

    @ParameterizedTest
    @MethodSource("hugeFiles")
    void aHugeFileIsRefused(String text) {
        assertThat(text).hasSizeLessThanOrEqualTo(100_000);
        Throwable thrown =
                Assertions.assertTimeoutPreemptively(HANGS_AFTER, () -> catchThrowable(() -> reader.read(text)));

        assertThat(thrown).isInstanceOf(InvalidCaseException.class);
    }

    @Test
    void aDamagedFileIsACaseOrIsRefused() {
        List<String> originals = List.of(SampleCase.YAML, new PatientCaseWriter().json(SampleCase.built()));
        System.out.println("HostileFileTest: seed " + SEED);
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String damaged = damaged(originals.get(i % originals.size()), random);
            Throwable thrown = catchThrowable(() -> reader.read(damaged));
            if (thrown != null) {
                refused++;
                assertThat(thrown).as(damaged).isInstanceOf(InvalidCaseException.class);
                assertThat(((InvalidCaseException) thrown).problems())
                        .as(damaged)
                        .isNotEmpty()
                        .allSatisfy(problem -> assertSound(problem, damaged));
            }
        }
        assertThat(refused).as("refused of %d", MUTATIONS).isBetween(MUTATIONS / 2, MUTATIONS - 1);
    }

    private static void assertSound(Problem problem, String text) {
        assertThat(problem.toString().codePoints()).noneMatch(Character::isISOControl);
        problem.position().ifPresent(position -> {
            assertThat((long) position.line()).isBetween(1L, text.lines().count() + 1);
            assertThat(position.column()).isPositive();
        });
    }

    private static String damaged(String original, Random random) {
        String text = original;
        int steps = 1 + random.nextInt(4);
        for (int step = 0; step < steps; step++) {
            text = switch (random.nextInt(5)) {
                case 0 -> withoutALine(text, random);
                case 1 -> withALineTwice(text, random);
                case 2 -> cutOff(text, random);
                default -> withBytesFlipped(text, random);
            };
        }
        return text;
    }

    private static String withoutALine(String text, Random random) {
        List<String> lines = lines(text);
        lines.remove(random.nextInt(lines.size()));
        return String.join("\n", lines);
    }

    private static String withALineTwice(String text, Random random) {
        List<String> lines = lines(text);
        lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
        return String.join("\n", lines);
    }

    private static List<String> lines(String text) {
        return new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    }

    private static String cutOff(String text, Random random) {
        return random.nextInt(4) == 0 ? text.substring(0, random.nextInt(text.length() + 1)) : text;
    }

    private static String withBytesFlipped(String text, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int flips = bytes.length == 0 ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < flips; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
