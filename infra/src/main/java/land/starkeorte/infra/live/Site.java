package land.starkeorte.infra.live;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The pages and what belongs to them, built by the classes that are live, not by those that this process began with. */
final class Site {
    private static final String BUILD = "land.starkeorte.infra.site.BuildSite";

    private final Path root;
    private final Path work;
    private final Path classes;

    Site(Path root, Path work, Path classes) {
        this.root = root;
        this.work = work;
        this.classes = classes;
    }

    /** Makes the whole folder anew. */
    void build() throws IOException, Broken {
        URL[] ours = {
            classes.toUri().toURL(),
            root.resolve("infra/target/classes").toUri().toURL()
        };
        try (var loader = new OursFirst(ours)) {
            // Where the template engine looks for compiled templates.
            Thread.currentThread().setContextClassLoader(loader);
            loader.loadClass(BUILD).getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {root.toString(), work.resolve("site").toString()});
        } catch (InvocationTargetException e) {
            throw new Broken("The site does not build: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new Broken("The site does not build: " + e);
        }
    }

    /** Libraries stay loaded, which is what makes it fast; our own classes are read anew. */
    private static final class OursFirst extends URLClassLoader {
        OursFirst(URL[] ours) {
            super(ours, Site.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("land.starkeorte.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }

        @Override
        public @Nullable URL getResource(String name) {
            URL own = findResource(name);
            return own == null ? super.getResource(name) : own;
        }
    }
}
