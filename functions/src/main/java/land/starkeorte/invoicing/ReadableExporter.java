package land.starkeorte.invoicing;

import static java.nio.charset.StandardCharsets.UTF_8;

import javax.xml.transform.TransformerException;
import org.apache.xmpbox.XMPMetadata;
import org.mustangproject.ZUGFeRD.ZUGFeRDExporterFromA3;

/**
 * Puts the electronic invoice into the page, and keeps what the page says of itself: its title, and that it can be read aloud
 * (PDF/UA-1, with the description that PDF/A asks for). The library writes the metadata anew, without either.
 */
final class ReadableExporter extends ZUGFeRDExporterFromA3 {
    private static final String SCHEMAS_END = "</rdf:Bag>";
    private static final String END = "</rdf:RDF>";

    private static final String SCHEMA = """
            <rdf:li rdf:parseType="Resource" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li>
            """;

    private static final String CLAIM = """
            <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about=""><pdfuaid:part>1</pdfuaid:part></rdf:Description>
            """;

    @Override
    protected void writeDublinCoreSchema(XMPMetadata metadata) {
        super.writeDublinCoreSchema(metadata);
        getDublinCoreSchema(metadata).setTitle(doc.getDocumentInformation().getTitle());
    }

    @Override
    protected byte[] serializeXmpMetadata(XMPMetadata metadata) throws TransformerException {
        String written = new String(super.serializeXmpMetadata(metadata), UTF_8);
        return before(END, CLAIM, before(SCHEMAS_END, SCHEMA, written)).getBytes(UTF_8);
    }

    private static String before(String end, String more, String text) {
        int at = text.lastIndexOf(end);
        if (at < 0) {
            throw new IllegalStateException("The metadata has no " + end);
        }
        return text.substring(0, at) + more + text.substring(at);
    }
}
