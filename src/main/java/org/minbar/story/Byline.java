package org.minbar.story;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Refusal;
import org.minbar.language.Slug;
import org.minbar.text.Markup;

/** A name under the headline, and what its bearer did. In JSON {@code {"name": …, "role": …}}, or a name alone. */
@Embeddable
public class Byline {

    /** What somebody did for an edition. */
    public enum Role {
        WRITER,
        REPORTING,
        PHOTO,
        TRANSLATION;

        @JsonValue
        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Role of(String tag) {
            return Arrays.stream(values())
                    .filter(role -> role.tag().equals(tag))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(
                            Refusal.Reason.MALFORMED,
                            "unknown-value",
                            Map.of(
                                    "value",
                                    tag,
                                    "allowed",
                                    Arrays.stream(values()).map(Role::tag).collect(Collectors.joining(", "))),
                            "bylines.role"));
        }
    }

    private static final int LONGEST = 200;

    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "role")
    private Role role;

    @SuppressWarnings("NullAway.Init") // filled by the database
    protected Byline() {}

    public Byline(String name, Role role) {
        String line = Markup.cleanLine(name);
        if (line.isEmpty()) {
            throw new Refusal(
                    Refusal.Reason.MALFORMED, "missing-field", Map.of("field", "bylines.name"), "bylines.name");
        }
        if (line.length() > LONGEST) {
            throw new Refusal(
                    Refusal.Reason.MALFORMED,
                    "too-long",
                    Map.of("field", "bylines.name", "longest", LONGEST),
                    "bylines.name");
        }
        this.name = line;
        this.role = role;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Byline ofName(String name) {
        return new Byline(name, Role.WRITER);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Byline ofJson(@JsonProperty("name") @Nullable String name, @JsonProperty("role") @Nullable String role) {
        return new Byline(name == null ? "" : name, role == null ? Role.WRITER : Role.of(role));
    }

    /** One on each line, role first: how revisions and drafts keep them. */
    public static String lines(List<Byline> bylines) {
        return bylines.stream()
                .map(byline -> byline.role.tag() + "\t" + byline.name)
                .collect(Collectors.joining("\n"));
    }

    public static List<Byline> ofLines(String lines) {
        return lines.lines()
                .map(line -> line.split("\t", 2))
                .map(parts -> new Byline(parts[1], Role.of(parts[0])))
                .toList();
    }

    @JsonProperty
    public String name() {
        return name;
    }

    @JsonProperty
    public Role role() {
        return role;
    }

    /** The name as it stands in the address of its bearer's page. */
    public String slug() {
        return Slug.named(name).value();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Byline byline && name.equals(byline.name) && role == byline.role;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, role);
    }

    @Override
    public String toString() {
        return name + " (" + role.tag() + ")";
    }
}
