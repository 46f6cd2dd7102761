package org.spsrules.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # large           | \\# large
            a # b             | a \\# b
            pitfalls/a#ivig   | pitfalls/a#ivig
            a_b *c* `d`       | a\\_b \\*c\\* \\`d\\`
            [x](y) <b> & !    | \\[x\\](y) \\<b\\> \\& \\!
            """)
    void nothingOfATextIsMarkup(String text, String plain) {
        assertThat(Markdown.plain(text)).isEqualTo(plain);
    }
}
