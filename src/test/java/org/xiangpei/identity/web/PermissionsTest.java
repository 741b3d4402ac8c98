package org.xiangpei.identity.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.SignedIn;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Action;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Reach;
import org.xiangpei.identity.Role;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The table of permissions holds for every route of the running application and every role. */
@XiangpeiTest
class PermissionsTest {

    private static final String NOBODY = "";

    /** Of the demonstration everybody who is another person to the table, with the roles they have there: of the bureaus one. */
    private static final Map<String, Set<Role>> PEOPLE = new LinkedHashMap<>(Map.of(
            SignedIn.BUYER, Set.of(Role.ADMINISTRATOR, Role.BUYER),
            SignedIn.FIRM, Set.of(Role.ADMINISTRATOR, Role.BUYER, Role.SUPPLIER),
            SignedIn.SUPPLIER, Set.of(Role.SUPPLIER),
            SignedIn.ZHUZHOU, Set.of(Role.ADMINISTRATOR, Role.BUREAU),
            SignedIn.SERVICE, Set.of(Role.ADMINISTRATOR, Role.SERVICE),
            SignedIn.OPERATOR, Set.of(Role.ADMINISTRATOR, Role.OPERATOR)));

    /** What the framework answers beside our pages and resources, open to everybody by the HTTP contract. */
    private static final Set<String> BESIDE = Set.of(
            "/q/health", "/q/metrics", "/q/openapi", "/q/swagger-ui", "/q/arc", "/q/info", "/static", "/web-bundler");

    @Inject
    Router router;

    /** Whoever changes a permission changes it here too, and so thinks twice. */
    @Test
    void theTableIsAsItWasDecided() throws IOException {
        List<String> decided = Files.readAllLines(Path.of("src/test/resources/identity/permissions.csv"));
        assertThat(table()).containsExactlyElementsOf(decided);
    }

    @Test
    void theRoutesTriedAreAllThatRun() {
        assertThat(Route.all().stream().map(Route::toString).collect(Collectors.toSet()))
                .isEqualTo(Route.running());
    }

    @Test
    void everyRouteDeclaresItsAction() {
        assertThat(Route.all()).isNotEmpty().allSatisfy(route -> assertThat(route.action())
                .as(route.toString())
                .isPresent());
    }

    @Test
    void nothingAnswersBesideTheRoutes() {
        Set<String> beside = router.getRoutes().stream()
                .map(io.vertx.ext.web.Route::getPath)
                .filter(path -> path != null && !path.equals("/") && !path.equals("/q/"))
                .filter(path -> BESIDE.stream().noneMatch(path::startsWith))
                .collect(Collectors.toSet());
        assertThat(beside).isEmpty();
    }

    @Test
    void everyRouteAnswersEveryRoleAsTheTableSays() {
        List<Route> routes = Route.all();
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Route route : routes) {
            for (String person : people(route.action().orElseThrow())) {
                Response answer = call(route, person);
                tried++;
                if (isLetIn(answer) != may(person, route.action().orElseThrow())) {
                    wrong.add("%s as %s: %d".formatted(route, person, answer.statusCode()));
                }
            }
        }
        assertThat(wrong).isEmpty();
        System.out.printf("Permissions: %d routes, %d people, %d calls%n", routes.size(), PEOPLE.size() + 1, tried);
    }

    /** Where everybody may, it is enough that nobody in particular and somebody in particular are let in. */
    private static List<String> people(Action action) {
        return Actor.PUBLIC.may(action)
                ? List.of(NOBODY, SignedIn.FIRM)
                : Stream.concat(Stream.of(NOBODY), PEOPLE.keySet().stream()).toList();
    }

    /** A program may do what its token was made for, and nothing else that its person may and not everybody. */
    @Test
    void aTokenOpensItsScopesOnly() {
        Set<Action> scopes = Set.of(Action.IMPORT_CATALOGUE, Action.IMPORT_PURCHASES);
        List<Route> routes = Route.all().stream()
                .filter(it -> !Actor.PUBLIC.may(it.action().orElseThrow()))
                .toList();
        assertThat(routes).isNotEmpty().allSatisfy(route -> {
            Action action = route.action().orElseThrow();
            Response answer = send(route, given().header("Authorization", "Bearer " + SignedIn.token()));
            assertThat(isLetIn(answer)).as("%s: %d", route, answer.statusCode()).isEqualTo(scopes.contains(action));
        });
    }

    private static Response call(Route route, String person) {
        if (person.isEmpty()) {
            return send(route, SignedIn.fromHere());
        }
        try {
            return send(route, SignedIn.as(person));
        } finally {
            if (endsSessions(route)) {
                SignedIn.forget(person);
            }
        }
    }

    private static boolean endsSessions(Route route) {
        return route.changes()
                && (route.path().startsWith("/sign-out") || route.path().contains("/sessions"));
    }

    private static Response send(Route route, RequestSpecification request) {
        request.redirects().follow(false).accept("*/*");
        route.consumes().ifPresent(type -> {
            if (type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
                request.multiPart("x", "x");
            } else {
                request.contentType(type.toString());
            }
        });
        return request.request(route.method(), route.address());
    }

    /** Whatever was wrong with the empty request, it was not who asked. */
    private static boolean isLetIn(Response answer) {
        boolean sentToSignIn = answer.statusCode() == 303
                && (answer.header("Location").contains("/sign-in?next=")
                        || answer.header("Location").endsWith("/account/password"));
        return answer.statusCode() != 401 && answer.statusCode() != 403 && !sentToSignIn;
    }

    private static boolean may(String person, Action action) {
        Set<Role> roles = Stream.concat(
                        person.isEmpty() ? Stream.of(Role.ANYONE) : Stream.of(Role.ANYONE, Role.ENTERING, Role.MEMBER),
                        PEOPLE.getOrDefault(person, Set.of()).stream())
                .collect(Collectors.toSet());
        return roles.stream().anyMatch(role -> action.grantedTo(role).isPresent());
    }

    private static List<String> table() {
        String head = "action," + Stream.of(Role.values()).map(Role::code).collect(Collectors.joining(","));
        Stream<String> rows = Stream.of(Action.values())
                .map(action -> action.code() + ","
                        + Stream.of(Role.values())
                                .map(role ->
                                        action.grantedTo(role).map(Reach::code).orElse(""))
                                .collect(Collectors.joining(",")));
        return Stream.concat(Stream.of(head), rows).toList();
    }
}
