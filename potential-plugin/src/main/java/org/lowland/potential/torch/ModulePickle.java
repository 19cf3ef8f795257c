package org.lowland.potential.torch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The pickle of a module object whose attributes are tensors in numbered storages: the subset of pickle protocol 2 that
 * libtorch's unpickler reads ({@code torch/csrc/jit/serialization/unpickler.cpp}). Opcodes are named as in Python's
 * {@code pickletools}.
 */
final class ModulePickle {
    private static final int PROTO = 0x80;
    private static final int GLOBAL = 'c';
    private static final int MARK = '(';
    private static final int TUPLE = 't';
    private static final int EMPTY_TUPLE = ')';
    private static final int EMPTY_DICT = '}';
    private static final int NEWOBJ = 0x81;
    private static final int SETITEMS = 'u';
    private static final int BUILD = 'b';
    private static final int REDUCE = 'R';
    private static final int BINPERSID = 'Q';
    private static final int BINUNICODE = 'X';
    private static final int BININT = 'J';
    private static final int NEWTRUE = 0x88;
    private static final int NEWFALSE = 0x89;
    private static final int STOP = '.';

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private ModulePickle() {}

    static byte[] of(ScriptModule module) {
        ModulePickle pickle = new ModulePickle();
        pickle.ops(PROTO, 2);
        pickle.global("__torch__", module.className());
        pickle.ops(EMPTY_TUPLE, NEWOBJ, EMPTY_DICT, MARK);
        int storage = 0;
        for (NamedTensor tensor : module.tensors()) {
            pickle.text(tensor.name());
            pickle.tensor(storage++, tensor);
        }
        pickle.text("training");
        pickle.ops(NEWFALSE, SETITEMS, BUILD, STOP);
        return pickle.out.toByteArray();
    }

    static byte[] emptyTuple() {
        return new byte[] {(byte) PROTO, 2, EMPTY_TUPLE, STOP};
    }

    private void tensor(int storage, NamedTensor named) {
        HostTensor tensor = named.tensor();
        long[] shape = tensor.shape();
        global("torch._utils", "_rebuild_tensor_v2");
        ops(MARK, MARK);
        text("storage");
        global("torch", storageClass(tensor.type()));
        text(Integer.toString(storage));
        text("cpu");
        integer(tensor.size());
        ops(TUPLE, BINPERSID);
        integer(0);
        integers(shape);
        integers(rowMajorStrides(shape));
        ops(named.trainable() ? NEWTRUE : NEWFALSE);
        global("collections", "OrderedDict");
        ops(EMPTY_TUPLE, REDUCE, TUPLE, REDUCE);
    }

    private static String storageClass(HostTensor.Type type) {
        return switch (type) {
            case FLOAT32 -> "FloatStorage";
            case FLOAT64 -> "DoubleStorage";
            case INT64 -> "LongStorage";
            case BOOLEAN -> "BoolStorage";
        };
    }

    private static long[] rowMajorStrides(long[] shape) {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
    }

    private void ops(int... opcodes) {
        for (int opcode : opcodes) {
            out.write(opcode);
        }
    }

    private void global(String module, String name) {
        ops(GLOBAL);
        out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        ops(BINUNICODE);
        int32(bytes.length);
        out.writeBytes(bytes);
    }

    private void integers(long[] values) {
        ops(MARK);
        for (long value : values) {
            integer(value);
        }
        ops(TUPLE);
    }

    private void integer(long value) {
        ops(BININT);
        int32(Math.toIntExact(value));
    }

    private void int32(int value) {
        ops(value & 255, value >>> 8 & 255, value >>> 16 & 255, value >>> 24);
    }
}
