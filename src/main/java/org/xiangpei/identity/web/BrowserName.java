package org.xiangpei.identity.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** What people call the browser that a {@code User-Agent} stands for, so that they know their own again. Nothing depends on it being right. */
final class BrowserName {

    /** What is looked for → its name. The first found counts: most browsers also name those they resemble. */
    private static final Map<String, String> BROWSERS = ordered(
            "MicroMessenger", "微信", "Edg", "Edge", "Firefox", "Firefox", "Chrome", "Chrome", "Safari", "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "Android", "安卓手机", "iPhone", "iPhone", "iPad", "iPad", "Windows", "Windows", "Mac OS", "Mac", "Linux",
            "Linux");

    private BrowserName() {}

    static String of(String agent) {
        String browser = found(BROWSERS, agent);
        String system = found(SYSTEMS, agent);
        return browser.isEmpty() || system.isEmpty() ? unknown(agent) : browser + "（" + system + "）";
    }

    private static String unknown(String agent) {
        return agent.isEmpty() ? "未说明" : agent;
    }

    private static String found(Map<String, String> names, String agent) {
        return names.entrySet().stream()
                .filter(it -> agent.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
