package land.starkeorte.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of phones, programs and printers, drawn for a page. */
class PicturesTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");

    /** What is allocated, which is more than what is ever held at once, fits into the smallest function. */
    @ParameterizedTest
    @CsvSource({"jpg, 8000, 6000", "png, 8000, 6000", "jpg, 10000, 10000"})
    void aPictureOfAPhoneIsDrawnInLittleMemory(String format, int width, int height) throws IOException {
        byte[] photo = picture(format, width, height);
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Pictures.Shown shown = Pictures.draw(new ByteArrayInputStream(photo));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(160L * 1024 * 1024);
        assertThat(Math.max(shown.width(), shown.height())).isEqualTo(Pictures.WIDEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pillow-baseline.jpg",
                "pillow-progressive.jpg",
                "pillow-cmyk.jpg",
                "phone-second-picture.jpg",
                "pillow-rgb.png",
                "pillow-palette.png"
            })
    void theWallIsBrownAndTheSkyIsGreenHoweverItIsWritten(String name) throws IOException {
        BufferedImage drawn = drawn(name);
        assertThat(near(drawn.getRGB(160, 180), new Color(150, 90, 60))).isTrue();
        assertThat(near(drawn.getRGB(10, 10), new Color(214, 228, 210))).isTrue();
    }

    @Test
    void aPictureThatWasTakenSidewaysIsUpright() throws IOException {
        BufferedImage drawn = drawn("phone-sideways.jpg");
        assertThat(drawn.getWidth()).isEqualTo(240);
        assertThat(near(drawn.getRGB(60, 160), new Color(150, 90, 60)))
                .as("the wall has turned to the left")
                .isTrue();
        assertThat(near(drawn.getRGB(230, 10), new Color(214, 228, 210))).isTrue();
    }

    private static BufferedImage drawn(String name) throws IOException {
        Pictures.Shown shown = Pictures.draw(Files.newInputStream(CORPUS.resolve(name)));
        return ImageIO.read(new ByteArrayInputStream(shown.jpeg()));
    }

    private static boolean near(int rgb, Color wanted) {
        var there = new Color(rgb);
        return Math.abs(there.getRed() - wanted.getRed()) < 30
                && Math.abs(there.getGreen() - wanted.getGreen()) < 30
                && Math.abs(there.getBlue() - wanted.getBlue()) < 30;
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR), format, bytes);
        return bytes.toByteArray();
    }
}
