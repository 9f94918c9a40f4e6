package land.starkeorte.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import land.starkeorte.assembly.Trigger;
import land.starkeorte.assembly.TriggeredFunction;

/**
 * Makes everything that everybody may see and that changes; what is not public any more is gone after one run. Started by the
 * features' streams and by a schedule, it makes the same each time, and writes what has changed.
 */
final class PublishSite implements TriggeredFunction {
    private final List<SiteSection> sections;
    private final SiteBucket siteBucket;
    private final SitePages pages = new SitePages();

    PublishSite(List<SiteSection> sections, SiteBucket siteBucket) {
        this.sections = List.copyOf(sections);
        this.siteBucket = siteBucket;
    }

    @Override
    public void accept(Trigger trigger) {
        publish(siteBucket);
    }

    @Override
    public void prime(Function<InputStream, byte[]> composed) {
        publish(new Nowhere());
    }

    private void publish(SiteBucket into) {
        var build = new SiteBuild(into, pages);
        sections.forEach(section -> build.section(section.getClass().getSimpleName(), () -> section.publish(build)));
        build.close();
    }

    /** For priming: everything is made, nothing is shown. */
    private static final class Nowhere implements SiteBucket {
        @Override
        public Map<String, String> shown() {
            return Map.of();
        }

        @Override
        public void show(String key, String type, String cache, byte[] content) {
            try (var nothing = OutputStream.nullOutputStream()) {
                nothing.write(content);
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public void remove(String key) {}

        @Override
        public Optional<InputStream> picture(String key) {
            return Optional.empty();
        }
    }
}
