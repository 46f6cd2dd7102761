package org.spsrules.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spsrules.SpsRules;

/** Pages for people answer their own pages and nobody else's, whatever services allow. */
class OwnPagesTest {

    private static final AtomicInteger CALLS = new AtomicInteger();

    private static SpsRules rules;
    private static CdsService service;

    /** A site with one page. */
    private static final class OnePage implements Site {

        @Override
        public boolean has(String path) {
            return path.equals("/");
        }

        @Override
        public Answer answer(Call call) {
            CALLS.incrementAndGet();
            return new Answer(200, "text/plain", Map.of("Content-Security-Policy", "default-src 'none'"), call.body());
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }

    @BeforeAll
    static void start() throws IOException {
        rules = SpsRules.load();
        service = new CdsService(
                rules,
                new Settings(
                        new InetSocketAddress("127.0.0.1", 0),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of("*"),
                        Optional.empty(),
                        Clock.systemUTC()),
                Optional.of(new OnePage()));
    }

    @AfterAll
    static void stop() {
        service.close();
        rules.close();
    }

    /** What a call is answered, with any header, as no client library would send it. */
    private static String call(String method, String headers, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            String request = method + " / HTTP/1.1\r\n" + headers.replace("PORT", String.valueOf(service.port()))
                    + "\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Host: 127.0.0.1:PORT
            Host: localhost:PORT
            Host: LOCALHOST:PORT
            Host: [::1]:PORT
            Host: 127.0.0.1:PORT~Origin: http://127.0.0.1:PORT
            Host: 127.0.0.1:PORT~Sec-Fetch-Site: same-origin
            Host: 127.0.0.1:PORT~Sec-Fetch-Site: none
            """)
    void ownPagesAreAnswered(String headers) throws IOException {
        String answer = call("POST", headers.replace("~", "\r\n") + "\r\nContent-Type: application/json", "{}");
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("default-src 'none'", "nosniff")
                .endsWith("{}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Host: evil.example                                            | 421
            Host: evil.example:PORT                                       | 421
            Host: 127.0.0.1                                               | 421
            Host: 127.0.0.1:1                                             | 421
            Host: 127.0.0.1.evil.example:PORT                             | 421
            Host: 127.0.0.1:PORT~Origin: http://evil.example              | 403
            Host: 127.0.0.1:PORT~Origin: null                             | 403
            Host: 127.0.0.1:PORT~Origin: http://127.0.0.1:1               | 403
            Host: localhost:PORT~Origin: http://127.0.0.1:PORT            | 403
            Host: 127.0.0.1:PORT~Sec-Fetch-Site: cross-site               | 403
            Host: 127.0.0.1:PORT~Sec-Fetch-Site: same-site                | 403
            """)
    void othersAreNot(String headers, int status) throws IOException {
        int before = CALLS.get();
        for (String method : new String[] {"GET", "POST"}) {
            String answer = call(method, headers.replace("~", "\r\n") + "\r\nContent-Type: application/json", "{}");
            assertThat(answer).startsWith("HTTP/1.1 " + status).doesNotContain("Access-Control-Allow-Origin");
        }
        assertThat(CALLS).hasValue(before);
    }

    @Test
    void aFormOfAnotherPageCannotWrite() throws IOException {
        assertThat(call("POST", "Host: 127.0.0.1:PORT\r\nContent-Type: text/plain", "{}"))
                .startsWith("HTTP/1.1 415");
        assertThat(call("PUT", "Host: 127.0.0.1:PORT\r\nContent-Type: application/json", "{}"))
                .startsWith("HTTP/1.1 405");
        assertThat(call("OPTIONS", "Host: 127.0.0.1:PORT\r\nOrigin: http://evil.example", ""))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void aLinkOfAnotherPageMayLeadHere() throws IOException {
        assertThat(call("GET", "Host: 127.0.0.1:PORT\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate", ""))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void servicesAnswerWhomTheyAllow() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            socket.getOutputStream()
                    .write("GET /health HTTP/1.1\r\nHost: any\r\nOrigin: http://any\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .contains("http://any");
        }
    }
}
