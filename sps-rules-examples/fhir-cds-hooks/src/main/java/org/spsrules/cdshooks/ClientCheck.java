package org.spsrules.cdshooks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the tokens with which CDS clients say who they are, against the keys that were configured for each of them. A key that a
 * token refers to elsewhere is never fetched. Safe for use by several threads.
 */
final class ClientCheck {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final String LACKING = "it is not signed by a key of its issuer, or lacks iss, aud, exp, iat or jti";
    private static final int MOST_TOKENS = 100_000;
    private static final Pattern BEARER = Pattern.compile("bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);

    private final Map<String, DefaultJWTProcessor<SecurityContext>> clients = new HashMap<>();
    private final String audience;
    private final Clock clock;
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    /**
     * A check.
     *
     * @param keys the public keys of each client, by the issuer that its tokens name
     * @param audience the address of this service, as tokens name it, with or without the path of what is called
     */
    ClientCheck(Map<String, JWKSet> keys, String audience, Clock clock) {
        this.audience = audience;
        this.clock = clock;
        keys.forEach((issuer, set) -> clients.put(issuer, processor(issuer, set)));
    }

    private static DefaultJWTProcessor<SecurityContext> processor(String issuer, JWKSet keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        // Times are checked here, by a clock that tests can set.
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("aud", "exp", "iat", "jti")) {
                    @Override
                    protected @Nullable Date currentTime() {
                        return null;
                    }
                });
        return processor;
    }

    /**
     * Lets a call pass, or refuses it.
     *
     * @param authorization the headers of this name
     * @param path the path that is called
     * @return the issuer of the token
     * @throws RefusedException if the token is none of a client that is known, not for this service, not of now, or used before
     */
    String pass(List<String> authorization, String path) {
        if (authorization.size() > 1) {
            throw refused("there is another one beside it");
        }
        String token = authorization.stream()
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .map(header -> header.group(1))
                .findFirst()
                .orElseThrow(() -> refused("a bearer token is needed"));
        try {
            SignedJWT signed = SignedJWT.parse(token);
            String issuer =
                    Optional.ofNullable(signed.getJWTClaimsSet().getIssuer()).orElse("");
            DefaultJWTProcessor<SecurityContext> client =
                    Optional.ofNullable(clients.get(issuer)).orElseThrow(() -> refused("its issuer is not known here"));
            JWTClaimsSet claims = client.process(signed, null);
            checkAudience(claims, path);
            checkTimes(claims);
            checkUse(issuer, claims);
            return issuer;
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw refused(LACKING);
        }
    }

    private void checkAudience(JWTClaimsSet claims, String path) {
        if (!claims.getAudience().contains(audience) && !claims.getAudience().contains(audience + path)) {
            throw refused("it is for another audience");
        }
    }

    private void checkTimes(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Instant issued = instant(claims.getIssueTime());
        Instant expires = instant(claims.getExpirationTime());
        if (!now.isBefore(expires.plus(SKEW))) {
            throw refused("it has expired");
        } else if (issued.isAfter(now.plus(SKEW)) || isEarly(claims, now)) {
            throw refused("it is of the future");
        } else if (expires.isAfter(issued.plus(LONGEST_LIFE))) {
            throw refused("it lasts longer than " + LONGEST_LIFE.toMinutes() + " minutes");
        }
    }

    private static boolean isEarly(JWTClaimsSet claims, Instant now) {
        return claims.getNotBeforeTime() != null
                && instant(claims.getNotBeforeTime()).isAfter(now.plus(SKEW));
    }

    /** A claim can be there and null. */
    private static Instant instant(@Nullable Date claim) {
        return Optional.ofNullable(claim).orElseThrow(() -> refused(LACKING)).toInstant();
    }

    private void checkUse(String issuer, JWTClaimsSet claims) {
        Instant now = clock.instant();
        String id = Optional.ofNullable(claims.getJWTID())
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> refused(LACKING));
        synchronized (seen) {
            seen.values().removeIf(until -> until.isBefore(now));
            if (seen.size() >= MOST_TOKENS) {
                throw new RefusedException(HttpStatus.UNAVAILABLE, "Too many tokens at once; try again.");
            }
            Instant until = instant(claims.getExpirationTime()).plus(SKEW);
            if (seen.putIfAbsent(issuer + " " + id, until) != null) {
                throw refused("it has been used before");
            }
        }
    }

    private static RefusedException refused(String why) {
        return new RefusedException(HttpStatus.UNAUTHORIZED, "The token is refused: " + why + ".");
    }
}
