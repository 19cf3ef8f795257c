package org.lowland.potential.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import org.lowland.api.BackendException;

/**
 * Starts libtorch once in the process, offline, and answers for its global settings.
 *
 * <p>One intra-op thread is the default: on molecules, more of them only wait for one another; calls from several Java
 * threads run side by side instead.
 */
public final class TorchRuntime {
    private static final String PYTORCH = "PyTorch";

    private TorchRuntime() {}

    private static final class Started {
        static final Engine ENGINE = start();

        private static Engine start() {
            System.setProperty("ai.djl.offline", "true");
            System.setProperty("OPT_OUT_TRACKING", "true");
            Engine engine = Engine.getEngine(PYTORCH);
            JniUtils.setNumThreads(1);
            return engine;
        }
    }

    /** Whether {@link Device#GPU} can be asked for. */
    public static boolean hasGpu() {
        return engine().getGpuCount() > 0;
    }

    /** The version of libtorch in use. */
    public static String version() {
        return engine().getVersion();
    }

    /** Sets how many threads one tensor operation may use, for the whole process; one until set. */
    public static void setThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, not " + threads);
        }
        engine();
        JniUtils.setNumThreads(threads);
    }

    /**
     * A new scope for tensors on a device, with gradients on in the calling thread.
     *
     * @throws BackendException if the engine cannot start or the device is absent
     */
    static PtNDManager newScope(Device device) {
        engine();
        if (device == Device.GPU && !hasGpu()) {
            throw new BackendException(
                    "device gpu: libtorch " + version()
                            + " sees no CUDA device here; use device cpu, or run with the CUDA libraries on a machine with one");
        }
        enableGradients(true);
        ai.djl.Device place = device == Device.GPU ? ai.djl.Device.gpu(0) : ai.djl.Device.cpu();
        return (PtNDManager) NDManager.newBaseManager(place, PYTORCH);
    }

    /**
     * Sets the calling thread's gradient mode, which starts off. The graph optimizer, which is a thread's own setting
     * too and starts on, is turned off: it re-specializes scripts for each shape and changes the last digits.
     */
    static void enableGradients(boolean enabled) {
        JniUtils.setGradMode(enabled);
        JniUtils.setGraphExecutorOptimize(false);
    }

    private static Engine engine() {
        try {
            return Started.ENGINE;
        } catch (RuntimeException | LinkageError failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new BackendException(
                    "libtorch could not start (" + cause.getMessage()
                            + "); check that pytorch-native for this platform is on the class path"
                            + " and that the DJL cache folder (DJL_CACHE_DIR) is writable",
                    cause);
        }
    }
}
