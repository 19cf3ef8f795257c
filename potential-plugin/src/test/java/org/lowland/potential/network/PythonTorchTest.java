package org.lowland.potential.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.potential.equivariant.Irreps;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.TorchModule;
import org.lowland.potential.torch.TorchOutputs;
import org.lowland.potential.torch.TorchScriptArchive;

/** Python reads the archives and gets the same energies and forces; skipped where Python has no PyTorch. */
class PythonTorchTest {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final String SCRIPT =
            """
            import json, sys, torch
            torch.set_num_threads(1)
            cases = json.load(open(sys.argv[1]))
            results = []
            for case in cases:
                types = {"FLOAT64": torch.float64, "INT64": torch.int64}
                inputs = [torch.tensor(i["values"], dtype=types[i["type"]]).reshape(i["shape"]) for i in case["inputs"]]
                energy, forces = torch.jit.load(case["archive"])(*inputs)
                results.append({"energy": energy.tolist(), "forces": forces.flatten().tolist()})
            print(json.dumps(results))
            """;
    private static final List<Integer> ELEMENTS = List.of(1, 6, 8);
    private static final List<Network> NETWORKS = List.of(
            new Painn(ELEMENTS, 8, 2, 6, 4.0, 1e-8),
            new Painn(ELEMENTS, 8, 2, 2, 6, 4.0, 1e-8, true, Optional.empty()),
            new Nequip(
                    ELEMENTS,
                    Irreps.parse("4x0e+3x0o+4x1o+2x1e+3x2e+2x2o"),
                    Irreps.harmonics(2),
                    3,
                    new Nequip.Radial(5, 6, 1, 8),
                    4.0,
                    9,
                    0.4,
                    4),
            Egnn.published(ELEMENTS, 0.8),
            new Egnn(
                    ELEMENTS,
                    8,
                    2,
                    4.0,
                    Egnn.Forces.CONSERVATIVE,
                    new Egnn.Distances(Egnn.Distances.Kind.GAUSSIAN, 6),
                    Optional.of(6),
                    true,
                    true,
                    1));

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void pythonReadsTheArchivesAndGetsTheSameNumbers() throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(PYTHON) && run(PYTHON.toString(), "-c", "import torch") == 0,
                PYTHON + " has no PyTorch: the archives are not read by Python here");
        Random random = new Random(9);
        ArrayNode cases = json.createArrayNode();
        TorchOutputs[] expected = new TorchOutputs[NETWORKS.size()];
        for (int k = 0; k < expected.length; k++) {
            Network network = NETWORKS.get(k);
            byte[] archive = TorchScriptArchive.write(network.module(HostTensor.Type.FLOAT64, 4));
            GraphBatch batch = GraphBatch.of(
                    List.of(cluster(9, network, random), cluster(5, network, random)),
                    network.cutoff(),
                    HostTensor.Type.FLOAT64);
            Path file = Files.write(folder.resolve(k + ".pt"), archive);
            ObjectNode one = cases.addObject().put("archive", file.toString());
            ArrayNode inputs = one.putArray("inputs");
            batch.inputs().tensors().forEach(tensor -> add(inputs, tensor));
            try (TorchModule module = TorchModule.load(archive, Device.CPU)) {
                expected[k] = module.call("forward", batch.inputs());
            }
        }
        Path file = folder.resolve("cases.json");
        json.writeValue(file.toFile(), cases);
        assertThat(run(PYTHON.toString(), "-c", SCRIPT, file.toString())).isZero();
        JsonNode results = json.readTree(Files.readString(folder.resolve("output"), StandardCharsets.UTF_8));
        for (int k = 0; k < expected.length; k++) {
            String name = k + ": " + NETWORKS.get(k).architecture();
            assertThat(numbers(results.get(k).get("energy")))
                    .as(name)
                    .containsExactly(expected[k].get(0).doubles(), within(1e-10));
            assertThat(numbers(results.get(k).get("forces")))
                    .as(name)
                    .containsExactly(expected[k].get(1).doubles(), within(1e-10));
        }
    }

    private static AtomGraph cluster(int atoms, Network network, Random random) {
        int[] species = Clusters.species(atoms, ELEMENTS.size(), random);
        return AtomGraph.of(species, Clusters.positions(atoms, random), network.cutoff());
    }

    private static void add(ArrayNode inputs, HostTensor tensor) {
        ObjectNode node = inputs.addObject().put("type", tensor.type().name());
        ArrayNode shape = node.putArray("shape");
        Arrays.stream(tensor.shape()).forEach(shape::add);
        ArrayNode values = node.putArray("values");
        if (tensor.type() == HostTensor.Type.INT64) {
            Arrays.stream(tensor.longs()).forEach(values::add);
        } else {
            Arrays.stream(tensor.doubles()).forEach(values::add);
        }
    }

    private static double[] numbers(JsonNode list) {
        double[] values = new double[list.size()];
        Arrays.setAll(values, k -> list.get(k).asDouble());
        return values;
    }

    private int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("output").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }
}
