package org.spsrules.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeSnippetTest {

    private static final Path README = Path.of("../../README.md");
    private static final Path SOURCE = Path.of("src/main/java/org/spsrules/quickstart/QuickStart.java");

    private static final Pattern JAVA_BLOCK =
            Pattern.compile("^```java\\R(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern TAGGED_REGION = Pattern.compile(
            "// tag::quickstart\\[]\\R(.*?)^ *// end::quickstart\\[]", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void readmeQuotesTheQuickStart() throws IOException {
        String snippet = regions(TAGGED_REGION, Files.readString(SOURCE)).get(0);

        assertThat(javaBlocksOfReadme())
                .withFailMessage(
                        "README.md does not quote the tagged region of QuickStart.java; paste it there:%n```java%n%s%n```",
                        snippet)
                .contains(snippet);
    }

    private static List<String> javaBlocksOfReadme() throws IOException {
        return Files.exists(README) ? regions(JAVA_BLOCK, Files.readString(README)) : List.of();
    }

    private static List<String> regions(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1).stripTrailing().stripIndent())
                .toList();
    }
}
