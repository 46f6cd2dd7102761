package org.spsrules.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeSnippetTest {

    private static final Path README = Path.of("../../README.md");
    private static final Path SOURCES = Path.of("src/main/java/org/spsrules/quickstart");

    private static final Pattern JAVA_BLOCK =
            Pattern.compile("^```java\\R(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern TAGGED_REGION =
            Pattern.compile("// tag::\\w+\\[]\\R(.*?)^ *// end::\\w+\\[]", Pattern.DOTALL | Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {"QuickStart", "DrugsAndPlans", "WhyAndWhyNot", "LaterVisit"})
    void readmeQuotesTheProgram(String program) throws IOException {
        String source = Files.readString(SOURCES.resolve(program + ".java"));
        String snippet = regions(TAGGED_REGION, source).get(0);

        assertThat(regions(JAVA_BLOCK, Files.readString(README)))
                .withFailMessage(
                        "README.md does not quote the tagged region of %s.java; paste it there:%n```java%n%s%n```",
                        program, snippet)
                .contains(snippet);
    }

    private static List<String> regions(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1).stripTrailing().stripIndent())
                .toList();
    }
}
