package land.starkeorte.events;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import land.starkeorte.forms.FormReader;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.members.Topic;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what the office writes about an event. */
final class EventForm {
    private static final int MOST_SEATS = 10_000;
    private static final int MOST_QUESTIONS = 5;
    private static final int MOST_ROOMS = 5;
    private static final String EUROS = "\\d{1,5}(?:,\\d{2})?";
    private static final Pattern ROOM = Pattern.compile("([^;]{1,60}?)\\s*;\\s*(" + EUROS + ")\\s*;\\s*(\\d{1,4})");

    private static final Duration LONGEST = Duration.ofDays(28);
    private static final Duration EARLIEST = Duration.ofDays(2 * 365);

    private EventForm() {}

    /** A 422 names what to mend. */
    static Event.Details read(ObjectNode typed) {
        JsonNode form = FormReader.read(typed, true, EventForm::fields);
        return new Event.Details(
                EventKind.valueOf(form.path("kind").asString()),
                form.path("title").asString(),
                form.path("text").asString(),
                form.path("programme").asString(""),
                Arrays.stream(Topic.values())
                        .filter(topic -> form.path("topics").path(topic.name()).asBoolean(false))
                        .toList(),
                moment(form.path("start").asString()),
                moment(form.path("end").asString()),
                form.path("place").asString(""),
                form.path("link").asString(""),
                Event.Audience.valueOf(form.path("audience").asString()),
                form.path("price").asString(""),
                form.path("contact").asString(),
                new Event.Terms(
                        form.path("capacity").asInt(0),
                        form.path("limit").asInt(0),
                        momentOrNone(form.path("opens").asString("")),
                        momentOrNone(form.path("closes").asString("")),
                        momentOrNone(form.path("cancelBy").asString("")),
                        form.path("needs").asBoolean(false),
                        lines(form.path("questions").asString("")),
                        cents(form.path("fee").asString("")),
                        lines(form.path("rooms").asString("")).stream()
                                .map(EventForm::room)
                                .toList(),
                        momentOrNone(form.path("freeUntil").asString("")),
                        form.has("owedAfter")
                                ? Integer.valueOf(form.path("owedAfter").asString())
                                : null));
    }

    private static void fields(FormReader form) {
        form.number("version", 0, Integer.MAX_VALUE, "Laden Sie die Seite neu.");
        form.choice(
                "kind",
                Arrays.stream(EventKind.values()).map(EventKind::name).collect(Collectors.toSet()),
                "Wählen Sie die Art der Veranstaltung.");
        form.line("title", 150, "Geben Sie der Veranstaltung einen Titel.");
        form.text("text", 5000, "Schreiben Sie, worum es geht.");
        form.optionalText("programme", 5000);
        form.group("topics", topics -> Arrays.stream(Topic.values()).forEach(topic -> topics.flag(topic.name())));
        String start = time(form, "start", "Geben Sie an, wann sie beginnt.");
        String end = time(form, "end", "Geben Sie an, wann sie endet.");
        if (!start.isEmpty() && !end.isEmpty() && !moment(end).isAfter(moment(start))) {
            form.refuse("end", "Das Ende muss nach dem Beginn liegen.");
        } else if (!start.isEmpty()
                && !end.isEmpty()
                && moment(end).isAfter(moment(start).plus(LONGEST))) {
            form.refuse("end", "Eine Veranstaltung dauert höchstens vier Wochen. Prüfen Sie Tag und Jahr.");
        }
        where(form);
        registration(form, start);
        costs(form, start);
        form.flag("following");
        form.flag("past");
        form.optionalLine("rrule", 200);
        if (lines(form.optionalText("questions", 1000)).size() > MOST_QUESTIONS) {
            form.refuse("questions", "Stellen Sie höchstens " + MOST_QUESTIONS + " Fragen, eine je Zeile.");
        }
    }

    /** Where it is, for whom, and whom to ask. */
    private static void where(FormReader form) {
        String place = form.optionalLine("place", 300);
        String link = form.optionalWeb("link", 500);
        if (place.isEmpty() && link.isEmpty()) {
            form.refuse("place", "Geben Sie einen Ort an, oder darunter die Adresse des Videogesprächs.");
        }
        form.choice(
                "audience",
                Arrays.stream(Event.Audience.values()).map(Event.Audience::name).collect(Collectors.toSet()),
                "Wählen Sie, für wen sie ist.");
        form.optionalText("price", 500);
        form.mail("contact", "Geben Sie eine E-Mail-Adresse für Fragen an.");
    }

    private static void registration(FormReader form, String start) {
        form.number(
                "capacity",
                0,
                MOST_SEATS,
                "Geben Sie die Zahl der Plätze an, höchstens 10.000; 0 heißt: ohne Anmeldung.");
        form.number("limit", 0, MOST_SEATS, "Geben Sie eine Zahl an; 0 heißt: unbegrenzt.");
        notAfter(form, "opens", start, "Die Anmeldung muss vor der Veranstaltung beginnen.");
        notAfter(form, "closes", start, "Die Anmeldung muss vor der Veranstaltung enden.");
        notAfter(form, "cancelBy", start, "Die Frist muss vor der Veranstaltung enden.");
        form.flag("needs");
    }

    private static void costs(FormReader form, String start) {
        if (!form.optionalLine("fee", 10).matches("|" + EUROS)) {
            form.refuse("fee", "Geben Sie den Betrag in Euro an, zum Beispiel 120,00.");
        }
        List<String> rooms = lines(form.optionalText("rooms", 1000));
        if (rooms.size() > MOST_ROOMS
                || !rooms.stream().allMatch(line -> ROOM.matcher(line).matches())) {
            form.refuse(
                    "rooms",
                    "Schreiben Sie je Zeile Art; Preis je Person; Betten, zum Beispiel Einzelzimmer; 240,00; 10.");
        }
        String freeUntil = notAfter(
                form, "freeUntil", start, "Die Frist für kostenloses Absagen muss vor der Veranstaltung enden.");
        String owedAfter = form.optionalLine("owedAfter", 3);
        if (!owedAfter.matches("|[1-9]\\d?|100")) {
            form.refuse("owedAfter", "Geben Sie an, wie viel Prozent des Preises zu zahlen sind, 1 bis 100.");
        } else if (owedAfter.isEmpty() && !freeUntil.isEmpty()) {
            form.refuse("owedAfter", "Geben Sie auch an, wie viel Prozent des Preises danach zu zahlen sind.");
        } else if (freeUntil.isEmpty() && !owedAfter.isEmpty()) {
            form.refuse("freeUntil", "Geben Sie auch an, bis wann das Absagen nichts kostet.");
        }
    }

    private static String notAfter(FormReader form, String name, String start, String message) {
        String typed = time(form, name, null);
        if (typed.isEmpty() || start.isEmpty()) {
            return typed;
        }
        if (moment(typed).isAfter(moment(start))) {
            form.refuse(name, message);
        } else if (moment(typed).isBefore(moment(start).minus(EARLIEST))) {
            form.refuse(name, "Das ist mehr als zwei Jahre vor der Veranstaltung. Prüfen Sie Tag und Jahr.");
        }
        return typed;
    }

    /** German time, as a browser's control writes it; an hour that the spring skips does not exist. */
    private static String time(FormReader form, String name, @Nullable String missing) {
        String typed = missing == null ? form.optionalLine(name, 16) : form.line(name, 16, missing);
        if (typed.isEmpty()) {
            return "";
        }
        try {
            LocalDateTime local = LocalDateTime.parse(typed);
            if (!ZonedDateTime.of(local, GermanFormat.ZONE).toLocalDateTime().equals(local)) {
                form.refuse(name, "Diese Stunde gibt es an dem Tag nicht: Die Uhr wird vorgestellt.");
                return "";
            }
            return typed;
        } catch (DateTimeException e) {
            form.refuse(name, "Geben Sie Tag und Uhrzeit an.");
            return "";
        }
    }

    private static Event.Terms.Room room(String line) {
        Matcher room = ROOM.matcher(line);
        if (!room.matches()) {
            throw new IllegalStateException("The form was read before");
        }
        return new Event.Terms.Room(room.group(1), cents(room.group(2)), Integer.parseInt(room.group(3)));
    }

    private static long cents(String euros) {
        return euros.isEmpty()
                ? 0
                : new BigDecimal(euros.replace(',', '.')).movePointRight(2).longValueExact();
    }

    private static @Nullable Instant momentOrNone(String typed) {
        return typed.isEmpty() ? null : moment(typed);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static Instant moment(String typed) {
        return LocalDateTime.parse(typed).atZone(GermanFormat.ZONE).toInstant();
    }
}
