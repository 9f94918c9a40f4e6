package land.starkeorte.applications;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.http.HttpFunction;

/** Finds the endpoint of a path as API Gateway does. */
public record Route(String key, Map<String, String> parameters, LambdaFunction function) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");

    public static Route find(String method, String path, LambdaFunction... functions) {
        for (LambdaFunction function : functions) {
            for (String key : ((HttpFunction) function).routes()) {
                var parameters = matches(key, method + " " + path);
                if (parameters != null) {
                    return new Route(key, parameters, function);
                }
            }
        }
        throw new IllegalArgumentException("No route for " + method + " " + path);
    }

    private static Map<String, String> matches(String key, String wanted) {
        var names = PARAMETER.matcher(key).results().map(name -> name.group(1)).toList();
        var matcher =
                Pattern.compile(PARAMETER.matcher(key).replaceAll("([^/]+)")).matcher(wanted);
        if (!matcher.matches()) {
            return null;
        }
        var parameters = new HashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            parameters.put(names.get(i), matcher.group(i + 1));
        }
        return parameters;
    }
}
