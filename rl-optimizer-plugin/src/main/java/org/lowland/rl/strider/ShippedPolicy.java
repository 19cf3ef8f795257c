package org.lowland.rl.strider;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.lowland.api.BackendException;
import org.lowland.rl.strider.policy.PolicyFile;

/** The policy in the jar, which {@code strider} takes where no other is given. */
final class ShippedPolicy {
    private static final String FOLDER = "/META-INF/lowland/policies/strider/";

    private ShippedPolicy() {}

    /** {@return the policy} */
    static PolicyFile read() {
        return PolicyFile.read(text("policy.json"), "the policy in the jar");
    }

    /** {@return its card in Markdown} */
    static String card() {
        return text("card.md");
    }

    /** {@return the file of the policy as it is} */
    static byte[] bytes() {
        return bytes("policy.json");
    }

    private static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String file) {
        try (InputStream in = ShippedPolicy.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new BackendException("The policy of '" + Strider.ID + "' is not in this build (" + file + ")");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new BackendException("The policy of '" + Strider.ID + "' cannot be read from the jar", e);
        }
    }
}
