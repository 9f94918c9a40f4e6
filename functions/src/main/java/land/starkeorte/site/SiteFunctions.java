package land.starkeorte.site;

import java.util.List;
import land.starkeorte.platform.Clients;
import land.starkeorte.platform.LambdaFunction;

/** Puts together what this feature offers to the platform. */
public final class SiteFunctions {
    private SiteFunctions() {}

    /** What the features' streams and the schedule start. */
    public static LambdaFunction publish(PublishSettings settings, List<SiteSection> sections) {
        return publish(new S3SiteBucket(Clients.s3(), settings.webBucket(), settings.documentsBucket()), sections);
    }

    /** The same, somewhere else. */
    public static LambdaFunction publish(SiteBucket siteBucket, List<SiteSection> sections) {
        return new PublishSite(sections, siteBucket);
    }
}
