package org.xiangpei.following;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.xiangpei.fixtures.Offices;
import org.xiangpei.fixtures.Patience;
import org.xiangpei.fixtures.Sweep;
import org.xiangpei.fixtures.XiangpeiTest;
import org.xiangpei.identity.Account;
import org.xiangpei.identity.Actor;
import org.xiangpei.identity.NoticeFrequency;
import org.xiangpei.identity.Organization;
import org.xiangpei.identity.Role;
import org.xiangpei.notification.Outbox;
import org.xiangpei.requirement.KeptLine;
import org.xiangpei.requirement.Requirements;
import org.xiangpei.search.Facet;
import org.xiangpei.shared.City;
import org.xiangpei.shared.NotFound;
import org.xiangpei.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who saved a search learns of products that newly answer it, once each, as often as chosen. */
@XiangpeiTest
class SavedQuestionsTest {

    private static final SearchQuestion CYLINDERS =
            new SearchQuestion("存问油缸", Map.of(Facet.CATEGORY, Set.of("hydraulic_cylinder")));
    private static final String ADDRESS = "/products?q=x&category=hydraulic_cylinder";

    @Inject
    SavedQuestions questions;

    @Inject
    NewAnswers answers;

    @Inject
    SearchAnswers searches;

    @Inject
    RequirementAnswers ofRequirements;

    @Inject
    Requirements requirements;

    private final Organization office = Offices.firm();
    private final Account person = Offices.person(office, Role.BUYER);
    private final Actor actor = actor(office, person);

    @BeforeEach
    void list() throws InterruptedException {
        remove();
        Outbox.sql("insert into firm (code, name, short_name, city_code, production_sites, provenance, version)"
                + " values ('XQF', '存问试验厂', '存问厂', '430100', '{430100}', 'ILLUSTRATIVE', 0)");
        product("XQ1", "存问油缸甲");
        indexed(1);
    }

    @AfterEach
    void remove() throws InterruptedException {
        Outbox.sql("delete from saved_question");
        Sweep.products("code like 'XQ%'");
        Outbox.sql("delete from firm where code = 'XQF'");
        indexed(0);
    }

    @Test
    void whatAnswersAlreadyIsNoNewsAndWhatComesIsToldOnce() throws InterruptedException {
        save(NoticeFrequency.AT_ONCE);
        answers.tell();
        assertThat(told()).isEmpty();
        product("XQ2", "存问油缸乙");
        indexed(2);
        answers.tell();
        answers.tell();
        assertThat(told()).containsExactly("“存问的油缸”有 1 个新产品：存问油缸乙（存问试验厂）。");
        assertThat(questions.list(actor, 10)).singleElement().satisfies(it -> assertThat(it.news())
                .hasValueSatisfying(news -> assertThat(news.text()).contains("存问油缸乙")));
    }

    @Test
    void whatGoesAndComesBackIsNoNews() throws InterruptedException {
        save(NoticeFrequency.AT_ONCE);
        Outbox.sql("delete from product where code = 'XQ1'");
        indexed(0);
        answers.tell();
        product("XQ1", "存问油缸甲");
        indexed(1);
        answers.tell();
        assertThat(told()).isEmpty();
    }

    @Test
    void aDigestWaitsForItsMorning() throws InterruptedException {
        save(NoticeFrequency.DAILY);
        product("XQ2", "存问油缸乙");
        indexed(2);
        answers.tell();
        assertThat(told()).as("looked at this very day already").isEmpty();
        Outbox.sql("update saved_question set looked_at = now() - interval '1 day'");
        answers.tell();
        assertThat(told()).hasSize(1);
    }

    @Test
    void weeklyOnesAreOlder() throws InterruptedException {
        save(NoticeFrequency.WEEKLY);
        product("XQ2", "存问油缸乙");
        indexed(2);
        answers.tell();
        assertThat(told()).isEmpty();
        Outbox.sql("update saved_question set looked_at = now() - interval '8 days'");
        answers.tell();
        assertThat(told()).hasSize(1);
    }

    @Test
    void whoWantsNoneGetsNone() throws InterruptedException {
        save(NoticeFrequency.AT_ONCE);
        questions.choose(actor, id(), NoticeFrequency.NEVER);
        product("XQ2", "存问油缸乙");
        indexed(2);
        Outbox.sql("update saved_question set looked_at = now() - interval '30 days'");
        answers.tell();
        assertThat(told()).isEmpty();
    }

    @Test
    void twoInstancesTellOnce() throws Exception {
        save(NoticeFrequency.AT_ONCE);
        product("XQ2", "存问油缸乙");
        indexed(2);
        try (var both = Executors.newFixedThreadPool(4)) {
            Callable<Void> look = () -> {
                answers.tell();
                return null;
            };
            for (var done : both.invokeAll(List.of(look, look, look, look))) {
                done.get();
            }
        }
        assertThat(told()).hasSize(1);
    }

    @Test
    void theSameSearchIsSavedOnceAndTakesTheNewFrequency() {
        save(NoticeFrequency.AT_ONCE);
        save(NoticeFrequency.WEEKLY);
        assertThat(questions.list(actor, 10)).singleElement().satisfies(it -> assertThat(it.frequency())
                .isEqualTo(NoticeFrequency.WEEKLY));
    }

    @Test
    void aRequirementIsAnsweredLineByLine() throws InterruptedException {
        String code = requirements
                .draft(
                        actor,
                        "油缸需求",
                        List.of(new KeptLine.Content(
                                "存问油缸", null, "hydraulic_cylinder", null, null, null, null, List.of())))
                .code();
        questions.save(actor, code, NoticeFrequency.AT_ONCE);
        answers.tell();
        assertThat(told()).isEmpty();
        product("XQ2", "存问油缸乙");
        Patience.await(Duration.ofSeconds(20), () -> ofRequirements.of(code).containsKey("1/XQ2"));
        answers.tell();
        answers.tell();
        assertThat(told()).containsExactly("“油缸需求”有 1 个新产品：第 1 行：存问油缸乙（存问试验厂）。");
        assertThat(questions.list(actor, 10)).singleElement().satisfies(it -> assertThat(it.address())
                .isEqualTo("/requirements/" + code));
    }

    @Test
    void anotherOrganisationsRequirementCannotBeSaved() {
        String code = requirements.draft(actor, "油缸需求", List.of()).code();
        Organization elsewhere = Offices.firm();
        Actor stranger = actor(elsewhere, Offices.person(elsewhere, Role.BUYER));
        assertThatThrownBy(() -> questions.save(stranger, code, NoticeFrequency.AT_ONCE))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whoHasLeftTheOrganisationIsNotTold() throws InterruptedException {
        String code = requirements
                .draft(
                        actor,
                        "油缸需求",
                        List.of(new KeptLine.Content(
                                "存问油缸", null, "hydraulic_cylinder", null, null, null, null, List.of())))
                .code();
        questions.save(actor, code, NoticeFrequency.AT_ONCE);
        Outbox.sql("update membership set until = now() where account_id = " + person.id());
        product("XQ2", "存问油缸乙");
        Patience.await(Duration.ofSeconds(20), () -> ofRequirements.of(code).containsKey("1/XQ2"));
        answers.tell();
        assertThat(Outbox.texts("select answer from saved_question_answer where answer = '1/XQ2'"))
                .isEmpty();
    }

    @Test
    void anotherPersonsIsNotFound() {
        save(NoticeFrequency.AT_ONCE);
        Actor other = actor(office, Offices.person(office, Role.BUYER));
        assertThatThrownBy(() -> questions.choose(other, id(), NoticeFrequency.NEVER))
                .isInstanceOf(NotFound.class);
        questions.remove(other, id());
        assertThat(questions.list(actor, 10)).hasSize(1);
        assertThat(questions.list(other, 10)).isEmpty();
    }

    @Test
    void aSearchForNothingIsRefused() {
        assertThatThrownBy(() -> questions.save(
                        actor, new SearchQuestion(" ", Map.of()), "全部", "/products", NoticeFrequency.AT_ONCE))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void moreThanFiftyAreRefused() {
        for (int i = 0; i < 50; i++) {
            questions.save(actor, CYLINDERS, "第" + i, "/products?q=" + i, NoticeFrequency.NEVER);
        }
        assertThatThrownBy(() -> questions.save(actor, CYLINDERS, "再一个", "/products?q=more", NoticeFrequency.NEVER))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("50");
    }

    private void save(NoticeFrequency frequency) {
        questions.save(actor, CYLINDERS, "存问的油缸", ADDRESS, frequency);
    }

    private long id() {
        return questions.list(actor, 1).getFirst().id();
    }

    /** The index follows within a moment. */
    private void indexed(int products) throws InterruptedException {
        Patience.await(Duration.ofSeconds(20), () -> searches.of(CYLINDERS).size() == products);
    }

    private static Actor actor(Organization of, Account person) {
        return Actor.member(
                person.login(), person.name(), of.code(), of.name(), Optional.of(City.CHANGSHA), Set.of(Role.BUYER));
    }

    private static void product(String code, String name) {
        Outbox.sql(
                "insert into product (code, firm_code, name, category_code, standards, grounds, valid_from, provenance, version)"
                        + " values ('" + code + "', 'XQF', '" + name
                        + "', 'hydraulic_cylinder', '{}', '{}', '2021-07-22', 'ILLUSTRATIVE', 0)");
    }

    private List<String> told() {
        return Outbox.texts("select title || '：' || body from notice where kind = 'SAVED_ANSWERED' and account_id = "
                + person.id() + " order by id");
    }
}
