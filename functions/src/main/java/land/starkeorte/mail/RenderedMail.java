package land.starkeorte.mail;

import java.util.List;

/** A written mail. The text says everything that the HTML says. */
record RenderedMail(String subject, String text, String html, List<File> files) {
    /**
     * What goes with it.
     *
     * @param type as MIME has it, with parameters
     */
    record File(String name, String type, String base64) {}
}
