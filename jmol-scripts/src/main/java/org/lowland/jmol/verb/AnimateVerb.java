package org.lowland.jmol.verb;

import java.nio.file.Path;
import java.util.List;
import org.lowland.api.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pictures as an animation. */
@Command(
        name = "animate",
        description = "Joins pictures that Jmol wrote to an animated GIF; also without a window, where Jmol's own"
                + " 'capture' has nothing to record.",
        sortOptions = false)
final class AnimateVerb implements Verb {
    @Parameters(index = "0", paramLabel = "OUT", description = "the file to write: .gif")
    private String file;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PICTURE", description = "PNG files of one size, in order")
    private List<String> pictures = List.of();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "0.1",
            description = "how long each picture is shown; default ${DEFAULT-VALUE}")
    private double seconds;

    @Option(
            names = "--rest",
            paramLabel = "S",
            defaultValue = "1",
            description =
                    "how long the last picture is shown before the animation begins again; default ${DEFAULT-VALUE}")
    private double rest;

    @Option(names = "--remove", description = "delete the pictures when the animation is whole")
    private boolean remove;

    @Override
    public Answer run(Scene scene) {
        if (!(seconds > 0) || !(rest >= 0)) {
            throw new InputException("--seconds must be positive and --rest at least 0");
        }
        List<Path> frames = pictures.stream().map(scene::file).toList();
        Path target = scene.file(file);
        AnimatedGif.write(target, frames, seconds, rest);
        if (remove) {
            AnimatedGif.delete(frames);
        }
        return new Answer().with("file", target.toString()).with("frames", frames.size());
    }
}
