package land.starkeorte.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Writes pages by their templates, which the build has compiled. */
public final class SitePages {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, SitePages.class.getClassLoader(), "land.starkeorte.site.pages");

    /** The page of this name. */
    public String write(String page, Map<String, Object> parameters) {
        var output = new StringOutput();
        engine.render(page + ".jte", parameters, output);
        return output.toString();
    }
}
