package land.starkeorte.infra;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import land.starkeorte.Functions;
import land.starkeorte.assembly.FunctionContext;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.http.HttpFunction;
import land.starkeorte.platform.Clients;
import land.starkeorte.store.DynamoStore;

/** Every function, made as in a Lambda, and what it asked its environment for. */
final class MadeFunctions {
    private static final Map<String, Set<String>> VARIABLES = new TreeMap<>();
    private static final Map<String, LambdaFunction> FUNCTIONS = made();

    private MadeFunctions() {}

    private static Map<String, LambdaFunction> made() {
        System.setProperty("aws.region", "eu-central-1");
        var store = new DynamoStore(Clients.dynamoDb());
        var functions = new LinkedHashMap<String, LambdaFunction>();
        for (String name : Functions.REGISTRATIONS.names()) {
            var asked = VARIABLES.computeIfAbsent(name, one -> new TreeSet<>());
            var context = new FunctionContext(
                    variable -> {
                        asked.add(variable);
                        return "1";
                    },
                    store,
                    Clock.systemUTC());
            functions.put(name, Functions.REGISTRATIONS.make(name, context));
        }
        return functions;
    }

    /** Names of the variables that it reads. */
    static Set<String> variables(String name) {
        return VARIABLES.get(name);
    }

    /** Which route is served by which function. */
    static Map<String, String> routes() {
        var routes = new TreeMap<String, String>();
        FUNCTIONS.forEach((name, function) -> {
            if (function instanceof HttpFunction http) {
                http.routes().forEach(route -> routes.put(route, name));
            }
        });
        return routes;
    }
}
