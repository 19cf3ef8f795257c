package org.lowland.cli.batch;

/** Is told of what happens while structures are worked on. Called from the thread that runs the work. */
public interface Reporter {

    /**
     * Something went wrong.
     *
     * @param message what, where and what to do
     */
    void problem(String message);

    /**
     * A record could not be used.
     *
     * @param message what, where and what to do
     * @param cause where that came from
     */
    void problem(String message, Throwable cause);

    /**
     * Something is good to know.
     *
     * @param message one line
     */
    void note(String message);

    /**
     * Structures will be done, of which it was not known before.
     *
     * @param count how many more
     * @param last whether these are the last ones
     */
    void expect(int count, boolean last);

    /** A structure is done. Called from any thread. */
    void done();
}
