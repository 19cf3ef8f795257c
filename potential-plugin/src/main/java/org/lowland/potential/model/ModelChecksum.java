package org.lowland.potential.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The checksum by which models are told apart: SHA-256 of their file, as their cards give it. */
public final class ModelChecksum {
    private ModelChecksum() {}

    /**
     * The checksum of a model.
     *
     * @param archive its bytes
     * @return 64 hexadecimal digits
     */
    public static String of(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
