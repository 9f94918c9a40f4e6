package land.starkeorte.site;

import java.util.List;
import java.util.function.BiFunction;
import land.starkeorte.assembly.FunctionContext;
import land.starkeorte.assembly.FunctionRegistrations;
import land.starkeorte.assembly.LambdaFunction;
import land.starkeorte.platform.Clients;

/** Puts together what this feature offers to the platform. */
public final class SiteFunctions {
    private SiteFunctions() {}

    /**
     * What the platform starts.
     *
     * @param sections what features publish, on a site at an address
     */
    public static void register(
            FunctionRegistrations functions, BiFunction<FunctionContext, String, List<SiteSection>> sections) {
        functions.add(
                "publishSite",
                context -> publish(
                        context.settings(PublishSettings.class),
                        sections.apply(
                                context, context.settings(PublishSettings.class).siteUrl())));
    }

    /** What the features' streams and the schedule start. */
    public static LambdaFunction publish(PublishSettings settings, List<SiteSection> sections) {
        return publish(new S3SiteBucket(Clients.s3(), settings.webBucket(), settings.documentsBucket()), sections);
    }

    /** The same, somewhere else. */
    public static LambdaFunction publish(SiteBucket siteBucket, List<SiteSection> sections) {
        return new PublishSite(sections, siteBucket);
    }
}
