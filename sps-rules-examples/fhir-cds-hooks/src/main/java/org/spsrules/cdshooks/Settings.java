package org.spsrules.cdshooks;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * How the service is run.
 *
 * @param address where it listens
 * @param baseUrl the address under which others reach it; what it listens at if it is empty
 * @param fhirServer the one FHIR server that may be asked
 * @param clients who may call; nobody is checked if it is empty
 * @param origins the web pages whose scripts may call
 * @param decisions where evaluations are written down; nowhere if it is empty
 * @param clock the time
 */
record Settings(
        InetSocketAddress address,
        Optional<String> baseUrl,
        Optional<String> fhirServer,
        Optional<ClientCheck> clients,
        Set<String> origins,
        Optional<DecisionRecord> decisions,
        Clock clock) {}
