package org.lowland.potential.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lowland.api.InputException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.file.WholeFile;
import org.lowland.io.train.TrainerProvider;
import org.lowland.potential.model.NetworkPotential;
import org.lowland.potential.model.Spread;
import org.lowland.potential.torch.Device;

/**
 * Measures on held-out molecules what the {@link Spread} of a committee tells of a model's errors: {@code kind: calibration}.
 * Half of them set the scales, the others judge them.
 *
 * <p>The output folder receives the model and its committee with {@code calibration.json}, which makes them one potential, and
 * the model's {@code card.md} with one section more and {@code calibration.png}, which tell how well the errors are foretold.
 */
public final class CalibrationTrainer implements TrainerProvider {
    private static final String MODEL = PotentialTrainer.MODEL;
    private static final String CARD = "card.md";

    /**
     * A calibration, as written in its configuration.
     *
     * @param kind {@code calibration}
     * @param output folder
     * @param model archive of the model that is judged
     * @param members archives of the committee
     * @param data the frames of their training, divided as there
     * @param seed that divided them
     * @param near a frame is near a minimum when its largest force in eV/Å is below this
     * @param doubted share of the frames near minima that is doubted
     */
    record Settings(
            String kind,
            String output,
            String model,
            List<String> members,
            DataSettings data,
            long seed,
            @JsonProperty("near-minima") double near,
            double doubted) {
        Settings {
            if (output == null || model == null || data == null || members == null || members.isEmpty()) {
                throw new InputException("A calibration needs output, model, members and data");
            }
            if (!(near > 0 && doubted > 0 && doubted < 1)) {
                throw new InputException("A calibration needs near-minima, a force in eV/Å, and doubted, a share: "
                        + near + ", " + doubted);
            }
            members = List.copyOf(members);
        }
    }

    @Override
    public String id() {
        return "calibration";
    }

    @Override
    public String description() {
        return "what the spread of a committee tells of a model's errors";
    }

    @Override
    public void train(Request request) {
        Settings settings = request.settingsAs(Settings.class);
        byte[] model = read(request.resolve(settings.model()));
        List<byte[]> archives = settings.members().stream()
                .map(member -> read(request.resolve(member)))
                .toList();
        List<NetworkPotential> opened = new ArrayList<>();
        try {
            NetworkPotential judged = open(model, opened);
            List<NetworkPotential> committee =
                    archives.stream().map(archive -> open(archive, opened)).toList();
            Set<Integer> elements = new LinkedHashSet<>(judged.metadata().atomicNumbers());
            List<Frame> frames = FrameSets.read(
                            request, settings.data(), elements, settings.data().seedOr(settings.seed()))
                    .validation();
            request.log().println(frames.size() + " frames held out");
            write(request, settings, judge(frames, judged, committee), model, archives);
        } finally {
            opened.forEach(Potential::close);
        }
    }

    private static NetworkPotential open(byte[] archive, List<NetworkPotential> opened) {
        NetworkPotential potential = NetworkPotential.load(archive, Device.CPU);
        opened.add(potential);
        return potential;
    }

    private static List<JudgedFrame> judge(
            List<Frame> frames, NetworkPotential model, List<NetworkPotential> committee) {
        List<JudgedFrame> judged = new ArrayList<>();
        for (Frame frame : frames) {
            AtomicSystem system = frame.system();
            Evaluation answer = model.evaluate(system);
            Spread spread = Spread.of(
                    answer,
                    committee.stream().map(member -> member.evaluate(system)).toList());
            judged.add(JudgedFrame.of(frame, answer, spread));
        }
        return judged;
    }

    private static void write(
            Request request, Settings settings, List<JudgedFrame> judged, byte[] model, List<byte[]> archives) {
        Path output = request.resolve(settings.output());
        List<String> names = new ArrayList<>();
        for (int k = 1; k <= archives.size(); k++) {
            names.add("committee-" + k + ".pt");
        }
        CalibrationReport report = CalibrationReport.of(judged, names, settings.near(), settings.doubted());
        try {
            Files.createDirectories(output);
            for (int k = 0; k < names.size(); k++) {
                WholeFile.write(output.resolve(names.get(k)), archives.get(k));
            }
            WholeFile.write(output.resolve(MODEL), model);
            Path card = request.resolve(settings.model()).resolveSibling(CARD);
            String told = Files.exists(card) ? Files.readString(card) : "";
            WholeFile.write(output.resolve(CARD), withUncertainty(told, report.text()));
            WholeFile.write(output.resolve("calibration.png"), report.png());
            WholeFile.write(
                    output.resolve("calibration.json"),
                    report.calibration().toJson().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InputException("The calibration cannot be written to " + output + ": " + e.getMessage(), e);
        }
        request.log().print(report.text());
        request.log().println("wrote " + output);
    }

    /** A card whose last section is on the uncertainty, once. */
    private static byte[] withUncertainty(String card, String section) {
        int former = card.indexOf(CalibrationReport.HEADING);
        String rest = former < 0 ? card + "\n" : card.substring(0, former);
        return (rest + section).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InputException(
                    "The model " + file + " cannot be read (" + e.getMessage() + "); give the model.pt of a training",
                    e);
        }
    }
}
