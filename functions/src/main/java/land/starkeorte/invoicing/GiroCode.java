package land.starkeorte.invoicing;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;

/** What a banking app scans: EPC069-12, version 2, SEPA credit transfer. */
public final class GiroCode {
    private static final int BORDER = 4;
    private static final int SCALE = 6;

    private final QrCode code;

    /**
     * The code as a picture.
     *
     * @param text what the transfer says, at most 140 characters
     */
    public GiroCode(String name, String iban, String bic, long cents, String text) {
        code = QrCode.encodeText(content(name, iban, bic, cents, text), QrCode.Ecc.MEDIUM);
    }

    static String content(String name, String iban, String bic, long cents, String text) {
        String amount = String.format(Locale.ROOT, "EUR%d.%02d", cents / 100, cents % 100);
        return String.join(
                "\n",
                "BCD",
                "002",
                "1",
                "SCT",
                bic.replace(" ", ""),
                name,
                iban.replace(" ", ""),
                amount,
                "",
                "",
                text,
                "");
    }

    /** A drawing, to be shown as an image. */
    public String svg() {
        int side = code.size + 2 * BORDER;
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + BORDER, y + BORDER));
                }
            }
        }
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" shape-rendering=\"crispEdges\">"
                        + "<path fill=\"#fff\" d=\"M0 0h%1$dv%1$dH0z\"/><path d=\"%2$s\"/></svg>")
                .formatted(side, path);
    }

    /** A picture for the printed page, as a data address. */
    public String png() {
        int side = (code.size + 2 * BORDER) * SCALE;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, code.getModule(x / SCALE - BORDER, y / SCALE - BORDER) ? 0 : 0xFFFFFF);
            }
        }
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
