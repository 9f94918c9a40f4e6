package land.starkeorte.documents;

/**
 * What the documents' functions need to know.
 *
 * @param applicationsTable where dossiers are
 * @param documentsTable the feature's own table
 * @param quarantineBucket where browsers upload to
 * @param documentsBucket what was checked
 * @param uploadUrl where browsers send forms for the quarantine bucket
 */
public record DocumentSettings(
        String applicationsTable,
        String documentsTable,
        String quarantineBucket,
        String documentsBucket,
        String uploadUrl) {}
