package org.xiangpei.identity.web;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.xiangpei.identity.Action;
import org.xiangpei.identity.Role;
import org.xiangpei.shared.Labels;

import static org.assertj.core.api.Assertions.assertThat;

/** Access tokens can be made for what the API asks them for, no less and no more. */
class ScopesTest {

    @Test
    void theScopesAreWhatTheApiDoesNotDoForEverybody() {
        Set<Action> asked = Route.all().stream()
                .filter(route -> route.path().startsWith("/api/"))
                .map(route -> route.action().orElseThrow())
                .filter(action -> action.grantedTo(Role.ANYONE).isEmpty())
                .collect(Collectors.toSet());
        assertThat(scopes().collect(Collectors.toSet())).isEqualTo(asked);
    }

    @Test
    void everyScopeHasALabel() {
        assertThat(scopes().map(Labels::of))
                .allSatisfy(label -> assertThat(label).isNotBlank());
    }

    private static Stream<Action> scopes() {
        return Stream.of(Action.values()).filter(Action::isForPrograms);
    }
}
