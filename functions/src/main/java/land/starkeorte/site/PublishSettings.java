package land.starkeorte.site;

/**
 * What it takes to publish.
 *
 * @param documentsBucket where checked pictures are
 * @param webBucket what everybody may see
 * @param siteUrl the public address, without a slash at the end
 */
public record PublishSettings(String documentsBucket, String webBucket, String siteUrl) {}
