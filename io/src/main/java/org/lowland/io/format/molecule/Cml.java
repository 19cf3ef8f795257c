package org.lowland.io.format.molecule;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lowland.api.InputException;
import org.lowland.io.file.LimitException;
import org.lowland.io.file.LimitedText;
import org.lowland.io.file.TextFiles;
import org.lowland.io.format.Head;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;

/**
 * Chemical Markup Language, read molecule by molecule: atoms and bonds as elements with attributes or as arrays. Document
 * types are not read at all, so that no entity of theirs can grow without bounds or fetch other files; a file that is not
 * well-formed ends at the damage. Confined to one thread.
 */
public final class Cml implements RecordReader<Structure> {
    private final String name;
    private final LimitedText text;
    private final XMLStreamReader xml;
    private MoleculeRecord waiting;
    private List<String> doubts = List.of();
    private List<String> remarks = List.of();
    private InputException failure;
    private boolean ended;
    private int index;
    private String title = "";

    private Cml(String name, LimitedText text, XMLStreamReader xml) {
        this.name = name;
        this.text = text;
        this.xml = xml;
    }

    /**
     * Reads.
     *
     * @param name for messages
     * @param text closed with the reader
     * @return a reader of its molecules
     * @throws InputException when it is no XML
     */
    public static RecordReader<Structure> read(String name, BufferedReader text) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            LimitedText limited = LimitedText.of(text);
            return new Cml(name, limited, factory.createXMLStreamReader(limited));
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof LimitException limit) {
                throw TextFiles.unreadable(name, limit);
            }
            throw new InputException(name + ": is not XML (" + reason(e) + ")", e);
        }
    }

    /**
     * Knows the format.
     *
     * @param head the beginning of a file
     * @return whether markup with a molecule begins there
     */
    public static boolean isSo(Head head) {
        return head.firstLine().startsWith("<")
                && (head.contains("<molecule")
                        || head.contains("<cml")
                        || head.contains(":molecule")
                        || head.contains(":cml"));
    }

    @Override
    public boolean hasNext() {
        while (waiting == null && failure == null && !ended) {
            advance();
        }
        return waiting != null || failure != null;
    }

    @Override
    public Structure next() {
        if (!hasNext()) {
            throw new NoSuchElementException(name + " has no more molecules");
        }
        index++;
        title = "";
        remarks = List.of();
        if (failure != null) {
            InputException known = failure;
            failure = null;
            throw new InputException(name + ", record " + index + ": " + known.getMessage(), known);
        }
        MoleculeRecord record = waiting;
        waiting = null;
        remarks = doubts;
        title = record.title();
        return record;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void close() {
        ended = true;
        try (text) {
            xml.close();
        } catch (XMLStreamException | IOException e) {
            throw new InputException(name + ": cannot be closed (" + e.getMessage() + ")", e);
        }
    }

    private void advance() {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("molecule")) {
                    text.nextRecord();
                    molecule();
                    return;
                }
            }
            ended = true;
        } catch (XMLStreamException e) {
            ended = true;
            failure = e.getNestedException() instanceof LimitException limit
                    ? TextFiles.unreadable("", limit)
                    : new InputException("is not well-formed XML (" + reason(e) + "); nothing after it can be read", e);
        }
    }

    private void molecule() throws XMLStreamException {
        CmlMolecule molecule = new CmlMolecule(attribute("title"));
        int depth = 1;
        InputException problem = null;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                try {
                    if (problem == null && molecule.begin(xml)) {
                        depth--;
                    }
                } catch (InputException e) {
                    problem = e;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        try {
            if (problem != null) {
                throw problem;
            }
            if (!molecule.isEmpty()) {
                text.limits().requireAtoms(molecule.atoms());
                waiting = molecule.record();
                doubts = molecule.doubts(waiting);
            }
        } catch (InputException e) {
            failure = e;
        }
    }

    private String attribute(String wanted) {
        String value = xml.getAttributeValue(null, wanted);
        return value == null ? "" : value;
    }

    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        return message.length() > 120 ? message.substring(0, 120) + "..." : message;
    }
}
