package org.lowland.io.cdk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;

/**
 * What stands before the first element of an XML document: declaration, comments, instructions and the document type,
 * which is left out. Its marks are ASCII, so that bytes are looked at. Confined to one thread.
 */
final class XmlProlog {
    private static final int MOST_BYTES = 1 << 20;

    private final PushbackInputStream in;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int read;

    private XmlProlog(InputStream in) {
        this.in = new PushbackInputStream(in, 2);
    }

    /**
     * A document without its document type.
     *
     * @param document closed with what comes back
     * @return the same bytes but for those of the document type
     * @throws IOException when it cannot be read, is in an encoding that does not begin as ASCII does, or what stands before
     *     the first element is longer than a megabyte
     */
    static InputStream withoutDocumentType(InputStream document) throws IOException {
        XmlProlog prolog = new XmlProlog(document);
        prolog.requireAscii();
        while (prolog.keepsOne()) {
            // one comment, instruction or document type after the other
        }
        return new SequenceInputStream(new ByteArrayInputStream(prolog.kept.toByteArray()), prolog.in);
    }

    /** UTF-16, UTF-32 and EBCDIC begin with other bytes. */
    private void requireAscii() throws IOException {
        int first = in.read();
        int second = in.read();
        if (first == 0 || first == 0xfe || first == 0xff || first == 0x4c || second == 0) {
            throw new IOException(
                    "it is neither in UTF-8 nor in another encoding that begins as ASCII does; save it in UTF-8");
        }
        if (second >= 0) {
            in.unread(second);
        }
        if (first >= 0) {
            in.unread(first);
        }
    }

    /** Takes text up to a mark and what follows that; false before the first element or at the end. */
    private boolean keepsOne() throws IOException {
        int next = next();
        while (next >= 0 && next != '<') {
            kept.write(next);
            next = next();
        }
        int kind = next < 0 ? -1 : next();
        if (kind == '?' || kind == '!') {
            int third = next();
            if (kind == '!' && third != '-') {
                skipDocumentType(third);
            } else {
                kept.writeBytes(new byte[] {'<', (byte) kind, (byte) third});
                copyUntil(kind == '?' ? "?>" : "-->", kind == '?' && third == '?' ? "?" : "");
            }
            return true;
        }
        if (kind >= 0) {
            in.unread(kind);
        }
        if (next >= 0) {
            in.unread(next);
        }
        return false;
    }

    private void copyUntil(String end, String begun) throws IOException {
        StringBuilder last = new StringBuilder(begun);
        while (!last.toString().endsWith(end)) {
            int next = required();
            kept.write(next);
            last.append((char) next);
            if (last.length() > end.length()) {
                last.deleteCharAt(0);
            }
        }
    }

    /** Up to the bracket that closes the declaration, those in quotes, comments, instructions and its own subset apart. */
    private void skipDocumentType(int first) throws IOException {
        int depth = 1;
        int next = first;
        while (true) {
            if (next == '"' || next == '\'') {
                skipUntil(String.valueOf((char) next));
            } else if (next == '<') {
                depth++;
                next = required();
                if (next == '?') {
                    skipUntil("?>");
                    depth--;
                } else if (next == '!') {
                    next = required();
                    if (next == '-') {
                        skipUntil("-->");
                        depth--;
                    } else {
                        continue;
                    }
                } else {
                    continue;
                }
            } else if (next == '>') {
                depth--;
                if (depth == 0) {
                    return;
                }
            }
            next = required();
        }
    }

    private void skipUntil(String end) throws IOException {
        StringBuilder last = new StringBuilder();
        while (!last.toString().endsWith(end)) {
            last.append((char) required());
            if (last.length() > end.length()) {
                last.deleteCharAt(0);
            }
        }
    }

    private int required() throws IOException {
        int next = next();
        if (next < 0) {
            throw new IOException("it ends before its first element");
        }
        return next;
    }

    private int next() throws IOException {
        if (++read > MOST_BYTES) {
            throw new IOException("its first element is more than a megabyte from its beginning");
        }
        return in.read();
    }
}
