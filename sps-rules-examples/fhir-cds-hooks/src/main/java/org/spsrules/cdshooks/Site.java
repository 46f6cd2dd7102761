package org.spsrules.cdshooks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.spsrules.SpsRules;

/**
 * Pages for people beside the services, on this machine alone. Only calls from its own pages reach it. Thread-safe.
 */
public interface Site extends AutoCloseable {

    /** Whether it has something at a path. */
    boolean has(String path);

    /**
     * Answers a call.
     *
     * @throws IOException if a file cannot be read or written
     */
    Answer answer(Call call) throws IOException;

    @Override
    void close();

    /**
     * What a page asks.
     *
     * @param method GET or POST
     * @param path the address without its query
     * @param body JSON; empty for GET
     */
    record Call(String method, String path, byte[] body) {}

    /**
     * What it is answered.
     *
     * @param status the status of HTTP
     * @param type the type of the body
     * @param headers further headers
     * @param body the content
     */
    record Answer(int status, String type, Map<String, String> headers, byte[] body) {}

    /** Makes a site. The service looks for one on the class path by {@link java.util.ServiceLoader}. */
    interface Maker {

        /**
         * Makes it.
         *
         * @param rules the rules that the services ask; closed by whoever loaded them
         * @param folder the folder of a knowledge base that people may edit
         * @throws IOException if the folder cannot be used, with a sentence that says why
         */
        Site make(SpsRules rules, Optional<Path> folder) throws IOException;
    }
}
