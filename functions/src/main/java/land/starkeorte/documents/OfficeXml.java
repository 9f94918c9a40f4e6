package land.starkeorte.documents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the XML parts of an office file once, as a stream, and ends the check where one of them starts or fetches something. */
final class OfficeXml {
    /** More between two tags is no text that anybody wrote. */
    private static final int LONGEST_TEXT = 8 * 1024 * 1024;

    private static final int DEEPEST = 100;

    /** What a relationship of OOXML (ISO 29500-2) may not lead to, by the last word of its type. */
    private static final Map<String, RejectionReason> RELATIONS = Map.ofEntries(
            Map.entry("vbaproject", RejectionReason.MACROS),
            Map.entry("wordvbadata", RejectionReason.MACROS),
            Map.entry("attachedtoolbars", RejectionReason.MACROS),
            Map.entry("xlmacrosheet", RejectionReason.MACROS),
            Map.entry("xlintlmacrosheet", RejectionReason.MACROS),
            Map.entry("control", RejectionReason.MACROS),
            Map.entry("activexcontrolbinary", RejectionReason.MACROS),
            Map.entry("extensibility", RejectionReason.MACROS),
            Map.entry("usercustomization", RejectionReason.MACROS),
            Map.entry("webextension", RejectionReason.MACROS),
            Map.entry("webextensiontaskpanes", RejectionReason.MACROS),
            Map.entry("oleobject", RejectionReason.EMBEDDED),
            Map.entry("afchunk", RejectionReason.EMBEDDED),
            Map.entry("subdocument", RejectionReason.OUTSIDE),
            Map.entry("connections", RejectionReason.OUTSIDE),
            Map.entry("querytable", RejectionReason.OUTSIDE));

    /** Elements that fetch or start something by themselves. */
    private static final Map<String, RejectionReason> ELEMENTS = Map.ofEntries(
            Map.entry("ddeLink", RejectionReason.OUTSIDE),
            Map.entry("oleLink", RejectionReason.OUTSIDE),
            Map.entry("dde-connection-decl", RejectionReason.OUTSIDE),
            Map.entry("dde-source", RejectionReason.OUTSIDE),
            Map.entry("dde-link", RejectionReason.OUTSIDE),
            Map.entry("event-listener", RejectionReason.MACROS),
            Map.entry("applet", RejectionReason.MACROS),
            Map.entry("plugin", RejectionReason.EMBEDDED),
            Map.entry("object-ole", RejectionReason.EMBEDDED),
            Map.entry("floating-frame", RejectionReason.OUTSIDE),
            Map.entry("auto-reload", RejectionReason.OUTSIDE),
            Map.entry("database-source-sql", RejectionReason.OUTSIDE));

    /** What a person clicks, and what nothing follows. */
    private static final Set<String> CLICKED =
            Set.of("a", "button", "area-rectangle", "area-circle", "area-polygon", "template", "hyperlink-behaviour");

    /** Word's fields that start programs or fetch files. */
    private static final Set<String> FIELDS =
            Set.of("DDE", "DDEAUTO", "LINK", "INCLUDETEXT", "IMPORT", "DATABASE", "RD");

    private static final Set<String> FORMULAS =
            Set.of("f", "formula", "formula1", "formula2", "definedName", "oldFormula");

    private static final Pattern FETCHING = Pattern.compile(
            "\\b(DDE|WEBSERVICE|IMAGE|RTD|CALL|REGISTER(\\.ID)?|EXEC|SQL\\.REQUEST)\\s*\\(", Pattern.CASE_INSENSITIVE);

    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"");
    private static final Pattern SHEETS = Pattern.compile("'[^']*'");
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|[/\\\\]{2}.*|\\.\\./.*");
    private static final Pattern OWN_DISK = Pattern.compile("(?i)(file:/{2,3})?[a-z]:[/\\\\].*|[^/\\\\:]+");

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    private final FileType kind;

    OfficeXml(FileType kind) {
        this.kind = kind;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    }

    static boolean isXml(byte[] head) {
        for (byte b : head) {
            // Marks of the encoding, zeros of UTF-16 and blanks may stand before the first tag.
            if (b == '<') {
                return true;
            }
            if (b > ' ') {
                return false;
            }
        }
        return false;
    }

    void read(String name, InputStream content) throws XMLStreamException {
        XMLStreamReader part = factory.createXMLStreamReader(new Bounded(content));
        var reading = new Reading(name.toLowerCase(Locale.ROOT).endsWith(".rels"));
        boolean dtd = false;
        while (part.hasNext()) {
            switch (part.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (part.getLocalName().equals("svg") && reading.isRoot()) {
                        // A drawing: nothing of it is run where it is shown as a picture.
                        return;
                    }
                    refuse(dtd ? RejectionReason.FOREIGN : null);
                    reading.begin(part);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> reading.text(part.getText());
                case XMLStreamConstants.END_ELEMENT -> reading.end(part.getLocalName());
                case XMLStreamConstants.DTD -> dtd = true;
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new RefusedException(RejectionReason.FOREIGN);
                default -> {}
            }
        }
        part.close();
    }

    /** One part. */
    private final class Reading {
        private final boolean relations;

        /** Fields stand in each other; the words of one may be spread over many runs. */
        private final Deque<StringBuilder> fields = new ArrayDeque<>();

        private @Nullable StringBuilder collected;
        private boolean begun;

        Reading(boolean relations) {
            this.relations = relations;
        }

        boolean isRoot() {
            return !begun;
        }

        void begin(XMLStreamReader part) {
            begun = true;
            String element = part.getLocalName();
            if (relations && element.equals("Relationship")) {
                relation(part);
                return;
            }
            refuse(ELEMENTS.get(element));
            switch (element) {
                case "fldChar" -> field(attribute(part, "fldCharType"));
                case "fldSimple" -> instruction(attribute(part, "instr"));
                case "instrText", "delInstrText" -> collected = fields.isEmpty() ? new StringBuilder() : fields.peek();
                default -> {
                    if (FORMULAS.contains(element)) {
                        collected = new StringBuilder();
                    }
                }
            }
            for (int i = 0; i < part.getAttributeCount(); i++) {
                attribute(element, part.getAttributeLocalName(i), part.getAttributeValue(i));
            }
        }

        void text(String text) {
            if (collected != null && collected.length() < LONGEST_TEXT) {
                collected.append(text);
            }
        }

        void end(String element) {
            StringBuilder read = collected;
            if (read == null) {
                return;
            }
            if (FORMULAS.contains(element)) {
                formula(read.toString());
                collected = null;
            } else if (element.equals("instrText") || element.equals("delInstrText")) {
                instruction(read.toString());
                collected = null;
            }
        }

        private void field(String type) {
            switch (type) {
                case "begin" -> {
                    if (fields.size() == DEEPEST) {
                        refuse(RejectionReason.BOMB);
                    }
                    fields.push(new StringBuilder());
                }
                case "end" -> fields.poll();
                default -> {}
            }
        }

        private void relation(XMLStreamReader part) {
            String type = lastWord(attribute(part, "Type"));
            boolean external = attribute(part, "TargetMode").strip().equalsIgnoreCase("External");
            String target = attribute(part, "Target").strip();
            refuse(external && type.equals("oleobject") ? RejectionReason.OUTSIDE : RELATIONS.get(type));
            // A template that every letter of an office has; elsewhere it is not found, and nobody is asked for it.
            boolean template =
                    type.equals("attachedtemplate") && OWN_DISK.matcher(target).matches();
            boolean harmless = template || type.equals("hyperlink");
            if (external && !harmless) {
                refuse(RejectionReason.OUTSIDE);
            }
        }
    }

    private void attribute(String element, String name, String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (name.equals("ContentType")
                && (lower.contains("macroenabled")
                        || lower.contains("vbaproject")
                        || lower.contains("macrosheet")
                        || lower.contains("activex"))) {
            refuse(RejectionReason.MACROS);
        }
        if (kind != FileType.ODT && kind != FileType.ODS) {
            return;
        }
        switch (name) {
            case "href" -> link(element, value.strip());
            case "macro-name" -> refuse(value.isBlank() ? null : RejectionReason.MACROS);
            case "formula", "condition", "expression" -> formula(value);
            case "button-type" -> refuse(lower.equals("submit") ? RejectionReason.FORM : null);
            default -> {
                if (lower.startsWith("vnd.sun.star.script:") || lower.startsWith("macro:")) {
                    refuse(RejectionReason.MACROS);
                }
            }
        }
    }

    private static void link(String element, String target) {
        String lower = target.toLowerCase(Locale.ROOT);
        if (lower.startsWith("vnd.sun.star.script:") || lower.startsWith("macro:") || lower.startsWith("javascript:")) {
            refuse(RejectionReason.MACROS);
        }
        if (element.equals("form")) {
            refuse(target.isEmpty() ? null : RejectionReason.FORM);
        }
        if (!CLICKED.contains(element) && ABSOLUTE.matcher(target).matches()) {
            refuse(RejectionReason.OUTSIDE);
        }
    }

    private static void instruction(String text) {
        String[] words = text.strip().split("[\\s\"]+", 2);
        if (FIELDS.contains(words[0].toUpperCase(Locale.ROOT))) {
            refuse(RejectionReason.OUTSIDE);
        }
    }

    /** In Excel, outside of texts and of sheets' names, the bar is DDE: program, bar, topic. */
    private void formula(String formula) {
        String bare = TEXTS.matcher(formula).replaceAll("\"\"");
        if ((kind == FileType.XLSX && SHEETS.matcher(bare).replaceAll("").contains("|"))
                || FETCHING.matcher(bare).find()) {
            refuse(RejectionReason.OUTSIDE);
        }
    }

    private static String attribute(XMLStreamReader part, String name) {
        for (int i = 0; i < part.getAttributeCount(); i++) {
            if (part.getAttributeLocalName(i).equals(name)) {
                return part.getAttributeValue(i);
            }
        }
        return "";
    }

    private static String lastWord(String type) {
        return type.strip().substring(type.strip().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static void refuse(@Nullable RejectionReason reason) {
        if (reason != null) {
            throw new RefusedException(reason);
        }
    }

    /** A tag or a text without end would be held in memory. */
    private static final class Bounded extends FilterInputStream {
        private int since;

        Bounded(InputStream in) {
            super(in);
        }

        /** The reader of XML closes what is not its own. */
        @Override
        public void close() {}

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            for (int i = 0; i < n; i++) {
                since = into[offset + i] == '<' ? 0 : since + 1;
            }
            if (since > LONGEST_TEXT) {
                throw new RefusedException(RejectionReason.BOMB);
            }
            return n;
        }
    }
}
