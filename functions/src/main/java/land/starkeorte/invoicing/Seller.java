package land.starkeorte.invoicing;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Optional;

/**
 * Who invoices.
 *
 * @param networkTaxNumber the tax office's number for the network
 * @param networkTaxReason why no VAT is shown, as the invoice says it
 * @param networkContact whom a buyer can ask
 */
public record Seller(
        String networkName,
        String networkStreet,
        String networkPostcode,
        String networkCity,
        String networkTaxNumber,
        String networkTaxReason,
        String networkContact,
        String networkPhone,
        String networkMail,
        String networkIban,
        String networkBic) {
    /** What an e-invoice must say of its sender, and this does not (EN 16931 BR-06, BR-50; XRechnung BR-DE-2 to BR-DE-7). */
    Optional<String> fault() {
        return missing(Map.of(
                        "Name", networkName,
                        "Postleitzahl", networkPostcode,
                        "Ort", networkCity,
                        "Steuernummer", networkTaxNumber,
                        "Ansprechperson", networkContact,
                        "Telefon", networkPhone,
                        "E-Mail-Adresse", networkMail,
                        "IBAN", networkIban))
                .map(missing -> "Die Angaben des Netzwerks sind nicht vollständig: " + missing + ".");
    }

    static Optional<String> missing(Map<String, String> needed) {
        return Optional.of(needed.entrySet().stream()
                        .filter(part -> part.getValue().isBlank())
                        .map(Map.Entry::getKey)
                        .sorted()
                        .collect(joining(", ")))
                .filter(missing -> !missing.isEmpty());
    }
}
