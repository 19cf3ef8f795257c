package org.lowland.jmol.desktop;

import java.awt.Component;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JOptionPane;
import javax.swing.JTextArea;

/** The page behind the item Help. */
final class HelpText {
    private static final String TEXT =
            """
            Optimize relaxes the model on screen with the chosen backend, an
            optimizer on a potential. The same from a script or the console:

                lowlandBackend = "rfo@organic"
                minimize

            The words of minimize mean what they always do: STEPS, CRITERION,
            FIX, SELECT, CONSTRAINT, STOP, CANCEL. CRITERION is the largest
            force in eV/Å. With  lowlandBackend = ""  Jmol's own force fields
            are back.

            organic covers neutral molecules of H C N O F S Cl. A potential
            that needs a file is typed with its options in the control panel:

                rfo@ani-2x?path=/where/its/files/lie

            Everything else:  javascript "lowland help"
            """;

    private HelpText() {}

    static void show(Component near) {
        JTextArea area = new JTextArea(TEXT);
        area.setEditable(false);
        area.setOpaque(false);
        area.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 12));
        area.setBorder(BorderFactory.createEmptyBorder(4, 4, 4, 4));
        JOptionPane.showMessageDialog(near, area, "Lowland in Jmol", JOptionPane.PLAIN_MESSAGE);
    }
}
