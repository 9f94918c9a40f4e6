package land.starkeorte.bank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the bank says about one payment, or about all of an entry. */
final class EntryPart {
    @Nullable
    BigDecimal amount;

    String currency = "";
    String direction = "";
    boolean returned;
    String debtor = "";
    String debtorAccount = "";
    String creditor = "";
    String creditorAccount = "";
    String ultimateDebtor = "";
    String ultimateCreditor = "";
    String bankReference = "";
    final StringBuilder remittance = new StringBuilder();
    final List<String> texts = new ArrayList<>();

    /** The bank's own. */
    final List<String> remarks = new ArrayList<>();

    /** Lines are cut inside words: one text, as it was written before the bank cut it. */
    List<String> allTexts() {
        return remittance.isEmpty()
                ? texts
                : Stream.concat(Stream.of(remittance.toString()), texts.stream())
                        .toList();
    }

    /** Some value that is neither amount nor day; {@code at} is its place within the payment. */
    void take(String at, String value) {
        switch (at) {
            case "/CdtDbtInd" -> direction = value;
            case "/Refs/AcctSvcrRef" -> bankReference = value;
            case "/RltdPties/Dbtr/Nm", "/RltdPties/Dbtr/Pty/Nm" -> debtor = value;
            case "/RltdPties/Cdtr/Nm", "/RltdPties/Cdtr/Pty/Nm" -> creditor = value;
            case "/RltdPties/UltmtDbtr/Nm", "/RltdPties/UltmtDbtr/Pty/Nm" -> ultimateDebtor = value;
            case "/RltdPties/UltmtCdtr/Nm", "/RltdPties/UltmtCdtr/Pty/Nm" -> ultimateCreditor = value;
            case "/RltdPties/DbtrAcct/Id/IBAN", "/RltdPties/DbtrAcct/Id/Othr/Id" -> debtorAccount = value;
            case "/RltdPties/CdtrAcct/Id/IBAN", "/RltdPties/CdtrAcct/Id/Othr/Id" -> creditorAccount = value;
            case "/RmtInf/Ustrd" ->
                remittance.append(remittance.isEmpty() ? "" : "\n").append(value);
            case "/RmtInf/Strd/CdtrRefInf/Ref",
                    "/RmtInf/Strd/AddtlRmtInf",
                    "/RmtInf/Strd/RfrdDocInf/Nb",
                    "/Refs/EndToEndId",
                    "/Refs/InstrId" -> texts.add(value);
            case "/AddtlTxInf" -> remarks.add(value);
            default -> {
                if (at.startsWith("/RtrInf/")) {
                    returned = true;
                }
            }
        }
    }
}
