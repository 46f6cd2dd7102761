package org.spsrules.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCheckTest {

    private static final String ISSUER = "https://ehr.example";
    private static final String HERE = "https://sps.example";
    private static final String PATH = "/cds-services/sps-patient-view";
    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final ECKey KEY = key();
    private static final ECKey OTHER = key();

    private final ClientCheck check =
            new ClientCheck(Map.of(ISSUER, new JWKSet(KEY.toPublicJWK())), HERE, Clock.fixed(NOW, ZoneOffset.UTC));

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_384).keyID("k").generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(HERE + PATH)
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(300)))
                .jwtID("first");
    }

    private static String signed(ECKey key, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384)
                        .keyID("k")
                        .type(JOSEObjectType.JWT)
                        .build(),
                change.apply(claims()).build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private void assertRefused(String token, String why) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> check.pass(List.of("Bearer " + token), PATH))
                .withMessageContaining(why)
                .satisfies(refused -> org.assertj.core.api.Assertions.assertThat(refused.status())
                        .isEqualTo(401));
    }

    @Test
    void aTokenOfAClientPassesOnce() throws JOSEException {
        String token = signed(KEY, same -> same);
        assertThatCode(() -> check.pass(List.of("Bearer " + token), PATH)).doesNotThrowAnyException();
        assertRefused(token, "used before");
    }

    @Test
    void theAudienceMayBeTheServiceAsAWhole() throws JOSEException {
        String token = signed(KEY, claims -> claims.audience(HERE));
        assertThatCode(() -> check.pass(List.of("Bearer " + token), PATH)).doesNotThrowAnyException();
    }

    @Test
    void forgedTokensAreRefused() throws JOSEException {
        assertRefused(signed(OTHER, same -> same), "not signed by a key of its issuer");
        assertRefused(new PlainJWT(claims().build()).serialize(), "not signed");
        SignedJWT symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k").build(), claims().build());
        symmetric.sign(new MACSigner(KEY.toPublicJWK().toJSONString().substring(0, 64)));
        assertRefused(symmetric.serialize(), "not signed");
        String good = signed(KEY, same -> same);
        assertRefused(good.substring(0, good.length() - 6) + "AAAAAA", "not signed");
        assertRefused("no.token.at-all", "not signed");
    }

    @Test
    void tokensOfOthersForOthersOrOfAnotherTime() throws JOSEException {
        assertRefused(signed(KEY, claims -> claims.issuer("https://other.example")), "issuer is not known");
        assertRefused(signed(KEY, claims -> claims.audience("https://other.example")), "another audience");
        assertRefused(
                signed(
                        KEY,
                        claims -> claims.issueTime(Date.from(NOW.minusSeconds(400)))
                                .expirationTime(Date.from(NOW.minusSeconds(31)))),
                "expired");
        assertRefused(signed(KEY, claims -> claims.issueTime(Date.from(NOW.plusSeconds(60)))), "of the future");
        assertRefused(signed(KEY, claims -> claims.expirationTime(Date.from(NOW.plusSeconds(3600)))), "lasts longer");
        assertRefused(signed(KEY, claims -> claims.jwtID(null)), "lacks");
        assertRefused(signed(KEY, claims -> claims.expirationTime(null)), "lacks");
        assertRefused(signed(KEY, claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(31)))), "of the future");
        String within = signed(KEY, claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(30))));
        assertThatCode(() -> check.pass(List.of("Bearer " + within), PATH)).doesNotThrowAnyException();
    }

    /** The library leaves out what is null, so these are signed as they stand. */
    @ParameterizedTest
    @ValueSource(strings = {"exp\": null", "iat\": null", "jti\": null", "jti\": \"\"", "jti\": \" \""})
    void claimsThatAreThereAndSayNothing(String claim) throws JOSEException {
        String name = claim.substring(0, 3);
        String claims = Stream.of(
                        "\"iss\": \"" + ISSUER + "\"",
                        "\"aud\": \"" + HERE + "\"",
                        "\"iat\": " + NOW.getEpochSecond(),
                        "\"exp\": " + (NOW.getEpochSecond() + 300),
                        "\"jti\": \"of its own\"")
                .map(each -> each.startsWith("\"" + name) ? "\"" + claim : each)
                .collect(Collectors.joining(", ", "{", "}"));
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES384)
                        .keyID("k")
                        .type(JOSEObjectType.JWT)
                        .build(),
                new Payload(claims));
        token.sign(new ECDSASigner(KEY));
        assertRefused(token.serialize(), "lacks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer   "})
    void theSchemeIsWrittenInAnyCase(String scheme) throws JOSEException {
        String token = signed(KEY, same -> same);
        assertThat(check.pass(List.of(scheme + token), PATH)).isEqualTo(ISSUER);
    }

    @Test
    void twoTokensAtOnceAreRefused() throws JOSEException {
        String token = signed(KEY, same -> same);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> check.pass(List.of("Bearer " + token, "Bearer x"), PATH))
                .withMessageContaining("another one beside it");
    }

    @Test
    void noTokenAtAll() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> check.pass(List.of(), PATH))
                .withMessageContaining("bearer token");
    }
}
