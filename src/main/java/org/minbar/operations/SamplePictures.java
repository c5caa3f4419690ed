package org.minbar.operations;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.minbar.identity.Caller;
import org.minbar.language.Languages;
import org.minbar.media.Accepting;
import org.minbar.media.Taken;
import org.minbar.media.Workbench;
import org.minbar.web.Json;

/**
 * Brings the sample newsroom's pictures in by the way that every file comes. That takes some seconds, so it is done while
 * the first readers look at the words.
 */
@ApplicationScoped
public class SamplePictures {

    private static final Logger LOG = Logger.getLogger(SamplePictures.class.getName());
    private static final String RELEASE = "release.pdf";

    @Inject
    private Accepting accepting;

    @Inject
    private SampleHanging hanging;

    @Inject
    private Languages languages;

    @Resource
    private ManagedExecutorService executor;

    protected SamplePictures() {}

    /** @param story the group of the story that it leads or, for one of the gallery, that it stands in */
    record Plate(
            String file,
            @Nullable String story,
            List<Double> focus,
            @Nullable LocalDate taken,
            @Nullable Boolean gallery,
            Map<String, Words> words) {}

    record Words(String alt, String caption, String credit, String place) {}

    void hangIfBare() {
        if (hanging.isBare()) executor.execute(this::hang);
    }

    private void hang() {
        try {
            Map<String, List<Long>> galleries = new LinkedHashMap<>();
            for (Plate plate : plates()) {
                long file = hanging.hang(bring("pictures/" + plate.file(), plate.file()), plate);
                if (Boolean.TRUE.equals(plate.gallery())) {
                    galleries
                            .computeIfAbsent(Objects.requireNonNull(plate.story()), story -> new ArrayList<>())
                            .add(file);
                }
            }
            galleries.forEach(hanging::gallery);
            hanging.release("sample-13", bring(RELEASE, "daw-al-hay.pdf"));
            LOG.info("The sample newsroom has its pictures");
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The sample newsroom stays without its pictures", e);
        }
    }

    private long bring(String resource, String name) {
        try (InputStream bytes = Objects.requireNonNull(
                        SamplePictures.class.getResourceAsStream("/sample/" + resource), resource);
                Workbench.Sheet incoming = accepting.incoming(bytes);
                Taken taken = accepting.look(incoming, name)) {
            return accepting
                    .shelve(taken, languages.all().get(0), Caller.theHouse())
                    .file()
                    .id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Plate> plates() {
        try (InputStream in = Objects.requireNonNull(
                SamplePictures.class.getResourceAsStream("/sample/pictures.json"), "pictures.json")) {
            return Json.MAPPER.readValue(in, new TypeReference<List<Plate>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
