package org.minbar.identity;

import java.util.List;

/**
 * What a browser calls itself, in words that a person knows hers by: {@code Firefox · Android}. Every browser names
 * others beside itself, so the order of the lists decides.
 */
final class Browser {

    private static final List<List<String>> PROGRAMS = List.of(
            List.of("Edg", "Edge"),
            List.of("OPR/", "Opera"),
            List.of("SamsungBrowser", "Samsung Internet"),
            List.of("Firefox", "Firefox"),
            List.of("FxiOS", "Firefox"),
            List.of("CriOS", "Chrome"),
            List.of("Chrome", "Chrome"),
            List.of("Safari", "Safari"));

    private static final List<List<String>> SYSTEMS = List.of(
            List.of("Android", "Android"),
            List.of("iPhone", "iPhone"),
            List.of("iPad", "iPad"),
            List.of("Windows", "Windows"),
            List.of("Mac OS X", "Mac"),
            List.of("CrOS", "ChromeOS"),
            List.of("Linux", "Linux"));

    private static final int LONGEST = 40;

    private Browser() {}

    /** @param agent the header {@code User-Agent}; what is not known is shown as it names itself, may be empty */
    static String name(String agent) {
        List<String> names = List.of(find(agent, PROGRAMS), find(agent, SYSTEMS)).stream()
                .filter(name -> !name.isEmpty())
                .toList();
        if (!names.isEmpty()) return String.join(" · ", names);
        return agent.length() > LONGEST ? agent.substring(0, LONGEST) + "…" : agent;
    }

    private static String find(String agent, List<List<String>> names) {
        return names.stream()
                .filter(name -> agent.contains(name.get(0)))
                .map(name -> name.get(1))
                .findFirst()
                .orElse("");
    }
}
