package land.starkeorte.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF, the industry's own validator, says of a paper. */
public final class Standards {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Standards() {}

    /** PDF/A-3a and PDF/UA-1, without a rule that fails. */
    public static void hold(byte[] paper) {
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
            ValidationResult result = validated(paper, flavour);
            var failed = new ArrayList<String>();
            result.getFailedChecks()
                    .forEach((rule, times) -> failed.add(rule.getClause() + "-" + rule.getTestNumber()
                            + " (" + times + "): "
                            + result.getValidationProfile()
                                    .getRuleByRuleId(rule)
                                    .getDescription()));
            assertThat(failed).as(flavour.toString()).isEmpty();
            assertThat(result.isCompliant()).as(flavour.toString()).isTrue();
        }
    }

    /** For example {@code PDFA_3_A: 151 rules, 2345 checks, 0 failed}. */
    public static String report(byte[] paper, PDFAFlavour flavour) {
        ValidationResult result = validated(paper, flavour);
        return flavour + ": " + result.getValidationProfile().getRules().size() + " rules, "
                + result.getTotalAssertions() + " checks, "
                + result.getFailedChecks().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum() + " failed";
    }

    private static ValidationResult validated(byte[] paper, PDFAFlavour flavour) {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(paper), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its text without blanks, because lines are broken otherwise, and without what stands below each page. */
    public static String text(byte[] paper) throws IOException {
        var text = new StringBuilder();
        try (var pdf = Loader.loadPDF(paper)) {
            var stripper = new PDFTextStripper();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                text.append(joined(stripper.getText(pdf))
                        .replace("StarkeOrteNetzwerkSeite" + page + "von" + pdf.getNumberOfPages(), ""));
            }
        }
        return text.toString();
    }

    /** Without blanks. */
    public static String joined(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]+", "");
    }
}
