package org.lowland.io.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IChemFile;
import org.openscience.cdk.io.ISimpleChemObjectReader;
import org.openscience.cdk.io.ReaderFactory;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.tools.manipulator.ChemFileManipulator;

/** CML from CDK's own factories. */
class SecuredCmlReaderTest {
    private static final String MOLECULE = "<cml xmlns=\"http://www.xml-cml.org/schema\"><molecule id=\"m\">"
            + "<atomArray><atom id=\"%s\" elementType=\"C\"/></atomArray></molecule></cml>";

    private static String firstAtomOf(String document, Charset charset) throws IOException, CDKException {
        InputStream bytes = new ByteArrayInputStream(document.getBytes(charset));
        try (ISimpleChemObjectReader reader = new ReaderFactory().createReader(bytes)) {
            assertThat(reader).isInstanceOf(SecuredCmlReader.class);
            IChemFile file = reader.read(SilentChemObjectBuilder.getInstance().newInstance(IChemFile.class));
            return ChemFileManipulator.getAllAtomContainers(file)
                    .get(0)
                    .getAtom(0)
                    .getID();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!-- a > b -->\n",
                "<!DOCTYPE molecule SYSTEM \"http://127.0.0.1:9/cml.dtd\">",
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><!DOCTYPE cml [ <!ELEMENT cml ANY> <!-- ]> ' --> <?x ]> ?>"
                        + " <!ENTITY gt2 \"]>\"> ]>\n"
            })
    void whatIsNotTheDocumentTypeIsRead(String prolog) throws Exception {
        Charset charset = prolog.contains("8859") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        assertThat(firstAtomOf(prolog + MOLECULE.formatted("süß"), charset)).isEqualTo("süß");
    }

    @Test
    void noOtherFileIsRead(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret");
        String entity = "<!DOCTYPE cml [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
        String document = entity + MOLECULE.formatted("t").replace("</molecule>", "<scalar>&x;</scalar></molecule>");
        assertThatThrownBy(() -> firstAtomOf(document, StandardCharsets.UTF_8)).isInstanceOf(CDKException.class);
    }

    @Test
    @Timeout(30)
    void noEntityIsExpanded() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE cml [<!ENTITY e0 \"lol\">");
        for (int k = 1; k < 8; k++) {
            bomb.append("<!ENTITY e" + k + " \"")
                    .append(("&e" + (k - 1) + ";").repeat(7))
                    .append("\">");
        }
        String document = bomb + "]>" + MOLECULE.formatted("&e7;");
        assertThatThrownBy(() -> firstAtomOf(document, StandardCharsets.UTF_8)).isInstanceOf(CDKException.class);
    }

    @Test
    void otherEncodingsAndEndlessPrologsAreRefused() {
        byte[] wide = MOLECULE.formatted("x").getBytes(StandardCharsets.UTF_16);
        SecuredCmlReader reader = new SecuredCmlReader();
        assertThatThrownBy(() -> reader.setReader(new ByteArrayInputStream(wide)))
                .isInstanceOf(CDKException.class)
                .hasMessageContaining("save it in UTF-8");
        byte[] endless = ("<!DOCTYPE cml [" + " ".repeat(2_000_000)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> reader.setReader(new ByteArrayInputStream(endless)))
                .isInstanceOf(CDKException.class)
                .hasMessageContaining("more than a megabyte");
        assertThatThrownBy(
                        () -> reader.setReader(new ByteArrayInputStream("<!DOCTYPE".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(CDKException.class)
                .hasMessageContaining("it ends before its first element");
    }
}
