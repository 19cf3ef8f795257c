package org.lowland.rl.strider.equivariant;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.lowland.potential.equivariant.Irreps;

/** Reads features as they are written, such as {@code 16x0e+8x1o}. */
final class IrrepsReader extends StdDeserializer<Irreps> {
    private static final long serialVersionUID = 1;

    IrrepsReader() {
        super(Irreps.class);
    }

    @Override
    public Irreps deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.getText();
        try {
            return Irreps.parse(text);
        } catch (IllegalArgumentException e) {
            return (Irreps) context.handleWeirdStringValue(Irreps.class, text, "%s", e.getMessage());
        }
    }
}
