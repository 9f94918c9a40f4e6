package land.starkeorte.bank;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads camt.053 (ISO 20022, bank to customer statement), versions 02 to 08 and their like, entry after entry, so that
 * memory stays constant. Few banks keep to the schema: it reads tolerantly, and refuses only what cannot be read safely.
 * DTDs, and with them every entity that is not XML's own, are refused.
 */
final class BankStatement {
    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    BankStatement() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        // Values are put together here, so that the longest can be limited.
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    }

    /**
     * Tells of each booking.
     *
     * @param file for messages
     * @param tally counts on
     */
    void read(InputStream xml, String file, StatementReader.Tally tally, Consumer<StatementEntry> each)
            throws UnreadableStatementException, IOException {
        int before = tally.statements;
        var reading = new StatementReader(file, tally, each);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(xml);
            try {
                while (reader.hasNext()) {
                    reading.event(reader.next(), reader);
                }
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException below && !(below instanceof CharConversionException)) {
                throw below;
            }
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new UnreadableStatementException(file, Math.max(line, 0), "Das ist kein wohlgeformtes XML.");
        }
        if (tally.statements == before) {
            throw new UnreadableStatementException(file, 0, "Die Datei enthält keinen Kontoauszug.");
        }
    }
}
