package org.xiangpei.identity;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.xiangpei.shared.City;

import static org.assertj.core.api.Assertions.assertThat;

/** What is left to do after the password was right, one thing after the other. */
class DueTest {

    private static final Instant NOW = Instant.parse("2026-11-20T04:00:00Z");

    private final Account account = new Account("x-due", "测试", null, NOW);

    @Test
    void nothingIsDueWhereNothingIsAskedFor() {
        assertThat(Due.first(account, false, false)).isEmpty();
    }

    @Test
    void theCodeComesBeforeTheNewPassword() {
        account.givePassword("hash");
        account.keepSecondFactor(new SecondFactor("secret", 1, NOW));
        assertThat(Due.first(account, false, true)).contains(Due.SECOND_FACTOR);
        assertThat(Due.first(account, true, true)).contains(Due.PASSWORD);
        account.choosePassword("hash");
        assertThat(Due.first(account, true, true)).isEmpty();
    }

    @Test
    void whoMustHaveASecondFactorSetsItUpAfterThePassword() {
        account.givePassword("hash");
        assertThat(Due.first(account, false, true)).contains(Due.PASSWORD);
        account.choosePassword("hash");
        assertThat(Due.first(account, false, true)).contains(Due.SECOND_FACTOR_SETUP);
    }

    @Test
    void onlyBureausAndOperatorsMustHaveOneAndOnlyWhenThatIsSwitchedOn() {
        assertThat(kindsUnder(SecondFactorRule.OPTIONAL)).isEmpty();
        assertThat(kindsUnder(SecondFactorRule.REQUIRED))
                .containsExactlyInAnyOrder(OrganizationKind.BUREAU, OrganizationKind.OPERATOR);
    }

    private static Set<OrganizationKind> kindsUnder(SecondFactorRule rule) {
        return EnumSet.allOf(OrganizationKind.class).stream()
                .filter(kind -> rule.appliesTo(new Organization(
                        "X1", new Organization.Details(kind, "X", null, City.CHANGSHA, null, false), NOW)))
                .collect(Collectors.toSet());
    }
}
