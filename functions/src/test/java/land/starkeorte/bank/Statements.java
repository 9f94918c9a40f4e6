package land.starkeorte.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Bank statements as banks write them, for tests. */
public final class Statements {
    public static final String ACCOUNT = "DE02120300000000202051";

    private Statements() {}

    /** In the version that German banks send since November 2025. */
    public static String statement(String... entries) {
        return statement("08", ACCOUNT, List.of(entries));
    }

    public static String statement(String version, String account, List<String> entries) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.%s"><BkToCstmrStmt>
                <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-23T20:00:00+01:00</CreDtTm></GrpHdr>
                <Stmt><Id>S1</Id><CreDtTm>2026-11-23T20:00:00+01:00</CreDtTm>
                <Acct><Id><IBAN>%s</IBAN></Id><Ccy>EUR</Ccy></Acct>
                %s
                </Stmt></BkToCstmrStmt></Document>
                """.formatted(version, account, String.join("\n", entries));
    }

    /** A credit transfer that came in. */
    public static String credit(String amount, String payer, String... lines) {
        return entry("CRDT", amount, false, details("Dbtr", payer, "", lines));
    }

    /** Money that left. */
    public static String debit(String amount, String payee, String... lines) {
        return entry("DBIT", amount, false, details("Cdtr", payee, "", lines));
    }

    /** A credit transfer that was taken back. */
    public static String takenBack(String amount, String payer, String... lines) {
        return entry("DBIT", amount, true, details("Dbtr", payer, "", lines));
    }

    /** An own transfer that came back. */
    public static String cameBack(String amount, String payee, String... lines) {
        return entry("CRDT", amount, true, details("Cdtr", payee, "", lines));
    }

    public static String entry(String direction, String amount, boolean reversal, String details) {
        return """
                <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd>%s<Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>2026-11-23</Dt></BookgDt><ValDt><Dt>2026-11-23</Dt></ValDt><AcctSvcrRef>NONREF</AcctSvcrRef>
                <BkTxCd><Prtry><Cd>NTRF+166</Cd></Prtry></BkTxCd><NtryDtls>%s</NtryDtls></Ntry>""".formatted(amount, direction, reversal ? "<RvslInd>true</RvslInd>" : "", details);
    }

    /** @param endToEnd empty for none */
    public static String details(String role, String party, String endToEnd, String... lines) {
        var remittance = new StringBuilder();
        for (String line : lines) {
            remittance.append("<Ustrd>").append(line).append("</Ustrd>");
        }
        return """
                <TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs>%s<RltdPties><%s><Pty><Nm>%s</Nm></Pty></%s><%sAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></%sAcct></RltdPties>
                <RmtInf>%s</RmtInf></TxDtls>""".formatted(
                        endToEnd.isEmpty() ? "NOTPROVIDED" : endToEnd, "", role, party, role, role, role, remittance);
    }

    public static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] bytes(String xml) {
        return xml.getBytes(UTF_8);
    }
}
