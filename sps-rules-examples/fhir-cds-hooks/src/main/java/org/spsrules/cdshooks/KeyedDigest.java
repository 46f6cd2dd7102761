package org.spsrules.cdshooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests of texts under a key (HMAC-SHA-256): who lacks the key cannot tell of which text one is. Immutable. */
final class KeyedDigest {

    /** How many bytes a key has at least. */
    static final int SHORTEST_KEY = 32;

    private static final int ID = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    KeyedDigest(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Digests under a key that nobody knows, so that they can be compared with each other and with nothing else. */
    static KeyedDigest random() {
        byte[] key = new byte[SHORTEST_KEY];
        new SecureRandom().nextBytes(key);
        return new KeyedDigest(key);
    }

    /**
     * A key from a file.
     *
     * @throws IllegalArgumentException if it is none, with a sentence
     */
    static KeyedDigest read(Path file) {
        try {
            byte[] key = Files.readAllBytes(file);
            if (key.length < SHORTEST_KEY) {
                throw new IllegalArgumentException(
                        file + " is no key for --record-key; it needs " + SHORTEST_KEY + " bytes or more.");
            }
            return new KeyedDigest(key);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + " cannot be read; --record-key names a file of " + SHORTEST_KEY + " bytes or more.", e);
        }
    }

    /** What tells this key from others and says nothing of it. */
    String keyId() {
        return of("the key of a decision record").substring(0, ID);
    }

    String of(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
