package org.lowland.jmol.verb;

import java.util.Locale;
import java.util.regex.Pattern;
import org.lowland.api.InputException;
import org.lowland.api.potential.Evaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Forces as arrows on the atoms. */
@Command(
        name = "forces",
        description = "Draws the forces on the atoms of the model as arrows, its vibration vectors in eV/Å, and sets"
                + " the atoms' property_force to their lengths; 'forces off' takes the arrows away.",
        sortOptions = false)
final class ForcesVerb implements Verb {
    private static final double LONGEST_ARROW = 1.5;
    private static final double SMALL_FORCE = 0.5;
    private static final Pattern COLOUR = Pattern.compile("[a-z]+|x[0-9a-f]{6}", Pattern.CASE_INSENSITIVE);

    @Parameters(arity = "0..1", paramLabel = "on|off", description = "default on")
    private String state = "on";

    @Mixin
    private SinglePoint point;

    @Option(
            names = "--scale",
            paramLabel = "S",
            description = "length of the arrows in Å for each eV/Å; default: the longest has 1.5 Å, and forces of less"
                    + " than 0.5 eV/Å look small")
    private Double scale;

    @Option(
            names = {"--colour", "--color"},
            paramLabel = "C",
            defaultValue = "x303030",
            description = "of the arrows, a name or xRRGGBB; default ${DEFAULT-VALUE}")
    private String colour;

    @Override
    public Answer run(Scene scene) {
        return switch (state) {
            case "on" -> draw(scene);
            case "off" -> clear(scene);
            default -> throw new InputException("'forces " + state + "' is not known; write 'forces' or 'forces off'");
        };
    }

    private Answer clear(Scene scene) {
        String atoms = Arrows.atoms(point.model(scene).everything());
        scene.viewer().runScript(Arrows.select(atoms, "vectors off;") + atoms + ".vxyz = {0 0 0};");
        return new Answer().with("forces", "off");
    }

    private Answer draw(Scene scene) {
        if (!COLOUR.matcher(colour).matches()) {
            throw new InputException("'" + colour + "' is no colour; write a name such as red, or xRRGGBB");
        }
        SinglePoint.Evaluated evaluated = point.evaluate(scene);
        Evaluation evaluation = evaluated.entry().evaluation();
        double longest = Arrows.longest(evaluation, evaluated.model().size());
        double length = scale == null ? LONGEST_ARROW / Math.max(longest, SMALL_FORCE) : scale;
        StringBuilder script = new StringBuilder();
        Arrows.assign(script, evaluated.model(), evaluation);
        String look = String.format(
                Locale.ROOT,
                "vectors on; vectors 0.06; vector scale %.6f; color vectors %s;",
                length,
                colour.startsWith("x") ? "[" + colour + "]" : colour);
        script.append(Arrows.select(Arrows.atoms(evaluated.model().everything()), look));
        scene.viewer().runScript(script.toString());
        return evaluated.answer(true).with("arrow_A_per_eV_per_A", length);
    }
}
