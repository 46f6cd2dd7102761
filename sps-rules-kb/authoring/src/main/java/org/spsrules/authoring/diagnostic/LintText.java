package org.spsrules.authoring.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words for a code of lint.
 *
 * @param code the code
 * @param summary what it is, in one sentence
 * @param why why it matters
 * @param bad an example of the mistake
 * @param good what to write instead of the example
 */
record LintText(String code, String summary, String why, String bad, String good) {

    private static final String RESOURCE = "lint-codes.txt";

    /** The words for a code, read when the first are asked for. */
    static LintText of(LintCode code) {
        return Objects.requireNonNull(All.BY_CODE.get(code.code()), () -> RESOURCE + " says nothing of " + code.code());
    }

    private static final class All {

        private static final Map<String, LintText> BY_CODE =
                read().collect(Collectors.toUnmodifiableMap(LintText::code, Function.identity()));

        private static Stream<LintText> read() {
            try (InputStream resource = LintText.class.getResourceAsStream(RESOURCE)) {
                String text = new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
                return Stream.of(text.replaceFirst("^# ", "").split("\\R\\R# ")).map(All::entry);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static LintText entry(String text) {
            List<String> lines = text.lines().toList();
            return new LintText(lines.get(0), lines.get(1), lines.get(2), marked(lines, "- "), marked(lines, "+ "));
        }

        private static String marked(List<String> lines, String mark) {
            return lines.stream()
                    .skip(3)
                    .filter(line -> line.startsWith(mark))
                    .map(line -> line.substring(mark.length()))
                    .collect(Collectors.joining("\n"));
        }
    }
}
