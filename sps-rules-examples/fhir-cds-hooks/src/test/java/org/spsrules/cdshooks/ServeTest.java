package org.spsrules.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be started says why, and what would be right. */
class ServeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port=65536                               | --port is a number from 0, for a free one, to 65535
            --health-port=-1                           | --health-port is a number from 0, for a free one, to 65535
            --host=host.invalid                        | There is no address host.invalid
            --host=0.0.0.0                             | name each with --client
            --client=a=pom.xml                         | --client needs --base-url
            --base-url=somewhere                       | --base-url must be an http or https address
            --rules=absent                             | --rules is for the page
            --fhir-server=file:///etc                  | an http or https address
            --client=a=pom.xml --base-url=http://a     | pom.xml cannot be read as a set of public keys
            --record=absent/decisions                  | absent/decisions cannot be written
            --record=target/decisions --record-key=no  | no cannot be read; --record-key names a file of 32 bytes
            --record=target/decisions --record-key=src/main/resources | src/main/resources cannot be read
            """)
    void optionsThatAreWrong(String options, String says) {
        StringWriter errors = new StringWriter();
        int status =
                Program.commandLine().setErr(new PrintWriter(errors, true)).execute(("serve " + options).split(" "));
        assertThat(status).isEqualTo(2);
        assertThat(errors.toString()).contains(says).doesNotContain("\tat ");
    }
}
