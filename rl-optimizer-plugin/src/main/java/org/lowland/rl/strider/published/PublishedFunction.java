package org.lowland.rl.strider.published;

import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.rl.policygradient.function.ParametricFunction;
import org.lowland.rl.strider.episode.Reach;
import org.lowland.rl.strider.episode.Situation;

/**
 * The published network: nodes and edges are encoded by two layers each, in one round of messages nodes learn of their
 * edges and edges of their nodes, and five layers make a displacement of each node and the means over its edges. The mean
 * over the atoms is taken away and components are clipped. Immutable and thread-safe.
 *
 * @param form of the network
 */
public record PublishedFunction(PublishedForm form) implements ParametricFunction<Situation> {

    /** The parts of the network and where their parameters begin. */
    private record Parts(
            BatchNormalization normalization,
            DenseLayers nodes,
            DenseLayers edges,
            DenseLayers nodeUpdate,
            DenseLayers edgeUpdate,
            DenseLayers head) {

        int nodesAt() {
            return normalization.size();
        }

        int edgesAt() {
            return nodesAt() + nodes.size();
        }

        int nodeUpdateAt() {
            return edgesAt() + edges.size();
        }

        int edgeUpdateAt() {
            return nodeUpdateAt() + nodeUpdate.size();
        }

        int headAt() {
            return edgeUpdateAt() + edgeUpdate.size();
        }

        int size() {
            return headAt() + head.size();
        }
    }

    private Parts parts() {
        int w = form.width();
        return new Parts(
                new BatchNormalization(form.nodeFeatures()),
                new DenseLayers(true, form.nodeFeatures(), w, w),
                new DenseLayers(true, PublishedGraph.EDGE, w, w),
                new DenseLayers(true, 3 * w, w, w),
                new DenseLayers(true, 3 * w, w, w),
                new DenseLayers(form.rectifiedOutput(), 3 * w, w, w, w, w, 3));
    }

    @Override
    public int size() {
        return parts().size();
    }

    @Override
    public double[] initial(RandomGenerator random) {
        Parts parts = parts();
        double[] parameters = new double[parts.size()];
        parts.normalization().initialize(parameters, 0);
        parts.nodes().initialize(random, parameters, parts.nodesAt());
        parts.edges().initialize(random, parameters, parts.edgesAt());
        parts.nodeUpdate().initialize(random, parameters, parts.nodeUpdateAt());
        parts.edgeUpdate().initialize(random, parameters, parts.edgeUpdateAt());
        parts.head().initialize(random, parameters, parts.headAt());
        return parameters;
    }

    /** All that a pass forward leaves for one backward. */
    private final class Pass {
        private final Parts parts = parts();
        private final double[] parameters;
        private final PublishedGraph graph;
        private final int width = form.width();
        private final double[] normal;
        private final double[][] nodes;
        private final double[][] edges;
        private final double[][] nodeUpdate;
        private final double[][] edgeUpdate;
        private final double[][] head;

        Pass(double[] parameters, Situation state) {
            this.parameters = parameters;
            this.graph = new PublishedGraph(form, state);
            this.normal = form.normalizes() ? parts.normalization().normalized(graph.node) : new double[0];
            double[] seen = form.normalizes() ? parts.normalization().forward(parameters, 0, normal) : graph.node;
            nodes = parts.nodes().forward(parameters, parts.nodesAt(), seen, graph.nodes);
            edges = parts.edges().forward(parameters, parts.edgesAt(), graph.edge, graph.edges);
            nodeUpdate = parts.nodeUpdate()
                    .forward(parameters, parts.nodeUpdateAt(), withEdges(last(nodes), last(edges)), graph.nodes);
            edgeUpdate = parts.edgeUpdate()
                    .forward(parameters, parts.edgeUpdateAt(), withNodes(last(edges), last(nodeUpdate)), graph.edges);
            head = parts.head()
                    .forward(parameters, parts.headAt(), withEdges(last(nodeUpdate), last(edgeUpdate)), graph.nodes);
        }

        private static double[] last(double[][] values) {
            return values[values.length - 1];
        }

        /** Each node with the means of its incoming and outgoing edges, of which there are as many. */
        private double[] withEdges(double[] ofNodes, double[] ofEdges) {
            double[] both = new double[graph.nodes * 3 * width];
            for (int node = 0; node < graph.nodes; node++) {
                System.arraycopy(ofNodes, node * width, both, node * 3 * width, width);
            }
            for (int e = 0; e < graph.edges; e++) {
                double in = 1.0 / graph.degree[graph.receiver[e]];
                double out = 1.0 / graph.degree[graph.sender[e]];
                int toIn = graph.receiver[e] * 3 * width + width;
                int toOut = graph.sender[e] * 3 * width + 2 * width;
                for (int k = 0; k < width; k++) {
                    both[toIn + k] += in * ofEdges[e * width + k];
                    both[toOut + k] += out * ofEdges[e * width + k];
                }
            }
            return both;
        }

        private void withEdgesBack(double[] by, double[] byNodes, double[] byEdges) {
            for (int node = 0; node < graph.nodes; node++) {
                for (int k = 0; k < width; k++) {
                    byNodes[node * width + k] += by[node * 3 * width + k];
                }
            }
            for (int e = 0; e < graph.edges; e++) {
                double in = 1.0 / graph.degree[graph.receiver[e]];
                double out = 1.0 / graph.degree[graph.sender[e]];
                int toIn = graph.receiver[e] * 3 * width + width;
                int toOut = graph.sender[e] * 3 * width + 2 * width;
                for (int k = 0; k < width; k++) {
                    byEdges[e * width + k] += in * by[toIn + k] + out * by[toOut + k];
                }
            }
        }

        /** Each edge with its sender and receiver. */
        private double[] withNodes(double[] ofEdges, double[] ofNodes) {
            double[] all = new double[graph.edges * 3 * width];
            for (int e = 0; e < graph.edges; e++) {
                System.arraycopy(ofEdges, e * width, all, e * 3 * width, width);
                System.arraycopy(ofNodes, graph.sender[e] * width, all, (e * 3 + 1) * width, width);
                System.arraycopy(ofNodes, graph.receiver[e] * width, all, (e * 3 + 2) * width, width);
            }
            return all;
        }

        private void withNodesBack(double[] by, double[] byEdges, double[] byNodes) {
            for (int e = 0; e < graph.edges; e++) {
                for (int k = 0; k < width; k++) {
                    byEdges[e * width + k] += by[e * 3 * width + k];
                    byNodes[graph.sender[e] * width + k] += by[(e * 3 + 1) * width + k];
                    byNodes[graph.receiver[e] * width + k] += by[(e * 3 + 2) * width + k];
                }
            }
        }

        /** What the head puts out as displacements, before they are clipped. */
        private double[] raw() {
            double[] mean = last(head).clone();
            for (int k = 0; k < mean.length; k++) {
                mean[k] *= form.step();
            }
            Reach.takeMeanAway(mean);
            return mean;
        }

        double[] mean() {
            double[] mean = raw();
            for (int k = 0; k < mean.length; k++) {
                mean[k] = Math.max(-form.clip(), Math.min(form.clip(), mean[k]));
            }
            return mean;
        }

        /** Adds the gradients by the parameters and by positions and energies, each where there is room for it. */
        void backward(double[] cotangent, double[] sum, double[] byState) {
            double[] raw = raw();
            double[] by = cotangent.clone();
            for (int k = 0; k < by.length; k++) {
                by[k] = Math.abs(raw[k]) > form.clip() ? 0 : by[k];
            }
            Reach.takeMeanAway(by);
            for (int k = 0; k < by.length; k++) {
                by[k] *= form.step();
            }
            double[] byNodeUpdate = new double[graph.nodes * width];
            double[] byEdgeUpdate = new double[graph.edges * width];
            double[] byNodes = new double[graph.nodes * width];
            double[] byEdges = new double[graph.edges * width];
            withEdgesBack(
                    parts.head().backward(parameters, parts.headAt(), head, by, graph.nodes, sum),
                    byNodeUpdate,
                    byEdgeUpdate);
            withNodesBack(
                    parts.edgeUpdate()
                            .backward(parameters, parts.edgeUpdateAt(), edgeUpdate, byEdgeUpdate, graph.edges, sum),
                    byEdges,
                    byNodeUpdate);
            withEdgesBack(
                    parts.nodeUpdate()
                            .backward(parameters, parts.nodeUpdateAt(), nodeUpdate, byNodeUpdate, graph.nodes, sum),
                    byNodes,
                    byEdges);
            double[] byEdge = parts.edges().backward(parameters, parts.edgesAt(), edges, byEdges, graph.edges, sum);
            double[] byNode = parts.nodes().backward(parameters, parts.nodesAt(), nodes, byNodes, graph.nodes, sum);
            if (form.normalizes()) {
                byNode = parts.normalization().backward(parameters, 0, normal, byNode, sum);
            }
            if (byState.length > 0) {
                graph.pullback(byNode, byEdge, byState, Situation.SHARES_AFTER * graph.nodes);
            }
        }
    }

    @Override
    public double[] value(double[] parameters, Situation state) {
        return new Pass(parameters, state).mean();
    }

    @Override
    public void addGradient(double[] parameters, Situation state, double[] cotangent, double[] sum) {
        new Pass(parameters, state).backward(cotangent, sum, new double[0]);
    }

    @Override
    public double[] stateGradient(double[] parameters, Situation state, double[] cotangent) {
        double[] byState = new double[state.coordinates()];
        new Pass(parameters, state).backward(cotangent, new double[0], byState);
        return byState;
    }
}
