package land.starkeorte.applications;

import land.starkeorte.platform.Json;
import tools.jackson.databind.node.ObjectNode;

/** Forms as people fill them in. */
public final class Forms {
    /** Who is named in a complete form. */
    public static final String MAIL = "anne@gemeinde.example";

    private Forms() {}

    /** Everything that an application needs. */
    public static ObjectNode complete() {
        return (ObjectNode) Json.MAPPER.readTree("""
                {"municipality":{"ags":"03159016","population":8700},
                 "contacts":[{"name":"Änne Groß","office":"Bürgermeisterin","mail":"anne@gemeinde.example","phone":"0551 1234-0"}],
                 "attitude":"Gemeinwohl zuerst.","motivation":"Das alte Kino steht leer.","expectations":"Austausch.",
                 "projects":[{"title":"Kino","place":"Marktstraße 4","state":"planning","learned":"Brandschutz früh klären."}],
                 "experience":"Ein Bahnhof.","time":{"hours":"two"},
                 "invoice":{"recipient":"Stadt Göttingen","street":"Am Markt 1","postcode":"37073","city":"Göttingen",
                            "leitwegId":"04011000-1234512345-06","format":"xrechnung"},
                 "agreement":{"fee":true,"privacy":true}}""");
    }

    public static String withMail(String mail) {
        return "{\"contacts\":[{\"mail\":\"" + mail + "\"}]}";
    }
}
