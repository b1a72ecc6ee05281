package langmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import langmap.house.Checkout;
import org.junit.jupiter.api.Test;

/** The one jar that people run: many jars in one, whose parts may lack what stood beside them. */
final class PackagedIT {
    private static final Path JAR = Checkout.root().resolve("server/target/langmap.jar");
    private static final String SERVICES = "META-INF/services/";

    @Test
    void whatTheJarOffersToTheJdkCanBeMade() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile()); URLClassLoader inside = new URLClassLoader(new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            List<Class<?>> services = new ArrayList<>();
            Collections.list(jar.entries()).stream().map(JarEntry::getName).filter(name -> name.startsWith(SERVICES))
                .map(name -> ofJdk(name.substring(SERVICES.length()))).filter(Objects::nonNull).forEach(services::add);
            assertThat(services.contains(Driver.class)).isTrue();
            for (Class<?> service : services) {
                assertThat(ServiceLoader.load(service, inside)).as("%s", service).isNotEmpty().allMatch(service::isInstance);
            }
        }
    }

    private static Class<?> ofJdk(String name) {
        try {
            return Class.forName(name, false, ClassLoader.getPlatformClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
