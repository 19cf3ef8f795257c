package org.lowland.potential.torch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a TorchScript archive is made of.
 *
 * @param className the module's class name, a plain identifier
 * @param methods the text of its methods in TorchScript's serialized form, each indented by two spaces and reading its
 *     tensors as {@code self.name}
 * @param tensors parameters and buffers, in the order in which they are stored
 * @param extraFiles text files stored beside the code by name, as {@code torch.jit.save(..., _extra_files=...)} does;
 *     {@link TorchScriptArchive#METADATA} is the one that Lowland reads
 */
public record ScriptModule(
        String className, String methods, List<NamedTensor> tensors, Map<String, String> extraFiles) {
    /** Checks names for form and uniqueness; the collections are copied. */
    public ScriptModule {
        if (!className.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException("not an identifier: '" + className + "'");
        }
        tensors = List.copyOf(tensors);
        extraFiles = Map.copyOf(new TreeMap<>(extraFiles));
        Set<String> names = new HashSet<>();
        for (NamedTensor tensor : tensors) {
            if (!names.add(tensor.name())) {
                throw new IllegalArgumentException("two tensors named " + tensor.name());
            }
        }
    }

    /** A module without extra files. */
    public ScriptModule(String className, String methods, List<NamedTensor> tensors) {
        this(className, methods, tensors, Map.of());
    }

    /** The same module with the metadata text replaced. */
    public ScriptModule withMetadata(String json) {
        Map<String, String> files = new HashMap<>(extraFiles);
        files.put(TorchScriptArchive.METADATA, json);
        return new ScriptModule(className, methods, tensors, files);
    }

    /**
     * The same module with the values of some tensors replaced; shape and element type must be the same.
     *
     * @throws IllegalArgumentException if a name is unknown or a shape differs
     */
    public ScriptModule withValues(Collection<NamedTensor> replacements) {
        Map<String, NamedTensor> byName = new HashMap<>();
        for (NamedTensor replacement : replacements) {
            byName.put(replacement.name(), replacement);
        }
        List<NamedTensor> replaced = new ArrayList<>();
        for (NamedTensor tensor : tensors) {
            NamedTensor replacement = byName.remove(tensor.name());
            if (replacement == null) {
                replaced.add(tensor);
            } else if (replacement.tensor().toString().equals(tensor.tensor().toString())) {
                replaced.add(new NamedTensor(tensor.name(), replacement.tensor(), tensor.trainable()));
            } else {
                throw new IllegalArgumentException(
                        tensor.name() + " is " + tensor.tensor() + ", cannot become " + replacement.tensor());
            }
        }
        if (!byName.isEmpty()) {
            throw new IllegalArgumentException("no such tensors in " + className + ": " + byName.keySet());
        }
        return new ScriptModule(className, methods, replaced, extraFiles);
    }
}
