package land.starkeorte.infra;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import land.starkeorte.Functions;

/**
 * A function made of nothing but what lies in its package, and the classes that it can come by: those of the objects that it
 * consists of, what these name, and so on within our own. What puts functions together names more than any of them uses.
 */
final class PackagedFunction {
    private static final String OURS = "land.starkeorte.";
    private static final String PUTS_TOGETHER = OURS + "(.*Functions|platform\\.Clients)";

    private final ClassLoader libraries;
    private final Set<Object> parts = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<String> named = new ArrayDeque<>();

    private PackagedFunction(ClassLoader libraries) {
        this.libraries = libraries;
    }

    /** Names of classes that it lacks in the folder {@code lib} of its package. */
    static Set<String> lacking(String name, Path lib) throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var libraries = new URLClassLoader(jars(lib), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(libraries);
            var function = new PackagedFunction(libraries);
            function.addParts(function.made(name));
            return function.lacking();
        } catch (InvocationTargetException notMade) {
            return Set.of(String.valueOf(notMade.getCause()));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The libraries as they were packaged, and our own classes as they are now. */
    private static URL[] jars(Path lib) throws IOException {
        var jars = new ArrayList<URL>();
        jars.add(Functions.class.getProtectionDomain().getCodeSource().getLocation());
        try (var files = Files.list(lib)) {
            for (Path jar : files.toList()) {
                if (!jar.getFileName().toString().startsWith("functions-")) {
                    jars.add(jar.toUri().toURL());
                }
            }
        }
        return jars.toArray(URL[]::new);
    }

    private Object made(String name) throws ReflectiveOperationException {
        Object all = libraries
                .loadClass(OURS + "Functions")
                .getField("REGISTRATIONS")
                .get(null);
        var context = libraries.loadClass(OURS + "assembly.FunctionContext");
        Object store = stub("Store", stub("Table", "table"));
        return all.getClass()
                .getMethod("make", String.class, context)
                .invoke(
                        all,
                        name,
                        context.getConstructors()[0].newInstance(
                                (UnaryOperator<String>) variable -> "14", store, Clock.systemUTC()));
    }

    /** What always answers the same: while functions are made, they ask for tables and their names. */
    private Object stub(String type, Object answer) throws ClassNotFoundException {
        return Proxy.newProxyInstance(
                libraries,
                new Class<?>[] {libraries.loadClass(OURS + "store." + type)},
                (self, method, arguments) -> answer);
    }

    private void addParts(Object part) throws IllegalAccessException {
        if (part == null || !parts.add(part)) {
            return;
        }
        switch (part) {
            case Collection<?> many -> {
                for (Object one : many) {
                    addParts(one);
                }
            }
            case Map<?, ?> many -> addParts(many.values());
            default -> {
                if (part.getClass().getName().startsWith(OURS)) {
                    // A lambda's code lies in the class that it stands in.
                    named.add(part.getClass().getName().replaceFirst("\\$\\$Lambda.*", ""));
                    for (Field field : part.getClass().getDeclaredFields()) {
                        if (!Modifier.isStatic(field.getModifiers())
                                && !field.getType().isPrimitive()) {
                            field.setAccessible(true);
                            addParts(field.get(part));
                        }
                    }
                }
            }
        }
    }

    private Set<String> lacking() throws IOException {
        var seen = new TreeSet<String>();
        var lacking = new TreeSet<String>();
        while (!named.isEmpty()) {
            String name = named.pop();
            if (!seen.add(name)) {
                continue;
            }
            try (InputStream code = libraries.getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (code == null) {
                    lacking.add(name);
                } else if (name.startsWith(OURS) && !name.matches(PUTS_TOGETHER)) {
                    for (var entry : ClassFile.of().parse(code.readAllBytes()).constantPool()) {
                        if (entry instanceof ClassEntry type
                                && !type.asInternalName().startsWith("[")) {
                            named.add(type.asInternalName().replace('/', '.'));
                        }
                    }
                }
            }
        }
        return lacking;
    }
}
