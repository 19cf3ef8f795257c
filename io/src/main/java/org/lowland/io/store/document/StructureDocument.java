package org.lowland.io.store.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.vecmath.Point3d;
import org.lowland.api.InputException;
import org.lowland.io.format.Ctab;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.SdfTag;
import org.lowland.io.format.Structure;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * A structure as one object of JSON. All digits of numbers are kept. A molecule that was read from SDF is its connection
 * table as it stood there, with the places of its atoms where they are others by now; any other molecule is its atoms,
 * bonds, electrons and stereo elements. What CDK only derives (atom types, hybridization, rings) is left out, and
 * energies and forces are: they stand beside the document. The same structure always gives the same text.
 */
public final class StructureDocument {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private StructureDocument() {}

    /**
     * Writes a structure.
     *
     * @param structure any record
     * @return one line of JSON
     * @throws InputException when it holds what cannot be told in text: an atom or bond of a pattern
     */
    public static String write(Structure structure) {
        ObjectNode document = MAPPER.createObjectNode();
        if (structure instanceof LabelledFrame frame) {
            FrameDocument.write(frame, document.put("kind", "frame"));
        } else {
            write((MoleculeRecord) structure, document.put("kind", "molecule"));
        }
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Writing to memory failed", e);
        }
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @param text one object of JSON
     * @return the structure, without energies and forces
     * @throws InputException when the text is no such document
     */
    public static Structure read(String text) {
        try {
            JsonNode document = MAPPER.readTree(text);
            return switch (document.path("kind").asText()) {
                case "frame" -> FrameDocument.read(document);
                case "molecule" -> molecule(document);
                default ->
                    throw new InputException("the document is of no kind that this version knows; update Lowland");
            };
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
            throw new InputException("the document of the structure is damaged (" + e.getMessage() + ")", e);
        }
    }

    private static void write(MoleculeRecord record, ObjectNode document) {
        document.put("title", record.title());
        if (!record.tags().isEmpty()) {
            ArrayNode tags = document.putArray("tags");
            for (SdfTag tag : record.tags()) {
                ArrayNode item = tags.addArray().add(tag.header());
                tag.lines().forEach(item::add);
            }
        }
        if (record.source().isEmpty()) {
            MoleculeDocument.write(record.molecule(), document.putObject("molecule"));
            return;
        }
        Ctab source = record.source().get();
        ArrayNode lines = document.putArray("ctab");
        source.lines().forEach(lines::add);
        if (record.is3d() && !isWhereItWas(record.molecule(), source)) {
            ArrayNode positions = document.putArray("positions");
            for (IAtom atom : record.molecule().atoms()) {
                positions.add(atom.getPoint3d().x).add(atom.getPoint3d().y).add(atom.getPoint3d().z);
            }
        }
    }

    private static boolean isWhereItWas(IAtomContainer molecule, Ctab source) {
        double[] written = source.positions();
        if (!source.is3d() || written.length != 3 * molecule.getAtomCount()) {
            return false;
        }
        for (IAtom atom : molecule.atoms()) {
            int k = 3 * atom.getIndex();
            if (!new Point3d(written[k], written[k + 1], written[k + 2]).equals(atom.getPoint3d())) {
                return false;
            }
        }
        return true;
    }

    private static MoleculeRecord molecule(JsonNode document) {
        List<SdfTag> tags = new ArrayList<>();
        for (JsonNode item : document.path("tags")) {
            List<String> lines = new ArrayList<>();
            item.forEach(line -> lines.add(line.asText()));
            tags.add(new SdfTag(lines.get(0), lines.subList(1, lines.size())));
        }
        String title = document.path("title").asText();
        if (!document.has("ctab")) {
            return new MoleculeRecord(title, MoleculeDocument.read(document.get("molecule")), tags, Optional.empty());
        }
        List<String> lines = new ArrayList<>();
        document.get("ctab").forEach(line -> lines.add(line.asText()));
        Ctab source = Ctab.of(lines);
        IAtomContainer molecule = source.molecule();
        JsonNode positions = document.path("positions");
        for (int atom = 0; 3 * atom < positions.size(); atom++) {
            molecule.getAtom(atom).setPoint2d(null);
            molecule.getAtom(atom)
                    .setPoint3d(new Point3d(
                            positions.get(3 * atom).asDouble(),
                            positions.get(3 * atom + 1).asDouble(),
                            positions.get(3 * atom + 2).asDouble()));
        }
        return new MoleculeRecord(title, molecule, tags, Optional.of(source));
    }
}
