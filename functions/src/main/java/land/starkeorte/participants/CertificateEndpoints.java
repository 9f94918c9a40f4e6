package land.starkeorte.participants;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import land.starkeorte.events.Event;
import land.starkeorte.events.EventWords;
import land.starkeorte.events.Events;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.http.Problem;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.pdf.PdfPrinter;
import land.starkeorte.registering.RegistrationAccess;
import land.starkeorte.registrations.Registration;

/** Certificates of attendance, for those who were there. Printed when asked for, and kept nowhere. */
final class CertificateEndpoints {
    private final RegistrationAccess registrationAccess;
    private final Events events;
    private final Attendances attendance;
    private final PdfPrinter printer;
    private final List<String> network;
    private final Clock clock;

    /** @param network name and address of who certifies */
    CertificateEndpoints(
            RegistrationAccess registrationAccess,
            Events events,
            Attendances attendance,
            PdfPrinter printer,
            List<String> network,
            Clock clock) {
        this.registrationAccess = registrationAccess;
        this.events = events;
        this.attendance = attendance;
        this.printer = printer;
        this.network = network;
        this.clock = clock;
    }

    Routes routes() {
        return Routes.NONE
                .open("GET /api/events/{event}/registrations/{registration}/certificates/{person}", this::print)
                .only(
                        "GET /api/member/events/{event}/registrations/{registration}/certificates/{person}",
                        this::print,
                        "member",
                        "founder");
    }

    void prime() {
        printer.print(
                "certificate",
                Map.of(
                        "network",
                        network,
                        "name",
                        "Anna",
                        "title",
                        "Treffen",
                        "when",
                        "heute",
                        "place",
                        "hier",
                        "programme",
                        List.of("Ankommen"),
                        "day",
                        "heute"));
    }

    private Response print(Request request) {
        Registration own = registrationAccess.own(request);
        Event event = RegistrationAccess.event(events, request);
        int number = request.path("person").matches("[0-9]") ? Integer.parseInt(request.path("person")) : -1;
        if (event.state() == Event.State.CANCELLED) {
            throw Problem.refused("Diese Veranstaltung fiel aus. Dafür gibt es keine Bescheinigung.");
        }
        if (!event.isOver(clock.instant())) {
            throw Problem.refused("Die Bescheinigung gibt es nach der Veranstaltung.");
        }
        boolean present = attendance
                .find(event.id(), own.id(), number)
                .filter(Attendance::present)
                .isPresent();
        if (!present
                || number >= own.size()
                || own.delegation().people().get(number).name().isEmpty()) {
            throw Problem.notFound("Für diese Person ist keine Teilnahme vermerkt. Fragen Sie die Geschäftsstelle: "
                    + event.details().contact());
        }
        Event.Details details = event.details();
        byte[] pdf = printer.print(
                "certificate",
                Map.of(
                        "network", network,
                        "name", own.delegation().people().get(number).name(),
                        "title", details.title(),
                        "when", EventWords.when(details),
                        "place", details.place().isEmpty() ? "online" : details.place(),
                        "programme", EventWords.paragraphs(details.programme()),
                        "day", GermanFormat.day(GermanFormat.dayOf(clock.instant()))));
        return Response.file("application/pdf", "Teilnahmebescheinigung.pdf", pdf);
    }
}
