package org.minbar.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minbar.darkroom.Form;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.text.Block;
import org.minbar.text.Body;
import org.minbar.text.Markup;

/** Looks over the files that an edition shows, before it goes out. */
@ApplicationScoped
public class Exhibits {

    private static final String FIELD = "body";

    @Inject
    private MediaFiles files;

    @Inject
    private Languages languages;

    protected Exhibits() {}

    public Exhibits(MediaFiles files, Languages languages) {
        this.files = files;
        this.languages = languages;
    }

    /**
     * @param key of a sentence: {@code picture-alt}, {@code picture-credit}, {@code picture-gone}, {@code picture-expired},
     *     {@code picture-expiring}
     * @param blocks whether the edition can't go out like this
     */
    public record Remark(String key, boolean blocks, Map<String, Object> with) {

        private String kind() {
            return "not-ready." + key;
        }

        private Refusal refusal() {
            return new Refusal(Refusal.Reason.CONFLICT, kind(), with, FIELD);
        }
    }

    /** What is to be said of the files, in the order in which they are shown. */
    public List<Remark> remarks(Mounting.Wall wall, String lang) {
        Language language = languages.get(lang);
        Body body = Markup.clean(wall.body());
        Map<Long, Block.Figure> shown = new LinkedHashMap<>();
        wall.picture().ifPresent(number -> shown.put(number, Block.Figure.of(number)));
        // Where the words of a use are whole, those of the file need not be.
        body.figures().forEach(figure -> shown.put(figure.file(), figure));
        Map<Long, MediaFile> known = files.of(shown.keySet());
        List<Remark> remarks = new ArrayList<>();
        shown.forEach((number, figure) -> Optional.ofNullable(known.get(number))
                .ifPresentOrElse(
                        file -> remark(file, figure, language, remarks),
                        () -> remarks.add(remark("picture-gone", true, number))));
        return remarks;
    }

    private void remark(MediaFile file, Block.Figure figure, Language language, List<Remark> remarks) {
        LocalDate today = files.today();
        if (file.isExpired(today)) remarks.add(remark("picture-expired", true, file.id()));
        if (file.isExpiring(today)) {
            remarks.add(new Remark(
                    "picture-expiring",
                    false,
                    Map.of(
                            "file",
                            String.valueOf(file.id()),
                            "last",
                            file.expires().map(LocalDate::toString).orElse(""))));
        }
        if (figure.decorative()) return;
        List<String> lacks = file.lacks(language);
        if (lacks.contains("alt") && figure.alt().isEmpty()) remarks.add(remark("picture-alt", true, file.id()));
        boolean madeBySomebody = file.form() != Form.DOCUMENT;
        if (madeBySomebody && lacks.contains("credit") && figure.credit().isEmpty()) {
            remarks.add(remark("picture-credit", true, file.id()));
        }
    }

    private static Remark remark(String key, boolean blocks, long file) {
        return new Remark(key, blocks, Map.of("file", String.valueOf(file)));
    }

    /** @throws Refusal {@code not-ready.…} for the first thing that can't go out like this */
    public void mustHold(Mounting.Wall wall, String lang) {
        remarks(wall, lang).stream().filter(Remark::blocks).findFirst().ifPresent(remark -> {
            throw remark.refusal();
        });
    }
}
