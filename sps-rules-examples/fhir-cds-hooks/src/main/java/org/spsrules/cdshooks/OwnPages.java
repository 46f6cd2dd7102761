package org.spsrules.cdshooks;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Tells the pages of the service itself from those of others. A page of another origin gets nowhere, nor does one whose name
 * was made to lead to this machine after it had been loaded (DNS rebinding). Immutable.
 */
final class OwnPages {

    private static final Set<String> OWN_FETCHES = Set.of("same-origin", "none");

    private final SortedSet<String> hosts;

    /** The pages of a service at an address, and at a port of this machine. */
    OwnPages(URI address, int port) {
        hosts = new TreeSet<>(Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port));
        hosts.add(address.getAuthority().toLowerCase(Locale.ROOT));
    }

    /** Lets a call pass, or refuses it. */
    void check(Exchange exchange) {
        String host = exchange.header("Host").orElse("").toLowerCase(Locale.ROOT);
        if (!hosts.contains(host)) {
            throw new RefusedException(
                    HttpStatus.MISDIRECTED, "This service answers for " + String.join(" and ", hosts) + ".");
        }
        boolean foreign = exchange.header("Origin")
                        .filter(origin -> !origin.equalsIgnoreCase("http://" + host)
                                && !origin.equalsIgnoreCase("https://" + host))
                        .isPresent()
                || exchange.header("Sec-Fetch-Site")
                        .filter(site -> !OWN_FETCHES.contains(site))
                        .filter(site -> !isLink(exchange))
                        .isPresent();
        if (foreign) {
            throw new RefusedException(HttpStatus.FORBIDDEN, "Pages of other origins get nothing here.");
        }
    }

    /** A link from elsewhere may open a page, which then shows nothing to whoever linked. */
    private static boolean isLink(Exchange exchange) {
        return exchange.method().equals("GET")
                && exchange.header("Sec-Fetch-Mode").filter("navigate"::equals).isPresent();
    }
}
