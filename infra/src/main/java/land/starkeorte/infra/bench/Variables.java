package land.starkeorte.infra.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The variables that the template gives a function, so that a bench never lacks one that has come since. */
final class Variables {
    private Variables() {}

    /** Of the function of this name, with parameters at their defaults and everything else by its name. */
    @SuppressWarnings("unchecked")
    static Map<String, String> of(Path file, String function) throws IOException {
        Map<String, Map<String, Map<String, Object>>> template =
                new Yaml(new ShortForms()).load(Files.readString(file));
        var parameters = template.getOrDefault("Parameters", Map.of());
        var variables = new LinkedHashMap<String, String>();
        for (Map<String, Object> resource :
                template.getOrDefault("Resources", Map.of()).values()) {
            var properties = (Map<String, Object>) resource.getOrDefault("Properties", Map.of());
            var environment = (Map<String, Map<String, Object>>) properties.getOrDefault("Environment", Map.of());
            var own = environment.getOrDefault("Variables", Map.of());
            if (function.equals(own.get("SPRING_CLOUD_FUNCTION_DEFINITION"))) {
                own.forEach((name, value) -> {
                    var parameter = parameters.getOrDefault(value.toString(), Map.of());
                    variables.put(name, parameter.getOrDefault("Default", value).toString());
                });
            }
        }
        return variables;
    }

    private static LoaderOptions anyNumberOfAliases() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        return options;
    }

    /** Read as what they hold: {@code !Ref StaffAddress} as {@code StaffAddress}. */
    private static final class ShortForms extends SafeConstructor {
        ShortForms() {
            super(anyNumberOfAliases());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return switch (node) {
                        case ScalarNode scalar -> scalar.getValue();
                        case SequenceNode sequence -> constructSequence(sequence);
                        case MappingNode mapping -> constructMapping(mapping);
                        default -> throw new IllegalStateException("Unknown node " + node.getTag());
                    };
                }
            });
            yamlConstructors.remove(Tag.TIMESTAMP);
        }
    }
}
