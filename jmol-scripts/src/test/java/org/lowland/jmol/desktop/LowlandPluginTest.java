package org.lowland.jmol.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openscience.jmol.app.JmolPlugin;

@Tag("jmol")
class LowlandPluginTest {
    @Test
    void itHasEveryMethodThatTheJmolAtHandAsksFor() throws NoSuchMethodException {
        assertThat(JmolPlugin.class.getMethods()).isNotEmpty();
        for (Method asked : JmolPlugin.class.getMethods()) {
            Method there = LowlandPlugin.class.getMethod(asked.getName(), asked.getParameterTypes());
            assertThat(Modifier.isAbstract(there.getModifiers()))
                    .as(asked.toString())
                    .isFalse();
        }
    }

    @Test
    void itHasTheMethodsThatLaterReleasesAskFor() {
        LowlandPlugin plugin = new LowlandPlugin();

        assertThat(plugin.getLicense()).isEqualTo("LGPL-2.1-or-later");
        assertThat(plugin.isVisible()).isFalse();
        assertThat(plugin.isStarted()).isFalse();
    }

    @Test
    void jmolFindsItByName() throws Exception {
        Properties plugins = new Properties();
        try (InputStream file =
                LowlandPlugin.class.getResourceAsStream("/org/openscience/jmol/app/plugins/plugin.properties")) {
            plugins.load(file);
        }

        assertThat(plugins.getProperty("Lowland")).isEqualTo(LowlandPlugin.class.getName());
    }
}
