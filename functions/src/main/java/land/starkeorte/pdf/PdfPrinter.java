package land.starkeorte.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Prints pages to PDF that lasts (PDF/A-3a, ISO 19005-3) and that screen readers can read (PDF/UA, ISO 14289-1): tagged, with
 * title, language and embedded fonts.
 */
public final class PdfPrinter {
    private static final String FONT = "Source Sans";
    private static final Typeface REGULAR = new Typeface("Regular");
    private static final Typeface BOLD = new Typeface("Bold");

    static {
        // It would tell of every font it loads.
        XRLog.setLoggingEnabled(false);
    }

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, PdfPrinter.class.getClassLoader(), "land.starkeorte.pdf.pages");

    /**
     * The page as PDF.
     *
     * @param page the template's name
     */
    public byte[] print(String page, Map<String, Object> parameters) {
        var html = new StringOutput();
        engine.render(page + ".jte", parameters, html);
        var pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A)
                    .usePdfUaAccessibility(true)
                    .useFont(() -> new ByteArrayInputStream(REGULAR.file()), FONT, 400, FontStyle.NORMAL, true)
                    .useFont(() -> new ByteArrayInputStream(BOLD.file()), FONT, 700, FontStyle.NORMAL, true)
                    .useColorProfile(profile())
                    .withProducer("Starke Orte")
                    .withHtmlContent(REGULAR.printable(html.toString()), null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    /** sRGB, from the JDK: what lasts must say what its colours mean. */
    private static byte[] profile() {
        return java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_sRGB)
                .getData();
    }
}
