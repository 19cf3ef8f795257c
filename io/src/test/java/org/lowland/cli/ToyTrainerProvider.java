package org.lowland.cli;

import org.lowland.api.InputException;
import org.lowland.io.train.TrainerProvider;

/** Says what it was asked for. */
public final class ToyTrainerProvider implements TrainerProvider {
    @Override
    public String id() {
        return "toy";
    }

    @Override
    public String description() {
        return "trains nothing";
    }

    @Override
    public void train(Request request) {
        if (!request.settings().path("steps").isInt()) {
            throw new InputException(request.configuration() + ": 'steps' is missing");
        }
        request.log().println("steps " + request.settings().get("steps") + " resume " + request.resume());
    }
}
