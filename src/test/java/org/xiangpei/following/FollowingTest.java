package org.xiangpei.following;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.Sweep;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Account;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Role;
import org.xiangpei.notification.Outbox;
import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who follows something learns of every change of it, once. */
@XiangpeiTest
class FollowingTest {

    private static final Target PRODUCT = new Target(Target.Kind.PRODUCT, "XW1");
    private static final Target FIRM = new Target(Target.Kind.FIRM, "XWF");

    @Inject
    Following following;

    @Inject
    CatalogueChanges changes;

    @Inject
    Expiries expiries;

    @Inject
    Clock clock;

    private final Organization office = Offices.firm();
    private final Account person = Offices.person(office, Role.BUYER);
    private final Actor actor = Actor.member(
            person.login(),
            person.name(),
            office.code(),
            office.name(),
            Optional.of(City.CHANGSHA),
            Set.of(Role.BUYER));

    @BeforeEach
    void list() {
        remove();
        Outbox.sql("insert into firm (code, name, short_name, city_code, production_sites, provenance, version)"
                + " values ('XWF', '关注试验厂', '试验厂', '430100', '{430100}', 'ILLUSTRATIVE', 0)");
        product("XW1", "试验油缸");
        changes.tell();
    }

    @AfterEach
    void remove() {
        Sweep.products("code like 'XW%'");
        Outbox.sql("delete from firm where code = 'XWF'");
        Outbox.sql("delete from followed_target where target_code like 'XW%'");
        Outbox.sql("delete from followed_expiry where product_code like 'XW%'");
        Outbox.sql("delete from followed where target_code like 'XW%'");
    }

    @Test
    void aChangeIsToldOnceWithWhatWasAndWhatIs() {
        following.follow(actor, PRODUCT);
        following.follow(actor, PRODUCT);
        changes.tell();
        assertThat(told()).isEmpty();
        set("lead_time_days = 45");
        changes.tell();
        changes.tell();
        assertThat(told()).containsExactly("您关注的产品“试验油缸”有变化：交货期（天）：30 → 45。");
        assertThat(following.list(actor, 10)).singleElement().satisfies(it -> assertThat(it.change())
                .hasValueSatisfying(change -> assertThat(change.text()).contains("45")));
    }

    @Test
    void whatIsUndoneBeforeItWasToldIsNoChange() {
        following.follow(actor, PRODUCT);
        set("lead_time_days = 45");
        set("lead_time_days = 30");
        changes.tell();
        assertThat(told()).isEmpty();
    }

    @Test
    void twoInstancesTellOnce() throws Exception {
        following.follow(actor, PRODUCT);
        set("name = '试验油缸二'");
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Void> look = () -> {
                changes.tell();
                return null;
            };
            for (var done : both.invokeAll(List.of(look, look, look, look))) {
                done.get();
            }
        }
        assertThat(told()).hasSize(1);
    }

    @Test
    void aFirmChangesWithItsProductsAndAProductWithTheNameOfItsFirm() {
        following.follow(actor, FIRM);
        product("XW2", "试验液压站");
        changes.tell();
        assertThat(told()).singleElement().asString().contains("企业“关注试验厂”", "产品：新增 试验液压站");
        Outbox.sql("delete from product where code = 'XW2'");
        changes.tell();
        assertThat(told()).hasSize(2).last().asString().contains("不再载明", "试验液压站");
        following.unfollow(actor, FIRM);
        following.follow(actor, PRODUCT);
        Outbox.sql("update firm set name = '关注试验集团' where code = 'XWF'");
        changes.tell();
        assertThat(told()).hasSize(3).last().asString().contains("关注试验厂 → 关注试验集团");
    }

    @Test
    void whatLeavesTheCatalogueAndComesBackIsSaidSo() {
        following.follow(actor, PRODUCT);
        Outbox.sql("delete from product where code = 'XW1'");
        changes.tell();
        changes.tell();
        assertThat(told()).containsExactly("您关注的产品“试验油缸”有变化：已移出目录。");
        product("XW1", "试验油缸");
        changes.tell();
        assertThat(told()).hasSize(2).last().asString().contains("重新列入目录");
    }

    @Test
    void whoNoLongerFollowsIsNotTold() {
        following.follow(actor, PRODUCT);
        following.unfollow(actor, PRODUCT);
        set("lead_time_days = 45");
        changes.tell();
        assertThat(told()).isEmpty();
        assertThat(following.list(actor, 10)).isEmpty();
        following.follow(actor, PRODUCT);
        changes.tell();
        assertThat(told()).as("what changed while nobody followed is not news").isEmpty();
    }

    @Test
    void theEndOfAListingIsToldOnceBeforeAndOnceAfter() {
        LocalDate today = LocalDate.now(clock);
        following.follow(actor, PRODUCT);
        until(today.plusDays(31));
        expiries.tell();
        assertThat(told("FOLLOWED_EXPIRY")).isEmpty();
        until(today.plusDays(30));
        expiries.tell();
        expiries.tell();
        assertThat(told("FOLLOWED_EXPIRY")).singleElement().asString().contains("将在 " + today.plusDays(30) + " 到期");
        until(today);
        expiries.tell();
        assertThat(told("FOLLOWED_EXPIRY"))
                .as("another end, the last day still counts")
                .hasSize(2);
        until(today.minusDays(1));
        expiries.tell();
        expiries.tell();
        assertThat(told("FOLLOWED_EXPIRY")).hasSize(3).last().asString().contains("已过期");
    }

    @Test
    void whatIsNotInTheCatalogueCannotBeFollowed() {
        assertThatThrownBy(() -> following.follow(actor, new Target(Target.Kind.PRODUCT, "X404")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> following.follow(actor, new Target(Target.Kind.FIRM, "XW1")))
                .isInstanceOf(NotFound.class);
    }

    private static void product(String code, String name) {
        Outbox.sql(
                "insert into product (code, firm_code, name, category_code, standards, grounds, lead_time_days, valid_from,"
                        + " provenance, version) values ('" + code + "', 'XWF', '" + name
                        + "', 'hydraulic_cylinder', '{}', '{}', 30, '2021-07-22', 'ILLUSTRATIVE', 0)");
    }

    private static void until(LocalDate day) {
        set("valid_until = '" + day + "'");
    }

    private static void set(String what) {
        Outbox.sql("update product set " + what + " where code = 'XW1'");
    }

    private List<String> told() {
        return told("FOLLOWED_CHANGED");
    }

    private List<String> told(String kind) {
        return Outbox.texts("select title || '：' || body from notice where kind = '" + kind + "' and account_id = "
                + person.id() + " order by id");
    }
}
