package org.lowland.jmol.verb;

import java.util.List;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.api.LowlandException;
import org.lowland.jmol.session.JmolSession;
import org.lowland.jmol.session.ScriptVerb;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code javascript("lowland VERB ...")}. Stateless. */
public final class LowlandVerb implements ScriptVerb {
    private static final int CONSOLE_WIDTH = 100;

    /** The line without a verb. */
    @Command(
            name = "lowland",
            description = "What the command line does to files, on the model that Jmol shows.",
            synopsisSubcommandLabel = "VERB",
            footer = {
                "",
                "x = eval(\"JSON\", javascript(\"lowland VERB ...\")) is an associative array; the last one is lowlandResult,"
                        + " too. Put single quotes around arguments with blanks. javascript \"lowland help VERB\" shows the options.",
            })
    private static final class Root {}

    @Override
    public Optional<String> run(JmolSession session, String line) {
        Scene scene = new Scene(session);
        try {
            Answer answer = answer(scene, CommandWords.of(line));
            answer.publish(session.viewer());
            return Optional.of(answer.json());
        } catch (LowlandException e) {
            return Optional.of(failed(scene, e.getMessage()));
        } catch (ParameterException e) {
            return Optional.of(failed(scene, e.getMessage() + "; javascript \"lowland help\" shows what there is"));
        } catch (RuntimeException | LinkageError e) {
            return Optional.of(failed(scene, "this is a defect of Lowland: " + e));
        }
    }

    private static Answer answer(Scene scene, List<String> words) {
        CommandLine line = line(scene);
        if (words.isEmpty() || words.get(0).equals("help")) {
            return help(scene, line, words);
        }
        requireVerb(line, words.get(0));
        ParseResult parsed = line.parseArgs(words.toArray(String[]::new));
        Verb verb = (Verb) parsed.subcommand().commandSpec().userObject();
        return verb.run(scene);
    }

    private static CommandLine line(Scene scene) {
        CommandLine line = new CommandLine(new Root());
        List.of(
                        new OptimizeVerb(),
                        new EnergyVerb(),
                        new ForcesVerb(),
                        new ConvertVerb(),
                        new BackendsVerb(),
                        new PlotVerb(),
                        new AnimateVerb())
                .forEach(line::addSubcommand);
        line.setDefaultValueProvider(new ChosenBackend(scene.session().backends()));
        line.setUsageHelpWidth(CONSOLE_WIDTH);
        return line;
    }

    private static Answer help(Scene scene, CommandLine line, List<String> words) {
        CommandLine topic = line;
        if (words.size() > 1) {
            requireVerb(line, words.get(1));
            topic = line.getSubcommands().get(words.get(1));
        }
        String text = topic.getUsageMessage(CommandLine.Help.Ansi.OFF);
        scene.say(text);
        return new Answer().with("help", text);
    }

    private static void requireVerb(CommandLine line, String word) {
        if (!line.getSubcommands().containsKey(word)) {
            throw new InputException("there is no verb '" + word + "'; there are: help, "
                    + String.join(", ", line.getSubcommands().keySet()));
        }
    }

    private static String failed(Scene scene, String message) {
        scene.say("lowland: " + message);
        Answer answer = Answer.error(message);
        answer.publish(scene.viewer());
        return answer.json();
    }
}
