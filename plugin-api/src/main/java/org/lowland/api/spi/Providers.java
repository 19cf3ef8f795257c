package org.lowland.api.spi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;

/**
 * The providers of one kind that are on the classpath, by id. Immutable; a new instance looks anew.
 *
 * @param <P> the kind of provider
 */
public final class Providers<P extends Provider> {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

    private final String noun;
    private final Map<String, P> byId;

    private Providers(String noun, Map<String, P> byId) {
        this.noun = noun;
        this.byId = byId;
    }

    /**
     * Finds the providers that the class path holds.
     *
     * @param kind the provider interface
     * @param noun what it provides, for messages: {@code potential}
     * @param <P> the provider interface
     * @return the providers
     * @throws BackendException when a registered class cannot be made or its id is not valid
     */
    public static <P extends Provider> Providers<P> load(Class<P> kind, String noun) {
        try {
            ClassLoader loader = Providers.class.getClassLoader();
            return of(
                    noun,
                    ServiceLoader.load(kind, loader).stream()
                            .map(ServiceLoader.Provider::get)
                            .toList());
        } catch (ServiceConfigurationError e) {
            throw new BackendException("A registered " + noun + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** {@return the potentials on the classpath} */
    public static Providers<PotentialProvider> potentials() {
        return load(PotentialProvider.class, "potential");
    }

    /** {@return the optimizers on the classpath} */
    public static Providers<OptimizerProvider> optimizers() {
        return load(OptimizerProvider.class, "optimizer");
    }

    /**
     * A fixed set of providers.
     *
     * @param noun what they provide, for messages
     * @param providers in the order of the classpath; of one id the highest rank wins, then the first
     * @param <P> the kind of provider
     * @return the providers
     * @throws BackendException when an id is not valid
     */
    public static <P extends Provider> Providers<P> of(String noun, List<P> providers) {
        List<P> sorted = new ArrayList<>(providers);
        sorted.sort(Comparator.comparingInt((P p) -> p.rank()).reversed());
        Map<String, P> byId = new LinkedHashMap<>();
        for (P provider : sorted) {
            if (!ID.matcher(provider.id()).matches()) {
                throw new BackendException("The " + noun + " id '" + provider.id() + "' of "
                        + provider.getClass().getName()
                        + " is not valid: use lower-case letters, digits and hyphens");
            }
            byId.putIfAbsent(provider.id(), provider);
        }
        return new Providers<>(noun, byId);
    }

    /** {@return all providers, the highest rank first} */
    public List<P> all() {
        return List.copyOf(byId.values());
    }

    /**
     * The provider of an id.
     *
     * @param id as typed
     * @return the provider
     * @throws InputException when there is none, with the list of the known ones
     */
    public P get(String id) {
        P provider = byId.get(id);
        if (provider == null) {
            throw new InputException("There is no " + noun + " '" + id + "'; known: "
                    + byId.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return provider;
    }
}
