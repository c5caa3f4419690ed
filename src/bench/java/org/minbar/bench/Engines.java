package org.minbar.bench;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.cache.ConcurrentMapTemplateCache;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.context.MethodValueResolver;
import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.StringTemplateSource;
import com.github.jknack.handlebars.io.TemplateSource;
import freemarker.cache.StringTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.MemoryLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/**
 * The same list of forty teasers, a part for each, in the template engines that are kept up, escape by themselves and read
 * templates that nobody has to build: which to choose, and what a change would bring.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Thread)
public class Engines {

    private static final int TEASERS = 40;

    /** As the site announces a story. */
    public record Teaser(
            String url,
            String headline,
            String standfirst,
            String section,
            String when,
            boolean brief,
            String srcset) {}

    private static final String PEBBLE_PAGE =
            """
            <!doctype html><html lang="{{ lang }}"><title>{{ title }}</title><main>
            {% for teaser in teasers %}{% include "teaser" with {"teaser": teaser} %}{% endfor %}
            </main></html>
            """;
    private static final String PEBBLE_TEASER =
            """
            <article class="teaser{% if teaser.brief %} brief{% endif %}">
            <img src="{{ teaser.url }}" alt="" srcset="{{ teaser.srcset }}">
            <p class="kicker">{{ teaser.section }}</p>
            <h2><a href="{{ teaser.url }}">{{ teaser.headline }}</a></h2>
            {% if not teaser.brief %}<p>{{ teaser.standfirst }}</p>{% endif %}
            <time datetime="{{ teaser.when }}">{{ teaser.when }}</time>
            </article>
            """;

    private static final String FREEMARKER_PAGE =
            """
            <!doctype html><html lang="${lang}"><title>${title}</title><main>
            <#list teasers as teaser><#include "teaser"></#list>
            </main></html>
            """;
    private static final String FREEMARKER_TEASER =
            """
            <article class="teaser<#if teaser.brief> brief</#if>">
            <img src="${teaser.url}" alt="" srcset="${teaser.srcset}">
            <p class="kicker">${teaser.section}</p>
            <h2><a href="${teaser.url}">${teaser.headline}</a></h2>
            <#if !teaser.brief><p>${teaser.standfirst}</p></#if>
            <time datetime="${teaser.when}">${teaser.when}</time>
            </article>
            """;

    private static final String HANDLEBARS_PAGE =
            """
            <!doctype html><html lang="{{lang}}"><title>{{title}}</title><main>
            {{#each teasers}}{{> teaser}}{{/each}}
            </main></html>
            """;
    private static final String HANDLEBARS_TEASER =
            """
            <article class="teaser{{#if brief}} brief{{/if}}">
            <img src="{{url}}" alt="" srcset="{{srcset}}">
            <p class="kicker">{{section}}</p>
            <h2><a href="{{url}}">{{headline}}</a></h2>
            {{#unless brief}}<p>{{standfirst}}</p>{{/unless}}
            <time datetime="{{when}}">{{when}}</time>
            </article>
            """;

    private static final String THYMELEAF_PAGE =
            """
            <!doctype html><html th:lang="${lang}"><title th:text="${title}"></title><main>
            <th:block th:each="teaser : ${teasers}" th:insert="~{teaser}"></th:block>
            </main></html>
            """;
    private static final String THYMELEAF_TEASER =
            """
            <article class="teaser" th:classappend="${teaser.brief()} ? 'brief'">
            <img th:src="${teaser.url()}" th:attr="srcset=${teaser.srcset()}" alt="">
            <p class="kicker" th:text="${teaser.section()}"></p>
            <h2><a th:href="${teaser.url()}" th:text="${teaser.headline()}"></a></h2>
            <p th:unless="${teaser.brief()}" th:text="${teaser.standfirst()}"></p>
            <time th:attr="datetime=${teaser.when()}" th:text="${teaser.when()}"></time>
            </article>
            """;

    private Map<String, Object> model = Map.of();
    private @Nullable PebbleTemplate pebble;
    private freemarker.template.@Nullable Template freemarker;
    private @Nullable Template handlebars;
    private @Nullable TemplateEngine thymeleaf;

    @Setup
    public void compile() throws IOException {
        Copywriter copywriter = new Copywriter(1421);
        List<Teaser> teasers = new ArrayList<>();
        while (teasers.size() < TEASERS) {
            Copywriter.Copy copy = copywriter.next();
            teasers.add(new Teaser(
                    "/" + copy.lang() + "/" + teasers.size() + "/x",
                    copy.title() + " <b>&",
                    copy.summary(),
                    copy.section(),
                    copy.publishedAt().toString(),
                    teasers.size() % 3 == 0,
                    "/media/1/16x9-320.webp 320w, /media/1/16x9-640.webp 640w, /media/1/16x9-960.webp 960w"));
        }
        model = Map.of("lang", "ar", "title", "Minbar", "teasers", teasers);

        MemoryLoader memory = new MemoryLoader();
        memory.addTemplate("page", PEBBLE_PAGE);
        memory.addTemplate("teaser", PEBBLE_TEASER);
        pebble = new PebbleEngine.Builder()
                .loader(memory)
                .strictVariables(true)
                .autoEscaping(true)
                .build()
                .getTemplate("page");

        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        StringTemplateLoader strings = new StringTemplateLoader();
        strings.putTemplate("page", FREEMARKER_PAGE);
        strings.putTemplate("teaser", FREEMARKER_TEASER);
        configuration.setTemplateLoader(strings);
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateUpdateDelayMilliseconds(60_000);
        freemarker = configuration.getTemplate("page");

        handlebars = new Handlebars(new AbstractTemplateLoader() {
                    @Override
                    public TemplateSource sourceAt(String location) {
                        return new StringTemplateSource(
                                location, location.equals("page") ? HANDLEBARS_PAGE : HANDLEBARS_TEASER);
                    }
                })
                .with(new ConcurrentMapTemplateCache())
                .compile("page");

        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(new Texts());
        thymeleaf = engine;
        // Four engines that write four pages would be no comparison: they differ by blanks alone.
        for (String page : List.of(freemarker(), handlebars(), thymeleaf())) {
            if (!words(page).equals(words(pebble()))) throw new IllegalStateException(page + "\nis not\n" + pebble());
        }
    }

    /** As a reader sees it: how an engine writes a quotation mark is its own affair. */
    private static String words(String page) {
        return Parser.unescapeEntities(page, false).replaceAll("\\s+", "");
    }

    private static final class Texts extends AbstractConfigurableTemplateResolver {
        Texts() {
            setTemplateMode(TemplateMode.HTML);
            setCacheable(true);
        }

        @Override
        protected ITemplateResource computeTemplateResource(
                org.thymeleaf.IEngineConfiguration configuration,
                @Nullable String owner,
                String template,
                String resource,
                @Nullable String encoding,
                @Nullable Map<String, Object> attributes) {
            return new StringTemplateResource(template.equals("page") ? THYMELEAF_PAGE : THYMELEAF_TEASER);
        }
    }

    @Benchmark
    public String pebble() throws IOException {
        StringWriter out = new StringWriter(32_768);
        there(pebble).evaluate(out, model, Locale.ROOT);
        return out.toString();
    }

    @Benchmark
    public String freemarker() throws IOException {
        StringWriter out = new StringWriter(32_768);
        try {
            there(freemarker).process(model, out);
        } catch (freemarker.template.TemplateException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    @Benchmark
    public String handlebars() throws IOException {
        return there(handlebars)
                .apply(Context.newBuilder(model)
                        .resolver(MapValueResolver.INSTANCE, MethodValueResolver.INSTANCE)
                        .build());
    }

    @Benchmark
    public String thymeleaf() {
        return there(thymeleaf).process("page", new org.thymeleaf.context.Context(Locale.ROOT, model));
    }

    private static <T> T there(@Nullable T engine) {
        if (engine == null) throw new IllegalStateException("Not set up");
        return engine;
    }
}
