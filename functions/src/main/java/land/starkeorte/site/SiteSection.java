package land.starkeorte.site;

/** A feature's part of the public site: made anew each time, from what is public and nothing else. */
@FunctionalInterface
public interface SiteSection {
    /** Puts everything there that everybody may see now; what is not put there again is taken away. */
    void publish(SiteBuild into);
}
