package land.starkeorte.members;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import land.starkeorte.dossiers.DossierSummary;
import land.starkeorte.dossiers.DossierTransitions;
import land.starkeorte.forms.GermanFormat;
import land.starkeorte.http.Request;
import land.starkeorte.http.Response;
import land.starkeorte.http.Routes;
import land.starkeorte.sheets.Sheet;
import land.starkeorte.sheets.SheetFiles;
import org.jspecify.annotations.Nullable;

/** All members as a table to take along. Founders have no application, and no address where none was typed. */
final class MemberExport {
    private final Members members;
    private final DossierTransitions transitions;

    MemberExport(Members members, DossierTransitions transitions) {
        this.members = members;
        this.transitions = transitions;
    }

    Routes routes() {
        return Routes.NONE.staff("GET /api/staff/exports/members", this::export);
    }

    /** @param application absent for those who never applied */
    private record Row(
            Member member,
            ProfilePublication listing,
            @Nullable DossierSummary application) {
        String land() {
            return member.municipality().land();
        }

        @Nullable
        LocalDate since() {
            return day(member.since());
        }

        @Nullable
        LocalDate proposed() {
            return listing.proposed() == null ? null : day(listing.proposedAt());
        }

        String profile() {
            if (listing.withdrawn()) {
                return "zurückgezogen";
            }
            if (listing.proposed() != null) {
                return "wartet auf Freigabe";
            }
            return listing.published() == null ? "ohne Profil" : "veröffentlicht";
        }

        @Nullable
        String contact(Function<Profile.Contact, String> part) {
            Profile published = listing.published();
            return published == null ? null : part.apply(published.contact());
        }

        @Nullable
        String answer(String path) {
            return application == null ? null : application.answers().at(path).asString("");
        }

        private static @Nullable LocalDate day(@Nullable Instant at) {
            return at == null ? null : GermanFormat.dayOf(at);
        }
    }

    private Response export(Request request) {
        var sheet = Sheet.of("Mitglieder", rows())
                .text("Kommune", row -> row.member().municipality().name())
                .text("Land", Row::land)
                .text("AGS", row -> row.member().ags())
                .day("Mitglied seit", Row::since)
                .flag("Botschafterin", row -> row.member().ambassador())
                .text("Rechnungsempfänger", row -> row.answer("/invoice/recipient"))
                .text("Straße und Hausnummer", row -> row.answer("/invoice/street"))
                .text("Postleitzahl", row -> row.answer("/invoice/postcode"))
                .text("Ort", row -> row.answer("/invoice/city"))
                .number("Personen", row -> row.member().mails().size())
                .text(
                        "Wer sich anmelden kann",
                        row -> String.join(", ", row.member().mails()))
                .text("Profil", Row::profile)
                .day("Profil veröffentlicht am", row -> Row.day(row.listing().publishedAt()))
                .day("Vorschlag vom", Row::proposed)
                .text("Kontakt im Profil", row -> row.contact(Profile.Contact::name))
                .text("Amt", row -> row.contact(Profile.Contact::office))
                .text("E-Mail", row -> row.contact(Profile.Contact::mail))
                .text("Telefon", row -> row.contact(Profile.Contact::phone));
        return SheetFiles.answer(request, "mitglieder", sheet);
    }

    private List<Row> rows() {
        List<Member> all = members.all();
        var listings =
                members.listings().stream().collect(Collectors.toMap(ProfilePublication::ags, Function.identity()));
        var applications = transitions.find(
                all.stream().map(Member::dossier).filter(Objects::nonNull).toList());
        return all.stream()
                .sorted(Comparator.comparing(member -> member.municipality().name()))
                .map(member -> new Row(
                        member,
                        listings.getOrDefault(member.ags(), ProfilePublication.none(member.ags())),
                        member.dossier() == null ? null : applications.get(member.dossier())))
                .toList();
    }
}
