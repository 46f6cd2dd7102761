package org.spsrules.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.spsrules.SpsRules;
import tools.jackson.databind.json.JsonMapper;

/** The line and the result in the README are so. */
class ReadmeTest {

    private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @Test
    void theResultIsThatOfTheLine() throws Exception {
        List<String> blocks = JSON.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        assertThat(blocks).hasSize(2);
        try (SpsRules rules = SpsRules.load()) {
            byte[] line = blocks.get(0).strip().getBytes(StandardCharsets.UTF_8);

            Optional<Answer> answer = new LineEvaluation(rules, false).of(new InputLine("cases.ndjson", 1, line, true));

            JsonMapper json = new JsonMapper();
            assertThat(json.readTree(answer.orElseThrow().json())).isEqualTo(json.readTree(blocks.get(1)));
        }
    }
}
