package org.xiangpei.registration.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.registration.Papers;

/** A registration as somebody fills it in: that of a firm of Changsha which does not exist. */
final class Draft {

    static final String PASSWORD = "lvtouniao-xiaohuangya-7";

    private final Map<String, String> fields = new LinkedHashMap<>();
    private List<String> sites = List.of("430121");
    private byte @Nullable [] licence = Papers.png();
    private String fileName = "执照.png";

    private Draft(int number) {
        fields.put("kind", "firm");
        fields.put("name", "X试验机械有限公司" + number);
        fields.put("uscc", Papers.uscc(number));
        fields.put("region", "430121");
        fields.put("supplies", "true");
        fields.put("contact", "王试验");
        fields.put("email", "wang@example.com");
        fields.put("phone", "0731-1234567");
        fields.put("login", "x-reg-" + number);
        fields.put("password", PASSWORD);
        fields.put("again", PASSWORD);
    }

    static Draft of(int number) {
        return new Draft(number);
    }

    Draft with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    Draft without(String field) {
        fields.remove(field);
        return this;
    }

    Draft withSites(String... codes) {
        sites = List.of(codes);
        return this;
    }

    Draft withLicence(String name, byte[] content) {
        fileName = name;
        licence = content;
        return this;
    }

    Draft withoutLicence() {
        licence = null;
        return this;
    }

    String uscc() {
        return String.valueOf(fields.get("uscc"));
    }

    String login() {
        return String.valueOf(fields.get("login"));
    }

    Response send() {
        return send("/register");
    }

    Response send(String address) {
        RequestSpecification request = SignedIn.fromHere();
        fields.forEach((field, value) -> part(request, field, value));
        sites.forEach(site -> part(request, "sites", site));
        if (licence != null) {
            request.multiPart("licence", fileName, licence, "application/pdf");
        }
        return request.post(address);
    }

    private static void part(RequestSpecification request, String field, String value) {
        request.multiPart(new MultiPartSpecBuilder(value)
                .controlName(field)
                .mimeType("text/plain")
                .charset("UTF-8")
                .build());
    }

    /** @return the receipt */
    String submit() {
        String location = send().then().statusCode(303).extract().header("Location");
        return location.replaceFirst(".*receipt=([^&]+).*", "$1");
    }
}
