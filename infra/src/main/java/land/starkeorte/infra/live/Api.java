package land.starkeorte.infra.live;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What other classes can see of a class: as long as that stays, they need not be compiled anew. */
final class Api {
    /** Classes without a name of their own, which nobody else can name. */
    private static final Pattern ANONYMOUS = Pattern.compile(".*\\$\\d.*");

    private Api() {}

    /** Whether one of the fresh classes looks different from before, is new, or lacks a nested one that it had. */
    static boolean differs(Path classes, Path fresh) throws IOException {
        Set<Path> compiled = new HashSet<>();
        for (Path file : Folders.files(fresh)) {
            if (anonymous(file)) {
                continue;
            }
            Path place = fresh.relativize(file);
            Path before = classes.resolve(place);
            if (!Files.exists(before) || !of(file).equals(of(before))) {
                return true;
            }
            compiled.add(place);
        }
        for (Path outer : compiled) {
            String name = outer.getFileName().toString();
            if (!name.contains("$") && outer.getParent() != null) {
                String nested = name.replace(".class", "$");
                try (Stream<Path> files = Files.list(classes.resolve(outer).resolveSibling(""))) {
                    if (files.filter(file -> file.getFileName().toString().startsWith(nested))
                            .anyMatch(file -> !anonymous(file) && !compiled.contains(classes.relativize(file)))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean anonymous(Path file) {
        return ANONYMOUS.matcher(file.getFileName().toString()).matches();
    }

    private static List<String> of(Path file) throws IOException {
        ClassModel model = ClassFile.of().parse(file);
        var seen = new ArrayList<String>();
        seen.add(model.flags().flagsMask() + " " + model.superclass() + " " + model.interfaces());
        model.findAttribute(Attributes.signature())
                .ifPresent(one -> seen.add(one.signature().stringValue()));
        model.findAttribute(Attributes.permittedSubclasses())
                .ifPresent(one -> seen.add(one.permittedSubclasses().toString()));
        model.findAttribute(Attributes.record())
                .ifPresent(one -> one.components().forEach(part -> seen.add(part.name() + " " + part.descriptor())));
        for (var field : model.fields()) {
            if (!field.flags().has(AccessFlag.PRIVATE)) {
                seen.add(field.flags().flagsMask() + " " + field.fieldName() + " " + field.fieldType()
                        + field.findAttribute(Attributes.signature())
                                .map(one -> one.signature().stringValue())
                        + field.findAttribute(Attributes.constantValue())
                                .map(one -> one.constant().constantValue()));
            }
        }
        for (var method : model.methods()) {
            if (!method.flags().has(AccessFlag.PRIVATE)) {
                seen.add(method.flags().flagsMask() + " " + method.methodName() + " " + method.methodType()
                        + method.findAttribute(Attributes.signature())
                                .map(one -> one.signature().stringValue())
                        + method.findAttribute(Attributes.exceptions())
                                .map(one -> one.exceptions().toString()));
            }
        }
        return seen;
    }
}
