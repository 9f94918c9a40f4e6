package land.starkeorte.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import land.starkeorte.http.FieldError;
import land.starkeorte.http.Problem;
import land.starkeorte.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a form's JSON field by field into a clean copy, and gathers what is wrong. An unfinished form may leave anything
 * out; what it does say must be well-formed all the same. Fields that nobody asked for are refused.
 */
public final class FormReader {
    private final JsonNode typed;
    private final String path;
    private final boolean complete;
    private final ObjectNode clean;
    private final List<FieldError> errors;
    private final Set<String> known = new TreeSet<>();

    private FormReader(JsonNode typed, String path, boolean complete, ObjectNode clean, List<FieldError> errors) {
        this.typed = typed;
        this.path = path;
        this.complete = complete;
        this.clean = clean;
        this.errors = errors;
    }

    /** Everything that a complete form would still need mended; nothing is thrown. */
    public static List<FieldError> missing(ObjectNode typed, Consumer<FormReader> form) {
        var errors = new ArrayList<FieldError>();
        new FormReader(typed, "", true, Json.MAPPER.createObjectNode(), errors).readBy(form);
        return errors;
    }

    /** The cleaned form, or a 422 that names every field to mend. */
    public static ObjectNode read(ObjectNode typed, boolean complete, Consumer<FormReader> form) {
        var clean = Json.MAPPER.createObjectNode();
        var errors = new ArrayList<FieldError>();
        new FormReader(typed, "", complete, clean, errors).readBy(form);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return clean;
    }

    /** A whole number that says what somebody has read, such as a version. Nobody types it, so a 400 tells the page. */
    public static int whole(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (!isWhole(value)) {
            throw Problem.malformed("Das Feld „" + name + "“ muss eine ganze Zahl sein.");
        }
        return value.asInt();
    }

    /** A group of fields. */
    public void group(String name, Consumer<FormReader> form) {
        JsonNode value = value(name);
        if (isAbsent(value) && !complete) {
            return;
        }
        if (!isAbsent(value) && !value.isObject()) {
            refuse(name, "Hier wird eine Gruppe von Angaben erwartet.");
            return;
        }
        new FormReader(value, path + name + ".", complete, clean.putObject(name), errors).readBy(form);
    }

    /** A list of groups, for example contacts. */
    public void list(String name, int least, int most, String missing, Consumer<FormReader> each) {
        JsonNode value = value(name);
        if (!isAbsent(value) && !value.isArray()) {
            refuse(name, "Hier wird eine Liste erwartet.");
        } else if (value.size() > most) {
            refuse(name, "Höchstens " + most + " Einträge sind möglich.");
        } else {
            if (complete && value.size() < least) {
                refuse(name, missing);
            }
            var entries = clean.putArray(name);
            for (int i = 0; i < value.size(); i++) {
                if (value.get(i).isObject()) {
                    new FormReader(value.get(i), path + name + "." + i + ".", complete, entries.addObject(), errors)
                            .readBy(each);
                } else {
                    refuse(name + "." + i, "Hier wird eine Gruppe von Angaben erwartet.");
                }
            }
        }
    }

    /** One line that must be there in a complete form. */
    public String line(String name, int longest, String missing) {
        return string(name, longest, missing, false);
    }

    /** One line that may be empty. */
    public String optionalLine(String name, int longest) {
        return string(name, longest, null, false);
    }

    /** A mail address that must be there in a complete form. */
    public String mail(String name, String missing) {
        return address(name, line(name, MailAddresses.LONGEST, missing));
    }

    /** A mail address that may be empty. */
    public String optionalMail(String name) {
        return address(name, optionalLine(name, MailAddresses.LONGEST));
    }

    /** An address on the web that must be there in a complete form. */
    public String web(String name, int longest, String missing) {
        return webAddress(name, line(name, longest, missing));
    }

    /** An address on the web that may be empty. */
    public String optionalWeb(String name, int longest) {
        return webAddress(name, optionalLine(name, longest));
    }

    private String webAddress(String name, String typed) {
        if (!typed.isEmpty() && !WebAddresses.isValid(typed)) {
            refuse(
                    name,
                    "Geben Sie die Adresse so an, wie sie im Browser steht, mit https:// am Anfang und ohne Namen vor einem @.");
        }
        return typed;
    }

    private String address(String name, String mail) {
        if (!mail.isEmpty() && !MailAddresses.isValid(mail)) {
            refuse(name, "Geben Sie die E-Mail-Adresse in der Form name@gemeinde.de an.");
        }
        return mail;
    }

    /** Several lines that must be there in a complete form. */
    public String text(String name, int longest, String missing) {
        return string(name, longest, missing, true);
    }

    /** Several lines that may be empty. */
    public String optionalText(String name, int longest) {
        return string(name, longest, null, true);
    }

    /** One of the given values. */
    public void choice(String name, Set<String> values, String missing) {
        String value = string(name, 40, missing, false);
        if (!value.isEmpty() && !values.contains(value)) {
            refuse(name, missing);
        }
    }

    /** An amount that may be left out, above zero; in the copy it is in cents. */
    public void euros(String name, String wrong) {
        String typed = optionalLine(name, 20);
        clean.remove(name);
        if (!typed.isEmpty()) {
            GermanFormat.cents(typed)
                    .ifPresentOrElse(cents -> clean.put(name, cents.longValue()), () -> refuse(name, wrong));
        }
    }

    /** A whole number. */
    public void number(String name, int least, int most, String missing) {
        JsonNode value = value(name);
        if (isAbsent(value)) {
            if (complete) {
                refuse(name, missing);
            }
        } else if (!isWhole(value) || value.asInt() < least || value.asInt() > most) {
            refuse(name, missing);
        } else {
            clean.put(name, value.asInt());
        }
    }

    /** A consent that a complete form must give. */
    public void consent(String name, String missing) {
        JsonNode value = value(name);
        if (!isAbsent(value) && !value.isBoolean()) {
            refuse(name, "Hier wird „ja“ oder „nein“ erwartet.");
        } else if (value.asBoolean(false)) {
            clean.put(name, true);
        } else if (complete) {
            refuse(name, missing);
        }
    }

    /** Yes or no, where no is an answer. */
    public void flag(String name) {
        JsonNode value = value(name);
        if (isAbsent(value)) {
            clean.put(name, false);
        } else if (value.isBoolean()) {
            clean.put(name, value.asBoolean());
        } else {
            refuse(name, "Hier wird „ja“ oder „nein“ erwartet.");
        }
    }

    /** Says what is wrong with a field, in words that tell how to mend it. */
    public void refuse(String name, String message) {
        errors.add(new FieldError(path + name, message));
    }

    private void readBy(Consumer<FormReader> form) {
        form.accept(this);
        if (!known.containsAll(typed.propertyNames())) {
            // The name itself comes from outside: it is not repeated.
            errors.add(
                    new FieldError(path + "*", "Die Anfrage enthält ein unbekanntes Feld. Laden Sie die Seite neu."));
        }
    }

    private String string(String name, int longest, @Nullable String missing, boolean severalLines) {
        JsonNode value = value(name);
        if (!isAbsent(value) && value.getNodeType() != JsonNodeType.STRING) {
            refuse(name, "Hier wird Text erwartet.");
            return "";
        }
        String text = TypedText.clean(value.asString(""));
        if (text.isEmpty()) {
            if (complete && missing != null) {
                refuse(name, missing);
            }
        } else if (text.length() > longest) {
            refuse(
                    name,
                    "Bitte kürzen Sie auf höchstens %,d Zeichen; jetzt sind es %,d."
                            .formatted(longest, text.length())
                            .replace(',', '.'));
        } else if (!TypedText.isReadable(text, severalLines)) {
            refuse(
                    name,
                    severalLines
                            ? "Der Text enthält Steuerzeichen oder Zeichen, die nicht lesbar angekommen sind (\uFFFD). Bitte tippen Sie die Stelle neu."
                            : "Bitte nur eine Zeile, ohne Steuerzeichen und unlesbare Zeichen (\uFFFD).");
        } else {
            clean.put(name, text);
            return text;
        }
        return "";
    }

    private JsonNode value(String name) {
        known.add(name);
        return typed.path(name);
    }

    /** What an int can hold; Jackson throws at everything else. */
    private static boolean isWhole(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToInt();
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
