package land.starkeorte.documents;

import land.starkeorte.platform.Secrets;

/** Where a member keeps its pictures: a folder as a dossier has one, that nobody else's account leads to. */
public final class MemberFolder {
    private MemberFolder() {}

    /** What stands where else a dossier's id stands. */
    public static String of(String ags) {
        return Secrets.derivedId("member\n" + ags);
    }

    /** The key of a picture in the archive, as soon as it was checked. */
    public static String key(String ags, String picture) {
        return of(ags) + "/" + picture;
    }
}
